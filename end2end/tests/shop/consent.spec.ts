import type { Page } from '@playwright/test';
import { isAccessible } from '../../support/accessible.ts';
import { Shop, expect, fits, open, test } from '../../support/test.ts';

const banner = (page: Page) => page.getByRole('region', { name: 'What may this shop store?' });
const asking = () => Shop.open({ ask_consent: 'true' });

test('the question lies over the page, can be answered, and is gone', async ({ visit, javaScriptEnabled, contextOptions, viewport }) => {
  const { page } = await visit(asking(), { ...contextOptions, javaScriptEnabled, viewport });
  await open(page, '/search?keyword=ember', javaScriptEnabled);
  await expect(banner(page)).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 }), before = await heading.boundingBox();
  const [accept, decline] = await Promise.all(['Accept', 'Decline'].map((name) => banner(page).getByRole('button', { name }).boundingBox()));
  expect(decline!.height, 'neither answer is the bigger one').toBe(accept!.height);
  expect(Math.abs(decline!.width - accept!.width)).toBeLessThan(2);
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  await banner(page).getByRole('button', { name: 'Decline' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(page).toHaveURL(/keyword=ember/);
  expect(await heading.boundingBox(), 'nothing moved').toEqual(before);
  await open(page, '/', javaScriptEnabled);
  await expect(banner(page)).toHaveCount(0);
});

test('the answer is changed from the footer', async ({ visit, javaScriptEnabled, contextOptions, viewport }) => {
  const { page } = await visit(asking(), { ...contextOptions, javaScriptEnabled, viewport });
  await open(page, '/', javaScriptEnabled);
  await banner(page).getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Cookie settings' }).click();
  const main = page.getByRole('main');
  await expect(main.getByLabel('Analytics')).toBeChecked();
  await expect(main.getByLabel('Personalisation')).toBeChecked();
  if (javaScriptEnabled) await isAccessible(page);
  await fits(page);
  await main.getByLabel('Personalisation').uncheck();
  await main.getByRole('button', { name: 'Keep this choice' }).click();
  await expect(main.getByRole('status')).toHaveText('Your choice is kept.');
  await open(page, '/cookies', javaScriptEnabled);
  await expect(main.getByLabel('Analytics')).toBeChecked();
  await expect(main.getByLabel('Personalisation')).not.toBeChecked();
});

test('the keyboard comes to the question right after the way around it', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(asking(), { javaScriptEnabled });
  await open(page, '/', javaScriptEnabled);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(banner(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(banner(page).getByRole('button', { name: 'Accept' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(banner(page)).toHaveCount(0);
});
