import { transformSync } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, Shop, test } from '../../support/test.ts';

const source = readFileSync(join(import.meta.dirname, '../../support/moved-script.ts'), 'utf8');
let dir: string;
let scripts: string;
// One worker may come to the tests of this file more than once.
test.beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'awning-moved-'));
  scripts = join(dir, 'moved.js');
  writeFileSync(scripts, transformSync(source, { loader: 'ts' }).code);
});
test.afterAll(() => { rmSync(dir, { recursive: true, force: true }); });

// What is asked of others fails loudly, and an old script's synchronous call is warned of.
test.use({ expectedConsole: /app\.ecwid\.com|elsewhere\.example|Synchronous XMLHttpRequest/, expectedFailures: /app\.ecwid\.com|elsewhere\.example/ });

/** The demo shop with the script of a merchant who moved here, and the token that stands in it. */
async function movedHere(settings: Record<string, string>): Promise<Shop> {
  const shop = await Shop.open({ ...settings, scripts });
  shop.command('app', 'set', 'flags', '--public-token', 'public_literal');
  // A shop that is running takes a moment until it knows a token.
  await shop.stop();
  await shop.start();
  return shop;
}

test('scripts that name the host the shop was on reach the shop', async ({ visit }) => {
  const { page } = await visit(movedHere({ api_hosts: 'app.ecwid.com' }));
  await expect(async () => {
    await page.goto('/');
    await expect.poll(() => page.evaluate(() => (window as any).told)).toMatchObject({
      'sync': expect.any(Array),
      'xhr': { id: 101, inStock: true },
      'fetch': { total: expect.any(Number), items: [{ id: expect.any(Number) }] },
      'request': { formatsAndUnits: { currency: 'EUR' } },
      'url': [{ id: 0 }],
      'other store': 'failed',
      'other path': 'failed',
      'other host': 'failed',
      'own': 200,
      'cart': 0,
      'page': ['CATEGORY', 0],
    });
  }).toPass();
});

test('without the setting nothing is asked of this shop that was meant for another', async ({ visit }) => {
  const { page } = await visit(movedHere({}));
  const fault = page.waitForEvent('pageerror');
  await page.goto('/');
  expect((await fault).message).toContain('app.ecwid.com');
  expect(await page.content()).not.toContain('XMLHttpRequest.prototype');
});
