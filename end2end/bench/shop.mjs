// A shop to measure, and a browser to measure it with.
import { chromium } from '@playwright/test';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const BINARY = 'target/release/awning';
/** Who works in the back office of a shop that is measured. */
export const OWNER = { email: 'owner@shop.example', password: 'three random words' };

/** Opens a shop of its own, the demo's if `demo`, for as long as `measure` takes: it is told where the shop is, and its back office. */
export async function withShop(demo, measure) {
  const dir = mkdtempSync(join(tmpdir(), 'awning-bench-'));
  const settings = ['address=127.0.0.1:0', 'admin_address=127.0.0.1:0', `database=sqlite:${dir}/shop.db`, `images=${dir}/images`, `files=${dir}/files`, 'log_filter=off'].flatMap((one) => ['--set', one]);
  execFileSync(BINARY, ['staff', 'create', OWNER.email, '--role', 'owner', '--password-stdin', ...settings], { input: OWNER.password });
  const server = spawn(BINARY, ['serve', ...(demo ? ['--demo'] : []), ...settings]);
  try {
    await measure(...await new Promise((opened) => {
      let said = '';
      server.stdout.on('data', (text) => {
        said += text;
        const [shop, office] = [/open: (http:\S+)/, /back office: (http:\S+)/].map((it) => it.exec(said)?.[1]);
        if (shop && office) opened([shop, office]);
      });
    }));
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
