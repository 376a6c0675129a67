import type { Page } from '@playwright/test';
import { expect, heading, main, open, post, proves, signInLink, signOutButton, status, test, widget } from '../../support/test.ts';

const ENDED = 'Your session had ended. You are signed out.';
type Action = { doing: string; act: (page: Page) => Promise<unknown> };

/** What a shopper or a script does next on the home page. */
const ACTIONS: Action[] = [
  { doing: 'asking by script', act: (page) => page.evaluate(() => (window as any).Ecwid.Customer.get(() => {})) },
  { doing: 'signing out', act: (page) => signOutButton(page).click() },
  { doing: 'following a link', act: (page) => page.getByRole('contentinfo').getByRole('link', { name: 'Account' }).click() },
  { doing: 'opening a page by script', act: (page) => page.evaluate(() => (window as any).Ecwid.openPage('no/such/page')) },
  { doing: 'coming back to the tab', act: (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))) },
  { doing: 'coming back online', act: (page) => page.evaluate(() => window.dispatchEvent(new Event('online'))) },
  { doing: 'coming back through history', act: (page) => page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))) },
];

test.use({ expectedConsole: /404 \(Not Found\)/ });

for (const { doing, act } of ACTIONS) {
  test(`a session ended on the server is noticed by ${doing}`, async ({ shop, page, signedIn }) => {
    await open(page, '/');
    shop.command('customer', 'end-sessions', signedIn.email);
    await act(page);
    await expect(status(page)).toHaveText(ENDED);
    await expect(signInLink(page)).toBeVisible();
    await expect(page.getByText(signedIn.name)).toHaveCount(0);
  });
}

/** What is done next on the account page, which is left. */
const ON_ACCOUNT: Action[] = [
  { doing: 'changing the password', act: async (page) => {
    await page.getByLabel('Current password').fill('three random words');
    await page.getByLabel('New password').fill('four other random words');
    await page.getByRole('button', { name: 'Change password' }).click();
  } },
  { doing: 'ending another session', act: (page) => page.getByRole('button', { name: 'Sign out this browser' }).click() },
  { doing: 'ending all others', act: (page) => page.getByRole('button', { name: 'Sign out everywhere else' }).click() },
  { doing: 'coming back to the tab', act: (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))) },
];

for (const { doing, act } of ON_ACCOUNT) {
  test(`on the account page, it is noticed by ${doing}`, async ({ shop, page, signedIn, playwright }) => {
    const other = await playwright.request.newContext({ baseURL: shop.url });
    await post(other, 'sign_in', { email: signedIn.email, password: signedIn.password });
    await other.dispose();
    await open(page, '/account');
    shop.command('customer', 'end-sessions', signedIn.email);
    await act(page);
    await expect(heading(page)).toHaveText('Sign in');
    await expect(status(page)).toHaveText(ENDED);
    await expect(main(page).getByText(signedIn.email)).toHaveCount(0);
  });
}

test('loading a page anew shows the sign-in link', async ({ shop, page, context, signedIn }) => {
  await open(page, '/');
  shop.command('customer', 'end-sessions', signedIn.email);
  await page.reload();
  await expect(signInLink(page)).toBeVisible();
  await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-awning');
});

test('a browser that was signed out from elsewhere notices', async ({ shop, page, signedIn, playwright }) => {
  const other = await playwright.request.newContext({ baseURL: shop.url });
  await post(other, 'sign_in', { email: signedIn.email, password: signedIn.password });
  await open(page, '/');
  await post(other, 'end_other_sessions');
  await other.dispose();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Account' }).click();
  await expect(heading(page)).toHaveText('Sign in');
  await expect(status(page)).toHaveText(ENDED);
});

test('scripts are told, and a sign-out of it is no success', proves('Ecwid.OnSetProfile(customer|null)'), async ({ shop, page, signedIn }) => {
  await open(page, '/');
  await page.evaluate(() => {
    const told: unknown[] = (window as any).told = [];
    for (const name of ['OnSetProfile', 'OnCartChanged']) (window as any).Ecwid[name].add((now: any) => told.push([name, now?.email ?? now]));
  });
  shop.command('customer', 'end-sessions', signedIn.email);
  const outcome = await page.evaluate(() => new Promise<unknown>((done) => (window as any).Ecwid.Customer.signOut((...all: unknown[]) => done(all))));
  expect(outcome).toEqual([false, 'No customer is signed in']);
  const told = await page.evaluate(() => (window as any).told as unknown[]);
  expect(told.slice(-2)).toEqual([['OnSetProfile', null], ['OnCartChanged', null]]);
});
