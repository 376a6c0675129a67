import type { Page } from '@playwright/test';
import { Shop, expect, heading, open, proves, test } from '../../support/test.ts';
import { PRINT, POSTCARDS, cartCount, giveAddress, giveEmail, pay, placeOrder, putIn, choose } from '../../support/cart.ts';

test.use({ ownShop: true });

/** Puts a node with a listener into each of `regions`, and a class, a style and a word of its own on each. */
const inject = (page: Page, regions: string[]) => page.evaluate((regions) => {
  const injected = (window as any).injected = regions.map((selector) => {
    const region = document.querySelector(selector)!;
    if (!region) throw new Error(`there is no ${selector}`);
    const node = Object.assign(document.createElement('button'), { textContent: 'Engrave', className: 'engrave' });
    const it = { selector, region, node, clicks: 0 };
    node.addEventListener('click', () => { it.clicks += 1; });
    region.append(node);
    region.classList.add('mine');
    (region as HTMLElement).style.outline = '1px dotted red';
    return it;
  });
  return injected.length;
}, regions);

/** What of it is not as it was left, but for regions that have `gone` with what they showed. */
const lost = (page: Page, gone: string[] = []) => page.evaluate((gone) => (window as any).injected.flatMap(({ selector, region, node, ...it }: any) => {
  if (gone.includes(selector)) return [];
  const before = (window as any).injected.find((one: any) => one.node === node);
  node.click();
  const is = {
    'the region is another': document.contains(region) && region.matches(selector),
    'the node is gone': region.contains(node) && document.contains(node),
    'the listener is gone': before.clicks === it.clicks + 1,
    'the class is gone': region.classList.contains('mine'),
    'the style is gone': region.style.outline === 'red dotted 1px',
  };
  return Object.entries(is).filter(([, holds]) => !holds).map(([what]) => `${selector}: ${what}`);
}), gone);

const refresh = (page: Page) => page.evaluate(() => (window as any).Ecwid.refreshConfig());
const total = (page: Page) => page.locator('.ec-cart-summary__total').first();

test('a product page keeps what scripts put there when a choice is made', async ({ page }) => {
  await open(page, PRINT.path);
  await inject(page, [
    '.ec-store__product-page', '.product-details', '.product-details__gallery', '.product-details__sidebar', '.product-details__product-title',
    '.product-details__product-price', '.product-details__product-sku', '.product-details__product-options', '.details-product-option--Frame',
    '.details-product-option--Size .product-details-module__content', '.form-control__radio + *', '.product-details__action-panel', '.details-product-purchase__qty',
    '.details-product-purchase__controls', '.details-product-purchase__add-to-bag', '.ec-footer', '.ec-cart-widget',
  ]);
  const price = page.locator('.details-product-price__value');
  await page.getByLabel('Quantity').fill('2');
  for (const [size, costs] of [['A2', /^€/], ['A4', '€54.00']] as const) {
    const before = await price.textContent();
    await page.getByLabel(size).check();
    await expect(price).not.toHaveText(before!);
    await expect(price).toHaveText(costs);
    await refresh(page);
    expect(await lost(page)).toEqual([]);
  }
  await expect(page.getByLabel('Quantity')).toHaveValue('2');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 2 items');
  expect(await lost(page)).toEqual([]);
});

test('a cart keeps what scripts put there while quantities change and lines go', async ({ visit }) => {
  // A shop of its own, where other tests have not bought what it counts.
  const { page } = await visit(Shop.open());
  await putIn(page, PRINT, true);
  await putIn(page, POSTCARDS, true);
  await open(page, '/cart');
  const line = (id: number) => `.ec-cart__item[data-product-id="${id}"]`;
  await inject(page, [
    '.ec-cart', '.ec-cart__sidebar-inner', '.ec-page-title', '.ec-cart__head', '.ec-cart__products-inner', line(201), `${line(201)} .ec-cart-item__wrap-primary`,
    `${line(201)} .ec-cart-item__options`, `${line(201)} .ec-cart-item__control-inner`, `${line(201)} .ec-cart-item__count`, '.ec-cart__shopping', '.ec-cart__body-inner',
    '.ec-cart-summary', '.ec-cart__coupon', '.ec-cart__email', '.ec-cart-email__input', '.ec-cart__buttons', '#minicart', '.ec-footer',
  ]);
  const email = page.getByLabel('Your email');
  await email.pressSequentially('ada@');
  const quantity = page.getByRole('combobox', { name: `Quantity of ${PRINT.name}` });
  for (const [many, costs] of [['3', '€174.00'], ['2', '€120.00']]) {
    await quantity.selectOption(many);
    await expect(total(page)).toHaveText(costs);
    expect(await lost(page)).toEqual([]);
  }
  await email.focus();
  await page.evaluate(() => new Promise((done) => (window as any).Ecwid.Cart.removeProduct(0, done)));
  await expect(page.locator('.ec-cart-item__title')).toHaveText([POSTCARDS.name]);
  await expect(email).toHaveValue('ada@');
  await expect(email).toBeFocused();
  expect(await lost(page)).toEqual([]);
  await page.evaluate(() => {
    (window as any).ec.order.extraFields.wish = { title: 'A wish', checkoutDisplaySection: 'email' };
    (window as any).Ecwid.refreshConfig();
  });
  await page.getByLabel('A wish').fill('Soon');
  await refresh(page);
  await page.getByRole('button', { name: `Remove ${POSTCARDS.name}` }).click();
  await expect(page.getByText('Your cart is empty.')).toBeVisible();
  expect(await lost(page, ['.ec-cart__body-inner', '.ec-cart-summary', '.ec-cart__coupon', '.ec-cart__email', '.ec-cart-email__input', '.ec-cart__buttons',
    line(201), `${line(201)} .ec-cart-item__wrap-primary`, `${line(201)} .ec-cart-item__options`, `${line(201)} .ec-cart-item__control-inner`,
    `${line(201)} .ec-cart-item__count`])).toEqual([]);
});

