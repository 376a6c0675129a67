import { PRINT, giveAddress, giveEmail, choose, pay, putIn, said } from '../../support/cart.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';
import { isAccessible } from '../../support/accessible.ts';
import type { Page } from '@playwright/test';

/** A shop whose card payments take no money and end like this. */
const shopWhoseCard = (outcome: 'succeeds' | 'fails' | 'pending') => Shop.open({
  test_payments: 'true', payment: `[{ id = 'bank', title = { en = 'Bank transfer' } }, { id = 'card', title = { en = 'Card' }, test = '${outcome}' }]`,
});

async function payByCard(page: Page, scripts: boolean | undefined): Promise<void> {
  await putIn(page, PRINT, scripts);
  await open(page, '/cart', scripts);
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Card');
  await page.getByRole('button', { name: /^Buy now/ }).click();
}

test('a payment that goes well ends with thanks', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(shopWhoseCard('succeeds'));
  await payByCard(page, javaScriptEnabled);
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  await said(page, 'Paid');
  await fits(page);
});

test('a payment that fails leaves the cart, and another one is tried', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(shopWhoseCard('fails'));
  await payByCard(page, javaScriptEnabled);
  await expect(heading(page)).toHaveText('The payment did not go through');
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByRole('link', { name: 'Try again' }).click();
  await pay(page, 'Bank transfer');
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
});

test('a payment is waited for, and can be called off', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(shopWhoseCard('pending'));
  await payByCard(page, javaScriptEnabled);
  await expect(heading(page)).toHaveText('We are waiting for your payment');
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText('We are waiting for your payment');
  await page.getByRole('button', { name: 'Cancel the payment' }).click();
  await expect(heading(page)).toHaveText('The payment did not go through');
  await page.getByRole('link', { name: 'Try again' }).click();
  await pay(page, 'Card');
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(heading(page)).toHaveText('We are waiting for your payment');
  shop.command('orders', 'status', new URL(page.url()).searchParams.get('order')!, '--payment', 'paid');
  // With scripts the page looks by itself.
  if (!javaScriptEnabled) await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
});
