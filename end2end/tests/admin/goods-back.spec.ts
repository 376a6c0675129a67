import { isAccessible } from '../../support/accessible.ts';
import { placeOrder, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// A form that is refused comes back with that status.
test.use({ expectedConsole: /status of 422 .*\/refund$/ });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

async function send(page: Page, quantity: string): Promise<void> {
  await page.getByRole('link', { name: /^Send (a parcel|the rest)$/ }).click();
  await page.getByLabel(/\(of [23]\)$/).fill(quantity);
  await button(page, 'It is on its way').click();
  await says(page, 'Done: the parcel is noted.');
}

test('goods come back: of what was sent, of what was not, and of what nobody paid', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const [paid, unpaid] = [await placeOrder(playwright.request, shop, 'Ada Lovelace', 3), await placeOrder(playwright.request, shop, 'Eve', 3)];
  shop.command('orders', 'status', paid, '--payment', 'paid');
  await signIn(page, shop);

  await page.goto(`${shop.office}/orders/${paid}`);
  await send(page, '1');
  await link(page, 'Refund').click();
  await expect(page.getByLabel(/^Back into stock, of those sent: .*\(of 1\)$/)).toBeVisible();
  await page.getByLabel(/^Back into stock, of those not sent: .*\(of 2\)$/).fill('2');
  await page.getByLabel(/^Refund /).fill('2');
  await button(page, 'Calculate the amount').click();
  await expect(page.getByLabel(/of those not sent/)).toHaveValue('2');
  await fits(page);
  if (scripts) await isAccessible(page);
  await button(page, 'Note the refund').click();
  await says(page, 'Noted: it is paid back. Please send the money.');
  // The rest is back in stock: nothing is waited for.
  await expect(page.getByText('Shipped', { exact: true }).first()).toBeVisible();
  await expect(link(page, 'Send the rest')).toBeHidden();

  // Of what was sent in part, the merchant says what came back, and what becomes of the rest.
  await page.goto(`${shop.office}/orders/${unpaid}`);
  await send(page, '1');
  await link(page, 'Goods came back').click();
  const whole = page.getByLabel('The whole order came back: mark it so');
  await expect(whole).not.toBeChecked();
  await whole.check();
  await page.getByLabel(/of those sent: /).fill('1');
  await button(page, 'Note the return').click();
  await expect(page.getByText('2 are not sent: put them back into stock, or cancel the rest first.')).toBeVisible();
  await expect(page.getByLabel(/of those sent: /)).toHaveValue('1');
  await fits(page);
  await link(page, `Back to order ${unpaid}`).click();

  await send(page, '2');
  await link(page, 'Goods came back').click();
  await expect(heading(page)).toHaveText(`Return of order ${unpaid}`);
  await expect(whole).toBeChecked();
  await fits(page);
  if (scripts) await isAccessible(page);
  await button(page, 'Note the return').click();
  await expect(heading(page)).toHaveText(`Order ${unpaid}`);
  await expect(page.getByText('Came back', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(link(page, 'Goods came back')).toBeHidden();
});
