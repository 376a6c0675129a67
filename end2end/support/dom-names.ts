/**
 * Every name of the DOM contract (spec/dom.md 2 and 3), nested as there, by the page of the demo shop that has it.
 * `#static-html` alone is missing: it stands where a snapshot waits for the live storefront, and here pages are live.
 */
export const NAMES: Record<string, string[]> = {
  root: [
    '.ecwid', '.ecwid .ecwid-productBrowser .ec-wrapper > .ec-store > .ec-store__content-wrapper', '#my-store-1003', '.grid__products', '.grid-category__card',
    '.ec-footer > a.ec-footer__link.footer__link--all-products', '.ec-footer > a.ec-footer__link.footer__link--account',
    '.ec-footer > a.ec-footer__link.footer__link--track-order', '.ec-footer > a.ec-footer__link.footer__link--shopping-cart',
    '.float-icons__icon--cart > .ec-cart-widget > .ec-minicart', '.ins-tile__text', '[class*="ins-tile__product-"]', '[class*="ins-header__"]',
  ],
  list: [
    '.grid__description', '.ec-filters__wrap', '.ec-filter--offers .form-control__inline-label', '.ec-filter--attribute .form-control__inline-label',
    '.ecwid-productBrowser-head', '.ecwid-productBrowser-price', '.page-title__name.ec-header-h1',
    ...[
      '> .grid-product__wrap[data-product-id]', '.grid-product__wrap > .grid-product__wrap-inner > a.grid-product__image[href][title][data-product-id] > .grid-product__image-wrap',
      '.grid-product__image-wrap > .grid-product__label > .ec-label > .label__text', '.grid-product__image-wrap img.grid-product__picture',
      '.grid-product__wrap-inner > a.grid-product__title[data-product-id] > .grid-product__title-inner', '.grid-product__wrap-inner > .grid-product__sku',
      '.grid-product__wrap-inner > .grid-product__price > .grid-product__price-amount > .grid-product__price-value.ec-price-item',
      '.grid-product__wrap-inner > .grid-product__button.grid-product__buy-now > .form-control.form-control--button[data-product-id] > .form-control__button > span.form-control__button-text',
    ].map((name) => `div.grid-product[class*="grid-product--id-"] ${name}`),
    '.grid-product__label--Sold-out', '.grid-product__label--On-sale',
  ],
  cards: ['.grid-product__buy-now > .form-control.form-control--button[data-product-id] > button.form-control__button > span.form-control__button-text'],
  product: [
    ...[
      '.product-details__gallery', '.product-details__sidebar', '.product-details__sidebar > .product-details__product-title.ec-header-h3',
      '.product-details__product-price.ec-price-item[itemprop=price][content] > span.details-product-price__value.ec-price-item', '.product-details__product-price-taxes',
      '.product-details__product-sku [itemprop=sku]', '.product-details__product-options.details-product-options',
      '.product-details-module.details-product-option.details-product-option--Size > .product-details-module__content',
      '.product-details-module__content .form-control > input[type=radio].form-control__radio[name=Size][value]', '.product-details-module__content .form-control > input[type=checkbox]',
      '.form-control > .form-control__inline-label',
      '.product-details-module.product-details__action-panel.details-product-purchase .details-product-purchase__qty input[type=number][name=quantity]',
      '.details-product-purchase__controls .details-product-purchase__add-buttons .form-control.form-control--button.details-product-purchase__add-to-bag > button.form-control__button > span.form-control__button-text',
      '.details-product-attribute > .details-product-attribute__title + .details-product-attribute__value',
    ].map((name) => `.ec-store.ec-store__product-page .product-details ${name}`),
    '.product-details.ecwid-productBrowser-details', '.ecwid-productBrowser-head', '.ecwid-productBrowser-price', '.ecwid-productBrowser-details-descr',
    '.ecwid-productBrowser-details-thumbnail',
  ],
  notebook: ['.product-details-module__content .form-control > select.form-control__select'],
  cart: [
    ...[
      '.ec-page-title > .page-title__name.ec-header-h1', '.ec-cart__head',
      '.ec-cart__products > .ec-cart__products-inner > .ec-cart__item.ec-cart-item > .ec-cart-item__wrap > .ec-cart-item__wrap-primary > .ec-cart-item__title',
      '.ec-cart-item__wrap-primary > .ec-cart-item__sku.ec-text-muted', '.ec-cart-item__wrap-primary > .ec-cart-item__control > .ec-cart-item__control-inner',
      '.ec-cart-item__options.ec-text-muted > .ec-cart-item__option > .ec-cart-option--key', '.ec-cart-item__option > .ec-cart-option--value',
      '.ec-cart-item__wrap > .ec-cart-item__wrap-secondary > .ec-cart-item__count > .form-control--select-inline > select.form-control__select + .form-control__select-text',
      '.ec-cart-item__price-inner', '.ec-cart__shopping.ec-cart-shopping > .ec-cart-shopping__wrap > a.ec-link',
    ].map((name) => `.ec-cart > .ec-cart__sidebar > .ec-cart__sidebar-inner ${name}`),
    '.ecwid .ecwid-productBrowser .ec-wrapper > .ec-store > .ec-store__content-wrapper > .ec-cart',
    ...[
      '.ec-cart__email.ec-cart-email > .ec-cart-email__text', '.ec-cart-email > .ec-cart-email__input > .form-control > input#ec-cart-email-input', '.ec-cart__coupon',
      '.ec-cart__checkout > .ec-cart__agreement #form-control__checkbox--agree', '.ec-cart__buy-and-save',
      '.ec-cart__checkout > .ec-cart__buttons > div > .form-control > button.form-control__button > .form-control__loader + span.form-control__button-text', '.ec-cart-summary__total',
    ].map((name) => `.ec-cart > .ec-cart__body > .ec-cart__body-inner ${name}`),
  ],
  address: [
    '.ec-cart-step__body .ec-form > .ec-form__row > .ec-form__cell.ec-form__cell--name > label[for] > .ec-form__title + .marker-required',
    '.ec-form__cell--name > .form-control > input.form-control__text#ec-full-name[name] + .form-control__placeholder > .form-control__placeholder-inner',
    '#ec-address-line1', '#ec-city-list', '#ec-postal-code', '.ec-form__cell--country select.form-control__select',
  ],
  delivery: [
    'label.ec-radiogroup__item--Standard-delivery.ec-radiogroup__item--standard.ec-radiogroup__item--module-Custom > input',
    '.ec-radiogroup__item > .ec-radiogroup__title', '.ec-radiogroup__item > .ec-radiogroup__info',
  ],
  payment: ['label.ec-radiogroup__item--By-wallet.ec-radiogroup__item--wallet.ec-radiogroup__item--module-Offline.ec-radiogroup__item--app_id-wallet-app > .ec-radiogroup__info:empty'],
  confirmation: ['.ec-confirmation', '.ec-store__confirmation-page h1.page-title__name'],
};
