import type { Page } from '@playwright/test';
import { Shop, expect, heading, open, proves, stays, test } from '../../support/test.ts';

test.use({ expectedConsole: /404 \(Not Found\)/ });

/** Writes down page events from now on. */
const record = (page: Page) => page.evaluate(() => {
  const seen: unknown[][] = (window as any).seen = [];
  for (const name of ['OnPageSwitch', 'OnPageLoad', 'OnPageLoaded']) (window as any).Ecwid[name].add((now: unknown) => { seen.push([name, now]); });
  seen.length = 0;
});
const seen = (page: Page) => page.evaluate(() => (window as any).seen as [string, any][]);
const opened = (page: Page, slug: string, parameters?: object) =>
  page.evaluate(([slug, parameters]) => (window as any).Ecwid.openPage(slug, parameters), [slug, parameters] as const);
/** The page that was loaded last. */
const last = async (page: Page) => (await seen(page)).filter(([name]) => name === 'OnPageLoaded').at(-1)?.[1];

test('a product page tells everything, in order', proves(
  'Ecwid.OnPageSwitch(page)', 'page.type=PRODUCT', 'Page.productId', 'Page.mainCategoryId',
  "openPage 'product'", 'product param id', 'product param name', 'product param variation',
), async ({ page }) => {
  await open(page, '/');
  await record(page);
  await opened(page, 'product', { id: 126, name: 'lichen-map', variation: 1262 });
  await expect(heading(page)).toHaveText('Lichen Map');
  const products = async () => (await seen(page)).filter(([, it]) => it.type === 'PRODUCT');
  await expect.poll(async () => (await products()).map(([name]) => name)).toEqual(['OnPageSwitch', 'OnPageLoad', 'OnPageLoaded']);
  const events = await products();
  expect(events[1]![1]).toMatchObject({ type: 'PRODUCT', productId: 126, mainCategoryId: 0, hasPrevious: true });
  expect(events[2]![1]).toEqual({
    type: 'PRODUCT', productId: 126, variationId: 1262, name: 'Lichen Map', nameTranslated: { en: 'Lichen Map', de: 'Lichen Map' },
    categoryId: 0, mainCategoryId: 4, hasPrevious: true, entryPage: false,
  });
  await expect(page).toHaveURL('/Lichen-Map-p126?variation=1262');
  await expect(page.getByLabel('A3')).toBeChecked();
});

test('a category page tells its filters and order', proves(
  "openPage 'category'", 'category param id', 'category param name', 'category param page', 'Page.offset', 'Page.sort', 'Page.sort=normal',
  'Page.filterParams', 'FilterParams', 'Page.entryPage', '{base}/{Name}-c{id}',
), async ({ page }) => {
  await open(page, '/');
  await record(page);
  await opened(page, 'category', { id: '1', name: 'prints', page: 2 });
  await expect(heading(page)).toHaveText('Prints');
  await expect.poll(() => last(page)).toMatchObject({
    type: 'CATEGORY', categoryId: 1, name: 'Prints', nameTranslated: { en: 'Prints', de: 'Drucke' }, offset: 24, sort: 'normal', entryPage: false,
    filterParams: { attributes: {}, options: {}, categories: [], includeProductsFromSubcategories: true, keyword: '', inventory: '' },
  });
  await expect(page).toHaveURL(/^http:\/\/[^/]+\/Prints-c1\?page=2$/);
  await opened(page, 'category', { id: 1, page: 99 });
  await expect.poll(() => last(page)).toMatchObject({ offset: 24 });
  await opened(page, 'category');
  await expect.poll(() => last(page)).toMatchObject({ type: 'CATEGORY', categoryId: 0 });
});

