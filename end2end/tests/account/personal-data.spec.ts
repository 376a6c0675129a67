import { readFileSync } from 'node:fs';
import { expect, heading, open, test, widget } from '../../support/test.ts';
import { isAccessible } from '../../support/accessible.ts';

test('a customer sees what is kept, and takes it along', async ({ page, signedIn, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await page.getByRole('link', { name: 'See your data' }).click();
  await expect(heading(page)).toHaveText('Your data');
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(signedIn.email);
  await expect(page.getByRole('heading', { name: 'Signed-in devices' })).toBeVisible();
  if (javaScriptEnabled) await isAccessible(page);
  for (const [name, file] of [['Download as JSON', 'my-data.json'], ['Download as a page', 'my-data.html']] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const got = await download;
    expect(got.suggestedFilename()).toBe(file);
    const text = readFileSync(await got.path(), 'utf8');
    expect(text).toContain(signedIn.email);
    if (file.endsWith('.json')) expect(JSON.parse(text).account[0].name).toBe(signedIn.name);
  }
});

test('an account is to be deleted in a day, and kept after all', async ({ page, signedIn: _, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await page.getByRole('link', { name: 'Delete account' }).click();
  await expect(heading(page)).toHaveText('Delete your account');
  await expect(page.getByRole('heading', { name: 'What stays' })).toBeVisible();
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('Your account will be deleted on')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete my account' })).toBeHidden();
  if (javaScriptEnabled) await isAccessible(page);
  await open(page, '/account', javaScriptEnabled);
  await expect(page.getByText('Your account will be deleted on')).toBeVisible();
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await expect(page.getByText('Your account stays.')).toBeVisible();
  await expect(page.getByText('Your account will be deleted on')).toBeHidden();
});

test('what is kept is shown after signing in', async ({ page, customer, javaScriptEnabled }) => {
  await open(page, '/account/data', javaScriptEnabled);
  const form = page.getByRole('main');
  await form.getByLabel('Email').fill(customer.email);
  await form.getByLabel('Password').fill(customer.password);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page)).toHaveText('Your data');
  await expect(widget(page)).toContainText(customer.name);
});
