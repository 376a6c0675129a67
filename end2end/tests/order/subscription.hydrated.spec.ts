import { placeOrder, putIn, upToPayment } from '../../support/cart.ts';
import { expect, heading, open, proves, test } from '../../support/test.ts';

test.use({ ownShop: true });

const MONTHLY = { path: '/Postcard-of-the-Month-p207', id: 207, name: 'Postcard of the Month' };

test('a script opens the page of subscriptions, or one of them', proves(
  'page.type=ACCOUNT_SUBSCRIPTION', "openPage 'account/subscription'", 'account/subscription param id',
), async ({ page, signedIn, shop }) => {
  expect(signedIn.email).toBeTruthy();
  for (let times = 1; times <= 2; times += 1) {
    await putIn(page, MONTHLY, true);
    await open(page, '/cart');
    await upToPayment(page);
    await placeOrder(page);
    const begun = () => shop.emails().filter((text) => text.includes('/account/subscription?')).length;
    await expect.poll(begun).toBe(times);
  }
  await page.evaluate(() => {
    (window as any).pages = [];
    (window as any).Ecwid.OnPageLoaded.add((now: unknown) => (window as any).pages.push(now));
  });
  const opened = (parameters?: object) => page.evaluate((parameters) => (window as any).Ecwid.openPage('account/subscription', parameters), parameters);
  const last = () => page.evaluate(() => (window as any).pages.at(-1));
  await opened();
  await expect(heading(page)).toHaveText('Subscriptions');
  const cards = page.getByRole('heading', { level: 2 });
  await expect(cards).toHaveCount(2);
  await expect.poll(last).toEqual({ type: 'ACCOUNT_SUBSCRIPTION', hasPrevious: true, entryPage: false });
  await opened({ id: 1 });
  await expect(page).toHaveURL('/account/subscription?id=1');
  await expect(cards).toHaveCount(1);
  await expect.poll(last).toMatchObject({ type: 'ACCOUNT_SUBSCRIPTION' });
  await opened({ id: '999' });
  await expect(page.getByText('You have no subscriptions.')).toBeVisible();
});
