import type { Page } from '@playwright/test';
import { Shop, expect, heading, open, test } from '../../support/test.ts';
import { PRINT, choose, giveAddress, pay, placeOrder, putIn } from '../../support/cart.ts';
import { NAMES } from '../../support/dom-names.ts';

test.use({ ownShop: true });

const SETTINGS = {
  taxes: "[{ name = 'VAT', rate = '20' }]", ask_agreement: 'true', coupons: "[{ code = 'INK10', name = 'Ink', off = { percent = '10' } }]",
  payment: "[{ id = 'wallet', title = { en = 'By wallet' }, app = 'wallet-app' }, { id = 'bank', title = { en = 'Bank transfer' } }]",
};

const absent = (page: Page, names: string[]) => page.evaluate((names) => names.filter((name) => !document.querySelector(name)), names);

test('every name of the DOM contract is on some page, nested as there', async ({ visit }) => {
  test.setTimeout(60_000);
  const { page } = await visit(Shop.open(SETTINGS));
  const missing: string[] = [];
  const seen: string[] = [];
  const look = async (where: string) => {
    seen.push(where);
    missing.push(...(await absent(page, NAMES[where]!)).map((name) => `${where}: ${name}`));
  };
  for (const [where, path] of [['root', '/'], ['list', '/Tide-Lines-c2'], ['cards', '/search?keyword=postcards'], ['notebook', '/Tide-Table-Notebook-p301'], ['product', PRINT.path]] as const) {
    await open(page, path);
    await look(where);
  }
  expect(await page.locator('.details-product-attribute__title').allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/:$/)]));
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await page.getByText('Coupon', { exact: true }).click();
  await page.getByLabel('Coupon code').fill('INK10');
  await page.locator('.ec-cart__coupon').getByRole('button').click();
  await expect(page.locator('.ec-cart__buy-and-save')).toContainText('€5.40');
  await look('cart');
  await page.locator('#ec-cart-email-input').fill('ada@example.com');
  await page.locator('#form-control__checkbox--agree').check();
  await page.getByRole('button', { name: 'Checkout' }).click();
  await expect(heading(page)).toHaveText('Address');
  await look('address');
  await giveAddress(page);
  await expect(heading(page)).toHaveText('How would you like to get it?');
  await look('delivery');
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'By wallet');
  await look('payment');
  await placeOrder(page);
  await look('confirmation');
  expect(missing).toEqual([]);
  expect(seen.sort(), 'every page was looked at').toEqual(Object.keys(NAMES).sort());
});
