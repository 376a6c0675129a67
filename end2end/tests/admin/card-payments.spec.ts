import { looksGood } from '../../support/accessible.ts';
import { PRINT, choose, giveAddress, giveEmail, pay, putIn } from '../../support/cart.ts';
import { goTo, says, signIn } from '../../support/office.ts';
import { Shop, expect, heading, open, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

/** Orders a print by the test card, up to the page where it is paid; the order's number. */
async function orderByCard(page: Page, scripts: boolean | undefined): Promise<string> {
  await putIn(page, PRINT, scripts);
  await open(page, '/cart', scripts);
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Test card');
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(page.getByText('Test card: no money moves.')).toBeVisible();
  return (await heading(page).innerText()).replace('Order ', '');
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Money goes back beside the page: it is looked at until it went. */
const went = (page: Page, count: number) => expect(async () => {
  await page.reload();
  await expect(page.getByText('It went.')).toHaveCount(count, { timeout: 500 });
}).toPass();

test('money by card goes back from the order, and money that came too late is decided on', async ({ visit, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const paid = await orderByCard(page, scripts);
  await button(page, 'Pay').click();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  // The merchant calls the other one off, and it is paid all the same.
  const late = await orderByCard(page, scripts);
  shop.command('orders', 'status', late, '--payment', 'cancelled');
  await button(page, 'Pay').click();
  await page.waitForURL(/\/checkout\/|\/account\//);

  await signIn(page, shop);
  await page.goto(`${shop.office}/orders/${paid}`);
  await expect(page.getByRole('heading', { name: 'Payment by Stripe' })).toBeVisible();
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByLabel('Amount').fill('10');
  await button(page, 'Give it back').click();
  await says(page, 'It is on its way back to the customer.');
  await went(page, 1);
  await looksGood(page, 'order-refunded-by-card', scripts);

  await expect(async () => {
    await page.goto(`${shop.office}/`);
    await page.getByRole('link', { name: 'payments to look at' }).click({ timeout: 500 });
  }).toPass();
  await expect(heading(page)).toHaveText('Payments to look at');
  await looksGood(page, 'payments', scripts);
  await page.getByRole('link', { name: `Order ${late}` }).click();
  await expect(page.getByText('The money came after the order was over.')).toBeVisible();
  await looksGood(page, 'order-paid-late', scripts);
  await button(page, 'Give it back').click();
  await says(page, 'It is on its way back to the customer.');
  await went(page, 1);
  await shop.emailTo('ada@example.com', 'refunded');
  await page.goto(`${shop.office}/payments`);
  await expect(page.getByText('Nothing: every payment is where it should be.')).toBeVisible();
});

test('keys are typed, found wrong, and never shown', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Card payments');
  await looksGood(page, 'payment-keys', scripts);
  const stripe = page.getByRole('region', { name: 'Stripe' });
  await expect(stripe.getByText('Test mode')).toBeVisible();
  await stripe.getByLabel(/^Secret or restricted key/).fill('pk_live_1234');
  await stripe.getByRole('button', { name: 'Keep' }).click();
  await expect(stripe.getByRole('alert')).toContainText('That is the publishable key.');
  await stripe.getByLabel(/^Secret or restricted key/).fill('rk_live_1234');
  await stripe.getByRole('button', { name: 'Keep' }).click();
  await says(page, 'Saved. The shop shows it within a second.');
  await expect(stripe.getByText('Live', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain('rk_live_1234');
  await page.getByRole('region', { name: 'Mollie' }).getByRole('button', { name: 'Forget the keys' }).click();
  await expect(page.getByRole('region', { name: 'Mollie' }).getByText('No key yet: nobody can pay by it.')).toBeVisible();
});
