import { isAccessible } from '../../support/accessible.ts';
import { expect, fits, heading, main, open, status, test, widget } from '../../support/test.ts';

const NEW = 'four other random words';

test('a forgotten password is set anew by the link in an e-mail', async ({ page, shop, customer, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await main(page).getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(heading(page)).toHaveText('Set a new password');
  if (javaScriptEnabled) await isAccessible(page);
  await fits(page);
  await page.getByLabel('Email').fill(customer.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(main(page).getByRole('status')).toContainText('If there is an account with this address');
  if (javaScriptEnabled) await isAccessible(page);
  const link = /https?:\/\/\S+token=\S+/.exec(await shop.emailTo(customer.email, 'Set a new password'))![0];
  await open(page, link, javaScriptEnabled);
  await page.getByLabel('New password').fill('too short');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription('Please choose a password of at least 10 characters.');
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByLabel('New password').fill(NEW);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(status(page)).toHaveText('Your password is changed. All other sessions have ended.');
  await expect(widget(page)).toContainText(customer.name);
  await open(page, link, javaScriptEnabled);
  await expect(main(page).getByRole('alert')).toHaveText('This link has been used already, or is too old.');
});
