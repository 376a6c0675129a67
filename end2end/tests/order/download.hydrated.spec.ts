import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choose, giveAddress, giveEmail, placeOrder, putIn } from '../../support/cart.ts';
import { expect, heading, open, proves, test } from '../../support/test.ts';

test.use({ ownShop: true });

const POSTER = { path: '/Low-Water-Postcards-p201', id: 201, name: 'Low Water Postcards' };

test('a bought file is downloaded, and a link that is over says why', proves('page.type=DOWNLOAD_ERROR', 'Page.errorType', 'Page.key'), async ({ page, shop }) => {
  const file = join(shop.dir, 'Low Water.pdf');
  writeFileSync(file, 'not much of a file');
  shop.command('files', 'add', '201', file);
  await putIn(page, POSTER, true);
  await open(page, '/cart');
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await page.getByText('Bank transfer', { exact: true }).first().click();
  const number = await placeOrder(page);
  await expect(page.getByText('You can download these files once the order is paid.')).toBeVisible();
  shop.command('orders', 'status', number, '--payment', 'paid');
  await open(page, `/account/orders/${number}`);
  const link = page.getByRole('link', { name: 'Low Water.pdf' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('Low Water.pdf');
  const saved = await download.createReadStream();
  const hash = createHash('sha256');
  for await (const piece of saved) hash.update(piece as Buffer);
  expect(hash.digest('hex')).toBe(createHash('sha256').update('not much of a file').digest('hex'));
  const url = (await link.getAttribute('href'))!;
  const [, , , , key] = url.split('/');
  await page.addInitScript(() => {
    (window as any).pages = [];
    document.addEventListener('DOMContentLoaded', () => (window as any).Ecwid?.OnPageLoaded.add((now: unknown) => (window as any).pages.push(now)));
  });
  const last = () => page.evaluate(() => (window as any).pages.at(-1));
  for (const [change, errorType, lead] of [
    [() => shop.command('orders', 'status', number, '--payment', 'refunded'), 'invalid', 'The link is not valid.'],
    [() => shop.command('orders', 'status', number, '--payment', 'paid'), 'limit', 'The link has been used as often as it may be.'],
  ] as const) {
    change();
    if (errorType === 'limit') for (let times = 0; times < 4; times += 1) expect((await page.request.get(url)).status()).toBe(200);
    await page.goto(url);
    await expect(heading(page)).toHaveText('This download is not available');
    await expect(page.getByText(lead)).toBeVisible();
    await expect.poll(last).toMatchObject({ type: 'DOWNLOAD_ERROR', errorType, key });
  }
  await page.goto('/downloadError?errorType=expired&key=7');
  await expect(page.getByText('The link has expired.')).toBeVisible();
  await expect.poll(last).toMatchObject({ type: 'DOWNLOAD_ERROR', errorType: 'expired', key: '7' });
});
