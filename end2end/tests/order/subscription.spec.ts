import type { Page } from '@playwright/test';
import { isAccessible } from '../../support/accessible.ts';
import { placeOrder, putIn, said, upToPayment } from '../../support/cart.ts';
import { type Shop, expect, fits, heading, open, test } from '../../support/test.ts';

test.use({ ownShop: true });

const MONTHLY = { path: '/Postcard-of-the-Month-p207', id: 207, name: 'Postcard of the Month' };

/** Subscribes; the number of the order. */
async function subscribe(page: Page, scripts: boolean | undefined): Promise<string> {
  await putIn(page, MONTHLY, scripts);
  await open(page, '/cart', scripts);
  await upToPayment(page);
  await said(page, /Every month · €12.00 each time, plus delivery/);
  return placeOrder(page);
}

/** The link in the e-mail about the subscription; it comes by a job. */
async function linkIn(shop: Shop): Promise<string> {
  const message = () => shop.emails().map((text) => text.replaceAll('=\r\n', '').replaceAll('=3D', '=')).find((text) => text.includes('/account/subscription?'));
  await expect.poll(message).toBeTruthy();
  return /\/account\/subscription\?id=\d+&token=[\w-]{43}/.exec(message()!)![0];
}

test('a guest pauses, resumes and cancels by the link in the email', async ({ page, shop, browser, baseURL, javaScriptEnabled }) => {
  await subscribe(page, javaScriptEnabled);
  await expect(page.getByRole('link', { name: 'Manage subscription' })).toBeVisible();
  const link = await linkIn(shop);
  const elsewhere = await browser.newContext({ baseURL: baseURL! });
  const reader = await elsewhere.newPage();
  await open(reader, link, javaScriptEnabled);
  await expect(reader.getByRole('heading', { level: 2 })).toHaveText('1 × Postcard of the Month · Every month · €16.90 each time');
  await said(reader, /Next order on \d{1,2} [A-Z][a-z]+ \d{4}/);
  await fits(reader);
  if (javaScriptEnabled) await isAccessible(reader);
  await reader.getByRole('button', { name: 'Pause' }).click();
  await said(reader, 'Paused');
  await reader.getByRole('button', { name: 'Resume' }).click();
  await said(reader, 'Active');
  await reader.getByRole('link', { name: 'Cancel subscription' }).click();
  await expect(heading(reader)).toHaveText('Cancel this subscription?');
  await fits(reader);
  if (javaScriptEnabled) await isAccessible(reader);
  await reader.getByRole('link', { name: 'Keep subscription' }).click();
  await said(reader, 'Active');
  await reader.getByRole('link', { name: 'Cancel subscription' }).click();
  await reader.getByRole('button', { name: 'Cancel now' }).click();
  await said(reader, /Cancelled on/);
  await expect.poll(() => shop.emails().some((text) => text.includes('is cancelled'))).toBe(true);
  await elsewhere.close();
});

test('a customer finds their subscription in the account', async ({ page, signedIn, shop, javaScriptEnabled }) => {
  expect(signedIn.email).toBeTruthy();
  await putIn(page, MONTHLY, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await upToPayment(page);
  await placeOrder(page);
  await linkIn(shop);
  await open(page, '/account', javaScriptEnabled);
  await page.getByRole('link', { name: 'All subscriptions' }).click();
  await expect(heading(page)).toHaveText('Subscriptions');
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Postcard of the Month');
  await fits(page);
});
