import { looksGood } from '../../support/accessible.ts';
import { says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('an order that came by telephone is written down, and paid by a link', async ({ visit, javaScriptEnabled: scripts }) => {
  test.setTimeout(90_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await page.goto(`${shop.office}/orders`);
  await page.getByRole('link', { name: 'New order' }).click();
  await expect(heading(page)).toHaveText('An order by hand');
  await page.getByLabel('Find a product').fill('postcards');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: /^Add .*[Pp]ostcard/ }).first().click();
  await page.getByText('Something that is not in the shop').click();
  await page.getByLabel('Thing 1').fill('Gift wrap');
  await page.getByLabel('Price of one of 1').fill('2.50');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByLabel('Street and number').fill('Elbchaussee 1');
  await page.getByLabel('Postal code').fill('20095');
  await page.getByLabel('Town').fill('Hamburg');
  await page.getByLabel('Country').selectOption('DE');
  await page.getByLabel('Amount, or share such as 10 %').fill('10 %');
  await page.getByRole('button', { name: 'Calculate' }).last().click();
  await page.getByLabel('Way of delivery').selectOption('standard');
  await page.getByLabel('Payment', { exact: true }).selectOption('due:bank');
  await page.getByRole('button', { name: /^Save the order/ }).click();
  await expect(page.getByText('Why? It stands on the order and the invoice.')).toBeVisible();
  await looksGood(page, 'by-hand', scripts);
  await page.getByLabel('Why').fill('For waiting');
  // More than there is: it is asked for, and sold if somebody says so.
  await page.getByLabel('Find a product').fill('NB-02');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByRole('button', { name: /^Add .*NB-02/ }).click();
  await page.getByLabel(/^How many of [A-Z]/).last().fill('4000');
  await page.getByRole('button', { name: 'Calculate' }).last().click();
  await expect(page.getByText(/ left, you sell 4000\./)).toBeVisible();
  await looksGood(page, 'by-hand-short', scripts);
  await page.getByRole('checkbox', { name: /Sell 4000 anyway/ }).check();
  await page.getByRole('button', { name: 'Calculate' }).last().click();
  await expect(page.getByRole('checkbox', { name: /Sell 4000 anyway/ })).toBeChecked();
  await expect(page.getByRole('cell', { name: /^4000 × / })).toBeVisible();
  await page.getByRole('button', { name: 'Calculate' }).last().click();
  await expect(page.getByRole('cell', { name: 'For waiting' })).toBeVisible();
  await page.getByRole('button', { name: /^Save the order/ }).click();
  await says(page, 'The order is placed.');
  await expect(page.getByRole('cell', { name: /Gift wrap/ })).toBeVisible();
  await expect(page.getByText(/ sold beyond the stock/)).toBeVisible();
  const message = await shop.emailTo('ada@example.com', '/account/pay/');
  const link = /https?:\/\/\S+\/account\/pay\/\S+/.exec(message)![0];
  const front = await page.context().newPage();
  await front.goto(link);
  await expect(front.getByText('Gift wrap').first()).toBeVisible();
  await fits(front);
});
