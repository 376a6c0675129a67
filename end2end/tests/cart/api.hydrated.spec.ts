import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Shop, expect, heading, open, proves, signInByPanel, signOutByScript, test } from '../../support/test.ts';
import { PRINT, cartCount, choose, giveAddress, giveEmail, placeOrder, putIn, upToPayment } from '../../support/cart.ts';
import { call, cart, quantities, record, seen } from '../../support/cart-calls.ts';

test.use({ ownShop: true });

test.use({ expectedConsole: /ERR_FAILED/, expectedFailures: /api\/cart\/total/ });

/** Every product of `shop`, as it is exported. */
function exported(shop: Shop): any[] {
  const file = join(shop.dir, 'all.jsonl');
  shop.command('export', file);
  return readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line).product?.[0]).filter(Boolean);
}
/** What `set…` calls told: `ok`, or code and message. */
const set = (page: Page, name: string, ...args: unknown[]) => page.evaluate(([name, args]) => new Promise<unknown[]>((done) => {
  (window as any).Ecwid.Cart[name as string](...(args as unknown[]), () => done(['ok']), (...why: unknown[]) => done(why));
}), [name, args] as const);

test('a product is added by id, and everybody is told', proves(
  'Ecwid.Cart.get(callback(cart))', 'Ecwid.Cart.addProduct(id)', 'Ecwid.Cart.addProduct(id, callback)', 'addProduct callback success,product,cart',
  'OnCartChanged on product added', 'Ecwid.OnCartChanged(cart)', 'Cart', 'Cart.items', 'Cart.productsQuantity', 'Cart.weight', 'Cart.subtotal', 'Cart.total', 'Cart.tax',
  'Cart.isPricesIncludeTax', 'Cart.id', 'Cart.cartId', 'Cart.orderId', 'CartItem.quantity', 'CartItem.product', 'CartItem.options', 'CartProduct.id', 'CartProduct.name',
  'CartProduct.sku', 'CartProduct.price', 'CartProduct.weight', 'CartProduct.shortDescription', 'CartProduct.url', 'CartProduct.isCustomerSetPrice', 'CartProduct.mediaItem',
  'MediaItem.type', 'MediaItem.isMain', 'MediaItem.id', 'MediaItem.width', 'MediaItem.height', 'MediaItem.image160pxUrl', 'MediaItem.image400pxUrl', 'MediaItem.image800pxUrl',
  'MediaItem.borderInfo', 'BorderInfo.dominatingColor', 'BorderInfo.homogeneity', 'DominatingColor.isDark', 'DominatingColor.isFullyTransparent', 'DominatingColor.rbgHexValue',
), async ({ page, baseURL }) => {
  await open(page, '/');
  await record(page);
  const [success, product, now, error] = await call(page, 'addProduct', 126);
  expect([success, error]).toEqual([true, undefined]);
  expect(product).toMatchObject({ id: 126, name: 'Lichen Map', sku: 'MR-02-A4', price: 54, weight: 0.35, url: `${baseURL}/Lichen-Map-p126`, isCustomerSetPrice: false });
  expect(product.shortDescription.length).toBeLessThanOrEqual(120);
  expect(product.mediaItem).toMatchObject({ type: 'PICTURE', isMain: true, width: expect.any(Number), height: expect.any(Number), id: expect.any(String) });
  expect(product.mediaItem.borderInfo).toEqual({
    dominatingColor: { isDark: expect.any(Boolean), isFullyTransparent: false, rbgHexValue: expect.stringMatching(/^#[0-9a-f]{6}$/) }, homogeneity: expect.any(Boolean),
  });
  for (const width of [160, 400, 800]) expect((await page.request.get(product.mediaItem[`image${width}pxUrl`])).status()).toBe(200);
  expect(now).toEqual(await cart(page));
  expect(now).toMatchObject({
    items: [{ quantity: 1, product, options: { Frame: 'Unframed', Size: 'A4' } }], productsQuantity: 1, weight: 0.35, subtotal: 54, total: 54, tax: 0, isPricesIncludeTax: true,
    id: expect.stringMatching(/^[A-Z0-9]{8}$/), cartId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/), orderId: expect.any(Number),
  });
  expect(await seen(page)).toEqual([now]);
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 1 item');
  await page.evaluate(() => (window as any).Ecwid.Cart.addProduct(126));
  await expect.poll(() => quantities(page)).toEqual([1, 2]);
});

test('a product is added with all that was chosen', proves(
  'Ecwid.Cart.addProduct(product)', 'Ecwid.Cart.addProduct(product, callback)', 'NewCartItem.id', 'NewCartItem.quantity', 'NewCartItem.options', 'NewCartItem.callback',
  'CartProduct.variation',
), async ({ page }) => {
  await open(page, '/');
  const [success, product, now] = await call(page, 'addProduct', { id: 126, quantity: 2, options: { Size: 'A3', Frame: 'Ash', 'Finishing touches': ['Signed on the front'] } });
  expect(success).toBe(true);
  expect(product).toMatchObject({ sku: 'MR-02-A3', variation: 1262 });
  expect(now.items[0]).toMatchObject({ quantity: 2, options: { Size: 'A3', Frame: 'Ash' } });
  const own = await page.evaluate(() => new Promise<any[]>((done) => {
    (window as any).Ecwid.Cart.addProduct({ id: '126', quantity: '1', callback: (...got: unknown[]) => done(got) });
  }));
  expect(own[2].productsQuantity).toBe(3);
});

test('a named price and a subscription are taken, within their limits', proves(
  'NewCartItem.selectedPrice', 'CartProduct.selectedPrice', 'NewCartItem.recurringChargeSettings.recurringInterval', 'NewCartItem.recurringChargeSettings.recurringIntervalCount',
  'CartProduct.recurringChargeSettings', 'CartRecurring.recurringIntervalCount', 'CartRecurring.recurringSubscriptionInterval', 'CartRecurring.signUpFee',
  'CartRecurring.subscriptionPriceWithSignUpFee',
), async ({ visit }) => {
  const { shop, page } = await visit(Shop.open());
  const products = exported(shop);
  const named = products.find((it) => it.name_your_price), again = products.find((it) => it.subscription?.every.length > 0);
  await open(page, '/');
  const price = named.name_your_price.least / 100 + 3.5;
  const [success, product] = await call(page, 'addProduct', { id: named.id, selectedPrice: String(price) });
  expect([success, product.isCustomerSetPrice, product.selectedPrice, product.price]).toEqual([true, true, price, price]);
  expect((await call(page, 'addProduct', { id: named.id, selectedPrice: '-1' }))[0]).toBe(false);
  const { unit, count } = again.subscription.every[0];
  const subscribed = await call(page, 'addProduct', { id: again.id, recurringChargeSettings: { recurringInterval: unit.toLowerCase(), recurringIntervalCount: count } });
  expect(subscribed[0]).toBe(true);
  expect(subscribed[1].recurringChargeSettings).toEqual({
    recurringIntervalCount: count, recurringSubscriptionInterval: unit, signUpFee: 0, subscriptionPriceWithSignUpFee: subscribed[1].price,
  });
  const wrong = { id: again.id, recurringChargeSettings: { recurringInterval: 'YEAR', recurringIntervalCount: 7 } };
  expect((await call(page, 'addProduct', wrong))[0]).toBe(false);
});

test('stock decides', proves('addProduct variation fallback', 'addProduct partial stock', 'addProduct out of stock', 'addProduct callback error'), async ({ visit }) => {
  const { shop, page } = await visit(Shop.open());
  const products = exported(shop);
  const limited = products.find((it) => it.stock > 1 && !it.options && !it.max_quantity && !it.name_your_price && !it.subscription);
  await open(page, '/');
  const [success, , now] = await call(page, 'addProduct', { id: limited.id, quantity: limited.stock + 5 });
  expect([success, now.items[0].quantity], 'as many as there are').toEqual([true, limited.stock]);
  const [none, product, same, error] = await call(page, 'addProduct', limited.id);
  expect([none, product, same.items[0].quantity]).toEqual([false, null, limited.stock]);
  expect(error).toMatch(/not that many left/);
  const [bad, nothing, , why] = await call(page, 'addProduct', 999_999);
  expect([bad, nothing]).toEqual([false, null]);
  expect(why).toMatch(/no longer available/);
  const varied = products.find((it) => it.stock === 0 && it.variations?.some((one: any) => one.stock !== 0))
    ?? products.find((it) => it.variations?.[0]?.stock === 0 && it.variations.some((one: any) => one.stock !== 0));
  const first = varied.variations.find((one: any) => one.stock !== 0);
  expect((await call(page, 'addProduct', varied.id))[1]).toMatchObject({ id: varied.id, variation: first.id });
  const sold = varied.variations.find((one: any) => one.stock === 0);
  expect((await call(page, 'addProduct', { id: varied.id, options: sold.options }))[0], 'exactly what was chosen').toBe(false);
});

test('lines are removed by their place at the time of the call', proves(
  'Ecwid.Cart.removeProduct(index)', 'Ecwid.Cart.removeProduct(index, callback)', 'Ecwid.Cart.removeProducts(indexes, callback?)', 'OnCartChanged on product removed',
), async ({ page }) => {
  await open(page, '/');
  for (const id of [126, 201, 113]) await call(page, 'addProduct', id);
  const [success, quantity, product, now, error] = await call(page, 'removeProduct', 1);
  expect([success, quantity, product.id, now.items.length, error]).toEqual([true, 1, 201, 2, undefined]);
  await call(page, 'addProduct', 201);
  await record(page);
  const both = await page.evaluate(() => new Promise<any[]>((done) => {
    const { Cart } = (window as any).Ecwid;
    Cart.removeProduct(0);
    Cart.removeProduct(1, (...got: unknown[]) => done(got));
  }));
  expect(both[3].items.map((item: any) => item.product.id), 'as removeProducts([0, 1]) does').toEqual([201]);
  expect(await quantities(page)).toEqual([2, 1]);
  const [failed, none, , same, why] = await call(page, 'removeProduct', 7);
  expect([failed, none, same.items.length, typeof why]).toEqual([false, 0, 1, 'string']);
  await call(page, 'addProduct', 126);
  expect((await call(page, 'removeProducts', [0, 1]))[3].items).toEqual([]);
  for (const wrong of ['({})', 'null', '"x"']) await page.evaluate(`Ecwid.Cart.removeProduct(${wrong})`);
});

test('a quantity that changes is told', proves('OnCartChanged on product updated'), async ({ page }) => {
  await open(page, '/');
  await call(page, 'addProduct', 201);
  await open(page, '/cart');
  await call(page, 'get');
  await record(page);
  await page.getByRole('combobox', { name: 'Quantity of Low Water Postcards' }).selectOption('3');
  await expect.poll(() => quantities(page)).toEqual([3]);
});

test('the cart is cleared', proves('Ecwid.Cart.clear()', 'Ecwid.Cart.clear(callback(success,error))', 'OnCartChanged on clear'), async ({ page }) => {
  await open(page, '/');
  await call(page, 'addProduct', 126);
  await record(page);
  expect(await call(page, 'clear')).toEqual([true]);
  expect(await quantities(page)).toEqual([0]);
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 0 items');
  await page.evaluate(() => (window as any).Ecwid.Cart.clear());
});

test('the total is calculated part by part', proves(
  'Ecwid.Cart.calculateTotal(callback(order))', 'CalculatedOrder.cart', 'CalculatedOrder.subtotal', 'CalculatedOrder.subtotalWithoutTax', 'CalculatedOrder.total',
  'CalculatedOrder.totalWithoutTax', 'CalculatedOrder.tax', 'CalculatedOrder.couponDiscount', 'CalculatedOrder.volumeDiscount', 'CalculatedOrder.customerGroupDiscount',
  'CalculatedOrder.customerGroupVolumeDiscount', 'CalculatedOrder.discount', 'CalculatedOrder.shipping', 'CalculatedOrder.shippingWithoutTax', 'CalculatedOrder.handlingFee',
  'CalculatedOrder.handlingFeeWithoutTax', 'CalculatedOrder.pricesIncludeTax', 'calculateTotal null on failure',
), async ({ visit }) => {
  const { page } = await visit(Shop.open({
    taxes: "[{ name = 'VAT', rate = '20', on_shipping = true }]", handling_fee: '1.20',
    discounts: "[{ from = '50', off = { percent = '10' } }, { group = 'Friends of the studio', off = { amount = '1' } }]",
  }));
  await open(page, '/');
  await call(page, 'addProduct', 126);
  const [order] = await call(page, 'calculateTotal');
  expect(order).toEqual({
    cart: await cart(page), subtotal: 48.6, subtotalWithoutTax: 40.5, total: 49.8, totalWithoutTax: 41.5, tax: 8.3, couponDiscount: 0, volumeDiscount: 5.4,
    customerGroupDiscount: 0, customerGroupVolumeDiscount: 0, discount: 5.4, shipping: 0, shippingWithoutTax: 0, handlingFee: 1.2, handlingFeeWithoutTax: 1,
    pricesIncludeTax: true,
  });
  await page.route('**/api/cart/total', (route) => route.abort());
  expect(await call(page, 'calculateTotal')).toEqual([null]);
});
test('addresses, e-mail and comments are said by scripts', proves(
  'Ecwid.Cart.setAddress(address, ok?, fail?)', 'Ecwid.Cart.setBillingAddress(address, ok?, fail?)', 'Ecwid.Cart.setCustomerEmail(email, ok?, fail?)',
  'Ecwid.Cart.setOrderComments(text, ok?, fail?)', 'setAddress error 0', 'setBillingAddress error 0', 'setCustomerEmail error 0', 'setCustomerEmail error 100',
  'setAddress same-as-billing=true', 'setBillingAddress same-as-billing=false', 'OnCartChanged on shipping address', 'Cart.shippingPerson', 'Cart.billingPerson',
  'errorCallback(errCode, errMsg)', 'Person.name', 'Person.companyName', 'Person.street', 'Person.city', 'Person.countryCode', 'Person.countryName', 'Person.postalCode',
  'Person.stateOrProvinceCode', 'Person.stateOrProvinceName', 'Person.phone',
), async ({ page }) => {
  await open(page, '/');
  await call(page, 'addProduct', 126);
  await record(page);
  for (const name of ['setAddress', 'setBillingAddress', 'setCustomerEmail', 'setOrderComments']) {
    for (const nothing of [undefined, null]) expect(await set(page, name, nothing)).toEqual([0, 'Missing argument']);
  }
  expect(await set(page, 'setCustomerEmail', 'nobody')).toEqual([100, 'Incorrect data passed']);
  expect(await set(page, 'setCustomerEmail', 'ada@example.com')).toEqual(['ok']);
  for (const comments of ['Ring twice', '']) expect(await set(page, 'setOrderComments', comments)).toEqual(['ok']);
  expect(await seen(page), 'no event is documented for these').toEqual([]);
  const ada = { name: 'Ada Lovelace', companyName: 'Engines', street: '1 Main St', city: 'Albany', countryCode: 'US', postalCode: '12207', stateOrProvinceCode: 'NY', phone: '+1 518 555 0100' };
  expect(await set(page, 'setAddress', ada)).toEqual(['ok']);
  const known = { ...ada, countryName: 'United States', stateOrProvinceName: 'New York' };
  expect(await cart(page)).toMatchObject({ shippingPerson: known, billingPerson: known });
  expect((await seen(page)).length).toBe(1);
  expect(await set(page, 'setBillingAddress', { name: 'Bill' })).toEqual(['ok']);
  expect(await set(page, 'setBillingAddress', { city: 'Lyon', countryName: 'France' })).toEqual(['ok']);
  expect((await cart(page)).billingPerson).toEqual({ name: 'Bill', city: 'Lyon', countryName: 'France', countryCode: 'FR' });
  expect((await seen(page)).length, 'a bill is no event').toBe(1);
  expect(await set(page, 'setAddress', { name: 'Eve', stateOrProvinceCode: 'NY' })).toEqual(['ok']);
  const replaced = await cart(page);
  expect([replaced.shippingPerson, replaced.billingPerson]).toEqual([{ name: 'Eve' }, { name: 'Eve' }]);
  await open(page, '/cart');
  await expect(page.getByLabel('Your email')).toHaveValue('ada@example.com');
});

test('comments can be switched off', proves('setOrderComments error 1000'), async ({ visit }) => {
  const { page } = await visit(Shop.open({ ask_comments: 'false' }));
  await open(page, '/');
  expect(await set(page, 'setOrderComments', 'Hello')).toEqual([1000, 'Store owner disabled this functionality']);
});

test('scripts lead to the checkout, as far as it goes', proves(
  'Ecwid.Cart.gotoCheckout()', 'Ecwid.Cart.gotoCheckout(callback)', 'Ecwid.Cart.canGotoCheckout(callback(boolean))', 'gotoCheckout step by email/shipping',
), async ({ page }) => {
  await open(page, '/');
  await call(page, 'addProduct', 126);
  expect(await call(page, 'canGotoCheckout')).toEqual([true]);
  expect(await call(page, 'gotoCheckout')).toEqual([]);
  await expect(page).toHaveURL('/cart');
  await set(page, 'setCustomerEmail', 'ada@example.com');
  await page.evaluate(() => (window as any).Ecwid.Cart.gotoCheckout());
  await expect(page).toHaveURL('/checkout/address');
});

test('steps have their types, and choices their events', proves(
  'page.type=CHECKOUT_ADDRESS', 'page.type=CHECKOUT_DELIVERY', 'page.type=CHECKOUT_PAYMENT_DETAILS', 'page.type=CHECKOUT_PLACE_ORDER', 'OnCartChanged on shipping method',
  'OnCartChanged on payment method', 'Cart.shippingMethod', 'Cart.paymentMethod', 'Cart.paymentModule',
  "openPage 'checkout/address'", "openPage 'checkout/shipping'", "openPage 'checkout/payment'", "openPage 'checkout/place-order'",
), async ({ visit }) => {
  const { page } = await visit(Shop.open({ review_order: 'true' }));
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await page.evaluate(() => {
    const types: string[] = (window as any).types = [];
    for (const name of ['OnPageLoad', 'OnPageLoaded']) (window as any).Ecwid[name].add((now: any) => { types.push(`${name} ${now.type}`); });
  });
  await giveEmail(page);
  await giveAddress(page);
  await expect(heading(page)).toHaveText('How would you like to get it?');
  await record(page);
  await choose(page, 'How would you like to get it?', 'Express');
  await expect(heading(page)).toHaveText('How would you like to pay?');
  await expect.poll(async () => (await seen(page)).at(-1)?.shippingMethod).toBe('Express');
  const before = (await seen(page)).length;
  await choose(page, 'How would you like to pay?', 'Cash on delivery');
  await expect(heading(page)).toHaveText('Check your order');
  expect(await cart(page)).toMatchObject({ paymentMethod: 'Cash on delivery', paymentModule: 'Offline', total: 63.9 });
  expect((await seen(page)).length, 'none for the choice of payment').toBe(before);
  const types = await page.evaluate(() => (window as any).types as string[]);
  const loaded = types.filter((type) => type.startsWith('OnPageLoaded')).map((type) => type.split(' ')[1]);
  expect(loaded).toEqual(['CART', 'CHECKOUT_ADDRESS', 'CHECKOUT_DELIVERY', 'CHECKOUT_PAYMENT_DETAILS', 'CHECKOUT_PLACE_ORDER']);
  for (const slug of ['address', 'shipping', 'payment', 'place-order']) {
    await page.evaluate((slug) => (window as any).Ecwid.openPage(`checkout/${slug}`), slug);
    await expect(page).toHaveURL(`/checkout/${slug}`);
  }
});

test('an order is told of once, field by field', proves(
  'Ecwid.OnOrderPlaced(order)', 'page.type=ORDER_CONFIRMATION', "openPage 'checkout/order-confirmation'", 'Page.orderId', 'Page.orderNumber', 'Page.vendorOrderNumber', 'Page.ticket',
  'PlacedOrder', 'PlacedOrder.orderNumber', 'PlacedOrder.vendorNumber', 'PlacedOrder.date', 'PlacedOrder.items', 'PlacedOrder.productsQuantity', 'PlacedOrder.weight',
  'PlacedOrder.paymentMethod', 'PlacedOrder.shippingMethod', 'PlacedOrder.shippingCarrierName', 'PlacedOrder.total', 'PlacedOrder.totalWithoutTax', 'PlacedOrder.subtotal',
  'PlacedOrder.subtotalWithoutTax', 'PlacedOrder.tax', 'PlacedOrder.couponName', 'PlacedOrder.couponDiscount', 'PlacedOrder.volumeDiscount', 'PlacedOrder.customerGroupDiscount',
  'PlacedOrder.discount', 'PlacedOrder.shipping', 'PlacedOrder.shippingWithoutTax', 'PlacedOrder.handlingFee', 'PlacedOrder.handlingFeeWithoutTax',
  'PlacedOrder.shippingAndHandling', 'PlacedOrder.billingPerson', 'PlacedOrder.shippingPerson', 'PlacedOrder.affiliateId', 'PlacedOrder.paymentStatus',
  'PlacedOrder.fulfillmentStatus', 'PlacedOrder.customer.name', 'PlacedOrder.customer.email', 'PlacedItem.quantity', 'PlacedItem.product', 'PlacedItem.options',
  'ec.order.referer_id', 'OnCartChanged on coupon/discount', 'Cart.couponName',
), async ({ visit }) => {
  const { page } = await visit(Shop.open({
    taxes: "[{ name = 'VAT', rate = '20', on_shipping = true }]", coupons: "[{ code = 'INK10', name = 'Ink', off = { percent = '10' } }]", handling_fee: '1.20',
  }));
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await record(page);
  await page.getByText('Coupon', { exact: true }).click();
  await page.getByLabel('Coupon code').fill('INK10');
  await page.locator('.ec-cart__coupon').getByRole('button').click();
  await expect.poll(async () => (await seen(page)).at(-1)?.couponName).toBe('Ink');
  await page.evaluate(() => {
    (window as any).ec.order.referer_id = 'newsletter';
    (window as any).orders = [];
    (window as any).pages = [];
    (window as any).Ecwid.OnOrderPlaced.add((order: unknown) => (window as any).orders.push(order));
    (window as any).Ecwid.OnPageLoaded.add((now: any) => { (window as any).pages.push(now); });
  });
  await upToPayment(page);
  const total = await page.locator('.ec-cart-summary__total').textContent();
  const id = await placeOrder(page);
  const orders = await page.evaluate(() => (window as any).orders as any[]);
  const ada = { name: 'Ada Lovelace', street: 'Elbchaussee 1', city: 'Hamburg', countryCode: 'DE', countryName: 'Germany', postalCode: '20095' };
  expect(orders).toEqual([{
    orderNumber: expect.any(Number), vendorNumber: id, date: expect.stringMatching(/^\d{10}$/), productsQuantity: 1, weight: 0.35,
    items: [{
      quantity: 1, options: { Frame: 'Unframed', Size: 'A4' },
      product: { id: 126, name: 'Lichen Map', sku: 'MR-02-A4', price: 54, weight: 0.35, shortDescription: expect.any(String), url: expect.stringContaining('/Lichen-Map-p126') },
    }],
    paymentMethod: 'Bank transfer', shippingMethod: 'Standard delivery', shippingCarrierName: 'Standard delivery',
    total: 54.7, totalWithoutTax: 45.58, subtotal: 54, subtotalWithoutTax: 45, tax: 9.12, couponName: 'Ink', couponDiscount: 5.4, volumeDiscount: 0,
    customerGroupDiscount: 0, discount: 0, shipping: 4.9, shippingWithoutTax: 4.08, handlingFee: 1.2, handlingFeeWithoutTax: 1, shippingAndHandling: 6.1,
    billingPerson: ada, shippingPerson: ada, affiliateId: 'newsletter', paymentStatus: 'AWAITING_PAYMENT', fulfillmentStatus: 'AWAITING_PROCESSING',
    customer: { name: 'Ada Lovelace', email: 'ada@example.com' }, extraFields: [],
  }]);
  expect(await page.evaluate((price) => (window as any).Ecwid.formatCurrency(price), orders[0].total)).toBe(total);
  const last = () => page.evaluate(() => (window as any).pages.at(-1));
  await expect.poll(last).toMatchObject({ type: 'ORDER_CONFIRMATION', orderId: orders[0].orderNumber, orderNumber: orders[0].orderNumber, vendorOrderNumber: id, ticket: expect.any(Number) });
  await page.reload();
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  await page.evaluate(() => { (window as any).again = 0; (window as any).Ecwid.OnOrderPlaced.add(() => { (window as any).again += 1; }); });
  await page.evaluate((id) => (window as any).Ecwid.openPage('checkout/order-confirmation', { order: id }), id);
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
  expect(await page.evaluate(() => (window as any).again)).toBe(0);
});

test('other tabs follow', proves('OnCartChanged on sync'), async ({ page, context }) => {
  await open(page, '/cart');
  const other = await context.newPage();
  await open(other, '/');
  await record(page);
  await call(other, 'addProduct', 126);
  await expect.poll(() => quantities(page)).toEqual([1]);
  await expect(page.locator('.ec-cart-item__title')).toHaveText('Lichen Map');
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 1 item');
});

test('the mirror in the storage is kept', async ({ page }) => {
  await open(page, '/');
  await call(page, 'addProduct', { id: 126, quantity: 2 });
  const now = await cart(page);
  const stored = () => page.evaluate(() => ['PSecwid__1003PScart', 'ec-1003-checkout'].map((key) => JSON.parse(localStorage.getItem(key)!)));
  expect(await stored()).toEqual([
    { cartId: now.cartId, order: { items: [{ productId: 126, sku: 'MR-02-A4', name: 'Lichen Map', price: 54, quantity: 2 }] } }, { id: now.cartId, itemsCount: 2 },
  ]);
});

test('signing in brings the cart, signing out takes it', async ({ page, customer }) => {
  await open(page, '/');
  await call(page, 'addProduct', 126);
  await signInByPanel(page, customer);
  await expect(page.locator('#account-menu')).toBeVisible();
  expect((await cart(page)).productsQuantity).toBe(1);
  await record(page);
  await signOutByScript(page);
  await expect.poll(() => seen(page)).toEqual([null]);
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 0 items');
  await signInByPanel(page, customer);
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 1 item');
});

test('a handler that changes the cart does not go on for ever', async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => {
    (window as any).calls = 0;
    (window as any).Ecwid.OnCartChanged.add(() => { (window as any).calls += 1; (window as any).Ecwid.Cart.addProduct(201); });
  });
  await expect.poll(() => page.evaluate(() => (window as any).calls)).toBeGreaterThan(1);
  await call(page, 'get');
  const settled = async () => {
    const before = await page.evaluate(() => (window as any).calls);
    await call(page, 'get');
    await call(page, 'get');
    return before === await page.evaluate(() => (window as any).calls);
  };
  await expect.poll(settled).toBe(true);
  expect(await page.evaluate(() => (window as any).calls)).toBeLessThan(20);
});

test('the pages of an account have their types', proves(
  'page.type=ORDERS', 'page.type=ADDRESS_BOOK', 'page.type=ACCOUNT_SETTINGS', "openPage 'account/orders'", "openPage 'account/address-book'", "openPage 'account/settings'",
), async ({ page, signedIn }) => {
  void signedIn;
  await open(page, '/');
  await page.evaluate(() => { (window as any).types = []; (window as any).Ecwid.OnPageLoaded.add((now: any) => { (window as any).types.push(now.type); }); });
  for (const [slug, title] of [['account/orders', 'Orders'], ['account/address-book', 'Your addresses'], ['account/settings', signedIn.name]] as const) {
    await page.evaluate((slug) => (window as any).Ecwid.openPage(slug), slug);
    await expect(heading(page)).toHaveText(title);
  }
  await expect.poll(() => page.evaluate(() => (window as any).types.slice(-3))).toEqual(['ORDERS', 'ADDRESS_BOOK', 'ACCOUNT_SETTINGS']);
});
