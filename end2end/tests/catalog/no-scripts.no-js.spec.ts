import { expect, fits, open, test } from '../../support/test.ts';

test('choosing and asking for the price works', async ({ page }) => {
  await open(page, '/Lichen-Map-p126', false);
  await page.getByLabel('A2').check();
  await page.getByLabel('Black oak').check();
  await page.getByRole('button', { name: 'Update price' }).click();
  await expect(page.locator('.details-product-price__value')).toHaveText('€189.00');
  await expect(page.getByLabel('A2')).toBeChecked();
  await expect(page.getByLabel('Black oak')).toBeChecked();
});

test('order and pages work', async ({ page }) => {
  await open(page, '/search', false);
  await page.getByLabel('Sort by').selectOption('Price, low to high');
  await page.locator('.grid__sort').getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/sort=priceAsc/);
  await expect(page.locator('.grid-product__price-value').first()).toHaveText('€12.00');
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect(page).toHaveURL(/offset=24/);
  await expect(page.locator('.grid-product')).toHaveCount(24);
  await page.getByRole('link', { name: 'Previous page' }).click();
  await expect(page).not.toHaveURL(/offset/);
});

test('a list fits with its button in the longer language too', async ({ page }) => {
  await open(page, '/Prints-c1?lang=de', false);
  await expect(page.locator('.grid__sort').getByRole('button', { name: 'Anwenden' })).toBeVisible();
  await fits(page);
});
