import { expect, open, proves, test } from '../../support/test.ts';
import { PRINT, giveEmail, putIn } from '../../support/bag.ts';

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
