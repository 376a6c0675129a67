import { expect, type Page } from '@playwright/test';
import { fits, heading, open } from './test.ts';

/** The demo's unframed A4 print (€54.00) and eight postcards (€12.00). */
export const PRINT = { path: '/Lichen-Map-p126', id: 126, name: 'Lichen Map' };
export const POSTCARDS = { path: '/Low-Water-Postcards-p201', id: 201, name: 'Low Water Postcards' };

export const cartCount = (page: Page) => page.locator('#minicart a');
export const said = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();

/** Puts a product into the cart from its page. */
export async function putIn(page: Page, product: typeof PRINT, scripts: boolean | undefined): Promise<void> {
  await open(page, product.path, scripts);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await said(page, 'Added to your cart.');
}

/** Answers the step that asks for an e-mail. */
export async function giveEmail(page: Page, email = 'ada@example.com'): Promise<void> {
  await page.getByLabel('Your email').fill(email);
  await page.getByRole('button', { name: 'Checkout' }).click();
}

export async function giveAddress(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText('Address');
  const form = page.getByRole('group', { name: 'Delivery address' });
  await form.getByLabel('Country').selectOption('DE');
  await form.getByLabel('Full name').fill('Ada Lovelace');
  await form.getByLabel('Street and number').fill('Elbchaussee 1');
  await form.getByLabel('Town').fill('Hamburg');
  await form.getByLabel('Postal code').fill('20095');
  await page.getByRole('button', { name: 'Continue' }).click();
}

export async function choose(page: Page, title: string, name: string): Promise<void> {
  await pick(page, title, name);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Chooses, and does not go on. */
async function pick(page: Page, title: string, name: string): Promise<void> {
  await expect(heading(page)).toHaveText(title);
  await page.getByText(name, { exact: true }).first().click();
}

/** Chooses on the last step how it is paid. */
export const pay = (page: Page, name: string): Promise<void> => pick(page, 'How would you like to pay?', name);

/** From the cart to the last step. */
export async function upToPayment(page: Page): Promise<void> {
  await fits(page);
  await giveEmail(page);
  await giveAddress(page);
  await fits(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await fits(page);
}

/** Clicks the last button; the number of the order. */
export async function placeOrder(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  return new URL(page.url()).searchParams.get('order')!;
}
