import type { Page } from '@playwright/test';
import { expect, open, proves, test } from '../../support/test.ts';

// What a setting shows or hides, and how it then looks, on a wide screen and on a phone.
const LIST = '/Tide-Lines-c2';
const PRODUCT = '/The-Long-Ebb-p103';
const POSTCARDS = '/Low-Water-Postcards-p201';

/** Sets `ec.storefront[key]` and lets the shop follow. */
const design = (page: Page, key: string, value: unknown) => page.evaluate(([key, value]) => {
  (window as any).ec.storefront[key as string] = value;
  (window as any).Ecwid.refreshConfig();
}, [key, value] as const);

/** Settings that hide something: where, what, and the value that hides it. */
const HIDING: [string, string, string, unknown?][] = [
  ['show_signin_link', '/', '#account-sign-in'],
  ['show_breadcrumbs', LIST, '.ec-breadcrumbs'],
  ['breadcrumbs_have_home_item', LIST, '.breadcrumbs__item--home'],
  ['show_footer_menu', '/', '.ec-footer'],
  ['show_sku', LIST, '.grid-product__sku'],
  ['show_root_categories', '/', '.grid__categories'],
  ['product_list_show_sort_viewas_options', LIST, '.grid__sort'],
  ['product_list_title_behavior', LIST, '.grid-product__title', 'HIDE'],
  ['product_list_sku_behavior', LIST, '.grid-product__sku', 'HIDE'],
  ['product_list_price_behavior', LIST, '.grid-product__price', 'HIDE'],
  ['product_list_subtitles_behavior', LIST, '.grid-product__subtitle', 'HIDE'],
  ['product_list_buybutton_behavior', LIST, '.grid-product__buy-now', 'HIDE'],
  ['product_list_show_product_images', LIST, '.grid-product__image'],
  ['product_list_show_price_ranges', LIST, '.grid-product__price-to'],
  ['product_filters_visible_on_catalog_pages', LIST, '.ec-filters__wrap'],
  ['product_list_show_on_sale_label', LIST, '.grid-product__label--On-sale'],
  ['product_list_show_sold_out_label', LIST, '.grid-product__label--Sold-out'],
  ['product_details_show_product_name', PRODUCT, '.product-details__product-title'],
  ['product_details_show_breadcrumbs', PRODUCT, '.ec-breadcrumbs'],
  ['product_details_show_product_sku', PRODUCT, '.product-details__product-sku'],
  ['product_details_show_product_price', PRODUCT, '.product-details__product-price'],
  ['product_details_show_sale_price', PRODUCT, '.product-details__product-compare-price'],
  ['product_details_show_product_options', PRODUCT, '.product-details__product-options'],
  ['product_details_hide_price_modifiers', PRODUCT, '.details-product-option__modifier', true],
  ['product_details_show_buy_button', PRODUCT, '.details-product-purchase__add-to-bag'],
  ['product_details_show_qty', PRODUCT, '.details-product-purchase__qty'],
  ['product_details_show_attributes', PRODUCT, '.details-product-attribute:not(.details-product-weight)'],
  ['product_details_show_weight', PRODUCT, '.details-product-weight'],
  ['product_details_show_number_of_items_in_stock', PRODUCT, '.product-details__product-stock-number'],
  ['product_details_show_in_stock_label', PRODUCT, '.product-details__product-stock'],
  ['product_details_show_wholesale_prices', POSTCARDS, '.product-details__wholesale'],
  ['product_details_show_product_description', PRODUCT, '.product-details__product-description'],
  ['product_details_show_subtitle', PRODUCT, '.product-details__product-subtitle'],
  ['product_list_rating_section_behavior', LIST, '.grid-product__rating', 'HIDE'],
  ['product_details_show_rating_section', PRODUCT, '.product-details__rating'],
  ['product_details_show_reviews_section', PRODUCT, '.product-details__reviews'],
  ['show_numeric_rating_in_five_stars_view', PRODUCT, '.product-details__rating .rating__number'],
  ['show_review_count_in_five_stars_view', PRODUCT, '.product-details__rating .rating__count'],
  ['product_details_show_delivery_time', PRODUCT, '.product-details__delivery-time'],
  ['product_details_estimated_delivery_time_compact_view', PRODUCT, '.details-delivery-time__more', true],
  ['product_details_show_save_for_later', PRODUCT, '.product-details__favourites'],
  ['product_details_show_share_buttons', PRODUCT, '.product-details__product-share'],
  ['product_details_show_facebook_share_button', PRODUCT, '.product-share__link--facebook'],
  ['product_details_show_pinterest_share_button', PRODUCT, '.product-share__link--pinterest'],
  ['product_details_show_twitter_share_button', PRODUCT, '.product-share__link--twitter'],
  ['product_details_show_vk_share_button', PRODUCT, '.product-share__link--vk'],
  ['product_details_show_price_per_unit', POSTCARDS, '.product-details__product-price-per-unit:text-is("€1.50 per card")'],
  ['show_signin_link_with_unified_account_page', '/', '#account-sign-in'],
];

