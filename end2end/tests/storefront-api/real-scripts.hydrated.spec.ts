import type { Page } from '@playwright/test';
import { Shop, expect, heading, open, proves, stays, test } from '../../support/test.ts';
import { POSTCARDS, PRINT, cartCount, giveEmail, putIn } from '../../support/cart.ts';

const LIST = '/Tide-Lines-c2';

test.use({ expectedConsole: /inline event handler violates/ });

test('styles that scripts bring are followed, scripts that pages bring are not', async ({ visit }) => {
  const { page } = await visit(Shop.withScript(`
    document.head.append(Object.assign(document.createElement('style'), { textContent: '#a { color: rgb(1, 2, 3) }' }));
    document.querySelector('footer').insertAdjacentHTML('beforeend', '<i id="a" style="font-size: 31px" onclick="window.inline = true">a</i>');
    document.querySelector('#a').setAttribute('style', 'font-size: 33px; opacity: .5');
  `));
  await open(page, '/');
  const style = await page.locator('#a').evaluate((node) => { const { color, fontSize, opacity } = getComputedStyle(node); return [color, fontSize, opacity]; });
  expect(style).toEqual(['rgb(1, 2, 3)', '33px', '0.5']);
  const policy = (await page.request.get('/')).headers()['content-security-policy'];
  expect(policy).toMatch(/style-src 'self' 'unsafe-inline'/);
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
  expect(await page.locator('#a').evaluate((node) => { (node as HTMLElement).click(); return (window as any).inline; })).toBeUndefined();
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
});

/** Puts an untyped button before everything else in `where`, and clicks it. */
const press = (page: Page, where: string) => page.evaluate((where) => {
  const button = Object.assign(document.createElement('button'), { textContent: 'Engrave', className: 'engrave' });
  document.querySelector(where)!.prepend(button);
  button.click();
  return document.querySelectorAll('.engrave').length;
}, where);

test('buttons and fields that scripts inject belong to no form of the shop', async ({ visit }) => {
  // A shop of its own, where nobody else buys the last ones.
  const { page } = await visit(Shop.open());
  await putIn(page, PRINT, true);
  const posts: string[] = [];
  page.on('request', (request) => { if (request.method() === 'POST') posts.push(request.postData() ?? request.url()); });
  const stayed = await stays(page);
  for (const where of ['.product-details__action-panel', '.details-product-purchase__add-to-bag', '.product-details__product-options', '.details-product-option--Size']) await press(page, where);
  await page.evaluate(() => document.querySelector('.product-details__action-panel')!.insertAdjacentHTML('beforeend', '<input name="engraving" value="Ada">'));
  await page.getByLabel('Quantity').press('Enter');
  await expect(cartCount(page), 'Enter presses the button of the shop').toHaveAccessibleName('Cart, 2 items');
  expect(posts).toHaveLength(1);
  expect(posts[0]).not.toContain('engraving');
  await stayed();
  await open(page, '/cart');
  posts.length = 0;
  for (const where of ['.ec-cart-item__control-inner', '.ec-cart-item__count', '.ec-cart__email', '.ec-cart-email__input', '.ec-cart__coupon', '.ec-cart__buttons']) await press(page, where);
  await expect(page).toHaveURL('/cart');
  expect(posts).toEqual([]);
  await page.getByLabel('Your email').fill('ada@example.com');
  await page.getByLabel('Your email').press('Enter');
  await expect(heading(page)).toHaveText('Address');
  posts.length = 0;
  for (const where of ['.ec-form', '.ec-form__cell--name', '.ec-cart__buttons']) await press(page, where);
  await open(page, LIST);
  for (const where of ['.grid-product__buy-now', '.grid-product__price', '.ec-filter--price', '.grid__sort', '.site-search__form']) await press(page, where);
  await expect(page).toHaveURL(LIST);
  expect(posts).toEqual([]);
});

test('a product knows the category that it was come from', proves('Page.categoryId'), async ({ page }) => {
  await open(page, LIST);
  const told = () => page.evaluate(() => (window as any).told);
  await page.evaluate(() => {
    (window as any).told = [];
    for (const name of ['OnPageSwitch', 'OnPageLoad', 'OnPageLoaded']) {
      (window as any).Ecwid[name].add((now: any) => { if (now.type === 'PRODUCT') (window as any).told.push(now.categoryId); });
    }
    (window as any).told = [];
  });
  const expected: number[] = [];
  const go = async (act: () => Promise<unknown>, id: number) => {
    await act();
    expected.push(id, id, id);
    await expect.poll(told).toEqual(expected);
  };
  const openPage = (slug: string, parameters: object = {}) => page.evaluate(([slug, parameters]) => (window as any).Ecwid.openPage(slug, parameters), [slug, parameters] as const);
  const arrived = (text: string | RegExp) => expect(heading(page)).toHaveText(text);
  await go(() => page.locator('.grid-product__title').first().click(), 2);
  await openPage('category');
  await arrived(/Pictures that were drawn/);
  await go(() => openPage('product', { id: 126 }), 0);
  await go(() => openPage('product', { id: 201 }), -1);
  await openPage('search', { keyword: 'lichen' });
  await arrived(/Results/);
  await go(() => openPage('product', { id: 126 }), -1);
  await go(() => openPage('product', { id: 201, category: 7 }), 7);
  await openPage('cart');
  await arrived('Your cart');
  await go(() => page.goBack(), 7);
  await page.reload();
  await expect.poll(() => page.evaluate(() => new Promise((done) => (window as any).Ecwid.OnPageLoaded.add((now: any) => done(now.categoryId))))).toBe(7);
});