test('a search page tells what was searched for', proves(
  "openPage 'search'", 'page.type=SEARCH', 'Page.keywords', 'Page.sort=relevance', 'search param keyword', 'search param inventory', 'search param attribute_{name}',
  'search param option_{name}', 'search param categories', 'search param includeProductsFromSubcategories', 'FilterParams.attributes', 'FilterParams.options',
  'FilterParams.categories', 'FilterParams.includeProductsFromSubcategories', 'FilterParams.keyword', 'FilterParams.inventory',
), async ({ page }) => {
  await open(page, '/');
  await record(page);
  await opened(page, 'search', {
    keyword: 'e', inventory: 'instock', attribute_Paper: 'Cotton,Washi', option_Size: '"A3"', categories: '1,6', includeProductsFromSubcategories: true,
  });
  await expect(heading(page)).toHaveText('Results for “e”');
  await expect.poll(() => last(page)).toMatchObject({
    type: 'SEARCH', keywords: 'e', sort: 'relevance', offset: 0,
    filterParams: {
      attributes: { Paper: ['Cotton', 'Washi'] }, options: { Size: ['A3'] }, categories: [1, 6], includeProductsFromSubcategories: true, keyword: 'e',
      inventory: 'instock',
    },
  });
});

const NARROWED: [string, object, RegExp | string][] = [
  ['search param keywords', { keywords: 'postcards' }, '5 products'],
  ['search param inStock', { inStock: true, category: 8 }, '8 products'],
  ['search param category', { category: 7 }, '8 products'],
  ['search param withSubcategory', { category: 1, withSubcategory: 'no' }, 'No products'],
  ['search param onsale', { onsale: 'onsale', categories: '8' }, '2 products'],
  ['search param priceFrom', { priceFrom: 60 }, '12 products'],
  ['search param priceTo', { priceTo: 12 }, /[78] products/],
  ['search param offset', { offset: 48 }, '64 products'],
  ['search param page', { page: 2 }, '64 products'],
  ['search param field{Name}', { fieldPaper: 'Bamboo' }, '12 products'],
  ['search param createdFrom', { createdFrom: '2026-10-28 00:00:00 +0000' }, '4 products'],
  ['search param createdTo', { createdTo: '2026-08-01 00:00:00 +0000' }, '3 products'],
];
test('openPage narrows a search', proves(...NARROWED.map(([item]) => item)), async ({ page }) => {
  await open(page, '/cart');
  for (const [item, parameters, said] of NARROWED) {
    await opened(page, 'search', parameters);
    await expect(page.locator('#list-count'), item).toHaveText(said);
    await opened(page, 'cart');
    await expect(heading(page), item).toHaveText('Your cart');
  }
});

test('a search is narrowed by an attribute that is known by its id', proves('search param field{id}'), async ({ page }) => {
  await open(page, '/search');
  const id = await page.locator('.ec-filter--attribute', { hasText: 'Paper' }).getAttribute('data-attribute-id');
  await record(page);
  await opened(page, 'search', { [`field${id}`]: 'Bamboo' });
  await expect(page.locator('#list-count')).toHaveText('12 products');
  await expect.poll(() => last(page)).toMatchObject({ type: 'SEARCH', filterParams: { attributes: { Paper: ['Bamboo'] } } });
});

test('a search has an order', proves(
  'Page.sort=addedTimeDesc', 'Page.sort=priceAsc', 'Page.sort=priceDesc', 'Page.sort=nameAsc', 'Page.sort=nameDesc',
), async ({ page }) => {
  await open(page, '/');
  await record(page);
  for (const [sort, first] of [['addedTimeDesc', 'Rule of Thumb'], ['priceAsc', ''], ['priceDesc', ''], ['nameAsc', 'Almost Square'], ['nameDesc', 'White Noise']] as const) {
    await opened(page, 'search', { sort });
    await expect.poll(() => last(page)).toMatchObject({ sort });
    if (first) await expect(page.locator('.grid-product__title').first()).toHaveText(first);
    const prices = (await page.locator('.grid-product__price-value').allTextContents()).map((text) => Number(text.replace(/[^\d.]/g, '')));
    expect(prices.length, sort).toBeGreaterThan(20);
    if (sort.startsWith('price')) expect(prices, sort).toEqual([...prices].sort((a, b) => sort === 'priceAsc' ? a - b : b - a));
  }
});

