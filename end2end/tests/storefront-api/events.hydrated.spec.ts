import { Shop, expect, menu, open, proves, signInByPanel, signOutByScript, test } from '../../support/test.ts';

/** A merchant's script that writes down what it sees, subscribing before anything is loaded. */
const RECORDER = `
  window.seen = [];
  window.early = Object.fromEntries(['OnAPILoaded', 'OnPageSwitch', 'OnPageLoad', 'OnPageLoaded', 'OnSetProfile', 'OnCartChanged',
    'OnOrderPlaced', 'OnConsentChanged'].map(name => [name, typeof Ecwid[name] + ' ' + typeof Ecwid[name].add]));
  window.earlyEc = [ec, ec.order, ec.order.extraFields, ec.config, ec.storefront].map(part => typeof part);
  for (const name of ['OnAPILoaded', 'OnSetProfile', 'OnCartChanged', 'OnPageSwitch', 'OnPageLoad', 'OnPageLoaded'])
    Ecwid[name].add((...args) => { seen.push([name, ...args]) });
  document.querySelector('header').append(Object.assign(document.createElement('div'), { id: 'injected', textContent: 'Free returns' }));
  document.querySelector('main').prepend(Object.assign(document.createElement('p'), { id: 'banner', textContent: 'Sale' }));
  document.querySelector('.account-widget').prepend(Object.assign(document.createElement('i'), { id: 'inside' }));
`;
const seen = (page: import('@playwright/test').Page) => page.evaluate(() => (window as any).seen as unknown[][]);
const EMPTY_CART = { items: [], productsQuantity: 0, weight: 0 };
const ROUTE = { type: 'CATEGORY', categoryId: 0, hasPrevious: false, entryPage: true };
const ROOT = {
  ...ROUTE, name: 'Tide & Line', nameTranslated: { en: 'Tide & Line' }, offset: 0, sort: 'normal',
  filterParams: { attributes: {}, options: {}, categories: [], includeProductsFromSubcategories: true, keyword: '', inventory: '' },
};

test.use({ expectedConsole: /my mistake|404 \(Not Found\)/ });

/** Tests in a shop of a merchant who has that script. */
const scripted = test.extend<object, { shop: Shop }>({
  sharedShop: [async ({}, use) => {
    const shop = await Shop.withScript(RECORDER);
    await use(shop);
    await shop.close();
  }, { scope: 'worker' }],
});

scripted('everything is there before it, and comes in order', proves(
  'window.Ecwid', 'event container .add(callback)', 'Ecwid.OnAPILoaded', 'Ecwid.OnPageLoad', 'Ecwid.OnPageLoad(page)',
  'Ecwid.OnPageLoaded(page)', 'Ecwid.OnSetProfile initial call', 'OnCartChanged on initialisation', 'Page', 'Page.type', 'Page.hasPrevious', 'Page.name', 'Page.nameTranslated', 'Page.categoryId',
  'page.type=CATEGORY', 'Translations',
), async ({ page }) => {
  await open(page, '/');
  await expect.poll(async () => (await seen(page)).length).toBe(5);
  expect(await seen(page)).toEqual([
    ['OnAPILoaded'], ['OnSetProfile', null], ['OnCartChanged', EMPTY_CART], ['OnPageLoad', ROUTE], ['OnPageLoaded', ROOT],
  ]);
  const early: string[] = Object.values(await page.evaluate(() => (window as any).early));
  expect(new Set(early)).toEqual(new Set(['object function']));
  expect(await page.evaluate(() => (window as any).earlyEc)).toEqual(Array(5).fill('object'));
});

scripted('nodes it injected survive hydration, signing in and out', async ({ page }) => {
  await open(page, '/');
  await signInByPanel(page, { email: 'shopper@example.com', password: 'awning-demo' });
  await expect(menu(page)).toBeFocused();
  expect(await signOutByScript(page)).toEqual([true, undefined]);
  await expect(page.locator('header > #injected')).toHaveText('Free returns');
  await expect(page.locator('main > #banner:first-child')).toHaveText('Sale');
  await expect(page.locator('.account-widget > #inside:first-child')).toBeAttached();
});

