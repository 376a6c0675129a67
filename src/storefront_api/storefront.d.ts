// Types of what a page of the shop gives to scripts: `window.Ecwid`, `window.ec` and `window.instantsite`.
//
// Put this file beside your script, which is no module, or name it there:
//   /// <reference path="./storefront.d.ts" />
// Objects are `Ecwid.Page`, `Ecwid.Cart` and so on. What is marked with ? may be missing.

/** The API; whole once `Ecwid.OnAPILoaded` was heard. */
declare const Ecwid: Ecwid.Api;
/** Sections of the page. */
declare const instantsite: Ecwid.InstantSite;
/** What a page sets before the shop starts, or before `Ecwid.refreshConfig()`. */
declare const ec: Ecwid.Configuration;

interface Window {
  Ecwid: Ecwid.Api;
  instantsite: Ecwid.InstantSite;
  ec: Ecwid.Configuration;
  /** Starts anew where the script is already there. */
  ecwid_onBodyDone(): void;
  /** Older name of `ec.config.store_main_page_url`. */
  ecwid_ProductBrowserURL?: string;
  /** Who is signed in by the site around the shop: the payload that its server signed, or an empty text for nobody. */
  ecwid_sso_profile?: string;
}

declare namespace Ecwid {
  interface Api {
    /** Once, when the API is usable; whoever comes later is called at once. */
    OnAPILoaded: Event<[]>;
    /** Before going to a page; `false` stays where it is. */
    OnPageSwitch: Event<[page: Page], boolean | void>;
    /** A page comes. */
    OnPageLoad: Event<[page: Page]>;
    /** A page is there. */
    OnPageLoaded: Event<[page: Page]>;
    /** Another choice of the product that is shown. */
    OnProductOptionsChanged: Event<[productId: number]>;
    /** Who is signed in; `null` is nobody. */
    OnSetProfile: Event<[customer: Customer | null]>;
    OnConsentChanged: Event<[consent: Consent]>;
    /** `null` after signing out. */
    OnCartChanged: Event<[cart: Cart | null]>;
    OnOrderPlaced: Event<[order: PlacedOrder]>;

    refreshConfig(): void;
    init(): void;
    destroy(): void;
    resizeProductBrowser(): void;

    /** Number of the store. */
    getOwnerId(): number;
    /** ISO 639-1 code, such as `en`. */
    getStorefrontLang(): string;
    /** A price as the shop writes it. */
    formatCurrency(value: number | string): string;
    getVisitorLocation(): VisitorLocation;
    getAppPublicToken(clientId: string): string | undefined;
    getAppPublicConfig(clientId: string): string | null;
    getInitializedWidgets(): Widget[];
    setStorefrontBaseUrl(url: string): void;
    /** Ends with a slash. */
    getStaticBaseUrl(): string;
    getFeatureToggles(): FeatureToggles;
    isStorefrontV3(): boolean;

    /** Opens a page by its slug, such as `cart` or a product's own. */
    openPage(slug: string, params?: Record<string, unknown>): void;
    showProductFilters(): void;

    getTrackingConsent(): TrackingConsent;
    /** What is no answer counts as none. */
    setTrackingConsent(value: Consent | 'ACCEPT' | 'DECLINE'): void;

    setSsoProfile(payload: string): void;
    setSignInUrls(urls: { signInUrl: string; signOutUrl: string }): void;
    setSignInProvider(provider: SignInProvider): void;

    Cart: CartApi;
    Customer: CustomerApi;
  }

  interface InstantSite {
    getSiteId(): number;
    getAppPublicToken(clientId: string): string | undefined;
    getAppPublicConfig(clientId: string): string | null;
    onTileLoaded: Event<[tileId: string]>;
    onTileUnloaded: Event<[tileId: string]>;
  }

  /** Subscribers are called in the order in which they came; none is ever removed. */
  interface Event<Arguments extends unknown[], Answer = void> {
    add(callback: (...args: Arguments) => Answer): void;
  }

  interface CustomerApi {
    get(callback: (customer: Customer | null) => void): void;
    signOut(callback?: (success: boolean, error?: string) => void): void;
    signout(callback?: (success: boolean, error?: string) => void): void;
  }

