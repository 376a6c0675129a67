import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';
import { POSTCARDS, PRINT, cartCount, choose, giveAddress, giveEmail, pay, placeOrder, putIn, said, upToPayment } from '../../support/cart.ts';

test.use({ ownShop: true });

const COUPONS = "[{ code = 'INK10', name = 'Ink', off = { percent = '10' } }]";

test('from a product to the order, and the order found again', async ({ page, javaScriptEnabled }) => {
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await cartCount(page).click();
  await expect(heading(page)).toHaveText('Your cart');
  await upToPayment(page);
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€16.90');
  await page.getByLabel('Anything we should know?').fill('Please ring twice.');
  const id = await placeOrder(page);
  await said(page, 'Please ring twice.');
  await said(page, /Please transfer the total within seven days/);
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 0 items');
  await open(page, '/account/orders', javaScriptEnabled);
  await page.getByLabel('Order number').fill(id);
  await page.getByRole('region', { name: 'Find an order' }).getByLabel('Email').fill('ada@example.com');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(heading(page)).toHaveText(`Order ${id}`);
  await page.getByRole('button', { name: 'Order again' }).click();
  await expect(heading(page)).toHaveText('Your cart');
  await expect(page.locator('.ec-cart-item__title')).toHaveText('Low Water Postcards');
});

test('quantities change, lines go and come back', async ({ page, javaScriptEnabled }) => {
  await putIn(page, PRINT, javaScriptEnabled);
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await page.getByRole('combobox', { name: 'Quantity of Lichen Map' }).selectOption('3');
  if (!javaScriptEnabled) await page.getByRole('button', { name: 'Update' }).first().click();
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€174.00');
  await expect(cartCount(page)).toHaveAccessibleName('Cart, 4 items');
  await page.getByRole('button', { name: 'Remove Lichen Map' }).click();
  await said(page, '“Lichen Map” was removed from your cart.');
  await expect(page.locator('.ec-cart-item__title')).toHaveText(['Low Water Postcards']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.ec-cart-item__title')).toHaveText(['Low Water Postcards', 'Lichen Map']);
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€174.00');
});

test('a coupon is taken and taken off', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(Shop.open({ coupons: COUPONS }), { javaScriptEnabled });
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await page.getByText('Coupon', { exact: true }).click();
  await page.getByLabel('Coupon code').fill('nothing');
  await page.locator('.ec-cart__coupon').getByRole('button').click();
  await said(page, 'This coupon does not exist or has expired.');
  await page.getByLabel('Coupon code').fill('ink10');
  await page.locator('.ec-cart__coupon').getByRole('button').click();
  await said(page, 'Coupon “Ink” applied.');
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€48.60');
  await page.getByRole('button', { name: 'Remove coupon' }).click();
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€54.00');
});

test('what is wrong is said at its field, and what was typed stays', async ({ page, javaScriptEnabled }) => {
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page, 'nobody');
  await said(page, 'Please enter an email address, like name@example.com.');
  await expect(page.getByLabel('Your email')).toHaveValue('nobody');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  const form = page.getByRole('group', { name: 'Delivery address' });
  await form.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Continue' }).click();
  await said(page, 'Please check what is marked below.');
  await expect(form.getByLabel('Street and number')).toHaveAccessibleDescription('Please enter street and number.');
  await expect(form.getByLabel('Country')).toHaveValue('DE');
  await expect(form.getByLabel('Full name')).toHaveValue('Ada Lovelace');
});

test('an address has the fields of its country', async ({ page, javaScriptEnabled }) => {
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page);
  const form = page.getByRole('group', { name: 'Delivery address' });
  await form.getByLabel('Full name').fill('Ada Lovelace');
  await form.getByLabel('Country').selectOption('US');
  if (!javaScriptEnabled) await form.getByRole('button', { name: 'Update the fields for this country' }).click();
  await form.getByLabel('State or region').selectOption('NY');
  await expect(form.getByLabel('Full name')).toHaveValue('Ada Lovelace');
  await form.getByLabel('Country').selectOption('IE');
  if (!javaScriptEnabled) await form.getByRole('button', { name: 'Update the fields for this country' }).click();
  await expect(form.getByLabel('State or region')).toBeHidden();
});

test('back goes back, and everything is still there', async ({ page, javaScriptEnabled }) => {
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page);
  await giveAddress(page);
  await expect(heading(page)).toHaveText('How would you like to get it?');
  await page.goBack();
  await expect(heading(page)).toHaveText('Address');
  await expect(page.getByLabel('Street and number').first()).toHaveValue('Elbchaussee 1');
  await page.goForward();
  await choose(page, 'How would you like to get it?', 'Express');
  await expect(heading(page)).toHaveText('How would you like to pay?');
});

test('fields of the shop are asked without scripts too', async ({ visit, javaScriptEnabled }) => {
  const fields = "{ gift = { title = 'Gift wrap', type = 'radio_buttons', checkoutDisplaySection = 'payment_details', required = true, surchargeType = 'ABSOLUTE', options = [{ title = 'Yes', surcharge = 3 }, { title = 'No' }] } }";
  const { page } = await visit(Shop.open({ extra_fields: fields }), { javaScriptEnabled });
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await page.getByRole('button', { name: /^Buy now/ }).click();
  await said(page, 'Please answer this.');
  await page.getByLabel('Yes').check();
  if (!javaScriptEnabled) {
    await page.getByRole('button', { name: /^Buy now/ }).click();
    await said(page, /The total has changed/);
  }
  await expect(page.locator('.ec-cart-summary__row--surcharge')).toContainText('€3.00');
  await expect(page.locator('.ec-cart-summary__total')).toHaveText('€61.90');
  await placeOrder(page);
  await said(page, 'Gift wrap');
});

test('everything is looked over once more where the merchant wants it', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(Shop.open({ review_order: 'true' }), { javaScriptEnabled });
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await choose(page, 'How would you like to pay?', 'Bank transfer');
  await expect(heading(page)).toHaveText('Check your order');
  await fits(page);
  for (const part of ['ada@example.com', 'Elbchaussee 1', 'Standard delivery', 'Bank transfer']) await said(page, part);
  await placeOrder(page);
});

test('a shopper withdraws in two steps', async ({ page, javaScriptEnabled }) => {
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await upToPayment(page);
  await placeOrder(page);
  await page.getByText('Withdraw from this order').click();
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await said(page, /You withdrew from this order on/);
});
