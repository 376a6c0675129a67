import { expect, open, proves, stays, test } from '../../support/test.ts';

const price = (page: import('@playwright/test').Page) => page.locator('.details-product-price__value');

test('price, SKU and stock follow the choice, in place', proves('Ecwid.OnProductOptionsChanged(productId)'), async ({ page }) => {
  await open(page, '/Lichen-Map-p126');
  const stayed = await stays(page);
  await page.evaluate(() => {
    (window as any).changed = [];
    (window as any).Ecwid.OnProductOptionsChanged.add((id: number) => (window as any).changed.push(id));
    document.querySelector('.product-details__product-price')!.append(Object.assign(document.createElement('i'), { id: 'mine' }));
  });
  await expect(price(page)).toHaveText('€54.00');
  await page.getByLabel('A3').check();
  await expect(price(page)).toHaveText('€89.00');
  await expect(page.locator('[itemprop=price]')).toHaveAttribute('content', '89.00');
  await expect(page.locator('[itemprop=sku]')).toHaveText('MR-02-A3');
  await page.getByLabel('Signed on the front').check();
  await expect(price(page)).toHaveText('€97.90');
  await expect(page.getByLabel('Signed on the front')).toBeFocused();
  await page.getByLabel('Dedication').fill('Ada');
  await expect(price(page)).toHaveText('€97.90');
  expect(await page.evaluate(() => (window as any).changed)).toEqual([126, 126, 126]);
  await expect(page.locator('.product-details__product-price > #mine')).toBeAttached();
  expect(await page.evaluate(() => (window as any).Ecwid.formatCurrency(97.9))).toBe(await price(page).textContent());
  await stayed();
});

test('scripts choose by synthetic events', async ({ page }) => {
  await open(page, '/Tide-Table-Notebook-p301');
  await page.evaluate(() => { (window as any).changed = 0; (window as any).Ecwid.OnProductOptionsChanged.add(() => { (window as any).changed += 1; }); });
  await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('select[name=Ruling]')!;
    select.value = 'Blank';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const text = document.querySelector<HTMLTextAreaElement>('textarea')!;
    text.value = 'Hello';
    text.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(await page.evaluate(() => (window as any).changed)).toBe(2);
});

test('sold-out combinations are shown as such and cannot be bought', async ({ page }) => {
  await open(page, '/Undertow-p106');
  const sizes = page.locator('.form-control--sold-out');
  await open(page, '/First-Swell-p108');
  await expect(sizes).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled();
  await expect(page.locator('.product-details__product-stock')).toHaveText('Sold out');
});

test('a variation and choices are preselected by URL', proves('?variation={id}', '?options=a,b', 'Page.variationId', '{base}/{Name}-p{id}'), async ({ page }) => {
  await open(page, '/Lichen-Map-p126?variation=1263');
  await expect(page.getByLabel('A2')).toBeChecked();
  await expect(price(page)).toHaveText('€134.00');
  await open(page, '/Lichen-Map-p126?options=2,3,9');
  await expect(page.getByLabel('A3')).toBeChecked();
  await expect(page.getByLabel('Black oak')).toBeChecked();
});

test('the gallery goes by thumbnails and arrow keys', async ({ page }) => {
  await open(page, '/Lichen-Map-p126');
  const slides = page.locator('.details-gallery__slides');
  const left = () => slides.evaluate((element) => Math.round(element.scrollLeft));
  await page.getByRole('link', { name: 'Picture 2: Lichen Map' }).click();
  await expect.poll(left).toBeGreaterThan(100);
  await slides.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(left).toBe(0);
});

test('the first picture is loaded first, with its size', async ({ page }) => {
  await open(page, '/Lichen-Map-p126');
  const picture = page.locator('.details-gallery__image').first();
  await expect(picture).toHaveAttribute('fetchpriority', 'high');
  await expect(picture).toHaveAttribute('loading', 'eager');
  await expect(picture).toHaveAttribute('width', '1200');
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.currentSrc))).toMatch(/\.webp$/);
});

test('an injected node and its script survive going to the product and back', async ({ page }) => {
  await open(page, '/Moss-Rings-c4');
  const stayed = await stays(page);
  await page.locator('.grid-product__title', { hasText: 'Lichen Map' }).click();
  await expect(price(page)).toHaveText('€54.00');
  await page.goBack();
  await expect(page.locator('.grid-product')).toHaveCount(12);
  await stayed();
});
