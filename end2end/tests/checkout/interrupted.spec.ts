import { type Page } from '@playwright/test';
import { type Customer, expect, heading, open, test } from '../../support/test.ts';
import { POSTCARDS, choose, giveAddress, giveEmail, pay, placeOrder, putIn, said, upToPayment } from '../../support/cart.ts';

test.use({ ownShop: true });

/** Signs in on the page that the shop asks for it on. */
async function signInAgain(page: Page, customer: Customer): Promise<void> {
  await expect(heading(page)).toHaveText('Sign in');
  const form = page.getByRole('main');
  await form.getByLabel('Email').fill(customer.email);
  await form.getByLabel('Password').fill(customer.password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

/** Puts something into the cart, and goes on to the last step. */
async function review(page: Page, scripts: boolean | undefined): Promise<void> {
  await putIn(page, POSTCARDS, scripts);
  await open(page, '/cart', scripts);
  await upToPayment(page);
  // With scripts the choice is with the shop at once.
  if (scripts) await expect(page.locator('.ec-cart__charge')).toContainText('Bank transfer');
}

test('a session that ends while an address is typed loses nothing', async ({ page, context, signedIn, javaScriptEnabled }) => {
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page, signedIn.email);
  await giveAddress(page);
  await page.getByRole('navigation', { name: 'Checkout' }).getByRole('link', { name: 'Address' }).click();
  await expect(heading(page)).toHaveText('Address');
  await page.getByLabel('Street and number').first().fill('Elbchaussee 2');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Continue' }).click();
  await signInAgain(page, signedIn);
  await expect(heading(page)).toHaveText('Address');
  await expect(page.getByLabel('Street and number').first()).toHaveValue('Elbchaussee 2');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page)).toHaveText('How would you like to get it?');
});

test('a session that ends at the last step loses nothing', async ({ page, context, signedIn, javaScriptEnabled }) => {
  await review(page, javaScriptEnabled);
  await page.getByLabel('Anything we should know?').fill('Please ring twice.');
  await context.clearCookies();
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await signInAgain(page, signedIn);
  await expect(heading(page)).toHaveText('How would you like to pay?');
  await expect(page.getByLabel('Anything we should know?')).toHaveValue('Please ring twice.');
  await placeOrder(page);
  await said(page, 'Please ring twice.');
});

test('a customer who signs out in another tab is asked to sign in before going on', async ({ page, context, signedIn, javaScriptEnabled }) => {
  await review(page, javaScriptEnabled);
  const other = await context.newPage();
  await open(other, '/account/sign-out', javaScriptEnabled);
  await other.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByText('Signed out').first()).toBeVisible();
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await signInAgain(page, signedIn);
  await expect(heading(page)).toHaveText('How would you like to pay?');
  await placeOrder(page);
});

test('what another tab changed is said before it is ordered', async ({ page, context, javaScriptEnabled }) => {
  await review(page, javaScriptEnabled);
  const other = await context.newPage();
  await putIn(other, POSTCARDS, javaScriptEnabled);
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await said(page, /The total has changed/);
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€28.90');
  await placeOrder(page);
});

test('an order placed in two tabs is one order', async ({ page, context, javaScriptEnabled }) => {
  await review(page, javaScriptEnabled);
  const other = await context.newPage();
  await open(other, '/checkout/payment', javaScriptEnabled);
  const id = await placeOrder(page);
  expect(await placeOrder(other)).toBe(id);
});

test('a saved address is chosen instead of typed', async ({ page, signedIn, javaScriptEnabled }) => {
  for (const town of ['Hamburg', 'Altona']) {
    await open(page, '/account/address-book', javaScriptEnabled);
    const form = page.getByRole('group', { name: 'New address' });
    await form.getByLabel('Country').selectOption('DE');
    await form.getByLabel('Full name').fill(signedIn.name);
    await form.getByLabel('Street and number').fill('Elbchaussee 1');
    await form.getByLabel('Town').fill(town);
    await form.getByLabel('Postal code').fill('20095');
    await page.getByRole('button', { name: 'Save address' }).click();
    await expect(page.locator('.address-card').filter({ hasText: town })).toBeVisible();
  }
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await page.getByRole('button', { name: 'Checkout' }).click();
  await expect(heading(page)).toHaveText('Address');
  await page.getByRole('main').getByRole('link', { name: 'Your addresses' }).click();
  await expect(heading(page)).toHaveText('Your addresses');
  await page.getByRole('button', { name: /^Use this address: .*Altona/ }).click();
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await placeOrder(page);
  await said(page, /Altona/);
});
