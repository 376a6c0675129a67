import { isAccessible } from '../../support/accessible.ts';
import { POSTCARDS, placeOrder, putIn, upToPayment } from '../../support/cart.ts';
import { expect, fits, heading, main, open, status, test, widget } from '../../support/test.ts';

test.use({ ownShop: true });

test('a guest has an account by one click after the order', async ({ page, javaScriptEnabled }) => {
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await upToPayment(page);
  const number = await placeOrder(page);
  await expect(main(page)).toContainText('Next time without typing');
  if (javaScriptEnabled) await isAccessible(page);
  await fits(page);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await expect(status(page)).toHaveText('Your account is ready, and you are signed in.');
  await expect(heading(page)).toContainText(number);
  await expect(widget(page)).toContainText('Ada Lovelace');
  await open(page, '/account/address-book', javaScriptEnabled);
  await expect(page.locator('.address-card')).toContainText('Elbchaussee 1');
});
