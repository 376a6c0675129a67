import { expect } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { test as base } from './test.ts';

/** What a script is told whose request failed, for whatever reason: the request itself tells that. */
const CUT_OFF = 'TypeError: NetworkError when attempting to fetch resource.';

/**
 * Firefox as Debian ships it. Playwright's own is a patched build, and what it says to an unpatched one (WebDriver BiDi)
 * is more than this release understands; Puppeteer speaks to it as it is.
 */
export const test = base.extend<{ firefox: Page }, { browserOfWorker: Browser }>({
  browserOfWorker: [async ({}, use) => {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' });
    await use(browser);
    await browser.close();
  }, { scope: 'worker' }],
  // Chromium has nothing to do here.
  watched: async ({}, use) => use(),
  /** A page in a context of the test's own; what it reports fails the test. */
  firefox: async ({ browserOfWorker, shop }, use) => {
    const context = await browserOfWorker.createBrowserContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text() !== CUT_OFF) faults.push(message.text());
    });
    // Leaving a page cuts off what it was still loading.
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== 'NS_BINDING_ABORTED') faults.push(`failed: ${request.url()} ${why}`);
    });
    // Of an error Firefox tells only that it is one.
    await page.evaluateOnNewDocument(() => {
      const { error } = console;
      console.error = (...words) => error(...words.map(String));
    });
    await page.goto(shop.url);
    await use(page);
    await context.close();
    expect(faults, 'the browser reported nothing').toEqual([]);
  },
});

/** Opens a page of the shop, and waits until it is hydrated. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await hydrated(page);
}

/** Waits until a page that comes is hydrated. */
export const hydrated = (page: Page) => page.waitForSelector('html[data-hydrated]');

// Not by Puppeteer's locators: they compile text in the page, which the page's policy refuses.
/** Clicks the first that a selector finds, as soon as it is seen. */
export async function press(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  await element!.click();
}

/** Clicks what has this role and name, as soon as it is seen. */
export const click = (page: Page, role: string, name: string) => press(page, `::-p-aria([name="${name}"][role="${role}"])`);

/** Types into what a selector finds, over what is there. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  await element!.evaluate((field) => (field as HTMLInputElement).select());
  await element!.type(text);
}

/** Waits until what the selector finds says so. */
export async function says(page: Page, selector: string, text: RegExp): Promise<void> {
  const read = (selector: string) => [...document.querySelectorAll(selector)].map((it) => it.textContent?.trim()).join('\n');
  // A page that is being left answers nothing.
  await expect.poll(() => page.evaluate(read, selector).catch(() => undefined), selector).toMatch(text);
}
