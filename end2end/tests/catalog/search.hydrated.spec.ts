import { expect, heading, open, stays, test } from '../../support/test.ts';

test('suggestions come while typing and go by keyboard', async ({ page }) => {
  await open(page, '/');
  const stayed = await stays(page);
  const field = page.getByRole('searchbox', { name: 'Search products' });
  await field.pressSequentially('ember');
  const suggestions = page.locator('#suggestions .suggestion');
  await expect(suggestions.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(suggestions.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(suggestions).toHaveCount(0);
  await field.press('s');
  await field.fill('lichen');
  await suggestions.filter({ hasText: 'Lichen Map' }).click();
  await expect(heading(page)).toHaveText('Lichen Map');
  await expect(suggestions).toHaveCount(0);
  await stayed();
});

test('the order changes by choosing it', async ({ page }) => {
  await open(page, '/search?keyword=postcards');
  const stayed = await stays(page);
  await page.getByLabel('Sort by').selectOption('Name, A to Z');
  await expect(page).toHaveURL(/sort=nameAsc/);
  await expect(page.locator('.grid-product__title').first()).toHaveText('Ember Postcards');
  await stayed();
});

test('more products come below the others', async ({ page }) => {
  await open(page, '/search');
  const stayed = await stays(page);
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect(page.locator('.grid-product')).toHaveCount(48);
  await expect(page).toHaveURL('/search?offset=24');
  await expect(page.locator('.grid-product__title').nth(24)).toBeFocused();
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect(page.locator('.grid-product')).toHaveCount(64);
  await expect(page.getByRole('link', { name: 'Show more' })).toHaveCount(0);
  await stayed();
});

test('the drawer of a phone closes when a page is chosen', async ({ page }) => {
  await open(page, '/');
  const button = page.getByRole('button', { name: 'Menu' });
  const isPhone = await button.isVisible();
  if (isPhone) await button.click();
  await page.locator('#site-menu').getByRole('link', { name: 'All products' }).click();
  await expect(heading(page)).toHaveText('All products');
  if (isPhone) await expect(page.locator('#site-menu')).toBeHidden();
  await page.locator('.brand').focus();
  if (isPhone) await button.click();
  const group = page.locator('.site-menu__group').first();
  await group.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(group).toHaveAttribute('open');
  await page.keyboard.press('Escape');
  await expect(group).not.toHaveAttribute('open');
});
