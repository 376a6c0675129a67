import { type Locator, type Page } from '@playwright/test';
import { expect, heading, open, test } from '../../support/test.ts';
import { POSTCARDS } from '../../support/cart.ts';

test.use({ ownShop: true });

/** Most presses of Tab that lead to anything on a page. */
const MOST = 120;

/** Presses Tab until `target` has the focus, and sees that it shows. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < MOST && !(await isThere()); pressed++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
  await expect(target, 'what has the focus is in view').toBeInViewport();
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

test('an order is placed by keyboard alone', async ({ page, javaScriptEnabled }) => {
  const button = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name });
  await open(page, POSTCARDS.path, javaScriptEnabled);
  await press(page, button('Add to cart'));
  await expect(page.getByText('Added to your cart.').first()).toBeVisible();
  await press(page, page.locator('#minicart a'));
  await expect(heading(page)).toHaveText('Your cart');
  await type(page, page.getByLabel('Your email'), 'ada@example.com');
  await press(page, button('Checkout'));
  await expect(heading(page)).toHaveText('Address');
  const form = page.getByRole('group', { name: 'Delivery address' });
  await type(page, form.getByLabel('Full name'), 'Ada Lovelace');
  await type(page, form.getByLabel('Country'), 'Germany');
  if (!javaScriptEnabled) await press(page, form.getByRole('button', { name: 'Update the fields for this country' }));
  await expect(form.getByLabel('Country')).toHaveValue('DE');
  await type(page, form.getByLabel('Street and number'), 'Elbchaussee 1');
  await type(page, form.getByLabel('Postal code'), '20095');
  await type(page, form.getByLabel('Town'), 'Hamburg');
  await press(page, button('Continue'));
  await expect(heading(page)).toHaveText('How would you like to get it?');
  await press(page, page.getByRole('radio').first(), 'Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await press(page, button('Continue'));
  await expect(heading(page)).toHaveText('How would you like to pay?');
  await press(page, page.getByRole('radio').first(), 'Space');
  await press(page, button(/^Buy now/));
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
});
