import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop, expect, open, proves, signInByPanel, test } from '../../support/test.ts';

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
  const reach = await page.evaluate(() => [document.cookie, { ...localStorage }, { ...sessionStorage }]);
  expect(reach, 'nothing but the mirror of an empty cart').toEqual(['', {
    'ec-1003-checkout': '{"itemsCount":0}', PSecwid__1003PScart: '{"order":{"items":[]}}',
  }, {}]);
});

test('the page, its widgets and the shop\'s files', proves(
  'Ecwid.getInitializedWidgets()', 'widget=Minicart', 'widget=SearchPanel', 'widget=ProductBrowser', 'widget=Categories', 'Ecwid.getStaticBaseUrl()',
  'Ecwid.getFeatureToggles()', 'FeatureToggles.newProductList', 'FeatureToggles.newDetailsPage', 'FeatureToggles.customerLoginByLink',
  'FeatureToggles.newCartPage', 'FeatureToggles.newCheckoutPage', 'Ecwid.resizeProductBrowser()', 'instantsite.getSiteId()',
), async ({ page, shop }) => {
  await open(page, '/');
  const answers = await page.evaluate(() => {
    const { Ecwid, instantsite } = window as any;
    let resized = 0;
    addEventListener('resize', () => { resized += 1; });
    Ecwid.resizeProductBrowser();
    return { widgets: Ecwid.getInitializedWidgets(), base: Ecwid.getStaticBaseUrl(), toggles: Ecwid.getFeatureToggles(), site: instantsite.getSiteId(), resized };
  });
  expect(answers).toEqual({
    widgets: ['ProductBrowser', 'SearchPanel', 'Categories', 'Minicart'], base: `${shop.url}/assets/`, site: 1003, resized: 1,
    toggles: { newProductList: true, newDetailsPage: true, customerLoginByLink: true, newCartPage: true, newCheckoutPage: true },
  });
});

test('where the visitor is: saved addresses, then the proxy, then nowhere', proves(
  'Ecwid.getVisitorLocation()', 'VisitorLocation.countryCode', 'VisitorLocation.stateCode', 'VisitorLocation.source',
), async ({ visit }) => {
  const { page } = await visit(Shop.open({ visitor_country_header: 'x-country' }), { extraHTTPHeaders: { 'x-country': 'fr' } });
  await open(page, '/');
  const where = () => page.evaluate(() => (window as any).Ecwid.getVisitorLocation());
  expect(await where()).toEqual({ countryCode: 'FR', stateCode: null, source: 'IP_ADDRESS' });
  await signInByPanel(page, { email: 'shopper@example.com', password: 'awning-demo' });
  await expect.poll(where).toEqual({ countryCode: 'NL', stateCode: 'ZH', source: 'SHIPPING_ADDRESS' });
});

test('nobody knows where', async ({ page }) => {
  await open(page, '/');
  expect(await page.evaluate(() => (window as any).Ecwid.getVisitorLocation())).toEqual({ countryCode: null, stateCode: null, source: 'IP_ADDRESS' });
});

test('what apps publish is there at once', proves(
  'Ecwid.getAppPublicToken(clientId)', 'Ecwid.getAppPublicConfig(clientId)', 'instantsite.getAppPublicToken(clientId)', 'instantsite.getAppPublicConfig(clientId)',
), async ({ visit }) => {
  const shop = await Shop.withScript(`window.early = [Ecwid.getAppPublicToken('chat'), Ecwid.getAppPublicConfig('chat'), Ecwid.getAppPublicToken('none'),
    Ecwid.getAppPublicConfig('none'), Ecwid.getAppPublicConfig('constructor'), instantsite.getAppPublicToken('chat'), instantsite.getAppPublicConfig('chat')];`);
  const config = join(shop.dir, 'config.json');
  writeFileSync(config, '{"color":"red"}');
  shop.command('app', 'set', 'chat', '--public-token', 'public_abc', '--config-file', config);
  const { page } = await visit(Promise.resolve(shop));
  await expect(async () => {
    await open(page, '/');
    expect(await page.evaluate(() => (window as any).early)).toEqual(['public_abc', '{"color":"red"}', undefined, null, null, 'public_abc', '{"color":"red"}']);
  }).toPass();
});

test('sections tell when they come into view and go', proves('instantsite.onTileLoaded(tileId)', 'instantsite.onTileUnloaded(tileId)'), async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => {
    const told: unknown[] = (window as any).told = [];
    (window as any).instantsite.onTileLoaded.add((id: string) => told.push(['in', id]));
    (window as any).instantsite.onTileUnloaded.add((id: string) => told.push(['out', id]));
  });
  await page.locator('#tile-columns').scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => (window as any).told)).toContainEqual(['in', 'tile-columns']);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => page.evaluate(() => (window as any).told)).toContainEqual(['out', 'tile-columns']);
});

test('the filters open by script', proves('Ecwid.showProductFilters()'), async ({ page }) => {
  await open(page, '/Tide-Lines-c2');
  await page.evaluate(() => (window as any).Ecwid.showProductFilters());
  await expect(page.getByRole('link', { name: 'In stock' })).toBeVisible();
  expect(await page.evaluate(() => document.activeElement!.closest('#filters') !== null)).toBe(true);
});
