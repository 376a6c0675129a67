import type { Page } from '@playwright/test';
import { Shop, expect, open, proves, test } from '../../support/test.ts';

const LIST = '/Tide-Lines-c2';
const PRODUCT = '/The-Long-Ebb-p103';

/** Sets `ec.storefront[key]` and lets the shop follow. */
const design = (page: Page, key: string, value: unknown) => page.evaluate(([key, value]) => {
  (window as any).ec.storefront[key as string] = value;
  (window as any).Ecwid.refreshConfig();
}, [key, value] as const);

test('filters are open from the start where wanted', proves(
  'ec.storefront.product_filters_opened_by_default_on_catalog_pages', 'ec.storefront.product_filters_opened_by_default_on_category_page',
), async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const key of ['product_filters_opened_by_default_on_catalog_pages', 'product_filters_opened_by_default_on_category_page']) {
    await open(page, LIST);
    const body = page.locator('.ec-filters__body');
    await expect(body).toBeHidden();
    await design(page, key, true);
    await expect(body).toBeVisible();
  }
});

test('the columns of a product page', proves(
  'ec.storefront.product_details_layout', 'ec.storefront.product_details_show_product_name_always_first_on_mobile',
  'ec.storefront.product_details_two_columns_with_right_sidebar_show_product_description_on_sidebar',
), async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, PRODUCT);
  const box = async (selector: string) => (await page.locator(selector).boundingBox())!;
  expect((await box('.product-details__sidebar')).x).toBeGreaterThan((await box('.product-details__gallery')).x);
  await design(page, 'product_details_layout', 'TWO_COLUMNS_SIDEBAR_ON_THE_LEFT');
  expect((await box('.product-details__sidebar')).x).toBeLessThan((await box('.product-details__gallery')).x);
  await design(page, 'product_details_layout', undefined);
  await design(page, 'product_details_two_columns_with_right_sidebar_show_product_description_on_sidebar', true);
  expect((await box('.product-details__product-description')).x).toBe((await box('.product-details__sidebar')).x);
  await page.setViewportSize({ width: 390, height: 800 });
  await design(page, 'product_details_show_product_name_always_first_on_mobile', true);
  expect((await box('.product-details__product-title')).y).toBeLessThan((await box('.product-details__gallery')).y);
});

test('the way home leads where it is told, also on the pages to come', proves('ec.storefront.breadcrumbs_home_url'), async ({ page }) => {
  await open(page, LIST);
  await design(page, 'breadcrumbs_home_url', '/pages/about');
  const home = page.locator('.breadcrumbs__item--home a').first();
  await expect(home).toHaveAttribute('href', '/pages/about');
  await page.locator('.grid-product__title').first().click();
  await expect(page.locator('.product-details')).toBeVisible();
  await expect(home).toHaveAttribute('href', '/pages/about');
});

test('a keystroke handler that refreshes keeps its field', async ({ page }) => {
  await open(page, '/Lichen-Map-p126');
  const field = page.getByLabel('Dedication');
  await field.evaluate((input) => input.addEventListener('input', () => (window as any).Ecwid.refreshConfig()));
  await field.pressSequentially('For Ada');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('For Ada');
});

test('colours and font of the merchant', proves(
  'ec.config.chameleon.colors', 'ec.config.chameleon.font', 'ec.config.chameleon.colors.color-background', 'ec.config.chameleon.colors.color-foreground',
  'ec.config.chameleon.colors.color-link', 'ec.config.chameleon.colors.color-button', 'ec.config.chameleon.colors.color-price',
), async ({ page }) => {
  await open(page, PRODUCT);
  await page.evaluate(() => {
    (window as any).ec.config.chameleon = {
      colors: { 'color-background': '#ffeedd', 'color-foreground': '#112233', 'color-link': 'rgba(0, 100, 0, 1)', 'color-button': '#550000', 'color-price': 'not a colour' },
      font: { 'font-family': 'Courier New, monospace' },
    };
    (window as any).Ecwid.refreshConfig();
  });
  const style = (selector: string, property: string) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await style('html', 'background-color')).toBe('rgb(255, 238, 221)');
  expect(await style('html', 'color')).toBe('rgb(17, 34, 51)');
  expect(await style('.prose a, .skip', 'font-family')).toContain('Courier');
  expect(await style('.details-product-purchase__add-to-bag button', 'background-color')).toBe('rgb(85, 0, 0)');
  expect(await style('.product-details__product-price', 'color')).toBe('rgb(17, 34, 51)');
  await page.evaluate(() => {
    (window as any).ec.config.chameleon = { 'color-price': '#aa0000' };
    (window as any).Ecwid.refreshConfig();
  });
  expect(await style('.product-details__product-price', 'color')).toBe('rgb(170, 0, 0)');
  expect(await style('html', 'background-color')).not.toBe('rgb(255, 238, 221)');
});

test('scrolling goes by the merchant', proves('ec.config.navigation_scrolling', 'ec.config.custom_scroller', 'ec.config.scroll_indent'), async ({ page }) => {
  await open(page, LIST);
  const go = async (slug: string, title: string) => {
    await page.evaluate(() => scrollTo(0, 500));
    await page.evaluate((slug) => (window as any).Ecwid.openPage(slug), slug);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  };
  await page.evaluate(() => Object.assign((window as any).ec.config, { navigation_scrolling: 'CUSTOM', custom_scroller: () => { (window as any).scrolled = true; } }));
  await go('search', 'All products');
  expect(await page.evaluate(() => (window as any).scrolled)).toBe(true);
  await page.evaluate(() => Object.assign((window as any).ec.config, { navigation_scrolling: 'IMMEDIATELY', scroll_indent: 40 }));
  await go('category', 'Pictures that were drawn once, for one wall.');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(40);
  await page.evaluate(() => Object.assign((window as any).ec.config, { navigation_scrolling: 'DISABLED' }));
  await go('search', 'All products');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(40);
});

