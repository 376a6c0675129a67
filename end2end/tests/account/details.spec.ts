import { isAccessible } from '../../support/accessible.ts';
import { expect, fits, heading, main, open, test, widget } from '../../support/test.ts';

test('a name is changed on the account page', async ({ page, signedIn: _, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await main(page).getByLabel('Name').fill('Ada King');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(main(page).getByRole('status')).toHaveText('Your name is changed.');
  await expect(heading(page)).toHaveText('Ada King');
  await expect(widget(page)).toContainText('Ada King');
  if (javaScriptEnabled) await isAccessible(page);
  await fits(page);
});

test('a new e-mail address proves itself', async ({ page, shop, signedIn, javaScriptEnabled }) => {
  const email = `new-${signedIn.email.replace('@', `-${Math.random().toString(36).slice(2)}@`)}`;
  await open(page, '/account', javaScriptEnabled);
  await page.getByLabel('New email address').fill(email);
  await page.getByRole('button', { name: 'Change email address' }).click();
  await expect(main(page).getByRole('status')).toContainText('We have sent a link to the new address.');
  await expect(main(page)).toContainText(signedIn.email);
  const link = /https?:\/\/\S+token=\S+/.exec(await shop.emailTo(email, 'email address of your account'))![0];
  await open(page, link, javaScriptEnabled);
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByRole('button', { name: 'Use this address' }).click();
  await expect(main(page).getByRole('status')).toContainText('The email address is changed.');
  await expect(main(page)).toContainText(email);
  for (const address of [email, signedIn.email]) {
    expect(await shop.emailTo(address, 'from now on')).toContain(email);
  }
});