const TEXTS: [string, string][] = [
  ['pages/about', 'About Tide & Line'], ['pages/shipping-payment', 'Shipping and payment'], ['pages/returns', 'Returns'], ['pages/terms', 'Terms'],
  ['pages/privacy-policy', 'Privacy and cookies'], ['cart', 'Your cart'], ['account/favorites', 'Favourites'],
];
test('openPage opens pages by their slugs', proves(...TEXTS.map(([slug]) => `openPage '${slug}'`)), async ({ page }) => {
  await open(page, '/');
  const stayed = await stays(page);
  for (const [slug, title] of TEXTS) {
    await opened(page, slug);
    await expect(heading(page)).toHaveText(title);
    await expect(page).toHaveURL(`/${slug}`);
  }
  await stayed();
});

test('the cart is the cart page', proves('page.type=CART'), async ({ page }) => {
  await open(page, '/');
  await record(page);
  await opened(page, 'cart');
  await expect.poll(() => last(page)).toEqual({ type: 'CART', hasPrevious: true, entryPage: false });
});

test('a product without an id is ignored', async ({ page }) => {
  await open(page, '/cart');
  await record(page);
  await opened(page, 'product', { name: 'x' });
  await opened(page, 'product');
  await opened(page, 'product', { id: 113 });
  await expect(heading(page)).toHaveText('Kindling');
  expect((await seen(page)).filter(([name]) => name === 'OnPageSwitch').length).toBe(1);
});

test('a choice opens by indexes', proves('product param options'), async ({ page }) => {
  await open(page, '/');
  await opened(page, 'product', { id: 126, options: [3, 2] });
  await expect(page.getByLabel('A2')).toBeChecked();
  await expect(page.getByLabel('Ash')).toBeChecked();
});

test('links and back tell the same; a veto keeps the page', proves('Ecwid.OnPageSwitch return false'), async ({ page }) => {
  await open(page, '/Moss-Rings-c4');
  await record(page);
  await page.locator('.grid-product__title', { hasText: 'Lichen Map' }).click();
  await expect.poll(() => last(page)).toMatchObject({ type: 'PRODUCT', productId: 126 });
  await page.goBack();
  await expect.poll(() => last(page)).toMatchObject({ type: 'CATEGORY', categoryId: 4 });
  await page.evaluate(() => (window as any).Ecwid.OnPageSwitch.add((next: any) => next.type !== 'PRODUCT'));
  await page.locator('.grid-product__title', { hasText: 'Lichen Map' }).click();
  await opened(page, 'product', { id: 101 });
  await opened(page, 'pages/about');
  await expect(heading(page)).toHaveText('About Tide & Line');
  expect((await seen(page)).filter(([name, it]) => name === 'OnPageLoaded' && it.type === 'PRODUCT').length).toBe(1);
});

test('back and forward can be vetoed', proves('Ecwid.OnPageSwitch return false'), async ({ page }) => {
  await open(page, '/Moss-Rings-c4');
  await opened(page, 'pages/about');
  await expect(heading(page)).toHaveText('About Tide & Line');
  await opened(page, 'pages/terms');
  await expect(heading(page)).toHaveText('Terms');
  await page.evaluate(() => {
    (window as any).vetoed = [];
    (window as any).Ecwid.OnPageSwitch.add((next: any) => { (window as any).vetoed.push(next.type); return next.type !== 'CATEGORY'; });
  });
  const vetoed = () => page.evaluate(() => (window as any).vetoed);
  await page.goBack();
  await expect(heading(page)).toHaveText('About Tide & Line');
  await page.evaluate(() => history.back());
  await expect.poll(vetoed).toEqual(['SITE', 'CATEGORY']);
  await expect(page).toHaveURL('/pages/about');
  await expect(heading(page)).toHaveText('About Tide & Line');
  await page.goForward();
  await expect(heading(page)).toHaveText('Terms');
  expect(await vetoed()).toEqual(['SITE', 'CATEGORY', 'SITE']);
});

