import { isAccessible } from '../../support/accessible.ts';
import { placeOrder, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('the start page says what waits, and leads to it', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const numbers = [];
  for (const name of ['Ada', 'Eve']) numbers.push(await placeOrder(playwright.request, shop, name));
  shop.command('orders', 'status', numbers[0]!, '--payment', 'paid');
  await signIn(page, shop);
  await expect(page.getByRole('heading', { name: 'What waits' })).toBeVisible();
  await expect(page.getByText('2', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('orders today')).toBeVisible();
  const chart = page.getByRole('img', { name: 'Sold each day' });
  await expect(chart).toBeVisible();
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByRole('link', { name: 'orders to send', exact: true }).click();
  await expect(heading(page)).toHaveText('Orders');
  await expect(page.getByRole('link', { name: numbers[0]!, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: numbers[1]!, exact: true })).toHaveCount(0);
});
