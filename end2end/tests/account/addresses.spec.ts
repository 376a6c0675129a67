import { expect, heading, open, test } from '../../support/test.ts';
import { isAccessible } from '../../support/accessible.ts';

test('addresses are kept, changed and removed', async ({ page, signedIn, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await page.getByRole('link', { name: 'Edit addresses' }).click();
  await expect(heading(page)).toHaveText('Your addresses');
  const form = page.getByRole('group', { name: 'New address' });
  await form.getByLabel('Full name').fill(signedIn.name);
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Please check what is marked below.')).toBeVisible();
  await expect(form.getByLabel('Full name')).toHaveValue(signedIn.name);
  await form.getByLabel('Country').selectOption('DE');
  await form.getByLabel('Street and number').fill('Elbchaussee 1');
  await form.getByLabel('Town').fill('Hamburg');
  await form.getByLabel('Postal code').fill('20095');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.locator('.address-card')).toContainText('20095 Hamburg');
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByRole('link', { name: 'Change' }).click();
  const change = page.getByRole('group', { name: 'Change an address' });
  await change.getByLabel('Town').fill('Altona');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.locator('.address-card')).toContainText('20095 Altona');
  await expect(page.locator('.address-card')).toHaveCount(1);
  await page.locator('.address-card').getByRole('button').click();
  await expect(page.locator('.address-card')).toHaveCount(0);
});

test('one address is the default, and the same one is kept once', async ({ page, signedIn, javaScriptEnabled }) => {
  const keep = (street: string) => page.request.post('/account/address-book', {
    form: { name: signedIn.name, country: 'DE', street, city: 'Hamburg', 'postal-code': '20095' },
  });
  for (const street of ['Lange Straße 1', 'Elbchaussee 1', 'LANGE STR. 1']) await keep(street);
  await open(page, '/account/address-book', javaScriptEnabled);
  const cards = page.locator('.address-card');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText('LANGE STR. 1');
  await expect(cards.first()).toContainText('Default');
  await cards.nth(1).getByRole('button', { name: 'Make default' }).click();
  await expect(cards.first()).toContainText('Elbchaussee 1');
  await expect(cards.first()).toContainText('Default');
  if (javaScriptEnabled) await isAccessible(page);
});