for (const path of [...new Set(HIDING.map(([, path]) => path))]) {
  const here = HIDING.filter((row) => row[1] === path);
  test(`what is hidden on ${path}`, proves('Ecwid.refreshConfig()', ...here.map(([key]) => `ec.storefront.${key}`)), async ({ page }) => {
    await open(page, path);
    for (const [key, , selector, value = false] of here) {
      const part = page.locator(selector).first();
      await expect(part, key).toBeVisible();
      await design(page, key, value);
      await expect(part, key).toBeHidden();
      await design(page, key, 'no such value');
      await expect(part, `${key}: a wrong value counts as none`).toBeVisible();
      await design(page, key, undefined);
    }
  });
}

/** Settings that change how something looks: where, what, value, property, and how it then is. */
const LOOKING: [string, string, string, unknown, string, RegExp][] = [
  ['product_list_show_frame', LIST, '.grid-product__wrap-inner', true, 'border-top-width', /^1px$/],
  ['product_list_product_info_layout', LIST, '.grid-product__wrap-inner', 'CENTER', 'text-align', /^center$/],
  ['product_list_image_aspect_ratio', LIST, '.grid-product__image-wrap', 'SQUARE_1', 'aspect-ratio', /^1( \/ 1)?$/],
  ['product_list_image_has_shadow', LIST, '.grid-product__picture', true, 'filter', /brightness/],
  ['product_list_image_position', LIST, '.grid-product__picture', 'FIT', 'object-fit', /^contain$/],
  ['product_list_show_additional_image_on_hover', LIST, '.grid-product__picture--hover', false, 'display', /^none$/],
  ['product_list_cell_spacing', LIST, '.grid__products', 7, 'row-gap', /^7px$/],
  ['product_list_category_cell_spacing', '/Prints-c1', '.grid__categories', 9, 'row-gap', /^9px$/],
  ['product_list_category_title_behavior', '/Prints-c1', '.grid-category__title', 'SHOW_BELOW_IMAGE', 'position', /^static$/],
  ['product_list_category_image_position', '/Prints-c1', '.grid-category__picture', 'FIT', 'object-fit', /^contain$/],
  ['product_list_category_image_aspect_ratio', '/Prints-c1', '.grid-category__picture', 'LANDSCAPE_15', 'aspect-ratio', /^1\.5/],
  ['product_details_thumbnails_aspect_ratio', PRODUCT, '.details-gallery__thumb-image', 'SQUARE_1', 'aspect-ratio', /^1( \/ 1)?$/],
  ['product_details_gallery_layout', PRODUCT, '.details-gallery__slides', 'IMAGE_FEED', 'display', /^grid$/],
  ['product_details_image_carousel', PRODUCT, '#picture-1', false, 'display', /^none$/],
  ['product_details_additional_images_has_shadow', PRODUCT, '.details-gallery__thumb', true, 'box-shadow', /rgb/],
  ['product_details_show_image_alt_text_as_visible_description', PRODUCT, '.details-gallery__caption', true, 'display', /^block$/],
  ['product_details_add_to_cart_quantity_compact_view', PRODUCT, '.details-product-purchase__qty label', true, 'position', /^absolute$/],
  ['product_details_position_product_name', PRODUCT, '.product-details__product-title', 901, 'order', /^901$/],
  ['product_details_position_subtitle', PRODUCT, '.product-details__product-subtitle', 902, 'order', /^902$/],
  ['product_details_position_product_sku', PRODUCT, '.product-details__product-sku', 903, 'order', /^903$/],
  ['product_details_position_product_price', PRODUCT, '.product-details__product-price', 904, 'order', /^904$/],
  ['product_details_position_product_options', PRODUCT, '.product-details__product-options', 905, 'order', /^905$/],
  ['product_details_position_buy_button', PRODUCT, '.product-details__action-panel', 906, 'order', /^906$/],
  ['product_details_position_wholesale_prices', POSTCARDS, '.product-details__wholesale', 907, 'order', /^907$/],
  ['product_details_position_product_description', PRODUCT, '.product-details__product-description', 908, 'order', /^908$/],
  ['product_details_position_review_section', PRODUCT, '.product-details__reviews', 911, 'order', /^911$/],
  ['show_review_section_in_single_review_view', PRODUCT, '.reviews__list', true, 'grid-auto-flow', /^column$/],
  ['show_rating_section_in_single_star_view', PRODUCT, '.product-details__rating .rating__stars', true, 'content', /^"★"$/],
  ['product_details_position_breadcrumbs', PRODUCT, '.product-details__breadcrumbs', 909, 'order', /^909$/],
  ['product_details_position_save_for_later', PRODUCT, '.product-details__favourites', 911, 'order', /^911$/],
  ['product_details_position_share_buttons', PRODUCT, '.product-details__product-share', 910, 'order', /^910$/],
  ['product_details_show_breadcrumbs_position', PRODUCT, '.product-details__breadcrumbs', 'PRODUCT_DETAILS_SIDEBAR', 'display', /^block$/],
  ['product_details_show_breadcrumbs_position', PRODUCT, '.ec-breadcrumbs', 'PRODUCT_DETAILS_SIDEBAR', 'display', /^none$/],
  ['product_details_swatches_product_option_size', PRODUCT, '.swatch', 'SMALL', 'width', /^1[67]px$/],
  ['product_details_swatches_product_option_shape', PRODUCT, '.swatch', 'CIRCLE', 'border-top-left-radius', /^50%$/],
  ['product_list_swatches_product_option_behavior', LIST, '.grid-product__swatches', 'SHOW', 'display', /^flex$/],
  ['product_list_swatches_product_option_shape', LIST, '.swatch', 'SQUARE', 'border-top-left-radius', /^0px$/],
  ['enable_page_transitions', LIST, '#page > *', true, 'animation-name', /^page-comes$/],
  ['breadcrumbs_separator', LIST, '.breadcrumbs__item:nth-child(2)', '→', 'content', /→/],
];

