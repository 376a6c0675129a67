import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ') });
const U = 'http://127.0.0.1:3112', out = '/tmp/shots/';
for (const [name, viewport, colorScheme] of [['desk', { width: 1280, height: 800 }, 'light'], ['phone', { width: 360, height: 740 }, 'light'], ['dark', { width: 1280, height: 800 }, 'dark']]) {
  const c = await b.newContext({ viewport, colorScheme }); const p = await c.newPage();
  const shot = (n, full) => p.screenshot({ path: `${out}${name}-${n}.png`, fullPage: !!full });
  const go = async (u) => { await p.goto(U + u); await p.waitForSelector('html[data-hydrated]'); };
  await go('/'); await shot('home', true);
  await p.click('#account-sign-in'); await p.waitForSelector('#widget-email'); await shot('panel');
  await p.fill('#widget-email', 'x@example.com'); await p.fill('#widget-password', 'wrong'); await p.click('#account-panel button'); await p.waitForSelector('#account-panel .problem:not(:empty)'); await shot('panel-error');
  await p.fill('#widget-email', 'shopper@example.com'); await p.fill('#widget-password', 'awning-demo'); await p.click('#account-panel button'); await p.waitForSelector('#account-menu'); await shot('signed-in');
  await p.click('#account-menu'); await shot('menu');
  await go('/account'); await shot('account', true);
  await p.route('**/sign_out', r => r.fulfill({ status: 503, contentType: 'application/json', body: '"Unavailable"' }));
  await p.click('#account-sign-out'); await p.waitForSelector('[data-state=sign-out-failed]'); await shot('failed'); await p.unroute('**/sign_out');
  await go('/account/sign-out'); await shot('ask');
  await p.click('#account-sign-out'); await p.waitForSelector('#sign-in-email'); await p.waitForSelector('html[data-hydrated]'); await shot('sign-in');
  await go('/account/register'); await shot('register'); await go('/nope'); await shot('404'); await c.close();
}
await b.close();
