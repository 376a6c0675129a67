import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

// The shell is Chromium without the windows that nobody looks at: half the work for the same pages.
const SHELL = '/usr/bin/chromium-headless-shell';
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium'),
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
};
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

// What these find does not depend on the size of the screen: calls and events of scripts, answers that are lost or cross,
// sessions that end, input that is refused.
const anyScreen = [
  '**/admin/day.spec.ts',
  '**/account/{crossing-answers,lost-answers,session-ended,tabs}.hydrated.spec.ts', '**/account/wrong-input.spec.ts',
  '**/order/{download,subscription}.hydrated.spec.ts', '**/payment/online-payment.hydrated.spec.ts',
  '**/cart/{api,links}.hydrated.spec.ts', '**/checkout/extra-fields.hydrated.spec.ts', '**/checkout/interrupted.spec.ts', '**/shop/crawl.hydrated.spec.ts',
  '**/storefront-api/{authors,consent,customer,design,details,dom-names,events,pages,patched,real-scripts,single-sign-on}.hydrated.spec.ts',
];
// The back office draws the same page with scripts and without, and has one style sheet: the phone without scripts and the desktop
// with them find what the desktop without would, but for the way into a shop of one's own, which is walked in all four, and the day, which is on desktops alone.
const officeWithoutScripts = '**/admin/!(open-a-shop|day).spec.ts';
// The core journeys once more, in another engine; Playwright runs them, but Puppeteer drives them.
const inFirefox = '**/firefox/*.spec.ts';
const hydrated = '**/*.hydrated.spec.ts';
const noScripts = '**/*.no-js.spec.ts';

/** `x.hydrated.spec.ts` needs scripts, `x.no-js.spec.ts` must do without, `x.spec.ts` works with both. */
export default defineConfig({
  testDir: 'tests',
  globalSetup: './support/seed.ts',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  // Once in some hundred tests the browser draws no more frames, and a click waits for them in vain (seen in a trace of an
  // idle page). What fails twice is a fault; what failed once is named at the end.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [[process.env.CI ? 'dot' : 'list'], ['./support/spec-reporter.ts']],
  use: { launchOptions, trace: { mode: 'on-first-retry', screenshots: false } },
  projects: [
    { name: 'hydrated-desktop', use: desktop, testIgnore: [noScripts, inFirefox] },
    { name: 'hydrated-phone', use: phone, testIgnore: [noScripts, inFirefox, ...anyScreen] },
    { name: 'no-js-desktop', use: { ...desktop, javaScriptEnabled: false }, testIgnore: [hydrated, inFirefox, officeWithoutScripts] },
    { name: 'no-js-phone', use: { ...phone, javaScriptEnabled: false }, testIgnore: [hydrated, inFirefox, ...anyScreen] },
    { name: 'firefox', testMatch: inFirefox },
  ],
});
