import { isAccessible } from '../../support/accessible.ts';
import { goTo, placeOrder, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('reports are looked through, narrowed to days, and taken along', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  test.setTimeout(60_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const number = await placeOrder(playwright.request, shop, 'Ada');
  await placeOrder(playwright.request, shop, 'Eve');
  shop.command('orders', 'status', number, '--payment', 'paid');
  await signIn(page, shop);
  await goTo(page, 'Reports');
  await expect(page.getByRole('img', { name: 'Sold' })).toBeVisible();
  const table = page.getByRole('region', { name: /^Sales, / });
  await expect(table.getByRole('row', { name: /^Together 2 / })).toBeVisible();
  await fits(page);
  if (scripts) await isAccessible(page);
  for (const [tab, region] of [['Products', /Products, /], ['Taxes', /Taxes, /], ['Carts', /Carts, /], ['Ways to pay', /Ways to pay, /]] as const) {
    await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: tab, exact: true }).click();
    await expect(page.getByRole('region', { name: region })).toBeVisible();
    await fits(page);
    if (scripts) await isAccessible(page);
  }
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Sales', exact: true }).click();
  await page.getByRole('link', { name: 'Last year', exact: true }).click();
  await expect(page.getByLabel('By')).toHaveValue('month');
  await expect(table.getByRole('row', { name: /^Together 0 / })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Today', exact: true }).click();
  await expect(table.getByRole('row', { name: /^Together 2 / })).toBeVisible();
  await page.getByText('What counts').click();
  await expect(page.getByText('An order counts on the day it was placed')).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'This table as a file (CSV)' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^sales-.*\.csv$/);
  await expect(heading(page)).toHaveText('Reports');
});
