import { expect, heading, open, test } from '../../support/test.ts';
import { isAccessible } from '../../support/accessible.ts';
import { POSTCARDS, choose, giveAddress, giveEmail, pay, placeOrder, putIn, said } from '../../support/cart.ts';

test.use({ ownShop: true });

test('every page of the way is accessible', async ({ page }) => {
  test.setTimeout(90_000);
  await putIn(page, POSTCARDS, true);
  await open(page, '/cart', true);
  await isAccessible(page);
  await giveEmail(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await said(page, 'Please check what is marked below.');
  await isAccessible(page);
  await giveAddress(page);
  await expect(heading(page)).toHaveText('How would you like to get it?');
  await isAccessible(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await isAccessible(page);
  await placeOrder(page);
  await isAccessible(page);
  await open(page, '/account/orders', true);
  await isAccessible(page);
});
