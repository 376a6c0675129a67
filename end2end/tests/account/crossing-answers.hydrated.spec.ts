import type { Page } from '@playwright/test';
import { count, expect, hold, menu, open, post, signInByPanel, signInLink, signOutButton, signOutByScript, status, test, widget } from '../../support/test.ts';

const SIGN_OUT = '**/api/account/sign_out', WHO = '**/api/account/who';

test.use({
  expectedConsole: /Failed to load resource/,
  expectedFailures: /sign_out|who/,
});

const hint = (page: Page) => page.evaluate(() => { window.dispatchEvent(new Event('online')); });

test('nobody was signed in and the answer was lost: nobody was signed out', async ({ page }) => {
  await open(page, '/');
  await page.route(SIGN_OUT, (route) => route.abort('connectionreset'));
  expect(await signOutByScript(page)).toEqual([false, 'No customer is signed in']);
});

for (const body of ['"Unavailable"', '<h1>Gateway Timeout</h1>']) {
  test(`a proxy’s 504 after a sign-out that was done is no answer: ${body}`, async ({ page, signedIn: _ }) => {
    await open(page, '/');
    await page.route(SIGN_OUT, async (route) => { await route.fetch(); await route.fulfill({ status: 504, body }); });
    expect(await signOutByScript(page)).toEqual([true, undefined]);
    await expect(signInLink(page)).toBeVisible();
  });
}

/** Holds back the first answer to who is signed in; it was given when it was asked for. */
async function holdAnswer(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((go) => { release = go; });
  await page.route(WHO, async (route) => {
    const response = await route.fetch();
    asked();
    await held;
    await route.fulfill({ response });
  }, { times: 1 });
  let asked = () => {};
  const isAsked = new Promise<void>((go) => { asked = go; });
  await hint(page);
  await isAsked;
  return release;
}

test('a hint that comes while the shop is being asked is followed too', async ({ context, page, signedIn: _ }) => {
  await open(page, '/');
  const release = await holdAnswer(page);
  await post(context.request, 'sign_out');
  await hint(page);
  release();
  await expect(signInLink(page)).toBeVisible();
});

test('an answer from before a sign-out signs nobody in again', async ({ page, signedIn }) => {
  await open(page, '/');
  await page.evaluate(() => {
    const told: unknown[] = (window as any).told = [];
    (window as any).Ecwid.OnSetProfile.add((customer: any) => told.push(customer && customer.email));
  });
  const release = await holdAnswer(page);
  await signOutButton(page).click();
  await expect(signInLink(page)).toBeVisible();
  // The late answer, and the one to what is asked because of it.
  const answers = count(page, '/who');
  release();
  await expect.poll(answers).toBe(1);
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(menu(page)).toHaveCount(0);
  expect(await page.evaluate(() => (window as any).told)).toEqual([signedIn.email, null]);
});

test('a second failed try asks no oftener than the first', async ({ page, signedIn: _ }) => {
  await page.clock.install();
  await open(page, '/');
  await page.route('**/api/account/*', (route) => route.abort('connectionreset'));
  for (const _ of [1, 2, 3]) {
    await signOutButton(page).click();
    await expect(widget(page)).toHaveAttribute('data-state', 'sign-out-failed');
  }
  const asked = count(page, '/who');
  await page.clock.runFor(1_100);
  await expect.poll(asked).toBe(1);
});

test('a sign-out by a tab that knew of nobody reaches the tab that showed somebody', async ({ context, page, customer }) => {
  const other = await context.newPage();
  await open(other, '/');
  await open(page, '/');
  // The message of the sign-in cannot be looked into.
  await other.route(WHO, () => {});
  await signInByPanel(page, customer);
  await expect(menu(page)).toBeFocused();
  expect(await signOutByScript(other)).toEqual([true, undefined]);
  await expect(signInLink(page)).toBeVisible();
});

test('a page that was on its way while another tab signed out shows nobody', async ({ context, page, signedIn: _ }) => {
  const other = await context.newPage();
  await open(page, '/');
  let arrive = () => {};
  const held = new Promise<void>((go) => { arrive = go; });
  const answered = new Promise<void>((done) => {
    void other.route('/', async (route) => {
      const response = await route.fetch();
      done();
      await held;
      await route.fulfill({ response });
    }, { times: 1 });
  });
  const opened = open(other, '/');
  await answered;
  await signOutButton(page).click();
  await expect(signInLink(page)).toBeVisible();
  arrive();
  await opened;
  await expect(signInLink(other)).toBeVisible();
});

test('a hint that nobody answers is looked into once somebody does', async ({ context, page, signedIn: _ }) => {
  await page.clock.install();
  await open(page, '/');
  await post(context.request, 'sign_out');
  await page.route(WHO, (route) => route.abort('connectionreset'));
  const failed = page.waitForEvent('requestfailed');
  await hint(page);
  await failed;
  await page.unroute(WHO);
  await page.clock.runFor(2_000);
  await expect(signInLink(page)).toBeVisible();
});

test('a request without an answer is given up: what comes later changes no cookie', async ({ page, signedIn: _ }) => {
  await page.clock.install();
  await open(page, '/');
  await hold(page, SIGN_OUT);
  const givenUp = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/sign_out'));
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('Signing out…');
  await page.clock.fastForward(10_500);
  expect((await givenUp).failure()?.errorText).toBe('net::ERR_ABORTED');
});
