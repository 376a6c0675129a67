import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop, expect, fits, heading, open, proves, stays, status, test } from '../../support/test.ts';

const CARD = (id: number, name: string) => `<div class="ecsp ecsp-SingleProduct-v2 ecsp-SingleProduct-v2-bordered ecsp-Product ec-Product-${id}" itemscope itemtype="http://schema.org/Product" data-single-product-id="${id}">
<div itemprop="image"></div>
<div class="ecsp-title" itemprop="name" content="${name}"><a href="/p${id}">${name}</a></div>
<div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><div class="ecsp-price ec-price-item" itemprop="price" content="0"></div></div>
<div customprop="options"></div>
<div customprop="qty"></div>
<div customprop="addtobag"></div>
</div>`;
const OLD = `<div class="ecwid ecwid-SingleProduct ecwid-Product ecwid-Product-201" data-single-product-id="201">
<div itemprop="picture"></div>
<div class="ecwid-title" itemprop="title"></div>
<div itemprop="price" data-spw-price-location="button"></div>
<div itemprop="addtobag"></div>
</div>`;

/** A shop with a page of the merchant's that holds these cards. */
async function offering(...cards: string[]): Promise<Shop> {
  const shop = await Shop.open();
  const file = join(shop.dir, 'offer.md');
  writeFileSync(file, ['# Today', 'What we like.', ...cards].join('\n\n'));
  shop.command('page', 'today', file);
  return shop;
}
const widgets = (page: Page) => page.evaluate(() => (window as any).Ecwid.getInitializedWidgets() as string[]);

test('a page of text sells a product', proves('widget=Product', 'widget=SingleProduct', 'window._xnext_initialization_scripts', 'widgetType=SingleProduct', 'widgetType=Product'), async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(offering(CARD(126, 'Lichen Map'), OLD, CARD(999_999, 'Gone')), { javaScriptEnabled });
  await open(page, '/pages/today', javaScriptEnabled);
  await expect(heading(page)).toHaveText('Today');
  const card = page.locator('.ec-Product-126'), gone = page.locator('.ec-Product-999999');
  await expect(gone.getByRole('link', { name: 'Gone' }), 'what is not sold stays as it was written').toBeVisible();
  if (!javaScriptEnabled) {
    await card.getByRole('link', { name: 'Lichen Map' }).click();
    await expect(heading(page)).toHaveText('Lichen Map');
    return;
  }
  const stayed = await stays(page);
  await expect(card.locator('[itemprop=price]')).toHaveText('€54.00');
  await expect(card.locator('[itemprop=price]')).toHaveAttribute('content', '54.00');
  await expect(card.locator('img')).toHaveAttribute('alt', /^Lichen Map/);
  await expect(card.getByRole('link', { name: 'Lichen Map' })).toHaveAttribute('href', '/Lichen-Map-p126');
  await card.getByLabel('A3').check();
  await expect(card.locator('[itemprop=price]')).toHaveText('€89.00');
  await expect(card.getByLabel('A3')).toBeFocused();
  await card.getByLabel('Quantity').fill('2');
  await fits(page);
  await card.getByRole('button', { name: 'Add to cart' }).click();
  await expect(status(page)).toHaveText('Added to your cart.');
  await expect(page.getByRole('link', { name: 'Cart, 2 items' })).toBeVisible();
  await expect(page).toHaveURL('/pages/today');
  const old = page.locator('.ecwid-Product-201');
  await expect(old.locator('[itemprop=title]')).toHaveText('Low Water Postcards');
  await expect(old.getByRole('button')).toContainText('€12.00');
  await expect(old.getByLabel('Quantity'), 'nobody asked for it').toHaveCount(0);
  expect(await widgets(page)).toEqual(expect.arrayContaining(['Product', 'SingleProduct']));
  // One that comes later is drawn by the call, and by the queue.
  const queued = (type: string) => `_xnext_initialization_scripts = [{ widgetType: '${type}', id: 'x', arg: [] }]; ecwid_onBodyDone()`;
  for (const [id, call] of [[202, 'xProduct()'], [301, queued('SingleProduct')], [201, queued('Product')]] as const) {
    await page.evaluate((html) => { document.querySelector('article')!.insertAdjacentHTML('beforeend', html); }, CARD(id, 'Later'));
    await page.evaluate(call);
    await expect(page.locator(`.ec-Product-${id}`).getByRole('button', { name: 'Add to cart' })).toBeVisible();
  }
  await stayed();
  // Going to the page brings them too, and elsewhere there is none.
  await page.evaluate(() => { (window as any).Ecwid.openPage('cart'); });
  await expect(heading(page)).toHaveText('Your cart');
  expect(await widgets(page)).not.toContain('Product');
  await page.goBack();
  await expect(card.locator('[itemprop=price]')).toHaveText('€54.00');
  await stayed();
});
