import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Shop, expect, heading, open, proves, signInLink, signOutButton, test, widget } from '../../support/test.ts';

const SECRET = 'what-only-site-and-shop-know';
const ADA = { email: 'ada@site.example', billingPerson: { name: 'Ada King' } };

/** A payload as the merchant's site makes it. */
function payload(userId: string, profile: object = ADA, timestamp = Math.floor(Date.now() / 1000), algorithm = 'sha256'): string {
  const message = Buffer.from(JSON.stringify({ appClientId: 'site', userId, profile })).toString('base64');
  return `${message} ${createHmac(algorithm, SECRET).update(`${message} ${timestamp}`).digest('hex')} ${timestamp}`;
}

/** A shop that knows the site, with a page of the site's that says `profile` and more. */
async function shopOf(profile: string | undefined, more = ''): Promise<Shop> {
  const declared = profile === undefined ? '' : `var ecwid_sso_profile = ${JSON.stringify(profile)};`;
  const shop = await Shop.withScript(`${declared} window.told = []; Ecwid.OnSetProfile.add((customer) => { told.push(customer && customer.email); }); ${more}`);
  shop.command('app', 'set', 'site', `--secret=${SECRET}`);
  return shop;
}

const told = (page: Page) => page.evaluate(() => (window as any).told as (string | null)[]);
const says = (page: Page, payload: string) => page.evaluate((it) => (window as any).Ecwid.setSsoProfile(it), payload);
/** Where the page went to at the site, which is not there. */
const atSite = (page: Page) => page.route('**/members/*', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>The site</h1>' }));

test('who is signed in at the site is signed in here', proves(
  'ecwid_sso_profile', 'SSO payload message', 'SSO payload signature', 'SSO payload timestamp', 'SSO profile',
), async ({ visit }) => {
  const { page } = await visit(shopOf(payload('7')));
  await open(page, '/');
  await expect(widget(page)).toContainText('Ada King');
  await expect.poll(() => told(page)).toEqual([null, ADA.email]);
  await expect(signOutButton(page), 'the site has not said how to sign out').toBeHidden();
  await open(page, '/account');
  await expect(heading(page), 'the next page has the same payload').toHaveText('Ada King');
  await expect.poll(() => told(page)).toEqual([ADA.email]);
});

test('a script signs in and out at run time', proves('Ecwid.setSsoProfile(payload)'), async ({ visit }) => {
  const { page } = await visit(shopOf(''));
  await open(page, '/');
  await expect(signInLink(page), 'the shop has no link of its own').toBeHidden();
  await says(page, payload('7'));
  await expect(widget(page)).toContainText('Ada King');
  await says(page, payload('8', { email: 'bob@site.example', billingPerson: { name: 'Bob' } }));
  await expect(widget(page)).toContainText('Bob');
  await says(page, '');
  await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
  expect((await told(page)).filter((email, at, all) => email !== all[at - 1])).toEqual([null, ADA.email, 'bob@site.example', null]);
});

test('a payload that is not believed signs out', async ({ visit }) => {
  const { page } = await visit(shopOf(''));
  await open(page, '/');
  const old = Math.floor(Date.now() / 1000) - 700;
  for (const [user, wrong] of [payload('7', ADA, old), payload('7', ADA, undefined, 'sha1'), payload('7').replace(' ', ' 0'), 'x'].entries()) {
    await says(page, payload(`${user}`, { email: `${user}@site.example`, billingPerson: { name: `User ${user}` } }));
    await expect(widget(page)).toContainText(`User ${user}`);
    await says(page, wrong);
    await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
  }
});

test('without the profile nothing of it does anything', async ({ visit }) => {
  const { page } = await visit(shopOf(undefined, 'Ecwid.setSignInUrls({ signInUrl: "/members/in", signOutUrl: "/members/out" });'));
  await open(page, '/');
  await says(page, payload('7'));
  await signInLink(page).click();
  await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  expect(await told(page)).toEqual([null]);
});

test('links lead to the site', proves('Ecwid.setSignInUrls({signInUrl,signOutUrl})'), async ({ visit }) => {
  const urls = 'Ecwid.OnAPILoaded.add(() => Ecwid.setSignInUrls({ signInUrl: "/members/in", signOutUrl: "/members/out" }));';
  const { page } = await visit(shopOf('', urls));
  await atSite(page);
  await open(page, '/');
  await signInLink(page).click();
  await expect(page).toHaveURL('/members/in');
  await open(page, '/');
  await page.evaluate(() => (window as any).Ecwid.openPage('account/orders'));
  await expect(page, 'a page that needs an account').toHaveURL('/members/in');
  await page.goto('/account');
  await expect(page, 'the same by its address').toHaveURL('/members/in');
  await open(page, '/');
  await says(page, payload('7'));
  await signOutButton(page).click();
  await expect(page).toHaveURL('/members/out');
  expect(await page.evaluate(async () => (await fetch('/api/account/who', { method: 'POST' })).text()), 'the session has ended first').toBe('null');
});

test('a site that comes late is asked on the page that waits for it', async ({ visit }) => {
  const late = 'Ecwid.OnPageLoaded.add(() => requestIdleCallback(() => Ecwid.setSignInUrls({ signInUrl: "/members/in", signOutUrl: "/members/out" })));';
  const { page } = await visit(shopOf('', late));
  await atSite(page);
  await page.goto('/account');
  await expect(page).toHaveURL('/members/in');
});

test('a script that comes when the page is alive is followed all the same', async ({ visit }) => {
  const urls = 'Ecwid.OnAPILoaded.add(() => Ecwid.setSignInUrls({ signInUrl: "/members/in", signOutUrl: "/members/out" }));';
  const late = (page: Page) => page.route(/merchant-0/, async (route) => {
    await page.locator('html[data-hydrated]').waitFor();
    await route.continue();
  });
  const { page } = await visit(shopOf('', urls));
  await late(page);
  await atSite(page);
  await page.goto('/account');
  await expect(page, 'where an account is needed the site asks').toHaveURL('/members/in');
  const { page: known } = await visit(shopOf(payload('7')));
  await late(known);
  await known.goto('/');
  await expect(widget(known), 'whom it says is signed in').toContainText('Ada King');
});

test('functions of the site sign in and out', proves(
  'Ecwid.setSignInProvider({...})', 'signInProvider.addSignInLinkToPB()', 'signInProvider.signIn()', 'signInProvider.canSignOut()', 'signInProvider.signOut()',
), async ({ visit }) => {
  const provider = (link: boolean, out: boolean) => `window.calls = []; Ecwid.OnAPILoaded.add(() => Ecwid.setSignInProvider({
    addSignInLinkToPB: () => ${link}, signIn: () => calls.push('in'), canSignOut: () => ${out}, signOut: () => calls.push('out'),
  }));`;
  const calls = (page: Page) => page.evaluate(() => (window as any).calls as string[]);
  const { page } = await visit(shopOf('', provider(true, true)));
  await open(page, '/');
  await signInLink(page).click();
  expect(await calls(page)).toEqual(['in']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await says(page, payload('7'));
  await signOutButton(page).click();
  await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
  await expect.poll(() => calls(page)).toEqual(['in', 'out']);
  const { page: bare } = await visit(shopOf('', provider(false, false)));
  await open(bare, '/');
  await expect(signInLink(bare)).toBeHidden();
  await says(bare, payload('7'));
  await expect(widget(bare)).toContainText('Ada King');
  await expect(signOutButton(bare)).toBeHidden();
});
