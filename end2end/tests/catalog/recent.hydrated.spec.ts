import type { Page } from '@playwright/test';
import { Shop, expect, fits, heading, main, open, test } from '../../support/test.ts';

const PRINTS = [['/Lichen-Map-p126', 'Lichen Map'], ['/Fen-p127', 'Fen'], ['/Low-Water-Postcards-p201', 'Low Water Postcards']] as const;
const row = (page: Page) => page.locator('#recent');
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('awning-recent'));
const asking = () => Shop.open({ ask_consent: 'true' });

test('what was looked at stands below the next product, once the visitor lets that be kept', async ({ visit, contextOptions, viewport }) => {
  const { page } = await visit(asking(), { ...contextOptions, viewport });
  for (const [path] of PRINTS) await open(page, path);
  await expect(row(page)).toBeEmpty();
  expect(await kept(page), 'nobody has answered').toBeNull();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => kept(page)).toBe('[201]');
  await page.goto(PRINTS[0][0]);
  await expect(row(page).locator('.grid-product__title')).toHaveText(['Low Water Postcards']);
  await open(page, PRINTS[1][0]);
  await expect(row(page).getByRole('heading', { name: 'Recently viewed' })).toBeVisible();
  await expect(row(page).locator('.grid-product__title'), 'the latest first').toHaveText(['Lichen Map', 'Low Water Postcards']);
  await fits(page);
  // In place too, and a choice leaves the row where it is.
  await row(page).locator('.grid-product__title').first().click();
  await expect(heading(page)).toHaveText('Lichen Map');
  await expect(row(page).locator('.grid-product__title')).toHaveText(['Fen', 'Low Water Postcards']);
  await page.getByLabel('A3').check();
  await expect(page.locator('.details-product-price__value')).toHaveText('€89.00');
  await expect(row(page).locator('.grid-product__title')).toHaveText(['Fen', 'Low Water Postcards']);
  await row(page).getByRole('button', { name: 'Add Fen to favourites' }).click();
  await expect(row(page).getByRole('button', { name: 'Add Fen to favourites' })).toHaveAttribute('aria-pressed', 'true');
});

test('who takes that back is not remembered', async ({ visit }) => {
  const { page } = await visit(asking());
  await open(page, PRINTS[0][0]);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => kept(page)).toBe('[126]');
  await page.evaluate(() => { (window as any).Ecwid.setTrackingConsent('DECLINED'); });
  expect(await kept(page)).toBeNull();
  await open(page, PRINTS[1][0]);
  await expect(row(page)).toBeEmpty();
});

test('the row moves nothing that is seen', async ({ page }) => {
  for (const [path] of PRINTS) await open(page, path);
  await page.addInitScript(() => {
    (window as any).moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) if (!entry.hadRecentInput) (window as any).moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(PRINTS[0][0]);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(row(page).locator('.grid-product__title')).toHaveCount(2);
  await expect(main(page)).toContainText('Recently viewed');
  expect(await page.evaluate(() => (window as any).moved)).toBeLessThan(0.05);
});

test.describe('where the script of the row cannot be had', () => {
  test.use({ expectedConsole: /ERR_FAILED/, expectedFailures: /later/ });

  test('nothing stands in its place, and the next page tries again', async ({ page }) => {
    await open(page, PRINTS[0][0]);
    await expect.poll(() => kept(page)).toBe('[126]');
    await page.route(/later/, (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await page.goto(PRINTS[1][0]);
    await failed;
    await expect(row(page)).toBeEmpty();
    await page.unroute(/later/);
    await page.locator('.ec-breadcrumbs a').first().click();
    await page.goBack();
    await expect(heading(page)).toHaveText('Fen');
    await expect(row(page).locator('.grid-product__title')).toHaveText(['Lichen Map']);
  });
});
