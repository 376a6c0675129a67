import { expect, open, signInLink, signOutButton, signOutByScript, status, test, widget } from '../../support/test.ts';

const SIGN_OUT = '**/api/account/sign_out';

test.use({
  expectedConsole: /Failed to load resource/,
  expectedFailures: /sign_out|who/,
});

test('the shop did it but the answer was lost: it is asked, and the customer is signed out', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  await page.route(SIGN_OUT, async (route) => { await route.fetch(); await route.abort('connectionreset'); });
  expect(await signOutByScript(page)).toEqual([true, undefined]);
  await expect(status(page)).toHaveText('You are signed out.');
});

test('the request was lost: the customer is still signed in and can try again', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  await page.route(SIGN_OUT, (route) => route.abort('connectionreset'));
  await signOutButton(page).click();
  await expect(status(page)).toContainText('You are still signed in.');
  await expect(widget(page)).toHaveAttribute('data-state', 'sign-out-failed');
  await expect(signOutButton(page)).toBeFocused();
  await page.unroute(SIGN_OUT);
  await signOutButton(page).click();
  await expect(signInLink(page)).toBeVisible();
});

test('nobody can be asked: the customer may still be signed in', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  await page.route('**/api/account/*', (route) => route.abort('connectionreset'));
  expect(await signOutByScript(page)).toEqual([false, 'The shop could not be reached; the customer may still be signed in']);
  await expect(status(page)).toContainText('You may still be signed in.');
  await page.unroute('**/api/account/*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(status(page)).toContainText('You are still signed in.');
});

test('a shop that cannot now says so, and the customer stays', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  await page.route(SIGN_OUT, (route) => route.fulfill({ status: 503, contentType: 'application/json', body: '"Unavailable"' }));
  expect(await signOutByScript(page)).toEqual([false, 'The shop could not sign the customer out; the customer is still signed in']);
  await expect(status(page)).toContainText('You are still signed in.');
});

test('after ten seconds without an answer the shop is asked who is signed in', async ({ page, signedIn: _ }) => {
  await page.clock.install();
  await open(page, '/');
  await page.route(SIGN_OUT, () => {});
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('Signing out…');
  await page.clock.fastForward(9_000);
  await expect(status(page)).toHaveText('Signing out…');
  await page.clock.fastForward(1_500);
  await expect(status(page)).toContainText('You are still signed in.');
});
