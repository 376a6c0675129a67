// A shop to measure, and a browser to measure it with.
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Opens a shop of its own, the demo's if `demo`, for as long as `measure` takes. */
export async function withShop(demo, measure) {
  const dir = mkdtempSync(join(tmpdir(), 'awning-bench-'));
  const settings = ['address=127.0.0.1:0', `database=sqlite:${dir}/shop.db`, `images=${dir}/images`, `files=${dir}/files`, 'log_filter=off'];
  const server = spawn('target/release/awning', ['serve', ...(demo ? ['--demo'] : []), ...settings.flatMap((one) => ['--set', one])]);
  try {
    await measure(await new Promise((opened) => server.stdout.on('data', (text) => {
      const url = /http:\S+/.exec(text);
      if (url) opened(url[0]);
    })));
  } finally {
    server.kill();
    rmSync(dir, { recursive: true });
  }
}

/** A browser, and pages in it that run at a quarter of their speed. */
export async function withSlowBrowser(measure) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const slowPage = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    return page;
  };
  await measure(slowPage);
  await browser.close();
}
