// (e) Time from navigation to hydrated, in Chromium slowed down four times, with an empty cache.
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 7;
const dir = mkdtempSync(join(tmpdir(), 'awning-bench-'));
const server = spawn('target/release/awning', ['serve', '--set', 'address=127.0.0.1:0', '--set', `database=sqlite:${dir}/shop.db`, '--set', 'log_filter=off']);
const url = await new Promise((opened) => server.stdout.on('data', (text) => opened(/http:\S+/.exec(text)[0])));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const times = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.hasAttribute('data-hydrated')) globalThis.hydratedAt ??= performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-hydrated'] });
  });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.hydratedAt);
  times.push(await page.evaluate(() => ({
    hydrated: globalThis.hydratedAt,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  })));
  await context.close();
}
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)].toFixed(0);
console.log(`(e) Chromium at a quarter of its speed, median of ${ROUNDS}: painted after ${median(times.map((t) => t.painted))} ms, hydrated after ${median(times.map((t) => t.hydrated))} ms`);
await browser.close();
server.kill();
rmSync(dir, { recursive: true });