test('a page that comes says of itself what it would have said alone', proves('ec.config.enable_canonical_urls'), async ({ page }) => {
  const own = () => page.evaluate(() => [...document.head.querySelectorAll('meta[name], meta[property], link[rel=canonical], script[type="application/ld+json"]')]
    .map((node) => node.outerHTML).filter((html) => !/viewport|color-scheme/.test(html)));
  await open(page, '/Lichen-Map-p126');
  const alone = await own();
  expect(alone.length).toBeGreaterThan(8);
  await open(page, '/pages/terms');
  await opened(page, 'product', { id: 126, name: 'Lichen-Map' });
  await expect(heading(page)).toHaveText('Lichen Map');
  expect(await own()).toEqual(alone);
});

test('a merchant moves canonical addresses, the languages and the cart', proves(
  'ec.config.canonical_base_url', 'ec.config.storefrontUrls.internationalPages', 'ec.config.storefrontUrls.enableHreflangTags',
  'ec.config.store_main_page_url', 'ecwid_ProductBrowserURL', 'Ecwid.setStorefrontBaseUrl(url)',
), async ({ page }) => {
  await open(page, '/Lichen-Map-p126');
  const set = (config: object, global?: string) => page.evaluate(([config, global]) => {
    (window as any).ecwid_ProductBrowserURL = global;
    (window as any).ec.config = config;
    (window as any).Ecwid.refreshConfig();
  }, [config, global] as const);
  await set({ canonical_base_url: 'https://prints.example/shop/' });
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://prints.example/shop/Lichen-Map-p126');
  await set({ storefrontUrls: { enableHreflangTags: true, internationalPages: { 'es-mx': 'https://mx.example', default: 'https://prints.example/' } } });
  await expect(page.locator('link[hreflang="es-mx"]')).toHaveAttribute('href', 'https://mx.example/Lichen-Map-p126');
  await expect(page.locator('link[hreflang="x-default"]')).toHaveAttribute('href', 'https://prints.example/Lichen-Map-p126');
  await expect(page.locator('link[hreflang]')).toHaveCount(2);
  const cart = page.locator('#minicart a');
  await set({}, 'https://old.example/store');
  await expect(cart).toHaveAttribute('href', 'https://old.example/store/cart');
  await set({ store_main_page_url: 'https://prints.example/shop#' }, 'https://old.example/store');
  await expect(cart).toHaveAttribute('href', 'https://prints.example/shop/cart');
  await page.evaluate(() => (window as any).Ecwid.setStorefrontBaseUrl('https://third.example'));
  await expect(cart).toHaveAttribute('href', 'https://third.example/cart');
});

test('addresses are shown as the page\'s script wants them, and lead back', proves(
  'ec.config.baseUrl', 'ec.config.storefrontUrls.cleanUrls', 'ec.config.storefrontUrls.slugsWithoutIds', 'ec.config.storefrontUrls.queryBasedCleanUrls',
), async ({ visit }) => {
  const configured = (config: string) => visit(Shop.withScript(`Object.assign(ec.config, ${config});`));
  const { page: without } = await configured('{ storefrontUrls: { cleanUrls: true, slugsWithoutIds: true } }');
  await open(without, '/Lichen-Map-p126');
  await expect(without).toHaveURL('/lichen-map');
  await opened(without, 'category', { id: 1, name: 'Prints' });
  await expect(heading(without)).toHaveText('Prints');
  await expect(without).toHaveURL('/prints');
  await without.goBack();
  await expect(heading(without)).toHaveText('Lichen Map');
  await expect(without).toHaveURL('/lichen-map');
  await without.reload();
  await expect(heading(without)).toHaveText('Lichen Map');
  const { page: below } = await configured('{ baseUrl: "/store/" }');
  await open(below, '/Prints-c1');
  await expect(below).toHaveURL('/store/Prints-c1');
  await below.locator('.grid-product__title').first().click();
  await expect(below.locator('.product-details')).toBeVisible();
  await expect(below).toHaveURL(/\/store\/[\w-]+-p\d+$/);
  const name = await heading(below).textContent();
  await below.reload();
  await expect(heading(below)).toHaveText(name!);
  await opened(below, 'cart', {});
  await expect(below).toHaveURL('/cart');
  await open(below, '/store/cart');
  await expect(below, 'an address of before').toHaveURL('/cart');
  const { page: query } = await configured('{ storefrontUrls: { cleanUrls: true, queryBasedCleanUrls: true } }');
  await open(query, '/?store-page=Lichen-Map-p126');
  await expect(heading(query)).toHaveText('Lichen Map');
});

