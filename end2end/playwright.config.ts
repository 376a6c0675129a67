import { defineConfig, devices } from '@playwright/test';

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
};
const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } };

/** `x.hydrated.spec.ts` needs scripts, `x.no-js.spec.ts` must do without, `x.spec.ts` works with both. */
export default defineConfig({
  testDir: 'tests',
  globalSetup: './support/seed.ts',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  workers: 2,
  timeout: 30_000,
  reporter: [[process.env.CI ? 'dot' : 'list'], ['./support/spec-reporter.ts']],
  use: { launchOptions, trace: 'retain-on-failure' },
  projects: [
    { name: 'hydrated-desktop', use: desktop, testIgnore: '**/*.no-js.spec.ts' },
    { name: 'hydrated-phone', use: phone, testIgnore: '**/*.no-js.spec.ts' },
    { name: 'no-js-desktop', use: { ...desktop, javaScriptEnabled: false }, testIgnore: '**/*.hydrated.spec.ts' },
    { name: 'no-js-phone', use: { ...phone, javaScriptEnabled: false }, testIgnore: '**/*.hydrated.spec.ts' },
  ],
});
