import { isAccessible } from '../../support/accessible.ts';
import { PRINT, placeOrder, putIn, upToPayment } from '../../support/cart.ts';
import { Shop, expect, fits, heading, open, proves, test } from '../../support/test.ts';

const fields = "{ po = { title = 'Purchase order', value = 'PO-7', showInInvoice = true }, gift = { title = 'Gift card', value = 'Yes', showInInvoice = false } }";

test('a paid order has an invoice to print', proves('extraField.showInInvoice'), async ({ visit, javaScriptEnabled }) => {
  const { shop, page } = await visit(Shop.open({
    seller: "{ name = 'Tide & Line GmbH', address = 'Hafenstraße 1', vat_id = 'DE123456789' }", invoice_prefix: 'R-', extra_fields: fields,
    taxes: "[{ name = 'VAT', rate = '19', on_shipping = true }]",
  }));
  await putIn(page, PRINT, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await upToPayment(page);
  const number = await placeOrder(page);
  shop.command('orders', 'status', number, '--payment', 'paid');
  await open(page, `/account/orders/${number}`, javaScriptEnabled);
  await page.getByRole('link', { name: 'Invoice', exact: true }).click();
  await expect(heading(page)).toHaveText('Invoice R-00001');
  await expect(page.getByText('VAT 19 % on €49.50')).toBeVisible();
  await expect(page.getByText('PO-7'), 'what belongs on it').toBeVisible();
  await expect(page.getByText('Gift card'), 'and nothing else').toHaveCount(0);
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(heading(page)).toBeVisible();
});