for (const path of [...new Set(LOOKING.map(([, path]) => path))]) {
  const here = LOOKING.filter((row) => row[1] === path);
  test(`what looks otherwise on ${path}`, proves(...here.map(([key]) => `ec.storefront.${key}`)), async ({ page }) => {
    await open(page, path);
    const hovers = await page.evaluate(() => matchMedia('(hover: hover)').matches);
    for (const [key, , selector, value, property, after] of here) {
      // Where nothing can hover over a picture, there is no other one.
      if (!hovers && key.endsWith('_on_hover')) continue;
      const style = () => page.locator(selector).first().evaluate((element, property) =>
        getComputedStyle(element, property === 'content' ? '::before' : null).getPropertyValue(property), property);
      const before = await style();
      expect(before, key).not.toMatch(after);
      await design(page, key, value);
      expect(await style(), key).toMatch(after);
      await design(page, key, undefined);
      expect(await style(), key).toBe(before);
    }
  });
}

test('sizes and sides of lists', proves(
  'ec.storefront.product_list_image_size', 'ec.storefront.enable_simple_category_list', 'ec.storefront.product_filters_position_on_catalog_pages',
  'ec.storefront.product_filters_position_category_page', 'ec.storefront.product_filters_position_search_page', 'ec.storefront.product_filters_orientation',
), async ({ page, isMobile }) => {
  await open(page, '/Prints-c1');
  const columns = (selector: string) => page.locator(selector).evaluate((element) => getComputedStyle(element).gridTemplateColumns.split(' ').length);
  if (!isMobile) {
    await design(page, 'product_list_image_size', 'SMALL');
    const small = await columns('.grid__products');
    await design(page, 'product_list_image_size', 'LARGE');
    expect(await columns('.grid__products')).toBeLessThan(small);
    const left = async () => (await page.locator('.ec-filters__wrap').boundingBox())!.x - (await page.locator('.list__main').boundingBox())!.x;
    for (const [path, key] of [
      ['/Prints-c1', 'product_filters_position_on_catalog_pages'], ['/Prints-c1', 'product_filters_position_category_page'],
      ['/search?keyword=e', 'product_filters_position_search_page'],
    ] as const) {
      await open(page, path);
      expect(await left(), key).toBeLessThan(0);
      await design(page, key, 'right');
      expect(await left(), key).toBeGreaterThan(0);
    }
    await open(page, '/Prints-c1');
    await design(page, 'product_filters_orientation', 'HORIZONTAL');
    expect(await left()).toBe(0);
  }
  await open(page, '/Prints-c1');
  await design(page, 'enable_simple_category_list', true);
  expect(await columns('.grid__categories')).toBe(isMobile ? 2 : 4);
});

