import { isAccessible } from '../../support/accessible.ts';
import { goTo, placeOrder, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of 422/ });

test('prices and stock are changed in the list, and two people do not write over each other', async ({ visit, browser, watch, playwright, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Products');
  await fits(page);
  if (scripts) await isAccessible(page);

  if (scripts) await page.keyboard.press('/');
  else await page.getByLabel('Search').focus();
  await page.keyboard.type('pc-01');
  await page.keyboard.press('Enter');
  const row = page.getByRole('listitem').filter({ hasText: 'PC-01' });
  await expect(row).toHaveCount(1);
  const price = page.getByLabel(/^Price of /);
  const stock = page.getByLabel(/^Stock of /);
  const before = Number(await stock.inputValue());

  // Somebody else has the same list open.
  const other = await browser.newContext({ javaScriptEnabled: scripts });
  watch(other);
  const packer = await other.newPage();
  await signIn(packer, shop);
  await packer.goto(`${shop.office}/products?q=pc-01`);

  await price.fill('9.90');
  await stock.fill('+5');
  await page.getByLabel('Why stock changes').fill('A box came');
  await page.getByRole('button', { name: 'Save the list' }).click();
  await says(page, 'Saved.');
  await expect(price).toHaveValue('9.90');
  await expect(stock).toHaveValue(String(before + 5));

  // One is sold; a difference is lost to nobody.
  const number = await placeOrder(playwright.request, shop, 'Ada Lovelace');
  await packer.getByLabel(/^Price of /).fill('8.80');
  await packer.getByLabel(/^Stock of /).fill('-2');
  await packer.getByRole('button', { name: 'Save the list' }).click();
  await expect(packer.getByText('Somebody made it 9.90 meanwhile. Save again to keep yours.')).toBeVisible();
  await expect(packer.getByLabel(/^Price of /)).toHaveValue('8.80');
  await fits(packer);
  if (scripts) await isAccessible(packer);
  await packer.getByRole('button', { name: 'Save the list' }).click();
  await says(packer, 'Saved.');
  await other.close();

  await page.reload();
  await expect(price).toHaveValue('8.80');
  await goTo(page, 'Stock history');
  await expect(page.getByRole('row').filter({ hasText: 'A box came' })).toContainText('+5');
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByLabel('Why', { exact: true }).selectOption('Sold');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await expect(page.getByText('A box came')).toHaveCount(0);
});

test('many are changed at once, seen before it is done, and taken back', async ({ visit, javaScriptEnabled: scripts }) => {
  test.setTimeout(60_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await page.goto(`${shop.office}/products?q=pc`);
  const prices = page.getByLabel(/^Price of /);
  const before = await prices.evaluateAll((all) => (all as HTMLInputElement[]).map((it) => it.value));
  expect(before.length).toBeGreaterThan(1);
  await page.getByRole('link', { name: 'Tick all' }).click();
  await page.getByRole('button', { name: 'Change the ticked ones' }).click();
  await expect(heading(page)).toHaveText('Change many');
  await fits(page);
  if (scripts) await isAccessible(page);

  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(page.getByText('Please tick what is to change.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Price', exact: true }).check();
  await page.getByLabel('Changes', { exact: true }).selectOption('by percent');
  await page.getByLabel('Percent or amount').fill('10');
  await page.getByLabel('Ends').selectOption('with 0.99');
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await expect(heading(page)).toHaveText('What would change');
  await fits(page);
  if (scripts) await isAccessible(page);
  await expect(page.locator('main ins').first()).toContainText('.99');
  await page.getByRole('button', { name: /^Change \d+ products$/ }).click();
  await expect(page.getByText(/products are changed/)).toBeVisible();
  await fits(page);
  if (scripts) await isAccessible(page);

  await page.goto(`${shop.office}/products?q=pc`);
  for (const value of await prices.evaluateAll((all) => (all as HTMLInputElement[]).map((it) => it.value))) expect(value).toMatch(/\.99$/);
  await page.getByRole('link', { name: 'Changes so far' }).click();
  await fits(page);
  await page.getByRole('link', { name: /^Price: 10 % more/ }).click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Take it back' }).click();
  await says(page, 'Taken back.');
  await page.goto(`${shop.office}/products?q=pc`);
  expect(await prices.evaluateAll((all) => (all as HTMLInputElement[]).map((it) => it.value))).toEqual(before);
});