test('the shop\'s own settings hold, and the page\'s win', async ({ visit }) => {
  const { page } = await visit(Shop.open({ storefront: '{ show_sku = false, show_breadcrumbs = false }' }));
  await open(page, LIST);
  await expect(page.locator('.grid-product__sku').first()).toBeHidden();
  await expect(page.locator('.ec-breadcrumbs')).toBeHidden();
  await design(page, 'show_sku', true);
  await expect(page.locator('.grid-product__sku').first()).toBeVisible();
});

test('taxes are told below the price', proves('ec.storefront.product_details_show_tax'), async ({ visit }) => {
  const { page } = await visit(Shop.open({ taxes: "[{ name = 'VAT', rate = '19' }]", prices_include_tax: 'true' }));
  await open(page, PRODUCT);
  const taxes = page.locator('.product-details__product-price-taxes');
  await expect(taxes).toHaveText('Including 19% VAT');
  await design(page, 'product_details_show_tax', false);
  await expect(taxes).toBeHidden();
});

test('a small picture may open a large one', proves('ec.storefront.product_details_additional_images_preview_on_click'), async ({ page }) => {
  await open(page, PRODUCT);
  const second = page.locator('.details-gallery__thumb').nth(1);
  await second.click();
  await expect(page.locator('#picture-1')).toBeInViewport({ ratio: 0.45 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await design(page, 'product_details_additional_images_preview_on_click', false);
  await second.click();
  await expect(page.getByRole('dialog').locator('img')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the store root shows what the script wants', proves(
  'ec.storefront.enable_catalog_on_one_page', 'ec.storefront.hide_category_block_show_all_enabled_products',
), async ({ page }) => {
  await open(page, '/');
  await expect(page.locator('.grid__categories')).toBeVisible();
  await design(page, 'enable_catalog_on_one_page', true);
  await expect(page.getByRole('heading', { level: 2, name: 'Postcards' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'All of Postcards' }).last()).toBeVisible();
  await design(page, 'enable_catalog_on_one_page', undefined);
  await expect(page.locator('.grid__categories')).toBeVisible();
  await design(page, 'hide_category_block_show_all_enabled_products', true);
  await expect(page.locator('.grid__categories')).toHaveCount(0);
  await expect(page.locator('#list-count')).toHaveText(/^\d+ products$/);
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect(page).toHaveURL(/offset=24/);
});

test('categories on one page may be folded to their names', proves('ec.storefront.enable_catalog_seamless_product_list_view'), async ({ page }) => {
  await open(page, '/');
  await design(page, 'enable_catalog_on_one_page', true);
  const products = page.locator('#root-catalog .grid-product');
  await expect(products.first()).toBeVisible();
  await design(page, 'enable_catalog_seamless_product_list_view', false);
  await expect(products.first()).toBeHidden();
  await design(page, 'enable_catalog_seamless_product_list_view', true);
  await expect(products.first()).toBeVisible();
  await design(page, 'enable_catalog_seamless_product_list_view', false);
  await page.locator('#root-catalog').getByRole('link', { name: 'Postcards', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Postcards' })).toBeVisible();
});

test('the way to the cart shows what it is told to', proves('ec.storefront.cart_widget_layout'), async ({ page }) => {
  await open(page, '/Slack-Water-p101');
  await page.locator('#page').getByRole('button', { name: 'Add to cart' }).click();
  const cart = page.locator('.ec-minicart'), parts = ['icon', 'title', 'counter'];
  await expect(cart.locator('.ec-minicart__counter')).toHaveText('1');
  const layouts: [string | undefined, string][] = [
    [undefined, 'icon counter'], ['SMALL_ICON', 'icon'], ['SMALL_ICON_COUNTER', 'icon counter'], ['MEDIUM_ICON_COUNTER', 'icon counter'],
    ['MEDIUM_ICON_TITLE_COUNTER', 'icon title counter'], ['TITLE_COUNTER', 'title counter'], ['COUNTER_ONLY', 'counter'], ['NO_SUCH', 'icon counter'],
  ];
  for (const [layout, shown] of layouts) {
    await design(page, 'cart_widget_layout', layout);
    for (const part of parts) await expect(cart.locator(`.ec-minicart__${part}`), `${layout}: ${part}`).toBeVisible({ visible: shown.split(' ').includes(part) });
    await expect(cart, 'its name stays').toHaveAccessibleName('Cart, 1 item');
  }
});

test('pictures may stand on the exact colour of the page', proves('ec.config.chameleon.colors.gallery.use_exact_colors'), async ({ page }) => {
  await open(page, PRODUCT);
  const background = () => page.locator('.details-gallery__slides').evaluate((element) => getComputedStyle(element).backgroundColor);
  const paint = (colors: object) => page.evaluate((colors) => {
    (window as any).ec.config.chameleon = { colors };
    (window as any).Ecwid.refreshConfig();
  }, colors);
  await paint({ 'color-background': '#123456' });
  expect(await background()).not.toBe('rgb(18, 52, 86)');
  await paint({ 'color-background': '#123456', gallery: { use_exact_colors: true } });
  expect(await background()).toBe('rgb(18, 52, 86)');
});

test('who only looks gets no cookie', proves('ec.config.disable_all_cookies'), async ({ page, context }) => {
  await page.addInitScript(() => { (window as any).ec = { config: { disable_all_cookies: true } }; });
  for (const path of ['/', LIST, PRODUCT, '/search?keyword=tide', '/cart', '/account']) await open(page, path);
  expect(await context.cookies()).toEqual([]);
});
