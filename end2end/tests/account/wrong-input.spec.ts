import type { Locator, Page } from '@playwright/test';
import { PASSWORD, expect, main, open, test } from '../../support/test.ts';

// What a browser's own checks let through, and the shop does not.
const REGISTRATIONS = [
  { wrong: 'Name', typed: { Name: '   ' }, said: 'Please enter your name, up to 120 characters.' },
  { wrong: 'Name', typed: { Name: 'x'.repeat(121) }, said: 'Please enter your name, up to 120 characters.' },
  { wrong: 'Email', typed: { Email: 'grace@nowhere' }, said: 'Please enter an email address, like name@example.com.' },
  { wrong: 'Password', typed: { Password: 'too short' }, said: 'Please choose a password of at least 10 characters.' },
];

async function fill(page: Page, typed: Record<string, string>) {
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text);
}
const isWrong = (field: Locator, wrong: boolean) =>
  wrong ? expect(field).toHaveAttribute('aria-invalid', 'true') : expect(field).not.toHaveAttribute('aria-invalid', 'true');

test('registration: what is wrong is refused at its field, and what was typed stays', async ({ page, javaScriptEnabled }) => {
  await open(page, '/account/register', javaScriptEnabled);
  for (const { wrong, typed, said } of REGISTRATIONS) {
    const all = { Name: 'Grace Hopper', Email: `grace-${Math.random()}@example.com`, Password: PASSWORD, ...typed };
    await fill(page, all);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByLabel('Password')).toHaveValue('');
    await expect(page.getByLabel(wrong)).toHaveAccessibleDescription(said);
    for (const label of Object.keys(all)) await isWrong(page.getByLabel(label), label === wrong);
    await expect(page.getByLabel('Name')).toHaveValue(all.Name.length > 120 ? /^x{120,121}$/ : all.Name.trim() || /^\s*$/);
    await expect(page.getByLabel('Email')).toHaveValue(all.Email);
    await expect(page).toHaveURL('/account/register');
  }
});

test('sign-in: an unknown e-mail gets the answer of a wrong password', async ({ page, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await fill(page, { Email: 'nobody@example.com', Password: PASSWORD });
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(main(page).getByRole('alert')).toHaveText('Email or password is wrong.');
  await expect(page.getByLabel('Email')).toHaveValue('nobody@example.com');
  await expect(page.getByLabel('Password')).toHaveValue('');
});

test('sign-in: a refusal keeps the way back', async ({ page, customer, javaScriptEnabled }) => {
  await open(page, '/account?returnurl=%2F%3Ffrom%3Dmail', javaScriptEnabled);
  await fill(page, { Email: customer.email, Password: 'not this one' });
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(main(page).getByRole('alert')).toHaveText('Email or password is wrong.');
  await fill(page, { Password: customer.password });
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/?from=mail');
});

test('a new password that is too short is refused at its field', async ({ page, signedIn, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await fill(page, { 'Current password': signedIn.password, 'New password': 'too short' });
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription('Please choose a password of at least 10 characters.');
  await isWrong(page.getByLabel('Current password'), false);
});

test('what is missing is not sent', async ({ page, javaScriptEnabled }) => {
  for (const [path, button] of [['/account', 'Sign in'], ['/account/register', 'Create account']] as const) {
    await open(page, path, javaScriptEnabled);
    await main(page).getByRole('button', { name: button }).click();
    await expect(main(page).getByRole('textbox').first()).toBeFocused();
    await expect(main(page).locator('input:invalid')).not.toHaveCount(0);
    await expect(page).toHaveURL(path);
  }
});
