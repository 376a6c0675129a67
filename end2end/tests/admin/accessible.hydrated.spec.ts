import { isAccessible } from '../../support/accessible.ts';
import { OWNER, claim } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

const PAGES = [
  '/', '/guide', '/guide/money', '/guide/products', '/orders', '/questions', '/reports', '/reports/carts', '/import', '/drafts', '/pages', '/emails', '/emails/show?kind=placed', '/staff', '/audit', '/account',
  '/about', '/apps', '/payments', '/payments/keys', '/settings/brand', '/settings/design', '/settings/shipping', '/settings/taxes',
];

test('the back office is for everybody: axe, the keyboard alone, at twice the size', async ({ visit, javaScriptEnabled }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.unclaimed());
  await claim(page, shop, javaScriptEnabled);
  const office = new URL(shop.claim).origin;
  for (const path of PAGES) {
    await page.goto(office + path);
    await isAccessible(page);
  }
  // At 200 % a window of 1280 pixels shows 640, and a phone's 195.
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: Math.max(Math.floor(width / 2), 320), height });
  for (const path of ['/', '/settings/shipping', '/staff']) {
    await page.goto(office + path);
    await fits(page);
  }
  await page.setViewportSize({ width, height });
  await page.context().clearCookies();
  await page.goto(office + '/settings/store');
  await expect(heading(page)).toHaveText('Sign in');
  await isAccessible(page);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(OWNER.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(OWNER.password);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Store');
  await page.getByLabel('Name of the shop').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Eisen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Saved. The shop shows it within a second.');
});
