import { PASSWORD, expect, open, signInLink, signOutButton, status, test, widget } from '../../support/test.ts';

test('a newcomer makes an account and signs out and in again', async ({ page, javaScriptEnabled }) => {
  const email = `new-${Date.now()}-${Math.random()}@example.com`;
  await open(page, '/account', javaScriptEnabled);
  await page.getByRole('main').getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('Name').fill('Grace Hopper');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(status(page)).toHaveText('Your account is ready, and you are signed in.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grace Hopper');
  await page.reload();
  await expect(status(page)).toHaveText('');

  await signOutButton(page).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grace Hopper');
  await expect(widget(page)).toContainText('Grace Hopper');
});

test('a wrong password on the page keeps the e-mail', async ({ page, customer, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await page.getByLabel('Email').fill(customer.email);
  await page.getByLabel('Password').fill('not this one');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('Email or password is wrong.');
  await expect(page.getByLabel('Email')).toHaveValue(customer.email);
  await page.reload();
  await expect(page.getByText('Email or password is wrong.')).toHaveCount(0);
});

test('what is wrong with a registration stands at its field', async ({ page, customer, javaScriptEnabled }) => {
  await open(page, '/account/register', javaScriptEnabled);
  await page.getByLabel('Name').fill('Eve');
  await page.getByLabel('Email').fill(customer.email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('This email already has an account. Sign in instead.');
  await expect(page.getByLabel('Name')).toHaveValue('Eve');
});

test('the way back after signing in is the shop’s own', async ({ page, customer, javaScriptEnabled }) => {
  for (const [wanted, reached] of [['/?from=mail', '/?from=mail'], ['//evil.example/', '/account']] as const) {
    await page.context().clearCookies();
    await open(page, `/account?returnurl=${encodeURIComponent(wanted)}`, javaScriptEnabled);
    await page.getByLabel('Email').fill(customer.email);
    await page.getByLabel('Password').fill(customer.password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(status(page)).toHaveText('You are signed in.');
    await expect(page).toHaveURL(reached);
  }
});

test('sessions are listed, ended one by one and all at once', async ({ page, browser, baseURL, signedIn, javaScriptEnabled }) => {
  const form = { email: signedIn.email, password: signedIn.password };
  const others = await Promise.all([1, 2, 3].map(() => browser.newContext({ baseURL })));
  for (const other of others) {
    await other.request.post('/api/account/sign_in', { form, headers: { accept: 'application/json' } });
  }
  await open(page, '/account', javaScriptEnabled);
  const rows = page.getByRole('listitem').filter({ hasText: 'Last used' });
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('This browser');
  await rows.nth(1).getByRole('button', { name: 'Sign out this browser' }).click();
  await expect(status(page)).toHaveText('That session has ended.');
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(status(page)).toHaveText('All other sessions have ended.');
  await expect(rows).toHaveCount(1);
  for (const other of others) {
    expect(await (await other.request.post('/api/account/who', { headers: { accept: 'application/json' } })).json()).toBeNull();
    await other.close();
  }
  await expect(widget(page)).toContainText(signedIn.name);
});

test('a changed password ends the other sessions and keeps this one', async ({ page, browser, baseURL, signedIn, javaScriptEnabled }) => {
  const other = await browser.newContext({ baseURL });
  await other.request.post('/api/account/sign_in', { form: signedIn, headers: { accept: 'application/json' } });
  await open(page, '/account', javaScriptEnabled);
  await page.getByLabel('Current password').fill('wrong');
  await page.getByLabel('New password').fill('four other random words');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('That is not your current password.');
  await page.getByLabel('Current password').fill(signedIn.password);
  await page.getByLabel('New password').fill('four other random words');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(status(page)).toHaveText('Your password is changed. All other sessions have ended.');
  await expect(widget(page)).toContainText(signedIn.name);
  expect(await (await other.request.post('/api/account/who', { headers: { accept: 'application/json' } })).json()).toBeNull();
  await other.close();
});

test('GET /account/sign-out only asks', async ({ page, signedIn, javaScriptEnabled }) => {
  await open(page, '/account/sign-out', javaScriptEnabled);
  await expect(page.getByRole('main')).toContainText(`You are signed in as ${signedIn.name}.`);
  await open(page, '/', javaScriptEnabled);
  await expect(signOutButton(page)).toBeVisible();
  await open(page, '/account/sign-out', javaScriptEnabled);
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(signInLink(page)).toBeVisible();
});
