import type { Page } from '@playwright/test';
import { goTo, placeOrder, says, signIn } from '../../support/office.ts';
import { PASSWORD, Shop, expect, fits, heading, test } from '../../support/test.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
/** The postcards that everybody orders. */
const CODE = 'PC-01';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const stockOf = async (page: Page, shop: Shop) => {
  await page.goto(`${shop.office}/products?q=${CODE}`);
  return Number(await page.getByLabel(/^Stock of /).inputValue());
};

/** Lets somebody in, who chooses a password on a page of their own. */
async function join(page: Page, shop: Shop, name: string, role: string, scripts: boolean | undefined): Promise<void> {
  const said = shop.command('staff', 'create', `${name.toLowerCase()}@shop.example`, '--name', name, '--role', role);
  // The command does not know on which port this one listens.
  const token = /#(\S+)/.exec(said)![1]!;
  await page.goto(`${shop.office}/password#${token}`);
  if (!scripts) await page.getByLabel(/^Token/).fill(token);
  await page.getByLabel('A new password').fill(PASSWORD);
  await button(page, 'Set password').click();
  await expect(heading(page)).toHaveText('Today');
}

/** Ticks all orders of a tab, and begins to do something with them. */
async function withAll(page: Page, shop: Shop, tab: RegExp, verb: string): Promise<void> {
  await page.goto(`${shop.office}/orders`);
  await page.getByRole('link', { name: tab }).click();
  await link(page, 'Tick all').click();
  await button(page, verb).click();
  await expect(heading(page)).toHaveText(verb);
}

test('a day from nine to six: orders in, parcels out, shelves right', async ({ visit, browser, watch, playwright, javaScriptEnabled: scripts }) => {
  test.setTimeout(180_000);
  const { shop, page: manager } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }), { viewport: DESK });
  const pocket = await browser.newContext({ viewport: PHONE, hasTouch: true, javaScriptEnabled: scripts });
  watch(pocket);
  const packer = await pocket.newPage();
  await signIn(manager, shop);
  await join(packer, shop, 'Pia', 'packer', scripts);
  const before = await stockOf(manager, shop);
  // Whose total changes while they look orders once more.
  const order = async (name: string): Promise<string> => await placeOrder(playwright.request, shop, name) || order(name);

  // Nine: four orders of the night, paid by transfer.
  const morning: string[] = [];
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dora']) morning.push(await order(name));
  await withAll(manager, shop, /^Unpaid 4/, 'Mark as paid');
  await button(manager, 'Mark as paid: 4 orders').click();
  await says(manager, 'Done: they are marked as paid.');

  // Ten: the packer sends them while the manager writes prices and six more come in.
  const coming = (async () => {
    const numbers: string[] = [];
    for (const name of ['Emil', 'Fay', 'Gus', 'Hal', 'Ida', 'Jo']) numbers.push(await order(name));
    return numbers;
  })();
  const packing = (async () => {
    await withAll(packer, shop, /^To do 4/, 'Mark as shipped');
    await fits(packer);
    for (const [place, number] of morning.entries()) await packer.getByLabel(`Tracking number of ${number}`).fill(`DAY-${place}`);
    await button(packer, 'Mark as shipped: 4 orders').click();
    await says(packer, 'Done: they are marked as shipped.');
  })();
  const pricing = (async () => {
    await manager.goto(`${shop.office}/products?q=${CODE}`);
    await manager.getByLabel(/^Price of /).fill('11.50');
    await button(manager, 'Save the list').click();
    await says(manager, 'Saved.');
  })();
  const [noon] = await Promise.all([coming, packing, pricing]);
  await shop.emailTo('ada@example.com', 'DAY-3');

  // Noon: one of the morning comes back with a bent corner; one of the new ones is called off.
  await manager.goto(`${shop.office}/orders/${morning[0]}`);
  await link(manager, 'Refund').click();
  await manager.getByLabel(/^Refund /).fill('1');
  await manager.getByLabel(/^Back into stock: /).fill('1');
  await manager.getByLabel('Why').fill('Its corner is bent');
  await button(manager, 'Calculate the amount').click();
  await expect(manager.getByLabel(/^Amount in EUR/)).not.toHaveValue('');
  await button(manager, 'Note the refund').click();
  await says(manager, 'Noted: it is paid back. Please send the money.');
  await manager.goto(`${shop.office}/orders/${noon[0]}`);
  await link(manager, 'Cancel').click();
  await manager.getByLabel('Put what was not sent back into stock').check();
  await button(manager, 'Cancel the order').click();
  await says(manager, 'Cancelled.');
  // Ten were sold, one came back, one never went.
  expect(await stockOf(manager, shop)).toBe(before - 8);

  // Three: a box came, and the packer counts the shelf: two are missing.
  await manager.getByLabel(/^Stock of /).fill('+20');
  await manager.getByLabel('Why stock changes').fill('A box came');
  await button(manager, 'Save the list').click();
  await says(manager, 'Saved.');
  await goTo(packer, 'Stocktaking');
  await packer.getByLabel('Name').fill('Card shelf');
  await button(packer, 'Begin to count').click();
  await packer.getByLabel('Code').fill(CODE);
  await packer.getByLabel('Pieces').fill(String(before + 10));
  await button(packer, 'Count').click();
  await says(packer, 'Counted.');
  await link(packer, 'Look through it and finish').click();
  await button(packer, 'Make one difference the stock').click();
  await says(packer, 'Done: what was counted is the stock now.');

  // Five: the rest is paid and goes out.
  await withAll(manager, shop, /^Unpaid 5/, 'Mark as paid');
  await button(manager, 'Mark as paid: 5 orders').click();
  await says(manager, 'Done: they are marked as paid.');
  await withAll(packer, shop, /^To do 5/, 'Mark as shipped');
  await button(packer, 'Mark as shipped: 5 orders').click();
  await says(packer, 'Done: they are marked as shipped.');

  // Six: nothing waits, the shelf is right and says why, and the day's figures are what happened.
  await packer.goto(`${shop.office}/`);
  await expect(packer.getByRole('listitem').filter({ hasText: 'orders to send' })).toHaveText(/^0\s*orders to send$/);
  await fits(packer);
  expect(await stockOf(manager, shop)).toBe(before + 10);
  await manager.goto(`${shop.office}/stock?q=${CODE}`);
  for (const [why, change] of [['A box came', '+20'], ['Card shelf', '-2'], [morning[0]!, '+1'], [noon[0]!, '+1']]) {
    await expect(manager.getByRole('row').filter({ hasText: why }).filter({ hasText: change! }).first()).toBeVisible();
  }
  await manager.goto(`${shop.office}/orders`);
  await expect(manager.getByRole('link', { name: /^All 10/ })).toBeVisible();
  await expect(manager.getByRole('link', { name: /^Cancelled 1/ })).toBeVisible();
  await manager.goto(`${shop.office}/orders/${morning[0]}`);
  await expect(manager.getByText('refunded', { exact: false }).first()).toBeVisible();
  await fits(manager);
  await pocket.close();
});
