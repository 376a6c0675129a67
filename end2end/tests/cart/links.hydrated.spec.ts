import { expect, heading, open, proves, test } from '../../support/test.ts';
import { cart } from '../../support/cart-calls.ts';

const LINK = { products: [{ id: 126, quantity: 2, options: { Size: 'A3' } }, { id: 201, quantity: 1 }], profile: { email: 'ada@example.com', orderComments: 'Hi', address: { name: 'Ada', countryCode: 'DE' }, billingAddress: { name: 'Bill' } } };
const json = JSON.stringify(LINK);
for (const [item, code] of [
  ['encoding URI(JSON)', encodeURIComponent(json)],
  ['encoding URI(Base64(JSON))', encodeURIComponent(Buffer.from(json).toString('base64'))],
  ['encoding URI(Base64(URI(JSON)))', encodeURIComponent(Buffer.from(encodeURIComponent(json)).toString('base64'))],
] as const) {
  test(`a link fills the cart: ${item}`, proves(
    item, '#!/~/cart/create={code}', 'CartLink.products', 'CartLink.products[].id', 'CartLink.products[].quantity', 'CartLink.products[].options', 'CartLink.profile.address',
    'CartLink.profile.billingAddress', 'CartLink.profile.email', 'CartLink.profile.orderComments',
  ), async ({ page }) => {
    await open(page, `/#!/~/cart/create=${code}`);
    await expect(page.getByLabel('Your email')).toHaveValue('ada@example.com');
    await expect(page).toHaveURL('/cart');
    await expect(page.locator('.ec-cart-item__title')).toHaveText(['Lichen Map', 'Low Water Postcards']);
    expect(await cart(page)).toMatchObject({ productsQuantity: 3, shippingPerson: { name: 'Ada', countryCode: 'DE' }, billingPerson: { name: 'Bill' } });
  });
}

test('a link goes on to the checkout if it says so', proves('CartLink.gotoCheckout'), async ({ page }) => {
  await open(page, `/#!/~/cart/create=${encodeURIComponent(JSON.stringify({ ...LINK, gotoCheckout: true }))}`);
  await expect(heading(page)).toHaveText('Address');
});

test('a link without a hash does the same', proves('/!/~/cart/create={code}'), async ({ page }) => {
  await open(page, `/!/~/cart/create=${encodeURIComponent(json)}`);
  await expect(page.locator('.ec-cart-item__title')).toHaveText(['Lichen Map', 'Low Water Postcards']);
});

const HOSTILE = ['{', '[]', '{"products":1}', '{"products":[null,1,"x",{"id":{}},{"id":-1}]}', '%ff', 'AAAA', '{"products":[{"id":126,"quantity":-5,"price":0}]}'];
test('a hostile link changes nothing', async ({ page }) => {
  for (const hostile of HOSTILE) {
    await open(page, `/cart?create=${encodeURIComponent(hostile)}`);
    await expect(page, hostile).toHaveURL('/cart');
    expect((await cart(page)).items, hostile).toEqual([]);
    await expect(heading(page)).toHaveText('Your cart');
  }
});