scripted('signing in and out fires profile, cart, then the callback', proves('Ecwid.OnSetProfile(customer|null)', 'OnCartChanged on logout'), async ({ page }) => {
  await open(page, '/');
  await expect.poll(async () => (await seen(page)).length).toBe(5);
  await page.evaluate(() => { (window as any).seen.length = 0; });
  await signInByPanel(page, { email: 'shopper@example.com', password: 'awning-demo' });
  await expect(menu(page)).toBeFocused();
  await expect.poll(() => seen(page)).toEqual([['OnSetProfile', expect.objectContaining({ email: 'shopper@example.com' })], ['OnCartChanged', EMPTY_CART]]);
  const order = await page.evaluate(async () => {
    const all = (window as any).seen;
    all.length = 0;
    await new Promise<void>((done) => (window as any).Ecwid.Customer.signOut(() => { all.push(['callback']); done(); }));
    return all;
  });
  expect(order).toEqual([['OnSetProfile', null], ['OnCartChanged', null], ['callback']]);
});

scripted('pages switch, load and are loaded, by link, call and history', proves(
  'Ecwid.OnPageSwitch(page)', 'page.type=SIGN_IN', "openPage 'account'", "openPage 'signin'", "openPage 'category'", 'page.type=SITE',
), async ({ page }) => {
  await open(page, '/');
  await expect.poll(async () => (await seen(page)).length).toBe(5);
  const types = async () => (await seen(page)).map(([name, about]) => `${name} ${(about as any).type} ${(about as any).hasPrevious}`);
  const go = async (act: () => Promise<unknown>, expected: string[]) => {
    await page.evaluate(() => { (window as any).seen.length = 0; });
    await act();
    await expect.poll(types).toEqual(expected);
  };
  const all = (type: string) => [`OnPageSwitch ${type} true`, `OnPageLoad ${type} true`, `OnPageLoaded ${type} true`];
  const openPage = (slug: string) => () => page.evaluate((slug) => (window as any).Ecwid.openPage(slug), slug);
  await go(() => page.getByRole('contentinfo').getByRole('link', { name: 'Account' }).click(), all('SIGN_IN'));
  await go(openPage('category'), all('CATEGORY'));
  await go(openPage('signin'), all('SIGN_IN'));
  await go(() => page.goBack(), all('CATEGORY'));
  await go(openPage('account'), all('SIGN_IN'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await go(openPage('no/such/page'), all('SITE'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test('exactly false stops a page switch', proves('Ecwid.OnPageSwitch return false'), async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => {
    (window as any).Ecwid.OnPageSwitch.add(() => (window as any).verdict);
    (window as any).verdict = false;
  });
  const account = page.getByRole('contentinfo').getByRole('link', { name: 'Account' });
  await account.click();
  await page.evaluate(() => (window as any).Ecwid.openPage('account'));
  await expect(page).toHaveURL('/');
  await page.evaluate(() => { (window as any).verdict = 0; });
  await account.click();
  await expect(page).toHaveURL('/account');
});

test('who subscribes late is told once, and not at once', async ({ page }) => {
  await open(page, '/');
  const heard = () => page.evaluate(() => (window as any).heard as string[]);
  await page.evaluate(() => {
    const heard: string[] = (window as any).heard = [];
    for (const name of ['OnAPILoaded', 'OnPageLoad', 'OnPageLoaded']) (window as any).Ecwid[name].add(() => { heard.push(name); });
    heard.push('added');
  });
  const told = ['added', 'OnAPILoaded', 'OnPageLoad', 'OnPageLoaded'];
  await expect.poll(heard).toEqual(told);
  await page.evaluate(() => (window as any).Ecwid.openPage('signin'));
  await expect.poll(heard).toEqual([...told, 'OnPageLoad', 'OnPageLoaded']);
});

test.describe('a subscriber that throws', () => {
  test('is reported and stops nobody', async ({ page }) => {
    await open(page, '/');
    const reported = page.waitForEvent('console', (message) => message.type() === 'error' && message.text().includes('my mistake'));
    await page.evaluate(() => {
      (window as any).Ecwid.OnPageLoaded.add(() => { throw new Error('my mistake'); });
      (window as any).Ecwid.OnPageLoaded.add(() => { (window as any).second = true; });
    });
    await reported;
    expect(await page.evaluate(() => (window as any).second)).toBe(true);
  });
});
