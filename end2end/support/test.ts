import { test as base, expect, type APIRequestContext, type Page } from '@playwright/test';
import { Shop } from './shop.ts';

export { expect } from '@playwright/test';
export { proves } from './spec.ts';
export { Shop } from './shop.ts';

export const PASSWORD = 'three random words';
export const DEMO = { email: 'shopper@example.com', password: 'awning-demo', name: 'Robin Marsh' };

export type Customer = { name: string; email: string; password: string };

type Fixtures = {
  /** Console messages a test provokes on purpose; any other error or warning fails it. */
  expectedConsole: RegExp | undefined;
  /** Requests that may fail, by their URL. */
  expectedFailures: RegExp | undefined;
  watched: void;
  /** A new customer, signed in nowhere. */
  customer: Customer;
  /** A new customer, signed in in this browser. */
  signedIn: Customer;
};

export const test = base.extend<Fixtures, { shop: Shop }>({
  shop: [async ({}, use) => {
    const shop = await Shop.open();
    await use(shop);
    await shop.close();
  }, { scope: 'worker' }],
  baseURL: async ({ shop }, use) => use(shop.url),
  expectedConsole: [undefined, { option: true }],
  expectedFailures: [undefined, { option: true }],

  watched: [async ({ context, javaScriptEnabled, expectedConsole, expectedFailures }, use) => {
    const faults: string[] = [];
    context.on('console', (message) => {
      const text = `${message.text()} ${message.location().url}`;
      const known = expectedConsole?.test(text);
      if (['error', 'warning', 'assert'].includes(message.type()) && !known) faults.push(`console ${message.type()}: ${text}`);
    });
    context.on('weberror', (error) => { faults.push(`page error: ${error.error().message}`); });
    context.on('requestfailed', (request) => {
      // Leaving a page cancels what it was still loading.
      const cancelled = request.failure()?.errorText === 'net::ERR_ABORTED';
      // A browser without scripts refuses to preload them.
      const unwanted = !javaScriptEnabled && request.failure()?.errorText === 'csp';
      if (!cancelled && !unwanted && !expectedFailures?.test(request.url())) {
        faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
      }
    });
    await use();
    expect(faults, 'the browser reported nothing').toEqual([]);
  }, { auto: true }],

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

/** The widget, and what it says. */
export const widget = (page: Page) => page.locator('.account-widget');
export const status = (page: Page) => widget(page).getByRole('status');
export const signOutButton = (page: Page) => widget(page).getByRole('button', { name: 'Sign out' });
export const signInLink = (page: Page) => page.locator('header').getByRole('link', { name: 'Sign in' });
export const menu = (page: Page) => widget(page).locator('summary');

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
