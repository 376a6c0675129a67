import { looksGood } from '../../support/accessible.ts';
import { POSTCARDS, choose, giveAddress, giveEmail, pay, placeOrder, putIn } from '../../support/cart.ts';
import { goTo, says, signIn } from '../../support/office.ts';
import { Shop, expect, heading, open, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('a cart that was left comes back on another device, and the merchant sees what it brought', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0', cart_reminders: 'true' }));
  await putIn(page, POSTCARDS, scripts);
  await open(page, '/cart', scripts);
  const box = page.getByLabel('Remind me once by email if I do not finish this order');
  await expect(box).not.toBeChecked();
  await box.check();
  await looksGood(page, 'box', scripts);
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  await open(page, '/cart', scripts);
  await expect(box).toBeChecked();

  // The merchant need not wait for a day.
  await signIn(page, shop);
  await expect(page.getByRole('link', { name: 'carts to be reminded of' })).toBeVisible();
  await goTo(page, 'Carts');
  await expect(page.getByText('ada@example.com')).toBeVisible();
  await looksGood(page, 'waiting', scripts);
  await page.getByRole('link', { name: /^Cart / }).click();
  await expect(page.getByText(/× Low Water Postcards/)).toBeVisible();
  await looksGood(page, 'one', scripts);
  await page.getByRole('button', { name: 'Send the reminder now' }).click();
  await says(page, 'The reminder is on its way.');
  await expect(page.getByRole('button', { name: 'Send the reminder now' })).toHaveCount(0);
  await looksGood(page, 'sent', scripts);

  const message = await shop.emailTo('ada@example.com', 'Back to your cart');
  const link = (path: string) => shop.url + new RegExp(`https?://[^/\\s]+(${path}\\?\\S+)`).exec(message)![1]!;
  const elsewhere = await browser.newContext({ baseURL: shop.url, viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(elsewhere);
  const phone = await elsewhere.newPage();
  await phone.goto(link('/cart/again'));
  await expect(phone.getByText(/× Low Water Postcards/)).toBeVisible();
  await expect(phone.getByText('ada@example.com')).toHaveCount(0);
  await looksGood(phone, 'again', scripts);
  await phone.getByRole('button', { name: 'Continue with this cart' }).click();
  await expect(heading(phone)).toHaveText('Your cart');
  await expect(phone.getByLabel('Your email')).toHaveValue('');
  await giveEmail(phone, 'ada@work.example');
  await giveAddress(phone);
  await choose(phone, 'How would you like to get it?', 'Standard delivery');
  await pay(phone, 'Bank transfer');
  const number = await placeOrder(phone);
  await phone.goto(link('/cart/again'));
  await expect(phone.getByText('This cart has been ordered already.')).toBeVisible();
  await phone.goto(link('/cart/no-reminders'));
  await looksGood(phone, 'stop', scripts);
  await phone.getByRole('button', { name: 'Stop reminders' }).click();
  await expect(phone.getByText('Done. We will not remind you')).toBeVisible();
  await elsewhere.close();

  await page.goto(`${shop.office}/carts?tab=recovered`);
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText('ada@work.example');
  const total = await row.locator('.orders__total').innerText();
  expect(total).toMatch(/^€\d/);
  await expect(page.getByRole('listitem').filter({ hasText: 'sold by that' })).toContainText(total);
  await looksGood(page, 'recovered', scripts);
  await page.getByRole('link', { name: 'All unfinished' }).click();
  await expect(page.getByText('nobody is named here')).toBeVisible();
  await expect(page.getByText('ada@example.com')).toHaveCount(0);
  await looksGood(page, 'all', scripts);
  await page.goto(`${shop.office}/carts?tab=reminded&q=nobody%40example.com`);
  await expect(page.getByText('Nothing with this e-mail.')).toBeVisible();
});
