import { claim, goTo, says } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// Before it is let in and after it is shut out, the program is answered with 403.
test.use({ expectedConsole: /status of 403/ });

test('a program is let in by a key that is shown once, and shut out again', async ({ visit, request, javaScriptEnabled }) => {
  test.setTimeout(90_000);
  const { shop, page } = await visit(Shop.unclaimed());
  page.setDefaultTimeout(10_000);
  page.on('dialog', (dialog) => dialog.accept());
  await claim(page, shop, javaScriptEnabled);

  // Whoever has no backups is told so where they look first.
  await goTo(page, 'Today');
  await expect(page.getByText('No backups are made')).toBeVisible();
  await page.getByRole('link', { name: 'What to do' }).click();
  await expect(heading(page)).toHaveText('About');
  await fits(page);

  await goTo(page, 'Apps');
  await page.getByLabel('Its client id').fill('my-books');
  await page.getByLabel('See what shoppers see').check();
  await page.getByRole('button', { name: 'Add it' }).click();
  await says(page, 'Added. Make the keys that it needs.');
  await fits(page);
  await page.getByRole('button', { name: 'Make one: secret token' }).click();
  await expect(heading(page)).toHaveText('A new secret token');
  const token = await page.locator('code').first().textContent();
  await page.getByRole('link', { name: 'I have kept it' }).click();
  await expect(heading(page)).toHaveText('my-books');
  await expect(page.getByText(token!)).toHaveCount(0);

  const address = await page.locator('code.long').last().textContent();
  const status = async () => (await request.get(address!, { headers: { authorization: `Bearer ${token}` } })).status();
  await expect.poll(status, 'let in').toBe(200);
  await page.getByRole('button', { name: 'Revoke: secret token' }).click();
  await says(page, 'Revoked. Whoever has it is shut out.');
  await expect.poll(status, 'shut out').toBe(403);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await says(page, 'Removed. Its keys open nothing any more.');
});
