import {
  count, expect, hold, menu, open, post, proves, signInByPanel, signInLink, signOutButton, signOutByScript, status, test, widget,
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

test('a double click is one sign-out', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  const posts = count(page, '/sign_out');
  await signOutButton(page).dblclick();
  await expect(status(page)).toHaveText('You are signed out.');
  expect(posts()).toBe(1);
});

test('calls at once share one request and one outcome', proves('Ecwid.Customer.signOut(callback(success,error))', 'Ecwid.Customer.signout'), async ({ page, signedIn: _ }) => {
  await open(page, '/');
  const posts = count(page, '/sign_out');
  const outcomes = await page.evaluate(() => {
    const { Customer } = (window as any).Ecwid;
    const called = new Promise((done) => Customer.signOut((...outcome: unknown[]) => done(outcome)));
    return Promise.all([called, Customer.signout(), Customer.signOut('not a function')]);
  });
  expect(outcomes).toEqual([[true, undefined], { success: true, error: undefined }, { success: true, error: undefined }]);
  expect(posts()).toBe(1);
  expect(await signOutByScript(page)).toEqual([false, 'No customer is signed in']);
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

test('while the shop is slow the button waits and says so', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  const release = await hold(page, SIGN_OUT);
  await signOutButton(page).click();
  await expect(signOutButton(page)).toBeDisabled();
  await expect(status(page)).toHaveText('Signing out…');
  await expect(widget(page)).toHaveAttribute('data-state', 'signing-out');
  release();
  await expect(status(page)).toHaveText('You are signed out.');
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
