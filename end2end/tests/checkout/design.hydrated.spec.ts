import { expect, heading, open, proves, test } from '../../support/test.ts';
import { PRINT, giveEmail, putIn } from '../../support/cart.ts';

/** Settings of cart and checkout: where, what each shows, and what it hides instead. */
const SHOWING: [string, string, string][] = [
  ['shopping_cart_show_sku', '/cart', '.ec-cart-item__sku'],
  ['shopping_cart_show_weight', '/cart', '.ec-cart-item__weight'],
  ['shopping_cart_show_qty_inputs', '/cart', '.ec-cart-item__count--number'],
  ['checkout_show_address_line_2', '/checkout/address', '#ec-address-line2'],
  ['checkout_show_state_input', '/checkout/address', '#ec-state'],
];

test('what is shown in the cart and the checkout', proves(...SHOWING.map(([key]) => `ec.storefront.${key}`)), async ({ page }) => {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  for (const [key, path, selector] of SHOWING) {
    await open(page, path);
    const part = page.locator(selector).first();
    await expect(part, key).toBeHidden();
    await page.evaluate((key) => { (window as any).ec.storefront[key] = true; (window as any).Ecwid.refreshConfig(); }, key);
    await expect(part, key).toBeVisible();
  }
});

test('a number may stand for the drop-down on phones alone', proves('ec.storefront.shopping_cart_show_qty_inputs_on_mobile'), async ({ page }, info) => {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await page.evaluate(() => { (window as any).ec.storefront.shopping_cart_show_qty_inputs_on_mobile = true; (window as any).Ecwid.refreshConfig(); });
  await expect(page.locator('.ec-cart-item__count--number')).toBeVisible({ visible: info.project.name.endsWith('phone') });
});

test('what is bought is folded away beside a step', proves(
  'ec.storefront.shopping_cart_products_collapsed_on_desktop', 'ec.storefront.shopping_cart_products_collapsed_on_mobile',
), async ({ page }, info) => {
  const isPhone = info.project.name.endsWith('phone');
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  const item = page.locator('.checkout-item').first();
  // Little is folded on a phone alone.
  await expect(item).toBeVisible({ visible: !isPhone });
  for (const id of [201, 202, 204, 205]) {
    await page.evaluate((id) => new Promise((done) => (window as any).Ecwid.Cart.addProduct(id, done)), id);
  }
  await open(page, '/checkout/address');
  await expect(item).toBeHidden();
  await page.getByText('5 products', { exact: true }).click();
  await expect(item).toBeVisible();
  await page.getByText('5 products', { exact: true }).click();
  await expect(item).toBeHidden();
  const key = `shopping_cart_products_collapsed_on_${isPhone ? 'mobile' : 'desktop'}`;
  await page.evaluate((key) => { (window as any).ec.storefront[key] = false; (window as any).Ecwid.refreshConfig(); }, key);
  await expect(item).toBeVisible();
});

test("the bill's own address may be asked for from the start", proves('ec.storefront.checkout_expand_billing_address_form'), async ({ page }) => {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  const billing = page.getByRole('group', { name: 'Billing address' });
  await expect(billing).toBeHidden();
  await page.evaluate(() => { (window as any).ec.storefront.checkout_expand_billing_address_form = true; (window as any).Ecwid.refreshConfig(); });
  await expect(billing).toBeVisible();
  await page.getByLabel('Billing address is the same').check();
  await page.evaluate(() => (window as any).Ecwid.refreshConfig());
  await expect(billing, 'the shopper decides').toBeHidden();
});