test('the checkout keeps what scripts put there, and an order has their surcharges', async ({ visit }) => {
  const { page } = await visit(Shop.open());
  await page.addInitScript(`window.ec = { order: { extraFields: {
    wrap: { title: 'Wrapping', type: 'select', checkoutDisplaySection: 'payment_details', surchargeType: 'ABSOLUTE', options: [{ title: 'Paper', surcharge: 1 }, { title: 'Cloth', surcharge: 3 }] },
  } } }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  await inject(page, [
    '.ec-cart', '.ec-cart-step__body', '.ec-form', '.ec-form__row', '.ec-form__cell--name', '.ec-form__cell--street', '.ec-form__cell--city .form-control', '.ec-cart__buttons', '.ec-cart-summary',
  ]);
  const form = page.getByRole('group', { name: 'Delivery address' });
  await form.getByLabel('Full name').fill('Ada Lovelace');
  for (const [country, state] of [['US', true], ['HK', true], ['DE', false]] as const) {
    await form.getByLabel('Country').selectOption(country);
    await expect(form.getByLabel('State or region')).toBeVisible({ visible: state });
    await expect(form.getByLabel('Postal code')).toBeVisible({ visible: country !== 'HK' });
    expect(await lost(page)).toEqual([]);
  }
  await expect(form.getByLabel('Full name')).toHaveValue('Ada Lovelace');
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await inject(page, ['.ec-cart-step__body', '.ec-radiogroup', '.ec-radiogroup__item', '.ec-radiogroup__info', '.ec-form__row', '.ec-extra--wrap', '.ec-cart__buttons', '.ec-cart-summary']);
  const comments = page.getByLabel('Anything we should know?');
  await comments.fill('Ring twice');
  for (const [wrap, costs] of [['Paper', '€59.90'], ['Cloth', '€61.90']]) {
    await page.getByLabel('Wrapping').selectOption(wrap);
    await expect(page.getByRole('button', { name: `Buy now for ${costs}` })).toBeVisible();
    await expect(total(page)).toHaveText(costs);
    expect(await lost(page)).toEqual([]);
  }
  await page.evaluate(() => {
    (window as any).ec.order.extraFields.fee = { value: 'yes', surchargeType: 'ABSOLUTE', surchargeShortName: { name: 'Fee' }, options: [{ title: 'yes', surcharge: 2 }] };
    (window as any).Ecwid.refreshConfig();
  });
  await expect(page.getByRole('button', { name: 'Buy now for €63.90' })).toBeVisible();
  await expect(comments).toHaveValue('Ring twice');
  expect(await lost(page)).toEqual([]);
  await placeOrder(page);
  await expect(page.getByText('€63.90').first()).toBeVisible();
});

test('fields that scripts define are there before the page is told of', async ({ page }) => {
  await putIn(page, PRINT, true);
  await page.addInitScript(`
    window.ec = { order: { extraFields: { wish: { title: 'A wish', checkoutDisplaySection: 'email' } } } };
    addEventListener('DOMContentLoaded', () => Ecwid.OnPageLoaded.add((now) => { window.there = [now.type, !!document.querySelector('.ec-extra--wish input')]; }));
  `);
  await page.goto('/cart');
  await expect.poll(() => page.evaluate(() => (window as any).there)).toEqual(['CART', true]);
});

test('regions that a script wrote anew go on', async ({ page }) => {
  await open(page, PRINT.path);
  await page.evaluate(() => {
    document.querySelector('.product-details__sidebar')!.innerHTML += '<p id="anew">Hand-pulled</p>';
    const price = document.querySelector('.details-product-price__value')!;
    price.replaceWith(price.cloneNode(true));
  });
  await page.getByLabel('A2').check();
  await expect(page.locator('.details-product-price__value')).not.toHaveText('€54.00');
  await expect(page.locator('#anew')).toBeVisible();
});