test('pictures have arrows for those who point', proves('ec.storefront.product_details_show_navigation_arrows'), async ({ page }, info) => {
  await open(page, PRODUCT);
  const next = page.locator('#picture-0 .details-gallery__arrow--next');
  if (info.project.name.endsWith('phone')) return expect(next, 'a finger swipes').toBeHidden();
  await page.locator('#picture-0').hover();
  await next.click();
  await expect(page.locator('#picture-1')).toBeInViewport({ ratio: 0.45 });
  await design(page, 'product_details_show_navigation_arrows', false);
  await expect(page.locator('#picture-1 .details-gallery__arrow--previous')).toBeHidden();
});

test('a picture is looked into where it is pointed at', proves('ec.storefront.product_details_show_product_photo_zoom'), async ({ page }, info) => {
  await open(page, PRODUCT);
  const image = page.locator('#picture-0 .details-gallery__image');
  const style = () => image.evaluate((element) => {
    const { transform, transformOrigin } = getComputedStyle(element);
    return { transform, transformOrigin };
  });
  const look = () => image.hover({ position: { x: 40, y: 60 } });
  await look();
  expect((await style()).transform).toBe('none');
  await design(page, 'product_details_show_product_photo_zoom', true);
  await page.mouse.move(0, 0);
  await look();
  // Where nothing hovers, nothing is larger than it is.
  if (info.project.name.endsWith('phone')) return expect((await style()).transform).toBe('none');
  expect((await style()).transform).toBe('matrix(2, 0, 0, 2, 0, 0)');
  expect(parseFloat((await style()).transformOrigin)).toBeLessThan(80);
});

test('a long description is folded where it is in the way', proves(
  'ec.storefront.product_details_cut_product_description_in_sidebar', 'ec.storefront.product_details_description_compact_view',
  'ec.storefront.product_details_two_columns_with_left_sidebar_show_product_description_on_sidebar',
), async ({ page }, info) => {
  await open(page, PRODUCT);
  const text = page.locator('.product-details__product-description .prose');
  const height = async () => (await text.boundingBox())!.height;
  const whole = page.getByLabel('Show the full text');
  const whole_height = await height();
  await expect(whole).toBeHidden();
  await design(page, 'product_details_description_compact_view', true);
  await expect.poll(height).toBeLessThan(whole_height);
  await whole.check();
  await expect.poll(height).toBe(whole_height);
  await whole.uncheck();
  await design(page, 'product_details_description_compact_view', undefined);
  await expect(whole).toBeHidden();
  if (info.project.name.endsWith('phone')) return;
  await design(page, 'product_details_layout', 'TWO_COLUMNS_SIDEBAR_ON_THE_LEFT');
  const left = async () => (await text.boundingBox())!.x;
  const beside = await left();
  await design(page, 'product_details_two_columns_with_left_sidebar_show_product_description_on_sidebar', true);
  await expect(whole).toBeVisible();
  await expect.poll(left, 'below what is bought').toBeLessThan(beside);
  await design(page, 'product_details_cut_product_description_in_sidebar', false);
  await expect(whole).toBeHidden();
});

test('reviews stand where they are wanted, all of them or one at a time', proves(
  'ec.storefront.product_details_position_review_section', 'ec.storefront.show_review_section_in_single_review_view',
), async ({ page }) => {
  await open(page, PRODUCT);
  const top = async (selector: string) => (await page.locator(selector).boundingBox())!.y;
  const reviews = page.locator('.review-card');
  await expect.poll(async () => await top('.reviews') > await top('.product-details__product-description')).toBe(true);
  await design(page, 'product_details_position_review_section', 790);
  await expect.poll(async () => await top('.reviews') < await top('.product-details__product-description')).toBe(true);
  await page.locator('.reviews__list').scrollIntoViewIfNeeded();
  const left = async (index: number) => (await reviews.nth(index).boundingBox())!.x;
  expect(await left(1), 'below each other').toBe(await left(0));
  await design(page, 'show_review_section_in_single_review_view', true);
  await expect(reviews.first()).toBeInViewport();
  await expect(reviews.nth(1), 'out of sight').not.toBeInViewport();
  await page.locator('.reviews__list').focus();
  await page.keyboard.press('ArrowRight');
  await expect(reviews.nth(1)).toBeInViewport();
});
