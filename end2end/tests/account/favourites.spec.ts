import type { Page } from '@playwright/test';
import { isAccessible } from '../../support/accessible.ts';
import { DEMO, expect, fits, heading, main, open, proves, signInByPanel, status, test } from '../../support/test.ts';

test.use({ ownShop: true });

const PRINT = '/Lichen-Map-p126';
/** Sold out in every size. */
const GONE = '/First-Swell-p108';
const hearts = (page: Page, name: string) => page.getByRole('button', { name: `Add ${name} to favourites` });
const link = (page: Page) => page.locator('.ec-footer').getByRole('link', { name: /^Favourites/ });

test('a guest keeps a product from its page and finds it again', proves('page.type=FAVORITES'), async ({ page, javaScriptEnabled }) => {
  await open(page, PRINT, javaScriptEnabled);
  await page.getByRole('button', { name: 'Add to favourites', exact: true }).click();
  await expect(status(page)).toHaveText('Added to your favourites.');
  await expect(page).toHaveURL(PRINT);
  await expect(link(page)).toHaveText('Favourites (1)');
  if (javaScriptEnabled) await expect(page.getByRole('button', { name: 'In your favourites' })).toHaveAttribute('aria-pressed', 'true');
  await link(page).click();
  await expect(heading(page)).toHaveText('Favourites');
  await expect(page).toHaveURL('/account/favorites');
  await expect(main(page).locator('.grid-product__title')).toHaveText(['Lichen Map']);
  await fits(page);
  if (javaScriptEnabled) {
    await isAccessible(page);
    const type = await page.evaluate(() => new Promise((done) => (window as any).Ecwid.OnPageLoaded.add((it: { type: string }) => done(it.type))));
    expect(type).toBe('FAVORITES');
  }
  await page.getByRole('button', { name: 'Remove Lichen Map from your favourites' }).click();
  await expect(main(page)).toContainText('You have no favourites yet.');
  await expect(link(page)).toHaveText('Favourites');
});

test('hearts of a list keep products, and the page stays where it is', async ({ page, javaScriptEnabled }) => {
  await open(page, '/Moss-Rings-c4', javaScriptEnabled);
  await hearts(page, 'Lichen Map').click();
  await expect(status(page)).toHaveText('Added to your favourites.');
  await expect(page).toHaveURL('/Moss-Rings-c4');
  if (javaScriptEnabled) {
    await expect(hearts(page, 'Lichen Map')).toHaveAttribute('aria-pressed', 'true');
    await expect(hearts(page, 'Fen')).toHaveAttribute('aria-pressed', 'false');
    await page.reload();
    await expect(hearts(page, 'Lichen Map')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('html[data-hydrated]')).toBeAttached();
    await hearts(page, 'Lichen Map').click();
    await expect(hearts(page, 'Lichen Map')).toHaveAttribute('aria-pressed', 'false');
    await expect(link(page)).toHaveText('Favourites');
    return;
  }
  await open(page, '/account/favorites', false);
  await expect(main(page).locator('.grid-product__title')).toHaveText(['Lichen Map']);
});

test('signing in brings a guest\'s favourites along', async ({ page, javaScriptEnabled }) => {
  await open(page, PRINT, javaScriptEnabled);
  await page.getByRole('button', { name: 'Add to favourites', exact: true }).click();
  await expect(link(page)).toHaveText('Favourites (1)');
  if (javaScriptEnabled) {
    await signInByPanel(page, DEMO);
    await expect(status(page)).toHaveText('You are signed in.');
    await expect(page.getByRole('button', { name: 'In your favourites' })).toBeVisible();
  } else {
    await open(page, '/account/favorites', false);
    await main(page).getByRole('link', { name: 'Sign in' }).click();
    await main(page).getByLabel('Email').fill(DEMO.email);
    await main(page).getByLabel('Password').fill(DEMO.password);
    await main(page).getByRole('button', { name: 'Sign in' }).click();
    await expect(heading(page)).toHaveText('Favourites');
  }
  await open(page, '/account/favorites', javaScriptEnabled);
  await expect(main(page).locator('.grid-product__title')).toHaveText(['Lichen Map']);
  await expect(main(page)).not.toContainText('kept in this browser');
});

test('who waits for a product is written to when it is back', async ({ page, shop, javaScriptEnabled }) => {
  await open(page, GONE, javaScriptEnabled);
  const box = page.getByRole('region', { name: 'Tell me when it is back' });
  await box.getByRole('button', { name: 'Tell me' }).click();
  await expect(status(page)).toHaveText('Please enter an email address, like name@example.com.');
  await box.getByLabel('Email').fill('ada@example.com');
  await fits(page);
  if (javaScriptEnabled) await isAccessible(page);
  await box.getByRole('button', { name: 'Tell me' }).click();
  await expect(status(page)).toHaveText('We email you once, when it is back.');
  await expect(page).toHaveURL(GONE);
  expect(shop.emails(), 'nothing is sent before').toEqual([]);
});

test('a customer\'s own address is known, also from the favourites', async ({ page, signedIn, javaScriptEnabled }) => {
  await open(page, GONE, javaScriptEnabled);
  const box = page.getByRole('region', { name: 'Tell me when it is back' });
  if (javaScriptEnabled) await expect(box.getByLabel('Email')).toHaveValue(signedIn.email);
  await page.getByRole('button', { name: 'Add to favourites', exact: true }).click();
  await expect(status(page)).toHaveText('Added to your favourites.');
  await open(page, '/account/favorites', javaScriptEnabled);
  await page.getByRole('button', { name: 'Tell me when it is back: First Swell' }).click();
  await expect(main(page)).toContainText('We tell you when it is back.');
  await page.getByRole('button', { name: 'Do not tell me: First Swell' }).click();
  await expect(page.getByRole('button', { name: 'Tell me when it is back: First Swell' })).toBeVisible();
});

test('the link of an e-mail asks before it stops', async ({ page, javaScriptEnabled }) => {
  await open(page, '/account/back-in-stock?token=unknown', javaScriptEnabled);
  await expect(heading(page)).toHaveText('No more of these emails');
  await page.getByRole('button', { name: 'Stop these emails' }).click();
  await expect(status(page)).toContainText('This link has been used already');
});

test('products that belong together stand below', async ({ page, javaScriptEnabled }) => {
  await open(page, PRINT, javaScriptEnabled);
  const row = page.getByRole('region', { name: 'You may also like' });
  await expect(row.locator('.grid-product__title').first()).toHaveText('Crystal Drill');
  await expect(row.locator('.grid-product')).toHaveCount(4);
  await fits(page);
  await row.locator('.grid-product__title').first().click();
  await expect(heading(page)).toHaveText('Crystal Drill');
});
