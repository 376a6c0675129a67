import { expect, heading, main, open, status, test } from '../../support/test.ts';

const openMenu = async (page: import('@playwright/test').Page) => {
  const button = page.getByRole('button', { name: 'Menu' });
  if (await button.isVisible()) await button.click();
};

test('from the menu to a product, into the cart', async ({ page, javaScriptEnabled }) => {
  await open(page, '/', javaScriptEnabled);
  await openMenu(page);
  await page.locator('#site-menu summary', { hasText: 'Prints' }).click();
  await page.locator('#site-menu').getByRole('link', { name: 'Moss Rings' }).click();
  await expect(heading(page)).toHaveText('Moss Rings');
  await expect(page).toHaveURL('/Moss-Rings-c4');
  await expect(page.locator('.grid-product')).toHaveCount(12);
  await page.locator('.grid-product__title', { hasText: 'Lichen Map' }).click();
  await expect(heading(page)).toHaveText('Lichen Map');
  await expect(page).toHaveURL('/Lichen-Map-p126');
  await page.getByLabel('Ash').check();
  await page.getByLabel('Dedication').fill('For Grace');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(status(page)).toHaveText('Added to your cart.');
  await page.getByRole('link', { name: 'Cart, 1 item' }).click();
  await expect(heading(page)).toHaveText('Your cart');
  await expect(main(page)).toContainText('For Grace');
  await expect(main(page).locator('.ec-cart-summary__total')).toHaveText('€99.00');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(main(page)).toContainText('Your cart is empty.');
});

test('a product without choices goes into the cart from its card', async ({ page, javaScriptEnabled }) => {
  await open(page, '/Postcards-c7', javaScriptEnabled);
  await page.getByRole('button', { name: 'Add to cart: Ember Postcards' }).click();
  await expect(status(page)).toHaveText('Added to your cart.');
  await expect(page.getByRole('link', { name: 'Cart, 1 item' })).toBeVisible();
  await expect(page).toHaveURL('/Postcards-c7');
});

test('more than there are is refused, and nothing chosen is lost', async ({ page, javaScriptEnabled }) => {
  await open(page, '/Ember-Postcards-p202', javaScriptEnabled);
  await page.getByLabel('Quantity').evaluate((input: HTMLInputElement) => input.removeAttribute('max'));
  await page.getByLabel('Quantity').fill('13');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(status(page)).toHaveText('There are not that many left. Your cart is unchanged.');
  await expect(page.getByLabel('Quantity')).toHaveValue('13');
  await expect(page.getByRole('link', { name: 'Cart, 0 items' })).toBeVisible();
});

test('breadcrumbs lead back', async ({ page, javaScriptEnabled }) => {
  await open(page, '/Kindling-p113', javaScriptEnabled);
  const crumbs = page.getByRole('navigation', { name: 'You are here' });
  await expect(crumbs.getByRole('listitem')).toHaveText(['Home', 'Prints', 'Ember Fields', 'Kindling']);
  await crumbs.getByRole('link', { name: 'Ember Fields' }).click();
  await expect(heading(page)).toHaveText('Ember Fields');
});

test('filters, order and pages are links that can be shared', async ({ page, javaScriptEnabled }) => {
  await open(page, '/search', javaScriptEnabled);
  await expect(page.getByText('64 products')).toBeVisible();
  const filters = page.getByRole('complementary', { name: 'Filters' });
  const toggle = page.locator('.ec-filters__toggle');
  if (await toggle.isVisible()) await toggle.click();
  await filters.getByRole('link', { name: 'Washi' }).click();
  await expect(page).toHaveURL(/attribute_Paper=Washi/);
  await expect(page.getByText('12 products')).toBeVisible();
  await filters.getByRole('link', { name: 'On sale' }).click();
  await expect(page).toHaveURL(/onsale=onsale/);
  await expect(page.getByText('2 products', { exact: true })).toBeVisible();
  const shown = await page.locator('.grid-product__title').allTextContents();
  expect(shown.length).toBeGreaterThan(0);
  await page.reload();
  expect(await page.locator('.grid-product__title').allTextContents()).toEqual(shown);
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page.getByText('64 products')).toBeVisible();
});

test('prices between two bounds', async ({ page, javaScriptEnabled }) => {
  await open(page, '/Tide-Lines-c2', javaScriptEnabled);
  const toggle = page.locator('.ec-filters__toggle');
  if (await toggle.isVisible()) await toggle.click();
  await page.getByLabel('From').fill('60');
  await page.getByLabel('To', { exact: true }).fill('70');
  await page.locator('.ec-filter--price').getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/priceFrom=60.*priceTo=70/);
  await expect(page.getByText('3 products')).toBeVisible();
});

test('nothing found has a way on', async ({ page, javaScriptEnabled }) => {
  await open(page, '/search?keyword=zeppelin', javaScriptEnabled);
  await expect(page.getByText('No products')).toBeVisible();
  await main(page).getByRole('link', { name: 'All products' }).click();
  await expect(page.getByText('64 products')).toBeVisible();
});

test('searching from the header, slips included', async ({ page, javaScriptEnabled }) => {
  await open(page, '/', javaScriptEnabled);
  await page.getByRole('searchbox', { name: 'Search products' }).fill('lichn');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Results for “lichn”');
  await expect(main(page)).toContainText('No results for “lichn”');
  await expect(page.locator('.grid-product__title').first()).toHaveText('Lichen Map');
});

test('another language, and back', async ({ page, javaScriptEnabled }) => {
  await open(page, '/Lichen-Map-p126', javaScriptEnabled);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: 'In den Warenkorb' })).toBeVisible();
  await expect(page.locator('legend', { hasText: 'Größe' })).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible();
});
