import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRINT, choose, giveAddress, giveEmail, pay, placeOrder, putIn, upToPayment } from '../../support/cart.ts';
import { Shop, expect, fits, heading, open, register, test, widget } from '../../support/test.ts';

// What the README tells authors of scripts.
const README = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

/** The code of an example of the README. */
function example(title: string): string {
  const code = new RegExp(`<!-- example: ${title} -->\n\n((?: {4}.*\n|\n)+)`).exec(README)?.[1];
  if (!code) throw new Error(`the README has no example: ${title}`);
  return code;
}

const SLOTS: [string, string][] = [
  ['/', 'header'], ['/', 'footer'], ['/Slack-Water-p101', 'product'], ['/cart', 'cart'], ['/cart', 'cart-summary'], ['/checkout/address', 'checkout'],
  ['/checkout/address', 'checkout-summary'],
];

test.use({ ownShop: true });

test('slots take no room while empty, keep what is put in, and hold it at 360 px', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 740 });
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  for (const [path, name] of SLOTS) {
    await open(page, path);
    const slot = page.locator(`[data-slot="${name}"]`);
    await expect(slot, `${path}: ${name}`).toBeHidden();
    await slot.evaluate((element) => {
      element.innerHTML = `<div id="mine" style="background: gold">${'Donaudampfschifffahrtsgesellschaft'.repeat(4)}<div style="width: 900px">wide</div></div>`;
    });
    await expect(page.locator('#mine')).toBeVisible();
    await fits(page);
    const { width } = (await slot.boundingBox())!;
    expect(width, `${name} is as wide as its place`).toBeLessThanOrEqual(360);
    expect(width).toBeGreaterThan(200);
    await page.evaluate(() => (window as any).Ecwid.refreshConfig());
    await expect(page.locator('#mine')).toBeVisible();
  }
});

test('what is in a slot outlives a change of the page in place', async ({ page }) => {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  for (const name of ['cart', 'cart-summary', 'header']) {
    await page.locator(`[data-slot="${name}"]`).evaluate((element) => { element.innerHTML = '<b class="mine">mine</b>'; });
  }
  await page.evaluate(() => new Promise((done) => (window as any).Ecwid.Cart.addProduct({ id: 201, quantity: 2 }, done)));
  await expect(page.locator('.ec-cart-item')).toHaveCount(2);
  await expect(page.locator('.mine')).toHaveCount(3);
});

test('the example of free delivery', async ({ visit }) => {
  const { page } = await visit(Shop.withScript(example('how much is missing for free delivery')));
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  const bar = page.locator('[data-slot="cart"]');
  await expect(bar).toHaveText(/^€[\d.]+ more, and delivery is free$|^Delivery is free$/);
  await page.evaluate(() => new Promise((done) => (window as any).Ecwid.Cart.addProduct({ id: 101, quantity: 9 }, done)));
  await expect(bar).toHaveText('Delivery is free');
});

test('the example of a counter', async ({ visit }) => {
  const { page } = await visit(Shop.withScript(example('nobody stays signed in at the counter')));
  await register(page.context().request);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await expect(widget(page)).toHaveAttribute('data-state', 'signed-in');
  await page.getByRole('button', { name: 'Checkout' }).click();
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await placeOrder(page);
  await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
});

test('the example of an extra field', async ({ visit }) => {
  const { page } = await visit(Shop.withScript(example('ask for something more at the checkout')));
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await upToPayment(page);
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await expect(page.getByText('Please answer this.')).toBeVisible();
  await page.getByLabel('What shall we engrave?').fill('For Ada');
  await placeOrder(page);
  await expect(page.getByText('For Ada', { exact: true })).toBeVisible();
});

test('the console shows events and calls where the merchant wants it', async ({ visit }) => {
  const { page } = await visit(Shop.open({ debug_scripts: 'true' }));
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await open(page, '/');
  await page.evaluate(() => new Promise((done) => (window as any).Ecwid.Cart.addProduct(101, done)));
  await page.evaluate(() => (window as any).Ecwid.getOwnerId());
  const shown = (beginning: RegExp) => expect.poll(() => lines.some((line) => beginning.test(line)), `${beginning}`).toBe(true);
  for (const line of [/^Ecwid\.OnPageLoaded /, /^Ecwid\.Cart\.addProduct\( 101/, /^Ecwid\.Cart\.addProduct called back true/, /^Ecwid\.OnCartChanged /, /^Ecwid\.getOwnerId\( \) = 1003/]) {
    await shown(line);
  }
});
