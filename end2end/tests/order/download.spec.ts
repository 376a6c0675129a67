import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAccessible } from '../../support/accessible.ts';
import { giveEmail, placeOrder, putIn } from '../../support/cart.ts';
import { expect, fits, heading, open, test } from '../../support/test.ts';

test.use({ ownShop: true });

const EBOOK = { path: '/Night-Ferry-Postcards-p208', id: 208, name: 'Night Ferry Postcards' };

test('a product of files alone is bought without delivery, and downloaded', async ({ page, shop, javaScriptEnabled }) => {
  const file = join(shop.dir, 'Nachtfähre.pdf');
  writeFileSync(file, 'postcards to print');
  shop.command('files', 'add', '208', file, '--digital');
  await putIn(page, EBOOK, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  const form = page.getByRole('group', { name: 'Billing address' });
  await form.getByLabel('Country').selectOption('DE');
  await form.getByLabel('Full name').fill('Ada Lovelace');
  await form.getByLabel('Street and number').fill('Elbchaussee 1');
  await form.getByLabel('Town').fill('Hamburg');
  await form.getByLabel('Postal code').fill('20095');
  await fits(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page)).toHaveText('How would you like to pay?');
  await expect(page.getByText('Cash on delivery')).toHaveCount(0);
  await page.getByText('Bank transfer', { exact: true }).first().click();
  const number = await placeOrder(page);
  shop.command('orders', 'status', number, '--payment', 'paid');
  await open(page, `/account/orders/${number}`, javaScriptEnabled);
  await expect(page.getByText('5 downloads left')).toBeVisible();
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Nachtfähre.pdf' }).click()]);
  expect(download.suggestedFilename()).toBe('Nachtfähre.pdf');
  await open(page, '/downloadError?errorType=limit', javaScriptEnabled);
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
});
