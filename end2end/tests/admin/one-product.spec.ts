import type { Page } from '@playwright/test';
import { isAccessible } from '../../support/accessible.ts';
import { fillIn, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const unfold = async (page: Page, title: string) => {
  const part = page.locator('details.part', { has: page.locator('summary', { hasText: title }) }).first();
  if (await part.getAttribute('open') === null) await part.locator('summary').first().click();
};
/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PIXEL });

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('a product is written with all that belongs to it, and shoppers see it', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0', slugs_without_ids: 'true' }));
  page.setDefaultTimeout(15_000);
  const shopper = await browser.newContext({ baseURL: shop.url, viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(shopper);
  const front = await shopper.newPage();
  await signIn(page, shop);
  await page.goto(`${shop.office}/products/new`);
  await expect(heading(page)).toHaveText('A new product');
  await fits(page);
  if (scripts) await isAccessible(page);

  // What is wrong is said at its field, and nothing is lost.
  await fillIn(page, 'Name', { English: 'Oak Ruler' });
  await page.getByLabel('Price', { exact: true }).fill('cheap');
  await page.getByLabel('SKU', { exact: true }).first().fill('RULER');
  await page.getByLabel('Choose pictures').setInputFiles([picture('a.png')]);
  await page.getByRole('button', { name: 'Add this product' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing is saved yet');
  await expect(page.getByLabel('SKU', { exact: true }).first()).toHaveValue('RULER');
  await expect(page.locator('.picture img')).toHaveCount(1);
  await page.getByLabel('Price', { exact: true }).fill('12.50');

  // Choices, and a row of each.
  await unfold(page, 'Options and variations');
  await page.getByRole('button', { name: 'Add an option' }).click();
  // One lands at the new row, not at the top of the page.
  await expect(page.getByLabel('What is chosen, such as Size')).toBeInViewport();
  await page.getByRole('button', { name: 'Add a choice' }).click();
  await page.getByRole('button', { name: 'Add a choice' }).click();
  await page.getByLabel('What is chosen, such as Size').fill('Length');
  await page.getByLabel('Choice', { exact: true }).first().fill('30 cm');
  await page.getByLabel('Choice', { exact: true }).last().fill('50 cm');
  await page.getByRole('button', { name: 'Make a row of every combination' }).click();
  await page.getByLabel('SKU: 50 cm').fill('RULER-50');
  await page.getByLabel('Price: 50 cm').fill('19');
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByRole('button', { name: 'Add this product' }).click();
  await says(page, 'Added. Say more of it here, or see it in the shop.');
  await expect(heading(page)).toHaveText('Oak Ruler');
  await fits(page);
  if (scripts) await isAccessible(page);

  await expect(async () => {
    await open(front, '/oak-ruler', scripts);
    await expect(front.getByRole('heading', { name: 'Oak Ruler' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(front.getByText('50 cm').first()).toBeAttached();

  // What matters in the picture is seen in lists.
  const crop = page.getByRole('group', { name: 'In lists' });
  if (scripts) {
    const seen = page.locator('.picture__seen').first();
    const box = (await seen.boundingBox())!;
    await seen.click({ position: { x: box.width * 0.2, y: box.height * 0.9 } });
    await expect(crop.getByLabel('From left, %')).toHaveValue('20');
    await crop.getByLabel('From top, %').press('ArrowDown');
  } else {
    await crop.getByLabel('From left, %').fill('20');
    await crop.getByLabel('From top, %').fill('89');
  }
  await save(page);
  await says(page, 'Saved. The shop shows it within a second.');
  await expect(async () => {
    await open(front, '/search?keyword=oak', scripts);
    await expect(front.locator('.grid-product__picture.focus-x-20.focus-y-90')).toBeVisible({ timeout: 500 });
  }).toPass();

  // Another address: the one of before leads on.
  await unfold(page, 'Address and search engines');
  await page.getByLabel('Address', { exact: true }).fill('ruler-of-oak');
  await save(page);
  await says(page, 'Saved. The shop shows it within a second.');
  await expect(async () => {
    await open(front, '/oak-ruler', scripts);
    expect(new URL(front.url()).pathname).toBe('/ruler-of-oak');
  }).toPass();

  // A sale that begins at once, and is called off.
  const sale = page.getByRole('group', { name: 'A sale' });
  await sale.getByLabel('or off every price, variations too').fill('20');
  await sale.getByRole('button', { name: 'Plan the sale' }).click();
  await says(page, 'Planned.');
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('10.00');
  await page.getByRole('button', { name: /^Call off: Sale, 20 % off/ }).click();
  await says(page, 'Called off.');
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('12.50');

  // A copy is hidden.
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(heading(page)).toHaveText('Oak Ruler (copy)');
  await expect(page.getByText('Shoppers do not see it')).toBeVisible();
  await shopper.close();
});

test('two people change one product, and neither loses what they typed', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(90_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  page.setDefaultTimeout(15_000);
  const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(context);
  const other = await context.newPage();
  for (const one of [page, other]) {
    await signIn(one, shop);
    await one.goto(`${shop.office}/products/201`);
  }
  await page.getByLabel('Price', { exact: true }).fill('3.10');
  await save(page);
  await says(page, 'Saved. The shop shows it within a second.');
  await other.getByLabel('Price', { exact: true }).fill('3.20');
  await other.getByLabel('SKU', { exact: true }).first().fill('CARD');
  await save(other);
  await expect(other.getByRole('alert')).toContainText('Somebody else changed the same meanwhile');
  await expect(other.locator('.theirs input')).toHaveValue('3.10');
  await expect(other.getByLabel('Price', { exact: true }).last()).toHaveValue('3.20');
  await fits(other);
  if (scripts) await isAccessible(other);
  await other.getByRole('button', { name: 'Take theirs: Price' }).click();
  await expect(other.getByLabel('Price', { exact: true })).toHaveValue('3.10');
  await expect(other.getByLabel('SKU', { exact: true }).first()).toHaveValue('CARD');
  await save(other);
  await says(other, 'Saved. The shop shows it within a second.');
  await other.getByRole('link', { name: 'Products', exact: true }).first().waitFor();
  await expect(other.getByRole('heading', { name: 'Changed lately' })).toBeVisible();
  await context.close();
});

test('what is in draft is looked at in the shop, beside the form', async ({ visit, javaScriptEnabled: scripts }) => {
  test.setTimeout(60_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  page.setDefaultTimeout(15_000);
  await signIn(page, shop);
  await page.goto(`${shop.office}/products/201`);
  await fillIn(page, 'Name', { English: 'Card of the Sea' });
  const frame = page.frameLocator('iframe[title="How the shop would look"]');
  if (!scripts) await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(frame.getByRole('heading', { name: 'Card of the Sea' })).toBeVisible();
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await says(page, 'The draft is saved. Shoppers see it once you publish it.');
  await expect(page.getByText('This is a draft (')).toBeVisible();
  await fits(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await says(page, 'The draft is thrown away. This is what shoppers see.');
});