  interface CartApi {
    get(callback: (cart: Cart) => void): void;
    /** By the id of a product: its first variation that there is. */
    addProduct(product: number | NewCartItem, callback?: AddCallback): void;
    /** Takes out the line at this index. */
    removeProduct(index: number, callback?: RemoveCallback): void;
    removeProducts(indexes: number[], callback?: RemoveCallback): void;
    clear(callback?: (success: boolean, error?: string) => void): void;
    /** `null` where it could not be calculated. */
    calculateTotal(callback: (order: CalculatedOrder | null) => void): void;
    canGotoCheckout(callback: (may: boolean) => void): void;
    gotoCheckout(callback?: () => void): void;
    setCustomerEmail(email: string, ok?: () => void, fail?: ErrorCallback): void;
    setOrderComments(text: string, ok?: () => void, fail?: ErrorCallback): void;
    setAddress(address: Partial<Person>, ok?: () => void, fail?: ErrorCallback): void;
    setBillingAddress(address: Partial<Person>, ok?: () => void, fail?: ErrorCallback): void;
  }

  type AddCallback = (success: boolean, product: CartProduct | null, cart: Cart, error?: string) => void;
  type RemoveCallback = (success: boolean, itemsRemovedQuantity: number, product: CartProduct | null, cart: Cart, error?: string) => void;
  type ErrorCallback = (errCode: number, errMsg: string) => void;

  type Translations = Record<string, string>;
  type Consent = '' | 'UNDEFINED' | 'ACCEPTED' | 'DECLINED' | 'ANALYTICS_ONLY' | 'PERSONALIZATION_ONLY';
  type Widget = 'Minicart' | 'SearchPanel' | 'ProductBrowser' | 'Categories' | 'Product' | 'SingleProduct';
  type Interval = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

  interface Page {
    type: PageType;
    hasPrevious: boolean;
    /** The opposite of `hasPrevious`. */
    entryPage?: boolean;
    name?: string;
    nameTranslated?: Translations;
    productId?: number;
    variationId?: number;
    /** 0 is the root, -1 not known. */
    categoryId?: number;
    mainCategoryId?: number;
    keywords?: string;
    offset?: number;
    sort?: 'normal' | 'relevance' | 'addedTimeDesc' | 'priceAsc' | 'priceDesc' | 'nameAsc' | 'nameDesc';
    filterParams?: FilterParams;
    orderId?: string | number;
    errorType?: 'expired' | 'invalid' | 'limit';
    key?: string;
    from?: string;
    to?: string;
    ticket?: string;
    orderNumber?: string | number;
    vendorOrderNumber?: string;
  }

  type PageType =
    | 'CATEGORY' | 'PRODUCT' | 'SEARCH' | 'CART' | 'CHECKOUT_ADDRESS' | 'CHECKOUT_DELIVERY' | 'CHECKOUT_ADDRESS_BOOK'
    | 'CHECKOUT_PAYMENT_DETAILS' | 'CHECKOUT_PLACE_ORDER' | 'CHECKOUT_RESULT' | 'CHECKOUT_SHIPPING_ADDRESS' | 'ORDER_CONFIRMATION'
    | 'ORDER_FAILURE' | 'SIGN_IN' | 'ACCOUNT_SETTINGS' | 'ORDERS' | 'ACCOUNT_SUBSCRIPTION' | 'ADDRESS_BOOK' | 'FAVORITES'
    | 'RESET_PASSWORD' | 'DOWNLOAD_ERROR' | 'SITE';

  interface FilterParams {
    attributes: Record<string, string[]>;
    options: Record<string, string[]>;
    categories: number[];
    includeProductsFromSubcategories: boolean;
    keyword: string;
    inventory: 'instock' | '';
  }

  interface Customer {
    id: number;
    email: string;
    ownerId: number;
    registered: string | number;
    /** Of no group there is none. */
    membership?: CustomerGroup;
    billingPerson?: Person;
    shippingAddresses?: ShippingAddress[];
  }

  interface CustomerGroup {
    id: number;
    name: string;
    ownerId: number;
  }

  interface ShippingAddress {
    id: number;
    person: Person;
  }

