import { isAccessible } from '../../support/accessible.ts';
import { goTo, placeOrder, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of 422/ });

test('shelves are counted by two people while the shop goes on selling', async ({ visit, browser, watch, playwright, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Stocktaking');
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByLabel('Name').fill('Back room');
  await page.getByRole('button', { name: 'Begin to count' }).click();
  await expect(heading(page)).toHaveText('Back room');
  await fits(page);
  if (scripts) await isAccessible(page);

  // A scanner types the code, and ends it with Enter.
  for (const counted of [1, 2, 3]) {
    await page.getByLabel('Code').focus();
    await page.keyboard.insertText('PC-01');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Counted just now' })).toContainText(`${counted} counted`);
  }
  await says(page, 'Counted.');
  await fits(page);
  if (scripts) await isAccessible(page);

  // A second person counts the same on another shelf, and corrects a slip.
  const other = await browser.newContext({ javaScriptEnabled: scripts });
  watch(other);
  const second = await other.newPage();
  await signIn(second, shop);
  await second.goto(page.url());
  await second.getByLabel('Code').fill('pc-01');
  await second.getByLabel('Pieces').fill('12');
  await second.getByRole('button', { name: 'Count', exact: true }).click();
  const just = second.getByRole('region', { name: 'Counted just now' });
  await expect(just).toContainText('15 counted');
  await second.getByLabel('No, there are').fill('14');
  await second.getByRole('button', { name: 'Correct it' }).click();
  await expect(just).toContainText('14 counted');
  await other.close();

  await page.getByLabel('Code').fill('no such thing at all');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing has this code, and nothing is called so.')).toBeVisible();
  await expect(page.getByLabel('Code')).toHaveValue('no such thing at all');

  // One of them is sold after it was counted.
  await placeOrder(playwright.request, shop, 'Ada Lovelace');
  await page.getByRole('link', { name: 'Look through it and finish' }).click();
  await expect(page.getByRole('row').filter({ hasText: '14' })).toBeVisible();
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByRole('button', { name: 'Make one difference the stock' }).click();
  await says(page, 'Done: what was counted is the stock now.');
  await fits(page);

  await page.goto(`${shop.office}/products?q=pc-01`);
  await expect(page.getByLabel(/^Stock of /)).toHaveValue('13');
  await page.goto(`${shop.office}/stock?cause=counted`);
  await expect(page.getByRole('row').filter({ hasText: 'Back room' })).toHaveCount(1);
});
