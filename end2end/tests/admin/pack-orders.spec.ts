import { isAccessible } from '../../support/accessible.ts';
import { placeOrder, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

const ORDERS = 20;
/** What packing them may take: clicks, keys, and codes that are scanned. */
const MOST = 45;

test('twenty orders are packed with at most 45 clicks and keys', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const numbers = [];
  for (let n = 1; n <= ORDERS; n += 1) numbers.push(await placeOrder(playwright.request, shop, `Ada ${n}`));
  for (const number of numbers) shop.command('orders', 'status', number, '--payment', 'paid');
  await signIn(page, shop);
  let actions = 0;
  const click = async (role: 'button' | 'link', name: string) => {
    actions += 1;
    await page.getByRole(role, { name, exact: true }).click();
  };
  const press = async (key: string) => {
    actions += 1;
    await page.keyboard.press(key);
  };

  await click('link', 'orders to send');
  await expect(heading(page)).toHaveText('Orders');
  await fits(page);
  if (scripts) await isAccessible(page);
  await click('link', 'Tick all');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(ORDERS);

  const opened = page.context().waitForEvent('page');
  await click('button', 'Packing slips');
  const slips = await opened;
  await expect(slips.getByRole('heading', { name: /^Order / })).toHaveCount(ORDERS);
  await fits(slips);
  if (scripts) await isAccessible(slips);
  actions += 1;
  await slips.close();

  await click('button', 'Mark as shipped');
  await expect(heading(page)).toHaveText('Mark as shipped');
  await fits(page);
  if (scripts) await isAccessible(page);
  // A scanner ends a code with Enter; without scripts, that would send the form before the last one.
  for (let n = 1; n <= ORDERS; n += 1) {
    actions += 1;
    await page.keyboard.insertText(`PARCEL-${n}`);
    await press(scripts || n === ORDERS ? 'Enter' : 'Tab');
  }
  await says(page, 'Done: they are marked as shipped.');
  expect(actions).toBeLessThanOrEqual(MOST);

  // Each parcel has its own number, and each shopper an e-mail that says it.
  const shown = page.getByRole('link', { name: 'To do 0' });
  await expect(shown).toBeVisible();
  const parcels = new Set<string>();
  for (const number of numbers) {
    await page.goto(`${shop.office}/orders/${number}`);
    parcels.add(await page.getByText(/^PARCEL-/).innerText());
  }
  expect(parcels.size).toBe(ORDERS);
  await shop.emailTo('ada@example.com', 'PARCEL-20');
  if (scripts) await isAccessible(page);
  await fits(page);
});

test('a list is searched, narrowed, and kept as a tab', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const [first, second] = [await placeOrder(playwright.request, shop, 'Ada Lovelace'), await placeOrder(playwright.request, shop, 'Eve Moore')];
  await signIn(page, shop);
  await page.goto(`${shop.office}/orders`);
  const row = (number: string) => page.getByRole('link', { name: number, exact: true });
  await expect(row(first)).toBeVisible();
  if (scripts) await page.keyboard.press('/');
  else await page.getByLabel('Search').focus();
  await page.keyboard.type('moore post');
  await page.keyboard.press('Enter');
  await expect(row(second)).toBeVisible();
  await expect(row(first)).toHaveCount(0);
  await page.getByText('Narrow it down').click();
  await page.getByLabel('Country').selectOption('DE');
  await page.getByLabel('Payment', { exact: true }).selectOption('Not paid yet');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(row(second)).toBeVisible();
  await page.getByLabel('Keep this as a tab of yours, called').fill('Eve');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await says(page, 'Kept as a tab of yours.');
  await page.getByRole('link', { name: 'All 2' }).click();
  await expect(row(first)).toBeVisible();
  await page.getByRole('link', { name: 'Eve', exact: true }).click();
  await expect(row(first)).toHaveCount(0);
  await fits(page);
  if (scripts) await isAccessible(page);
});
