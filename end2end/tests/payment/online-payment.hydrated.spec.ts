import type { Page } from '@playwright/test';
import { PRINT, choose, giveAddress, giveEmail, pay, putIn, upToPayment } from '../../support/cart.ts';
import { Shop, expect, heading, open, proves, test } from '../../support/test.ts';

const shopWhoseCard = (outcome: 'succeeds' | 'fails' | 'pending') => Shop.open({
  test_payments: 'true', payment: `[{ id = 'bank', title = { en = 'Bank transfer' } }, { id = 'card', title = { en = 'Card' }, test = '${outcome}' }]`,
});

/** Up to the last button, with `payment` chosen; pages and orders that scripts hear of are written down. */
async function upToOrder(page: Page, payment: string): Promise<void> {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await page.evaluate(() => {
    (window as any).pages = [];
    (window as any).Ecwid.OnPageLoaded.add((now: unknown) => (window as any).pages.push(now));
    (window as any).Ecwid.OnOrderPlaced.add((order: any) => sessionStorage.setItem('order', order.paymentStatus));
  });
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, payment);
}
const order = (page: Page) => page.getByRole('button', { name: /^Buy now/ }).click();
const pages = (page: Page) => page.evaluate(() => (window as any).pages as any[]);
const wanted = (page: Page, url: string) => page.evaluate((url) => { (window as any).ec.config.custom_redirect_after_purchase = url; }, url);

test('scripts are told where a payment online has come to', proves(
  'page.type=CHECKOUT_RESULT', 'page.type=ORDER_FAILURE', 'Page.orderId', 'Page.ticket', 'Page.vendorOrderNumber',
), async ({ visit }) => {
  const { page } = await visit(shopWhoseCard('pending'));
  await upToOrder(page, 'Card');
  await order(page);
  await expect(heading(page)).toHaveText('We are waiting for your payment');
  const number = new URL(page.url()).searchParams.get('order');
  await expect.poll(async () => (await pages(page)).at(-1)).toEqual({
    type: 'CHECKOUT_RESULT', orderId: expect.any(Number), ticket: expect.any(Number), vendorOrderNumber: number, hasPrevious: true, entryPage: false,
  });
  await page.getByRole('button', { name: 'Cancel the payment' }).click();
  await expect(heading(page)).toHaveText('The payment did not go through');
  await expect.poll(async () => (await pages(page)).at(-1)).toEqual({ type: 'ORDER_FAILURE', hasPrevious: true, entryPage: false });
  expect(await page.evaluate(() => sessionStorage.getItem('order')), 'no order was placed').toBeNull();
});

test('a payment online ends on the page that the merchant wants', proves('ec.config.custom_redirect_after_purchase'), async ({ visit }) => {
  const { page } = await visit(shopWhoseCard('succeeds'));
  await upToOrder(page, 'Card');
  await wanted(page, '/pages/about?thanks=yes');
  await order(page);
  await expect(page).toHaveURL('/pages/about?thanks=yes');
  expect(await page.evaluate(() => sessionStorage.getItem('order')), 'scripts heard of the order first').toBe('PAID');
});

test('an order that is paid later, and an address that is none, end with thanks', proves('ec.config.custom_redirect_after_purchase'), async ({ visit }) => {
  const { page } = await visit(shopWhoseCard('succeeds'));
  await upToOrder(page, 'Bank transfer');
  await wanted(page, '/pages/about');
  await order(page);
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
  await upToOrder(page, 'Card');
  await wanted(page, 'javascript:document.title=1');
  await order(page);
  await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
});

for (const [script, isLate] of [['a script', false], ['a script that comes when the page is alive', true]] as const) {
  test(`${script} hears of the order on a page that is loaded anew`, async ({ visit }) => {
    const hears = 'Ecwid.OnOrderPlaced.add((order) => orders.push(order.vendorNumber));';
    const { page } = await visit(Shop.withScript(`window.orders = []; ${hears} Ecwid.OnAPILoaded.add(() => { ${hears} });`));
    await putIn(page, PRINT, true);
    await open(page, '/cart');
    await upToPayment(page);
    if (isLate) {
      await page.route(/merchant-0/, async (route) => {
        await page.locator('html[data-hydrated]').waitFor();
        await route.continue();
      });
    }
    // As after a payment elsewhere.
    await page.getByRole('button', { name: /^Buy now/ }).evaluate((button: HTMLButtonElement) => button.form!.submit());
    await expect(heading(page)).toHaveText('Thank you, Ada Lovelace');
    const number = new URL(page.url()).searchParams.get('order');
    await expect.poll(() => page.evaluate(() => (window as any).orders), 'once by each way to subscribe').toEqual([number, number]);
  });
}

test('the step with the address goes by its present name, and is opened by the former one', proves('page.type=CHECKOUT_SHIPPING_ADDRESS'), async ({ visit }) => {
  const { page } = await visit(Shop.open());
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  await page.goto('/cart');
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
  await page.evaluate(() => {
    (window as any).pages = [];
    for (const name of ['OnPageSwitch', 'OnPageLoad', 'OnPageLoaded']) (window as any).Ecwid[name].add((now: any) => (window as any).pages.push(now));
    (window as any).pages.length = 0;
    (window as any).Ecwid.openPage('checkout/shipping-address');
  });
  await expect(page).toHaveURL('/checkout/address');
  const types = async () => (await pages(page)).map(({ type }) => type).filter((type) => type !== 'CART');
  await expect.poll(types).toEqual(['CHECKOUT_ADDRESS', 'CHECKOUT_ADDRESS', 'CHECKOUT_ADDRESS']);
});
