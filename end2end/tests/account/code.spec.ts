import type { Page } from '@playwright/test';
import { isAccessible } from '../../support/accessible.ts';
import { Shop, expect, fits, heading, main, open, status, test, widget } from '../../support/test.ts';

let asked = 0;
const newcomer = () => `code-${process.pid}-${++asked}-${Math.random().toString(36).slice(2)}@example.com`;

/** Asks for a code on the sign-in page; the e-mail. */
async function ask(page: Page, shop: Shop, email: string): Promise<string> {
  await main(page).getByLabel('Email').fill(email);
  await main(page).getByRole('button', { name: 'Email me a code' }).click();
  await expect(main(page)).toContainText(`We have sent a code to ${email}.`);
  return shop.emailTo(email, 'Your code is');
}
const codeIn = (message: string) => /Your code is (\d{6})/.exec(message)![1]!;
const linkIn = (message: string) => /https?:\/\/\S+token=\S+/.exec(message)![0];

test('a code signs in, and leads on where the shopper wanted to go', async ({ page, shop, customer, javaScriptEnabled }) => {
  await open(page, '/account?returnurl=%2F%3Ffrom%3Dmail', javaScriptEnabled);
  const message = await ask(page, shop, customer.email);
  const code = codeIn(message);
  await expect(page).toHaveURL('/account/code');
  if (javaScriptEnabled) await isAccessible(page);
  await fits(page);
  await page.getByLabel('Six-digit code').fill(code === '000000' ? '000001' : '000000');
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(main(page).getByRole('alert')).toHaveText('That is not the code in the newest email.');
  await page.getByLabel('Six-digit code').fill(code);
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(status(page)).toHaveText('You are signed in.');
  await expect(page).toHaveURL('/?from=mail');
  await expect(widget(page)).toContainText(customer.name);
});

test('a newcomer gets an account by a code', async ({ page, shop, javaScriptEnabled }) => {
  const email = newcomer();
  await open(page, '/account', javaScriptEnabled);
  const message = await ask(page, shop, email);
  expect(message).toContain('There is no account with this email address yet.');
  await page.getByLabel('Six-digit code').fill(codeIn(message));
  await main(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(status(page)).toHaveText('Your account is ready, and you are signed in.');
  await expect(heading(page)).toHaveText(email);
});

test('the link signs in where it is opened, by a click and not by a visit', async ({ page, shop, browser, customer, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  const link = linkIn(await ask(page, shop, customer.email));
  const elsewhere = await browser.newContext({ javaScriptEnabled });
  const phone = await elsewhere.newPage();
  for (const _ of [1, 2]) {
    await open(phone, link, javaScriptEnabled);
    await expect(main(phone)).toContainText(`signed in as ${customer.email}`);
  }
  if (javaScriptEnabled) await isAccessible(phone);
  await main(phone).getByRole('button', { name: 'Sign in' }).click();
  await expect(status(phone)).toHaveText('You are signed in.');
  await open(phone, link, javaScriptEnabled);
  await expect(main(phone)).toContainText('This link has been used already, or is too old.');
  await elsewhere.close();
});

test('no address, no code', async ({ page, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await main(page).getByLabel('Email').fill('ada@nowhere');
  await main(page).getByRole('button', { name: 'Email me a code' }).click();
  await expect(main(page).getByRole('alert')).toHaveText('Please enter an email address, like name@example.com.');
  await expect(main(page).getByLabel('Email')).toHaveValue('ada@nowhere');
});

test('the fourth e-mail within an hour is not sent', async ({ page, shop, javaScriptEnabled }) => {
  const email = newcomer();
  for (const _ of [1, 2, 3]) {
    await open(page, '/account', javaScriptEnabled);
    await ask(page, shop, email);
  }
  await open(page, '/account', javaScriptEnabled);
  await main(page).getByLabel('Email').fill(email);
  await main(page).getByRole('button', { name: 'Email me a code' }).click();
  await expect(main(page).getByRole('alert')).toHaveText('Too many attempts. Please wait 60 minutes and try again.');
});

test('a shop without passwords asks for an address alone', async ({ visit, javaScriptEnabled }) => {
  const { page, shop } = await visit(Shop.open({ sign_in: 'code', store_language: 'de' }), { javaScriptEnabled });
  const email = newcomer();
  await open(page, '/account', javaScriptEnabled);
  await expect(main(page).locator('input[type=password]')).toHaveCount(0);
  await main(page).getByLabel('E-Mail').fill(email);
  await main(page).getByRole('button', { name: 'Code per E-Mail senden' }).click();
  await expect(main(page)).toContainText(`Wir haben einen Code an ${email} geschickt.`);
  const code = /Ihr Code lautet (\d{6})/.exec(await shop.emailTo(email, 'Ihr Code lautet'))![1]!;
  await page.getByLabel('Sechsstelliger Code').fill(code);
  await main(page).getByRole('button', { name: 'Anmelden' }).click();
  await expect(heading(page)).toHaveText(email);
});