test('an address follows a script that comes after the page is alive', async ({ visit }) => {
  const { page } = await visit(Shop.withScript('Object.assign(ec.config, { storefrontUrls: { cleanUrls: true, slugsWithoutIds: true } });'));
  await page.route(/merchant-0/, async (route) => {
    await expect(page.locator('html')).toHaveAttribute('data-hydrated', '');
    await route.continue();
  });
  await page.goto('/Lichen-Map-p126');
  await expect(page).toHaveURL('/lichen-map');
});

const HASHES = [
  ['#!/Lichen%20Map/p/126', '/Lichen-Map-p126', 'Lichen Map', '#!/{Name}/p/{id}'],
  ['#!/Lichen-Map/p/126/category=1', '/Lichen-Map-p126?category=1', 'Lichen Map', '#!/{Name}/p/{id}/category={cid}'],
  ['#!/Prints/c/1', '/Prints-c1', 'Prints', '#!/{Name}/c/{id}'],
  ['#!/~/product/id=126', '/Lichen-Map-p126', 'Lichen Map', '#!/~/product/id={id}'],
  ['#!/~/cart', '/cart', 'Your cart', '#!/~/cart'],
  ['#!/~/pages/terms/a=b', '/pages/terms?a=b', 'Terms', '#!/~/{slug}/{k}={v}&...'],
  ['#!/~/search/keyword=lichen', '/search?keyword=lichen', 'Results for “lichen”', '#!/~/search/keyword={text}'],
] as const;
test('old addresses lead to the present ones', proves('hash URL replaced by clean URL', ...HASHES.map(([, , , item]) => item)), async ({ page }) => {
  for (const [hash, path, title] of HASHES) {
    await page.goto('about:blank');
    await open(page, `/${hash}`);
    await expect(heading(page), hash).toHaveText(title);
    await expect(page).toHaveURL(path);
  }
  // In a page that is open, too.
  await page.evaluate(() => { location.hash = '#!/~/pages/about'; });
  await expect(heading(page)).toHaveText('About Tide & Line');
  await expect(page).toHaveURL('/pages/about');
});

test('old names in clean URLs lead on', proves('{base}/{slug}', '?store-page={slug}', '{base}/cart and other service slugs', 'reserved clean path segments'), async ({ page }) => {
  for (const [path, reached] of [
    ['/lichen-map', '/Lichen-Map-p126'], ['/still-water', '/Slack-Water-p101'], ['/?store-page=Lichen-Map-p126', '/Lichen-Map-p126'],
    ['/Anything-c1', '/Prints-c1'], ['/cart', '/cart'], ['/search', '/search'], ['/pages/terms', '/pages/terms'], ['/account', '/account'],
  ] as const) {
    await page.goto(path);
    await expect(page).toHaveURL(reached);
  }
});

test('an old name leads to the present one', proves('product param slug_value', 'category param slug_value'), async ({ page }) => {
  await open(page, '/');
  await opened(page, 'product', { id: 126, slug_value: 'some-old-name' });
  await expect(heading(page)).toHaveText('Lichen Map');
  await expect(page).toHaveURL('/Lichen-Map-p126');
  await opened(page, 'category', { id: 7, slug_value: 'cards' });
  await expect(heading(page)).toHaveText('Postcards');
  await expect(page).toHaveURL('/Postcards-c7');
});

