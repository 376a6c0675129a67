import { isAccessible } from '../../support/accessible.ts';
import { claim, goTo } from '../../support/office.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';

const FILE = `Handle,Title,Body (HTML),Variant Price,Variant Inventory Tracker,Variant Inventory Qty
claw-hammer,Claw Hammer,<p>Forged in one piece.</p>,24.90,shopify,7
mallet,Mallet,<p>Beech.</p>,cheap,,
`;

// A file without products is answered with 422.
test.use({ expectedConsole: /status of 422/ });

test('a catalogue is brought in a browser: looked at first, then in the shop', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(90_000);
  const { shop, page } = await visit(Shop.unclaimed());
  await claim(page, shop, scripts);
  await goTo(page, 'Import and export');
  await fits(page);
  const h1 = heading(page);
  const send = async (text: string) => {
    await page.getByLabel('The file').setInputFiles({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Check this file' }).click();
  };
  await send('');
  await expect(page.getByRole('alert')).toHaveText('Please choose a file that is not empty.');

  // It goes on by itself: with scripts in place, without them by loading the page anew.
  await send(FILE);
  await expect(h1).toHaveText('Checked; waits for you', { timeout: 30_000 });
  await expect(page.getByText('Nothing is written yet')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^1new$/ })).toBeVisible();
  await expect(page.getByRole('row').last()).toContainText('cheap');
  await fits(page);
  if (scripts) await isAccessible(page);
  const [refused] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'All of them as a table (CSV)' }).click()]);
  expect(refused.suggestedFilename()).toBe('refused.csv');
  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(h1).toHaveText('Imported', { timeout: 30_000 });
  await fits(page);

  const shopper = await browser.newContext({ baseURL: shop.url, viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(shopper);
  const front = await shopper.newPage();
  await expect(async () => {
    await open(front, '/search?keyword=hammer', scripts);
    await expect(front.getByRole('link', { name: 'Claw Hammer' }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await shopper.close();

  // Once more, and called off.
  await page.getByRole('link', { name: 'Back to import and export' }).click();
  if (scripts) await isAccessible(page);
  await send(FILE.replace('24.90', '19.90'));
  await expect(h1).toHaveText('Checked; waits for you', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(h1).toHaveText('Called off');
  await expect(page.getByText('before anything was written')).toBeVisible();
  await goTo(page, 'Who changed what');
  await expect(page.getByRole('cell', { name: 'finished importing products.csv' })).toBeVisible();
});
