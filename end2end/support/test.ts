import { test as base, expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Shop } from './shop.ts';

export { expect } from '@playwright/test';
export { proves } from './spec.ts';
export { Shop } from './shop.ts';

export const PASSWORD = 'three random words';
export const DEMO = { email: 'shopper@example.com', password: 'awning-demo', name: 'Robin Marsh' };

export type Customer = { name: string; email: string; password: string };

type Fixtures = {
  /** The shop that the test uses. */
  shop: Shop;
  /** Whether each test has a shop to itself: what buys or counts stock must not meet what others bought. */
  ownShop: boolean;
  /** Console messages a test provokes on purpose; any other error or warning fails it. */
  expectedConsole: RegExp | undefined;
  /** Requests that may fail, by their URL. */
  expectedFailures: RegExp | undefined;
  /** Watches what the browser reports in a context of the test's own, as in the test's first one. */
  watch: (context: BrowserContext) => void;
  watched: void;
  /** Brings a test's own shop, gone with the test, and a watched page that is to be opened in it. */
  visit: (shop: Promise<Shop>, options?: Parameters<Browser['newContext']>[0]) => Promise<{ shop: Shop; page: Page }>;
  /** A new customer, signed in nowhere. */
  customer: Customer;
  /** A new customer, signed in in this browser. */
  signedIn: Customer;
};

export const test = base.extend<Fixtures, { sharedShop: Shop }>({
  sharedShop: [async ({}, use) => {
    const shop = await Shop.open();
    await use(shop);
    await shop.close();
  }, { scope: 'worker' }],
  ownShop: [false, { option: true }],
  shop: async ({ ownShop, sharedShop }, use) => {
    const shop = ownShop ? await Shop.open() : sharedShop;
    await use(shop);
    if (ownShop) await shop.close();
  },
  baseURL: async ({ shop }, use) => use(shop.url),
  expectedConsole: [undefined, { option: true }],
  expectedFailures: [undefined, { option: true }],

  watch: async ({ javaScriptEnabled, expectedConsole, expectedFailures }, use) => {
    const faults: string[] = [];
    await use((context) => {
      context.on('console', (message) => {
        const text = `${message.text()} ${message.location().url}`;
        // A browser without scripts preloads them for nothing.
        // So does the frame in which the back office shows the shop as it would be: it runs none.
        const unused = (!javaScriptEnabled || text.includes('preview=')) && text.includes('was preloaded using link preload but not used');
        const blocked = text.startsWith('Blocked script execution') && text.includes("the document's frame is sandboxed");
        const known = unused || blocked || expectedConsole?.test(text);
        if (['error', 'warning', 'assert'].includes(message.type()) && !known) faults.push(`console ${message.type()}: ${text}`);
      });
      context.on('weberror', (error) => {
        if (!expectedConsole?.test(error.error().message)) faults.push(`page error: ${error.error().message}`);
      });
      context.on('requestfailed', (request) => {
        // Leaving a page cancels what it was still loading.
        const cancelled = request.failure()?.errorText === 'net::ERR_ABORTED';
        // A browser without scripts refuses to preload them.
        const unwanted = !javaScriptEnabled && request.failure()?.errorText === 'csp';
        if (!cancelled && !unwanted && !expectedFailures?.test(request.url())) {
          faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
        }
      });
    });
    expect(faults, 'the browser reported nothing').toEqual([]);
  },
  watched: [async ({ context, watch }, use) => {
    watch(context);
    await use();
  }, { auto: true }],

  visit: async ({ browser, watch }, use) => {
    const shops: Shop[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (opening, options) => {
      const shop = await opening;
      shops.push(shop);
      const context = await browser.newContext({ ...options, baseURL: shop.url });
      contexts.push(context);
      watch(context);
      return { shop, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
    for (const shop of shops) await shop.close();
  },

  customer: async ({ playwright, shop }, use) => {
    const request = await playwright.request.newContext({ baseURL: shop.url });
    await use(await register(request));
    await request.dispose();
  },
  signedIn: async ({ context }, use) => use(await register(context.request)),
});

let registered = 0;

/** Makes an account; `request`'s cookies are signed in to it afterwards. */
export async function register(request: APIRequestContext): Promise<Customer> {
  const customer = { name: 'Ada Lovelace', email: `ada-${process.pid}-${++registered}@example.com`, password: PASSWORD };
  await post(request, 'register', customer);
  return customer;
}

/** Calls a server function as the hydrated page does. */
export async function post(request: APIRequestContext, name: string, form: Record<string, string> = {}) {
  const answer = await request.post(`/api/account/${name}`, { form, headers: { accept: 'application/json' } });
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** Opens a page; with scripts, once it is hydrated. */
export async function open(page: Page, path: string, javaScriptEnabled = true): Promise<void> {
  await page.goto(path);
  if (javaScriptEnabled) await hydrated(page);
}

export async function hydrated(page: Page): Promise<void> {
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
}

/** Sees that nothing of the page is wider than the window, once its style is there. */
export async function fits(page: Page): Promise<void> {
  await expect(async () => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `the width of ${page.url()}`).toBeLessThanOrEqual(page.viewportSize()!.width);
  }).toPass({ timeout: 10_000 });
}

/** Holds requests to `url` back until `release` is called. */
export async function hold(page: Page, url: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((go) => { release = go; });
  await page.route(url, async (route) => { await held; await route.continue(); });
  return release;
}

/** Counts the requests to addresses that end with `end`, from now on. */
export function count(page: Page, end: string): () => number {
  let requests = 0;
  page.on('request', (request) => { if (request.url().endsWith(end)) requests += 1; });
  return () => requests;
}

/** Fails if the page is loaded anew from now on: what is called at the end checks it. */
export async function stays(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => { (window as any).alive = true; });
  return async () => expect(await page.evaluate(() => (window as any).alive), 'the document stayed').toBe(true);
}

/** The widget, and what it says. */
export const widget = (page: Page) => page.locator('.account-widget');
export const status = (page: Page) => widget(page).getByRole('status');
export const signOutButton = (page: Page) => widget(page).getByRole('button', { name: 'Sign out' });
export const signInLink = (page: Page) => page.locator('header').getByRole('link', { name: 'Sign in' });
export const menu = (page: Page) => widget(page).locator('summary');
export const main = (page: Page) => page.getByRole('main');
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Signs in through the panel in the header. */
export async function signInByPanel(page: Page, customer: { email: string; password: string }): Promise<void> {
  await signInLink(page).click();
  const panel = page.getByRole('dialog', { name: 'Sign in' });
  await panel.getByLabel('Email').fill(customer.email);
  await panel.getByLabel('Password').fill(customer.password);
  await panel.getByRole('button', { name: 'Sign in' }).click();
}

/** Calls `Ecwid.Customer.signOut` in the page and returns what its callback got. */
export const signOutByScript = (page: Page) =>
  page.evaluate(() => new Promise<unknown[]>((done) => (window as any).Ecwid.Customer.signOut((...outcome: unknown[]) => done(outcome))));
