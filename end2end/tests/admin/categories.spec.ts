import { isAccessible } from '../../support/accessible.ts';
import { fillIn, goTo, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('categories are added, put in order and filled', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0', slugs_without_ids: 'true' }));
  page.setDefaultTimeout(15_000);
  const shopper = await browser.newContext({ baseURL: shop.url, viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(shopper);
  const front = await shopper.newPage();
  await signIn(page, shop);
  await goTo(page, 'Categories');
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByLabel('Name', { exact: true }).fill('Garden');
  await page.getByRole('button', { name: 'Add it' }).click();
  await says(page, 'Added.');
  await expect(heading(page)).toHaveText('Garden');
  await fillIn(page, 'Description', { English: 'For beds and borders' });
  await page.getByLabel('Address', { exact: true }).fill('green');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await says(page, 'Saved. The shop shows it within a second.');
  for (const sku of ['201', '202']) {
    await page.getByLabel('Add a product: its SKU or number').fill(sku);
    await page.getByRole('button', { name: 'Save this order' }).click();
    await says(page, 'Saved. The shop shows it within a second.');
    await expect(async () => {
      await page.reload();
      await expect(page.locator(`.tree__row a[href="/products/${sku}"]`)).toBeVisible({ timeout: 500 });
    }).toPass();
  }
  const rows = page.locator('.tree__row');
  if (scripts) await rows.last().dragTo(rows.first());
  else await rows.last().getByLabel(/^Place/).fill('1');
  await page.getByRole('button', { name: 'Save this order' }).click();
  await says(page, 'Saved. The shop shows it within a second.');
  await expect(async () => {
    await page.reload();
    await expect(rows.first().locator('a')).toHaveAttribute('href', '/products/202', { timeout: 500 });
  }).toPass();
  await fits(page);
  if (scripts) await isAccessible(page);

  // The address of its name leads on to its own.
  await expect(async () => {
    await open(front, '/garden', scripts);
    expect(new URL(front.url()).pathname).toBe('/green');
    await expect(front.getByText('For beds and borders')).toBeVisible({ timeout: 500 });
  }).toPass();
  await shopper.close();

  // To the top of the tree, by its number.
  await goTo(page, 'Categories');
  await page.getByLabel('Place: Garden').fill('1');
  await page.getByRole('button', { name: 'Save the order' }).click();
  await says(page, 'The categories are in this order now.');
  await expect(page.locator('.tree__row').first()).toContainText('Garden');
  await page.getByRole('link', { name: 'Garden' }).click();
  await page.getByRole('link', { name: 'Delete this category' }).click();
  await expect(heading(page)).toHaveText('Delete Garden?');
  await expect(page.getByText('2 products stand in it')).toBeVisible();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await says(page, 'Deleted. Its products are still there.');

  // It comes back, and so does the order of the tree.
  const lately = page.locator('.change');
  await expect(lately.first()).toContainText('Deleted: Garden');
  await fits(page);
  await lately.first().getByRole('button', { name: /^Undo/ }).click();
  await says(page, 'Brought back, with what stood in it.');
  const firstOfAll = page.locator('.tree__row').first().getByRole('link');
  await expect(firstOfAll).toHaveText('Garden');
  await expect(lately.nth(1).getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  await lately.filter({ hasText: 'Another order' }).getByRole('button', { name: /^Undo/ }).click();
  await says(page, 'Undone: it is as it was before.');
  await expect(firstOfAll).toHaveText('Prints');
  await page.getByRole('link', { name: 'Garden' }).click();
  await expect(page.getByRole('heading', { name: 'Changed lately' })).toBeVisible();
  // What stands in it is shown as shoppers see it, who do so within a second.
  await expect(async () => {
    await page.reload();
    await expect(page.locator('.tree__row')).toHaveCount(2, { timeout: 500 });
  }).toPass();
  await fits(page);
  if (scripts) await isAccessible(page);
});

test('reviews are published from their list', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Reviews');
  await page.getByRole('link', { name: 'Published' }).click();
  await fits(page);
  if (scripts) await isAccessible(page);
  const first = page.locator('.review').first();
  const words = await first.locator('.lines').innerText();
  await first.getByRole('button', { name: /^Reject/ }).click();
  await says(page, 'Rejected: shoppers do not see it.');
  await page.getByRole('link', { name: 'Rejected' }).click();
  await expect(page.getByText(words)).toBeVisible();
  await page.locator('.review').first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Publish the ticked' }).click();
  await says(page, 'Published: shoppers see it within a second.');
});