test("a merchant's own address leads to the product", proves('{base}/{custom-slug}'), async ({ page }) => {
  await open(page, '/seconds');
  await expect(heading(page)).toHaveText('Studio Seconds');
  await expect(page).toHaveURL('/Studio-Seconds-p205');
});

for (const slug of ['account', 'signin']) {
  test(`signing in by ${slug} leads on`, proves(`${slug} param returnurl`), async ({ page, customer }) => {
    await open(page, '/');
    await opened(page, slug, { returnurl: '/Postcards-c7?sort=priceAsc' });
    await expect(heading(page)).toHaveText('Sign in');
    const form = page.getByRole('main');
    await form.getByLabel('Email').fill(customer.email);
    await form.getByLabel('Password').fill(customer.password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page)).toHaveText('Postcards');
    await expect(page).toHaveURL('/Postcards-c7?sort=priceAsc');
  });
}

test('the page of saved addresses is told of', proves('page.type=CHECKOUT_ADDRESS_BOOK'), async ({ page, signedIn }) => {
  const address = { name: signedIn.name, country: 'DE', street: 'Elbchaussee 1', city: 'Hamburg', 'postal-code': '20095' };
  await page.request.post('/account/address-book', { form: address });
  await page.request.post('/api/cart/add', { form: { product: 201 } });
  await open(page, '/checkout/address');
  await record(page);
  await page.getByRole('main').getByRole('link', { name: 'Your addresses' }).click();
  await expect(heading(page)).toHaveText('Your addresses');
  await expect.poll(() => last(page)).toMatchObject({ type: 'CHECKOUT_ADDRESS_BOOK' });
  const here = (await seen(page)).filter(([, it]) => it.type === 'CHECKOUT_ADDRESS_BOOK');
  expect(here.map(([name]) => name)).toEqual(['OnPageSwitch', 'OnPageLoad', 'OnPageLoaded']);
});

test('pages without ids in their addresses are told of as what they are', async ({ visit }) => {
  const { page } = await visit(Shop.open({ slugs_without_ids: 'true' }));
  await open(page, '/');
  await record(page);
  await page.locator('.grid-product__title').filter({ hasText: 'Under the Log' }).first().click();
  await expect(page).toHaveURL('/under-the-log');
  await expect.poll(() => last(page)).toMatchObject({ type: 'PRODUCT', productId: 125 });
  await page.goBack();
  await expect.poll(() => last(page)).toMatchObject({ type: 'CATEGORY', categoryId: 0 });
  await page.goForward();
  await expect.poll(() => last(page)).toMatchObject({ type: 'PRODUCT', productId: 125 });
  const switches = (await seen(page)).filter(([name]) => name !== 'OnPageLoaded').map(([name, it]) => [name, it.type, it.productId]);
  // The first page is told of to those who come late.
  expect(switches.slice(-6)).toEqual([
    ['OnPageSwitch', 'PRODUCT', 125], ['OnPageLoad', 'PRODUCT', 125],
    ['OnPageSwitch', 'CATEGORY', undefined], ['OnPageLoad', 'CATEGORY', undefined],
    ['OnPageSwitch', 'PRODUCT', 125], ['OnPageLoad', 'PRODUCT', 125],
  ]);
});

test('a list of orders tells the days it is narrowed to', proves('Page.from', 'Page.to'), async ({ page, signedIn: _ }) => {
  await open(page, '/account/orders');
  await record(page);
  await page.getByLabel('From').fill('2026-08-01');
  await page.getByLabel('To', { exact: true }).fill('2026-08-02');
  await page.getByRole('button', { name: 'Show' }).click();
  // Days begin and end by the shop's clock, which is Berlin's.
  const midnight = (date: string) => Date.parse(`${date}T00:00+02:00`) / 1000;
  await expect.poll(() => last(page)).toMatchObject({ type: 'ORDERS', from: midnight('2026-08-01'), to: midnight('2026-08-03') });
});