  interface Person {
    name: string;
    companyName?: string;
    /** Lines, with a line feed between. */
    street?: string;
    city?: string;
    countryCode?: string;
    countryName?: string;
    postalCode?: string;
    stateOrProvinceCode?: string;
    stateOrProvinceName?: string;
    phone?: string;
  }

  interface TrackingConsent {
    userResponse: Consent;
    askConsent: boolean;
  }

  /** A copy: changing it changes no cart. */
  interface Cart {
    items: CartItem[];
    productsQuantity: number;
    weight: number;
    id?: string;
    cartId?: string;
    orderId?: number;
    couponName?: string;
    shippingMethod?: string;
    shippingPerson?: Person;
    billingPerson?: Person;
    paymentMethod?: string;
    paymentModule?: string;
    subtotal?: number;
    total?: number;
    tax?: number;
    isPricesIncludeTax?: boolean;
  }

  interface CartItem {
    quantity: number;
    product: CartProduct;
    options: Record<string, string>;
  }

  interface CartProduct {
    id: number;
    name: string;
    sku: string;
    price: number;
    weight: number;
    shortDescription: string;
    url: string;
    variation?: number;
    isCustomerSetPrice: boolean;
    selectedPrice?: number;
    mediaItem?: MediaItem;
    recurringChargeSettings?: CartRecurring;
  }

  interface MediaItem {
    type: 'PICTURE' | 'VIDEO';
    id: string;
    isMain: boolean;
    width?: number;
    height?: number;
    image160pxUrl?: string;
    image400pxUrl?: string;
    image800pxUrl?: string;
    borderInfo?: BorderInfo;
    videoInfo?: VideoInfo;
  }

  interface VideoInfo {
    embedHtml: string;
    url: string;
    width: number;
    height: number;
  }

  interface BorderInfo {
    dominatingColor: DominatingColor;
    homogeneity: boolean;
  }

  interface DominatingColor {
    isDark: boolean;
    isFullyTransparent: boolean;
    rbgHexValue: string;
  }

  interface CartRecurring {
    recurringIntervalCount: number;
    recurringSubscriptionInterval: Interval;
    signUpFee: number;
    subscriptionPriceWithSignUpFee: number;
  }

  interface NewCartItem {
    id: number;
    quantity?: number;
    /** Choices by the name of the option; of a checkbox several. */
    options?: Record<string, string | string[]>;
    selectedPrice?: number;
    recurringChargeSettings?: { recurringInterval: string; recurringIntervalCount: number };
    callback?: AddCallback;
  }

  interface CalculatedOrder {
    cart: Cart;
    subtotal: number;
    subtotalWithoutTax: number;
    total: number;
    totalWithoutTax: number;
    tax: number;
    couponDiscount: number;
    volumeDiscount: number;
    customerGroupDiscount: number;
    customerGroupVolumeDiscount: number;
    discount: number;
    shipping: number;
    shippingWithoutTax: number;
    handlingFee: number;
    handlingFeeWithoutTax: number;
    pricesIncludeTax: boolean;
  }

  interface PlacedOrder {
    orderNumber: number;
    vendorNumber: string;
    /** UNIX seconds. */
    date: string;
    items: PlacedItem[];
    productsQuantity: number;
    weight: number;
    paymentMethod?: string;
    shippingMethod?: string;
    shippingCarrierName?: string;
    total: number;
    totalWithoutTax: number;
    subtotal: number;
    subtotalWithoutTax: number;
    tax: number;
    couponName?: string;
    couponDiscount: number;
    volumeDiscount: number;
    customerGroupDiscount: number;
    discount: number;
    shipping: number;
    shippingWithoutTax: number;
    handlingFee: number;
    handlingFeeWithoutTax: number;
    shippingAndHandling: number;
    billingPerson?: Person;
    shippingPerson?: Person;
    affiliateId?: string;
    paymentStatus: string;
    fulfillmentStatus: string;
    customer: { name: string; email: string };
    extraFields: PlacedExtraField[];
  }

  interface PlacedItem {
    quantity: number;
    product: Pick<CartProduct, 'id' | 'name' | 'price' | 'shortDescription' | 'sku' | 'url' | 'weight'>;
    options: Record<string, string>;
  }

