import { looksGood } from '../../support/accessible.ts';
import { goTo, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, register, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('a customer is found, corrected, noted and put into a group', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const request = await playwright.request.newContext({ baseURL: shop.url });
  const ada = await register(request);
  await request.dispose();
  await signIn(page, shop);
  await goTo(page, 'Customers');
  await looksGood(page, 'customers', scripts);
  await page.getByRole('searchbox', { name: 'Search' }).fill('love');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('link', { name: 'Robin Marsh' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Ada Lovelace' }).click();
  await expect(heading(page)).toHaveText('Ada Lovelace');
  await looksGood(page, 'one-new', scripts);

  await page.getByLabel('Telephone').fill('+49 40 998877');
  await page.getByLabel('Pays no tax').check();
  await page.getByLabel('Tax number').fill('FR 987');
  await page.getByLabel('Group').selectOption('Collectors');
  await page.getByRole('button', { name: 'Save' }).click();
  await says(page, 'Saved.');
  await expect(page.getByText('Pays no tax, FR 987')).toBeVisible();

  await page.getByLabel('A new note').fill('Rings twice.');
  await page.getByRole('button', { name: 'Note it' }).click();
  await says(page, 'Noted.');
  await expect(page.getByText('Rings twice.')).toBeVisible();

  await page.getByRole('link', { name: 'Add an address' }).click();
  await page.getByLabel('Street and number').fill('Elbchaussee 1');
  await page.getByLabel('Country').selectOption('DE');
  await page.getByRole('button', { name: 'Save the address' }).click();
  await expect(page.getByText('Please give the town.')).toBeVisible();
  await looksGood(page, 'address', scripts);
  await page.getByLabel('Town').fill('Hamburg');
  await page.getByLabel('Postal code').fill('20095');
  await page.getByRole('button', { name: 'Save the address' }).click();
  await says(page, 'The address is saved.');

  await page.getByRole('button', { name: /^End the session in/ }).click();
  await says(page, 'That session is over.');
  await page.getByRole('button', { name: 'Send a link for a new password' }).click();
  await says(page, 'The link is on its way to them.');
  await shop.emailTo(ada.email, '/account/reset-password?token=');
  await looksGood(page, 'one', scripts);

  await page.getByRole('link', { name: 'Back to the customers' }).click();
  await page.getByRole('link', { name: 'Customer groups' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Trade');
  await page.getByRole('button', { name: 'Add' }).click();
  await says(page, 'The group is there.');
  await looksGood(page, 'groups', scripts);
  await page.getByRole('link', { name: 'Back to the customers' }).click();
  await page.getByRole('checkbox', { name: 'Tick Ada Lovelace' }).check();
  await page.getByRole('button', { name: 'Put into a group' }).click();
  await expect(page.getByText('in Collectors')).toBeVisible();
  await page.getByLabel('Group').selectOption('Trade');
  await looksGood(page, 'assign', scripts);
  await page.getByRole('button', { name: 'Put this customer there' }).click();
  await says(page, 'Done: they are in that group.');
});

test('two accounts of one person are joined', async ({ visit, playwright, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  const request = await playwright.request.newContext({ baseURL: shop.url });
  const ada = await register(request);
  await request.post('/api/favourites', { form: { add: '201' }, headers: { origin: shop.url } });
  await request.dispose();
  await signIn(page, shop);
  await goTo(page, 'Customers');
  await page.getByRole('link', { name: 'Robin Marsh' }).click();
  await page.getByRole('link', { name: 'Join with another account' }).click();
  await page.getByLabel('E-mail of the other account').fill(ada.email);
  await page.getByRole('button', { name: 'Look at both' }).click();
  await expect(page.getByText('1 favourites')).toBeVisible();
  await looksGood(page, 'join', scripts);
  if (scripts) page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Join them' }).click();
  await says(page, 'Joined: everything is in this account now.');
  await shop.emailTo(ada.email, 's…@example.com');
  await goTo(page, 'Customers');
  await expect(page.getByRole('link', { name: 'Ada Lovelace' })).toHaveCount(0);
});

test('the shop is seen as a customer, with a bar on every page, until that ends', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Customers');
  await page.getByRole('link', { name: 'Robin Marsh' }).click();
  await page.getByRole('button', { name: 'See the shop as this customer' }).click();
  await looksGood(page, 'visit', scripts);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open the shop as Robin Marsh' }).click();
  const front = await opened;
  await looksGood(front, 'visit-begin', scripts);
  await front.getByRole('button', { name: 'Go into the shop' }).click();
  await expect(front.getByRole('heading', { level: 1 })).toHaveText('Robin Marsh');
  const bar = front.getByRole('region', { name: 'The shop as a customer' });
  await expect(bar).toContainText('is signed in as Robin Marsh, as a member of staff.');
  await looksGood(front, 'visit-account', scripts);
  for (const path of ['/', '/search', '/cart', '/account/orders']) {
    await front.goto(`${shop.url}${path}`);
    await expect(bar).toBeVisible();
    await fits(front);
  }
  // What proves who the customer is stays theirs.
  const refused = await front.request.get(`${shop.url}/account/data.json`);
  expect(refused.status()).toBe(403);
  await bar.getByRole('button', { name: 'End' }).click();
  await expect(bar).toHaveCount(0);
  await front.goto(`${shop.url}/account`);
  await expect(front.getByText('Robin Marsh')).toHaveCount(0);
});

test('what is kept is taken along, and an account is deleted in a day or not', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Customers');
  await page.getByRole('link', { name: 'Robin Marsh' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'What is kept, as JSON' }).click();
  expect((await download).suggestedFilename()).toBe('my-data.json');
  await page.getByRole('link', { name: 'Delete the account' }).click();
  await looksGood(page, 'delete', scripts);
  if (scripts) page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete the account' }).click();
  await says(page, 'The account is deleted in a day. An e-mail tells them.');
  await page.getByRole('button', { name: 'Call it off' }).click();
  await says(page, 'Called off: the account stays.');
});
