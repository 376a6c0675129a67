import { PRINT, cartCount, choose, giveAddress, giveEmail, pay, putIn, said } from '../../support/cart.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';
import { isAccessible, looksGood } from '../../support/accessible.ts';
import type { Page } from '@playwright/test';

/** The demo, whose test card is paid on a page of another origin. */
const demo = () => Shop.open();

const upToCard = (page: Page, scripts: boolean | undefined) => upTo(page, scripts, 'Test card');

async function upTo(page: Page, scripts: boolean | undefined, way: string): Promise<void> {
  await putIn(page, PRINT, scripts);
  await open(page, '/cart', scripts);
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, way);
}

/** Everything up to the page where it is paid. */
async function payByCard(page: Page, scripts: boolean | undefined): Promise<void> {
  await upToCard(page, scripts);
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(page.getByText('Test card: no money moves.')).toBeVisible();
}

test('a card is paid on the page of its provider, and the shopper is thanked', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(demo());
  await upToCard(page, javaScriptEnabled);
  await expect(page.getByText('Test mode: no money is taken.').first()).toBeVisible();
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(page.getByText('Test card: no money moves.')).toBeVisible();
  expect(new URL(page.url()).origin).not.toBe(shop.url);
  await fits(page);
  await page.getByRole('button', { name: 'Decline the card' }).click();
  await expect(page.getByRole('alert')).toHaveText('Your card was declined. Try another one.');
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  await said(page, 'Paid');
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
});

test('a payment that was left is gone on with, or called off', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(demo());
  await payByCard(page, javaScriptEnabled);
  const provider = page.url();
  // The way back in the browser, and another tab, know of it.
  await page.goBack();
  await expect(page).toHaveURL(/\/checkout\//);
  const tab = await page.context().newPage();
  await open(tab, `${shop.url}/cart`, javaScriptEnabled);
  await expect(heading(tab)).toHaveText('We are waiting for your payment');
  await fits(tab);
  await looksGood(tab, 'payment-waits', javaScriptEnabled);
  await expect(tab.getByRole('link', { name: 'Continue to the payment' })).toHaveAttribute('href', provider);
  await tab.getByRole('link', { name: 'Continue to the payment' }).click();
  await tab.getByRole('link', { name: 'Back to the shop' }).click();
  await expect(heading(tab)).toHaveText('We are waiting for your payment');
  await tab.getByRole('button', { name: 'Cancel the payment' }).click();
  await expect(heading(tab)).toHaveText('The payment did not go through');
  // It cannot be paid there any more, and the cart is as it was.
  await page.goto(provider);
  await expect(page.getByText('This is not to be paid any more.')).toBeVisible();
  await open(tab, `${shop.url}/cart`, javaScriptEnabled);
  await expect(cartCount(tab)).toContainText('1');
  await tab.close();
});

test('a tab that is closed having paid is found out without it', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(demo());
  await payByCard(page, javaScriptEnabled);
  // It is paid, and the browser does not come back: the provider tells the shop.
  const paid = await page.request.post(page.url(), { form: { does: 'pay' }, maxRedirects: 0 });
  expect(paid.status()).toBe(303);
  await shop.emailTo('ada@example.com', 'Lichen Map');
  await open(page, `${shop.url}/cart`, javaScriptEnabled);
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
});

test('a bank that takes its time is waited for', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(demo());
  await payByCard(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Let the bank think about it' }).click();
  await expect(heading(page)).toHaveText('We are waiting for your payment');
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
});

test('a payment whose time is up leaves the cart as it was', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(demo());
  await payByCard(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Let its time run out' }).click();
  await expect(page.getByText('This is not to be paid any more.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the shop' }).click();
  await expect(heading(page)).toHaveText('The payment did not go through');
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  await open(page, `${shop.url}/cart`, javaScriptEnabled);
  await expect(cartCount(page)).toContainText('1');
});

test('an order by bank transfer is paid by card from its page', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(demo());
  await upTo(page, javaScriptEnabled, 'Bank transfer');
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  const order = new URL(page.url()).searchParams.get('order') ?? '';
  await open(page, `${shop.url}/account/orders/${order}`, javaScriptEnabled);
  const due = page.getByRole('region', { name: 'This order is not paid yet' });
  await expect(due).toBeVisible();
  await fits(page);
  await looksGood(page, 'order-due', javaScriptEnabled);
  await due.getByRole('button', { name: /^Pay .* by Test card$/ }).click();
  // Whoever goes away from there finds the way back on the order's page.
  await page.getByRole('link', { name: 'Back to the shop' }).click();
  await expect(heading(page)).toHaveText('We are waiting for your payment');
  await page.getByRole('link', { name: 'Continue to the payment' }).click();
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(heading(page)).toHaveText(/^Order /);
  await said(page, 'Paid');
  await expect(due).toHaveCount(0);
});