  interface PlacedExtraField {
    title: string;
    value: string;
    type: string;
    orderDetailsDisplaySection?: string;
    orderBy: number;
  }

  interface VisitorLocation {
    countryCode: string | null;
    stateCode: string | null;
    source: 'SHIPPING_ADDRESS' | 'BILLING_ADDRESS' | 'IP_ADDRESS';
  }

  interface FeatureToggles {
    newProductList: boolean;
    newDetailsPage: boolean;
    customerLoginByLink: boolean;
    newCartPage: boolean;
    newCheckoutPage: boolean;
  }

  interface SignInProvider {
    addSignInLinkToPB(): boolean;
    signIn(): void;
    canSignOut(): boolean;
    signOut(): void;
  }

  interface Configuration {
    config: Config;
    storefront: StorefrontConfig;
    order: OrderConfig;
  }

  interface Config {
    tracking?: { ask_consent?: boolean; user_response?: Consent };
    disable_all_cookies?: boolean;
    store_main_page_url?: string;
    baseUrl?: string;
    storefrontUrls?: { cleanUrls?: boolean; slugsWithoutIds?: boolean; queryBasedCleanUrls?: boolean; enableHreflangTags?: boolean; internationalPages?: Translations };
    enable_canonical_urls?: boolean;
    canonical_base_url?: string;
    custom_redirect_after_purchase?: string;
    navigation_scrolling?: 'IMMEDIATELY' | 'DISABLED' | 'CUSTOM';
    custom_scroller?(): void;
    scroll_indent?: number;
    chameleon?: { colors?: 'auto' | ChameleonColors; font?: 'auto' | Font };
  }

  type Font = { 'font-family': string };

  interface ChameleonColors {
    'color-background'?: string;
    'color-foreground'?: string;
    'color-link'?: string;
    'color-button'?: string;
    'color-price'?: string;
    gallery?: { use_exact_colors?: boolean };
  }

  interface OrderConfig {
    referer_id?: string;
    extraFields: Record<string, ExtraField>;
  }

  interface ExtraField {
    title?: string;
    titleTranslated?: Translations;
    type?: 'text' | 'textarea' | 'select' | 'radio_buttons' | 'checkbox' | 'toggle_button_group' | 'datetime' | 'empty' | 'label';
    /** Without one it is asked nowhere. */
    checkoutDisplaySection?: string;
    orderDetailsDisplaySection?: string;
    value?: string;
    valueTranslated?: Translations;
    textPlaceholder?: string;
    textPlaceholderTranslated?: Translations;
    tip?: string;
    tipTranslated?: Translations;
    subtitle?: string;
    subtitleTranslated?: Translations;
    required?: boolean;
    available?: boolean;
    options?: ExtraFieldOption[];
    selectOptions?: string[];
    surchargeType?: 'ABSOLUTE' | 'PERCENT';
    surchargeShortName?: { name: string; nameTranslated?: Translations; showSurchargePercentValue?: boolean };
    showZeroSurchargeInTotal?: boolean;
    showInInvoice?: boolean;
    showInNotifications?: boolean;
    showForPaymentMethodIds?: string[];
    showForShippingMethodIds?: string[];
    showForCountry?: string[];
    datePickerOptions?: DatePickerOptions;
    overrides?: unknown[];
  }

  interface ExtraFieldOption {
    title: string;
    titleTranslated?: Translations;
    subtitle?: string;
    subtitleTranslated?: Translations;
    surcharge?: number;
    surchargeType?: 'ABSOLUTE' | 'PERCENT';
    surchargeTaxable?: boolean;
    surchargeShortName?: { name: string; nameTranslated?: Translations; showSurchargePercentValue?: boolean };
    showZeroSurchargeInTotal?: boolean;
  }

  interface DatePickerOptions {
    minDate?: Date | string;
    maxDate?: Date | string;
    showTime?: boolean;
    incrementMinuteBy?: number;
    limitAvailableHoursWeekly?: Record<string, string[][]>;
    disallowDates?: unknown[];
  }

