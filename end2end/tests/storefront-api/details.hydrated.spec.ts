import { Shop, expect, open, proves, test } from '../../support/test.ts';

test('store details answer', proves(
  'Ecwid.getOwnerId()', 'Ecwid.getStorefrontLang()', 'Ecwid.formatCurrency(value)', 'Ecwid.formatCurrency(string)', 'Ecwid.isStorefrontV3()',
), async ({ page }) => {
  await open(page, '/');
  const answers = await page.evaluate(() => {
    const { Ecwid } = window as any;
    return [Ecwid.getOwnerId(), Ecwid.getStorefrontLang(), Ecwid.isStorefrontV3(),
      ...[1234.5, '12.3', 0, -5, 'x', undefined].map((value) => Ecwid.formatCurrency(value))];
  });
  expect(answers).toEqual([1003, 'en', true, '€1,234.50', '€12.30', '€0.00', '-€5.00', '€0.00', '€0.00']);
});

test('a German shop answers in German', async ({ visit }) => {
  const { page } = await visit(Shop.open({ store_language: 'de', currency: 'CHF', store_id: '77' }));
  await open(page, '/');
  await expect(page.locator('header').getByRole('link', { name: 'Anmelden' })).toBeVisible();
  const answers = await page.evaluate(() => {
    const { Ecwid } = window as any;
    return [Ecwid.getOwnerId(), Ecwid.getStorefrontLang(), Ecwid.formatCurrency(1234.5)];
  });
  expect(answers).toEqual([77, 'de', '1.234,50\u00a0CHF']);
});

test('what no document names is not there', async ({ page }) => {
  await open(page, '/');
  const found = await page.evaluate(() => ['getCurrency', 'getProduct', 'setProductPrice', 'Payment', 'getLastPage'].filter((name) => name in (window as any).Ecwid));
  expect(found).toEqual([]);
});

test('no credential is in web storage or within reach of scripts', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  const reach = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
  expect(reach).toBe('["",{},{}]');
});
