import {
  Shop, expect, hydrated, menu, open, post, proves, signInByPanel, signInLink, signOutButton, signOutByScript, status, test, widget,
} from '../../support/test.ts';

const SIGN_OUT = '**/api/account/sign_out';

test('the button signs out in place, says so, and the old cookie is refused', async ({ page, context, signedIn }) => {
  await open(page, '/');
  const cookie = (await context.cookies()).find(({ name }) => name === '__Host-awning')!;
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(signInLink(page)).toBeFocused();
  await expect(page.getByText(signedIn.name)).toHaveCount(0);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-awning');
  await context.addCookies([cookie]);
  expect(await post(context.request, 'who')).toBeNull();
});

test('a double click is one sign-out', async ({ page, signedIn }) => {
  await open(page, '/');
  let posts = 0;
  page.on('request', (request) => { if (request.url().endsWith('/sign_out')) posts += 1; });
  await signOutButton(page).dblclick();
  await expect(status(page)).toHaveText('You are signed out.');
  expect(posts).toBe(1);
  expect(signedIn.email).toContain('@');
});

test('calls at once share one request and one outcome', proves('Ecwid.Customer.signOut(callback(success,error))', 'Ecwid.Customer.signout'), async ({ page, signedIn }) => {
  await open(page, '/');
  let posts = 0;
  page.on('request', (request) => { if (request.url().endsWith('/sign_out')) posts += 1; });
  const outcomes = await page.evaluate(() => {
    const { Customer } = (window as any).Ecwid;
    const called = new Promise((done) => Customer.signOut((...outcome: unknown[]) => done(outcome)));
    return Promise.all([called, Customer.signout(), Customer.signOut('not a function')]);
  });
  expect(outcomes).toEqual([[true, undefined], { success: true, error: undefined }, { success: true, error: undefined }]);
  expect(posts).toBe(1);
  expect(await signOutByScript(page)).toEqual([false, 'No customer is signed in']);
  expect(signedIn.name).toBeTruthy();
});

test('signing in and out five times needs no reload', async ({ page, customer }) => {
  await open(page, '/');
  await page.evaluate(() => { (window as any).alive = true; });
  for (let turn = 0; turn < 5; turn += 1) {
    await signInByPanel(page, customer);
    await expect(menu(page)).toBeFocused();
    await expect(menu(page)).toHaveAccessibleName(`Account of ${customer.name}`);
    await signOutButton(page).click();
    await expect(signInLink(page)).toBeFocused();
  }
  expect(await page.evaluate(() => (window as any).alive)).toBe(true);
});

test('while the shop is slow the button waits and says so', async ({ page, signedIn }) => {
  await open(page, '/');
  let release = () => {};
  const held = new Promise<void>((go) => { release = go; });
  await page.route(SIGN_OUT, async (route) => { await held; await route.continue(); });
  await signOutButton(page).click();
  await expect(signOutButton(page)).toBeDisabled();
  await expect(status(page)).toHaveText('Signing out…');
  await expect(widget(page)).toHaveAttribute('data-state', 'signing-out');
  release();
  await expect(status(page)).toHaveText('You are signed out.');
  expect(signedIn.name).toBeTruthy();
});

test('a page that needs an account is left, and its data with it', async ({ page, signedIn }) => {
  await open(page, '/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(signedIn.name);
  await signOutButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expect(status(page)).toHaveText('You are signed out.');
  await page.goBack().catch(() => null);
  await expect(page.getByText(signedIn.email)).toHaveCount(0);
});

test('other tabs follow, also out of the account page', async ({ context, page, signedIn }) => {
  const other = await context.newPage();
  await open(page, '/');
  await open(other, '/account');
  await signOutButton(page).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expect(other.getByText(signedIn.email)).toHaveCount(0);
});

test('other tabs follow a form that was posted', async ({ context, page, signedIn }) => {
  const other = await context.newPage();
  await open(other, '/');
  await open(page, '/account');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await hydrated(page);
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(signInLink(other)).toBeVisible();
  expect(signedIn.name).toBeTruthy();
});

test('a session ended on the server is noticed by the next action', async ({ shop, page, signedIn }) => {
  await open(page, '/');
  shop.command('customer', 'end-sessions', signedIn.email);
  expect(await page.evaluate(() => new Promise((done) => (window as any).Ecwid.Customer.get(done)))).toBeNull();
  await expect(status(page)).toHaveText('Your session had ended. You are signed out.');
  await expect(signInLink(page)).toBeVisible();
});

test('a sign-out of an ended session says so and shows signed out', async ({ shop, page, signedIn }) => {
  await open(page, '/');
  shop.command('customer', 'end-sessions', signedIn.email);
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('Your session had ended. You are signed out.');
  await expect(signInLink(page)).toBeVisible();
});

test('going to another page notices too', async ({ shop, page, signedIn }) => {
  await open(page, '/');
  shop.command('customer', 'end-sessions', signedIn.email);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
});

test('a shop that is down and comes back is noticed without doing anything', async ({ browser }) => {
  const shop = await Shop.open();
  const context = await browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  await open(page, '/');
  await signInByPanel(page, { email: 'shopper@example.com', password: 'awning-demo' });
  await expect(menu(page)).toBeFocused();
  await shop.stop();
  expect(await signOutByScript(page)).toEqual([false, 'The shop could not be reached; the customer may still be signed in']);
  await expect(status(page)).toContainText('You may still be signed in.');
  await expect(signOutButton(page)).toBeEnabled();
  await shop.start();
  await expect(status(page)).toContainText('You are still signed in.', { timeout: 15_000 });
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await context.close();
  await shop.close();
});