  /** The design: what is not set is as the shop's settings say. */
  interface StorefrontConfig {
    show_signin_link?: boolean;
    show_breadcrumbs?: boolean;
    breadcrumbs_have_home_item?: boolean;
    breadcrumbs_home_url?: string;
    breadcrumbs_separator?: string;
    show_footer_menu?: boolean;
    show_sku?: boolean;
    show_root_categories?: boolean;
    product_list_show_sort_viewas_options?: boolean;
    enable_catalog_on_one_page?: boolean;
    hide_category_block_show_all_enabled_products?: boolean;
    enable_simple_category_list?: boolean;
    enable_catalog_seamless_product_list_view?: boolean;
    product_list_title_behavior?: 'SHOW' | 'HIDE' | 'SHOW_ON_HOVER';
    product_list_sku_behavior?: 'SHOW' | 'HIDE' | 'SHOW_ON_HOVER';
    product_list_price_behavior?: 'SHOW' | 'HIDE' | 'SHOW_ON_HOVER';
    product_list_subtitles_behavior?: 'SHOW' | 'HIDE' | 'SHOW_ON_HOVER';
    product_list_buybutton_behavior?: 'SHOW' | 'HIDE' | 'SHOW_ON_HOVER';
    product_list_show_frame?: boolean;
    product_list_product_info_layout?: 'CENTER' | 'LEFT' | 'JUSTIFY' | 'RIGHT';
    product_list_category_title_behavior?: 'SHOW_ON_IMAGE' | 'SHOW_BELOW_IMAGE' | 'HIDE' | 'SHOW_ON_HOVER';
    product_list_show_product_images?: boolean;
    product_list_show_price_ranges?: boolean;
    product_list_swatches_product_option_behavior?: 'SHOW' | 'HIDE';
    product_list_swatches_product_option_shape?: 'CIRCLE' | 'SQUARE' | 'ROUNDED_SQUARE';
    product_filters_visible_on_catalog_pages?: boolean;
    product_filters_position_on_catalog_pages?: 'LEFT' | 'RIGHT';
    product_filters_position_category_page?: 'LEFT' | 'RIGHT';
    product_filters_position_search_page?: 'LEFT' | 'RIGHT';
    product_filters_opened_by_default_on_catalog_pages?: boolean;
    product_filters_opened_by_default_on_category_page?: boolean;
    product_filters_orientation?: 'VERTICAL' | 'HORIZONTAL';
    product_list_image_size?: 'SMALL' | 'MEDIUM' | 'LARGE';
    product_list_image_aspect_ratio?: 'PORTRAIT_0667' | 'PORTRAIT_075' | 'SQUARE_1' | 'SQUARE' | 'LANDSCAPE_1333' | 'LANDSCAPE_15';
    product_list_image_has_shadow?: boolean;
    product_list_show_additional_image_on_hover?: boolean;
    product_list_image_position?: 'AUTO' | 'COVER' | 'FIT';
    product_list_category_image_position?: 'AUTO' | 'COVER' | 'FIT';
    product_list_show_on_sale_label?: boolean;
    product_list_show_sold_out_label?: boolean;
    product_list_category_cell_spacing?: number;
    product_list_cell_spacing?: number;
    product_details_show_product_name?: boolean;
    product_details_show_breadcrumbs?: boolean;
    product_details_show_product_sku?: boolean;
    product_details_show_product_price?: boolean;
    product_details_show_sale_price?: boolean;
    product_details_show_price_per_unit?: boolean;
    product_details_show_tax?: boolean;
    product_details_show_product_options?: boolean;
    product_details_hide_price_modifiers?: boolean;
    product_details_show_buy_button?: boolean;
    product_details_show_qty?: boolean;
    product_details_show_attributes?: boolean;
    product_details_show_weight?: boolean;
    product_details_show_number_of_items_in_stock?: boolean;
    product_details_show_in_stock_label?: boolean;
    product_details_show_wholesale_prices?: boolean;
    product_details_show_product_description?: boolean;
    product_details_show_save_for_later?: boolean;
    product_details_show_share_buttons?: boolean;
    product_details_show_facebook_share_button?: boolean;
    product_details_show_pinterest_share_button?: boolean;
    product_details_show_twitter_share_button?: boolean;
    product_details_show_vk_share_button?: boolean;
    product_details_show_subtitle?: boolean;
    product_details_show_navigation_arrows?: boolean;
    product_details_show_product_photo_zoom?: boolean;
    product_details_show_image_alt_text_as_visible_description?: boolean;
    product_details_layout?: 'TWO_COLUMNS_SIDEBAR_ON_THE_LEFT' | 'TWO_COLUMNS_SIDEBAR_ON_THE_RIGHT' | 'THREE_COLUMNS_SIDEBAR_ON_THE_RIGHT' | 'THREE_COLUMNS_SIDEBAR_ON_THE_LEFT';
    product_details_gallery_layout?: 'IMAGE_SINGLE_THUMBNAILS_HORIZONTAL' | 'IMAGE_SINGLE_THUMBNAILS_VERTICAL' | 'IMAGE_FEED';
    product_details_thumbnails_aspect_ratio?: 'AUTO' | 'PORTRAIT_0667' | 'PORTRAIT_075' | 'SQUARE_1' | 'LANDSCAPE_1333' | 'LANDSCAPE_15';
    product_details_additional_images_has_shadow?: boolean;
    product_details_image_carousel?: boolean;
    product_details_additional_images_preview_on_click?: boolean;
    product_details_show_product_name_always_first_on_mobile?: boolean;
    product_details_cut_product_description_in_sidebar?: boolean;
    product_details_two_columns_with_right_sidebar_show_product_description_on_sidebar?: boolean;
    product_details_two_columns_with_left_sidebar_show_product_description_on_sidebar?: boolean;
    product_details_show_breadcrumbs_position?: 'PRODUCT_DETAILS_SIDEBAR' | 'NAVIGATION_CONTAINER';
    product_details_swatches_product_option_size?: 'SMALL' | 'MEDIUM' | 'LARGE';
    product_details_swatches_product_option_shape?: 'CIRCLE' | 'SQUARE' | 'ROUNDED_SQUARE';
    product_details_add_to_cart_quantity_compact_view?: boolean;
    product_details_description_compact_view?: boolean;
    product_details_estimated_delivery_time_compact_view?: boolean;
    product_details_position_product_name?: number;
    product_details_position_breadcrumbs?: number;
    product_details_position_product_sku?: number;
    product_details_position_product_price?: number;
    product_details_position_product_options?: number;
    product_details_position_buy_button?: number;
    product_details_position_wholesale_prices?: number;
    product_details_position_product_description?: number;
    product_details_position_save_for_later?: number;
    product_details_position_share_buttons?: number;
    shopping_cart_show_qty_inputs?: boolean;
    shopping_cart_show_sku?: boolean;
    shopping_cart_show_weight?: boolean;
    checkout_show_state_input?: boolean;
    checkout_show_address_line_2?: boolean;
    shopping_cart_products_collapsed_on_desktop?: boolean;
    shopping_cart_products_collapsed_on_mobile?: boolean;
    checkout_expand_billing_address_form?: boolean;
    cart_widget_layout?: 'SMALL_ICON' | 'SMALL_ICON_COUNTER' | 'MEDIUM_ICON_COUNTER' | 'MEDIUM_ICON_TITLE_COUNTER' | 'TITLE_COUNTER' | 'COUNTER_ONLY';
    enable_page_transitions?: boolean;
    show_signin_link_with_unified_account_page?: boolean;
    product_list_category_image_aspect_ratio?: 'PORTRAIT_0667' | 'PORTRAIT_075' | 'SQUARE_1' | 'SQUARE' | 'LANDSCAPE_1333' | 'LANDSCAPE_15';
    product_list_rating_section_behavior?: 'SHOW' | 'HIDE' | 'SHOW_ON_HOVER';
    product_details_position_subtitle?: number;
    product_details_position_review_section?: number;
    product_details_show_delivery_time?: boolean;
    product_details_show_rating_section?: boolean;
    product_details_show_reviews_section?: boolean;
    shopping_cart_show_qty_inputs_on_mobile?: boolean;
    show_numeric_rating_in_five_stars_view?: boolean;
    show_rating_section_in_single_star_view?: boolean;
    show_review_count_in_five_stars_view?: boolean;
    show_review_section_in_single_review_view?: boolean;
  }
}