test('the quantity is text at every quantity', async ({ visit }) => {
  const { page } = await visit(Shop.open());
  await putIn(page, POSTCARDS, true);
  await open(page, '/cart');
  for (const many of [1, 20, 21, 40]) {
    await page.evaluate((many) => new Promise<void>((done) => {
      const { Cart } = (window as any).Ecwid;
      Cart.clear(() => Cart.addProduct({ id: 201, quantity: many }, () => done()));
    }), many);
    await expect(page.locator('.form-control--select-inline > select + .form-control__select-text')).toHaveText(`Qty: ${many}`);
    await expect(page.getByRole('combobox', { name: /^Quantity of/ })).toHaveValue(`${many}`);
  }
});

test('extra fields keep the order in which they were defined', async ({ visit }) => {
  const extra_fields = "{ zebra = { title = 'Zebra', checkoutDisplaySection = 'email' }, ant = { title = 'Ant', checkoutDisplaySection = 'email' } }";
  const { page } = await visit(Shop.open({ extra_fields }));
  await page.addInitScript(`window.ec = { order: { extraFields: {
    walrus: { title: 'Walrus', required: true, checkoutDisplaySection: 'email' },
    bear: { title: 'Bear', type: 'select', checkoutDisplaySection: 'email', options: [{ title: 'Brown' }, { title: 'Black' }] },
  } } }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await expect(page.locator('.ec-form > .ec-form__row .ec-form__title')).toHaveText(['Zebra', 'Ant', 'Walrus', 'Bear']);
  await expect(page.locator('.ec-form__cell--walrus > label > .ec-form__title + .marker-required')).toBeVisible();
  await expect(page.getByLabel('Bear').locator('option').first()).toHaveText('Please choose');
  await expect(page.getByLabel('Bear')).toHaveValue('');
});

test('a click anywhere on a card opens the product, but not what a script put there', async ({ page }) => {
  await open(page, LIST);
  const card = page.locator('.grid-product').first();
  await card.evaluate((card) => {
    const badge = Object.assign(document.createElement('div'), { textContent: 'Look closer', id: 'badge' });
    badge.addEventListener('click', () => { badge.textContent = 'Closer'; });
    card.querySelector('.grid-product__wrap-inner')!.append(badge);
  });
  await page.locator('#badge').click();
  await expect(page.locator('#badge')).toHaveText('Closer');
  await expect(page).toHaveURL(LIST);
  const name = await card.locator('.grid-product__title-inner').textContent();
  for (const part of ['.grid-product__price', '.grid-product__sku']) {
    await open(page, LIST);
    const target = page.locator('.grid-product').first().locator(part).first();
    await target.scrollIntoViewIfNeeded();
    const box = (await target.boundingBox())!;
    await page.mouse.click(box.x + box.width - 4, box.y + box.height / 2);
    await expect(heading(page), part).toHaveText(name!);
  }
});

test('scripts of embedded shops go on', async ({ visit }) => {
  const { page } = await visit(Shop.withScript(`
    document.querySelector('footer').insertAdjacentHTML('beforeend', '<div id="my-categories"></div><div id="my-search"></div>');
    window._xnext_initialization_scripts = [{ widgetType: 'CategoriesV2', id: 'my-categories', arg: ['id=my-categories'] }];
    xProductBrowser('categoriesPerRow=3', 'views=grid(20,3)', 'id=my-store-1003', 'defaultProductId=126');
    xSearch('id=my-search');
    Ecwid.init();
    window.went = 'on';
  `));
  await open(page, '/');
  await expect(heading(page)).toHaveText('Lichen Map');
  expect(await page.evaluate(() => (window as any).went)).toBe('on');
  await expect(page.locator('#my-categories summary').first()).toBeVisible();
  await expect(page.locator('#my-search input')).toBeVisible();
  await page.evaluate(() => (window as any).Ecwid.destroy());
  await expect(heading(page)).toBeHidden();
  await page.evaluate(() => (window as any).ecwid_onBodyDone());
  await expect(heading(page)).toHaveText('Lichen Map');
  await page.evaluate(() => { (window as any).xCategoriesV2(); (window as any).xSearch('id=nowhere'); (window as any).xProductBrowser(); });
});

test('the address starts in the country of the shop, and has a postal code wherever there are any', async ({ page }) => {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  const form = page.getByRole('group', { name: 'Delivery address' });
  await expect(form.getByLabel('Country')).toHaveValue('DE');
  await expect(form.getByLabel('Postal code')).toHaveAttribute('required');
  for (const [country, has] of [['KZ', true], ['AO', false], ['NG', true], ['HK', false], ['EC', true]] as const) {
    await form.getByLabel('Country').selectOption(country);
    await expect(form.getByLabel('Postal code'), country).toBeVisible({ visible: has });
  }
  await expect(form.getByLabel('Postal code')).not.toHaveAttribute('required');
});

test('what is sold out is called so', async ({ page }) => {
  await open(page, '/');
  const [success, , , error] = await page.evaluate(() => new Promise<unknown[]>((done) => (window as any).Ecwid.Cart.addProduct(108, (...all: unknown[]) => done(all))));
  expect([success, error]).toEqual([false, 'Sold out']);
});
