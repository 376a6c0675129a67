import type { FrameLocator, Page } from '@playwright/test';
import { claim, fillIn, goTo, says } from '../../support/office.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';

const shown = (page: Page): FrameLocator => page.frameLocator('iframe[title="How the shop would look"]');

test('the look is tried in the real shop, beside the form, and shoppers see it once it is published', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(90_000);
  const { shop, page } = await visit(Shop.unclaimed());
  page.setDefaultTimeout(10_000);
  await claim(page, shop, scripts);
  const shopper = await browser.newContext({ baseURL: shop.url, viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(shopper);
  const front = await shopper.newPage();

  await goTo(page, 'Home page');
  await page.getByRole('button', { name: 'A few words that stand out' }).click();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await fillIn(page, 'Title', { English: 'Good tools' });
  // With scripts it is shown while it is typed.
  if (!scripts) await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(shown(page).getByRole('heading', { name: 'Good tools' })).toBeVisible();
  await fits(page);
  await open(front, '/', scripts);
  await expect(front.getByText('Good tools')).toHaveCount(0);

  // Links lead on within the preview.
  await goTo(page, 'Menus');
  await page.getByRole('group', { name: 'In the header' }).getByRole('button', { name: 'Add an entry' }).first().click();
  await page.getByLabel('English').first().fill('Workshop');
  await page.getByLabel('Leads to an address').first().fill('/search');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await says(page, 'The draft is saved. Shoppers see it once you publish it.');
  await expect(page.getByText('This is a draft (mara@eisen.example')).toBeVisible();
  await page.getByLabel('Phone', { exact: true }).check();
  await page.getByLabel('Desktop', { exact: true }).check();
  const menu = shown(page).getByRole('link', { name: 'Workshop', includeHidden: true });
  await expect(menu.first()).toBeAttached();

  // All of it at once.
  await goTo(page, 'Drafts');
  await expect(shown(page).getByRole('heading', { name: 'Good tools' })).toBeVisible();
  await shown(page).getByRole('link', { name: 'Your cart' }).last().click();
  await expect(shown(page).getByRole('heading', { level: 1 })).toHaveText('Your cart');
  await expect(shown(page).getByRole('link', { name: 'Workshop', includeHidden: true }).first()).toBeAttached();
  await page.getByRole('button', { name: 'Publish all of it' }).click();
  await says(page, 'Saved. The shop shows it within a second.');
  await expect(page.getByText('Nothing is in draft')).toBeVisible();
  await expect(async () => {
    await open(front, '/', scripts);
    await expect(front.getByRole('heading', { name: 'Good tools' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await shopper.close();
});

test('a page of text is written, looked at and thrown away', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.unclaimed());
  await claim(page, shop, scripts);
  await goTo(page, 'Pages');
  await page.getByLabel('Address').fill('workshop');
  await page.getByRole('button', { name: 'Write it' }).click();
  await page.getByLabel('Text').fill('# Our workshop\n\nWe **forge** here.');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(heading(page)).toHaveText('Our workshop (en)');
  await expect(shown(page).getByRole('heading', { level: 1 })).toHaveText('Our workshop');
  await expect(shown(page).getByText('forge')).toBeVisible();
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await says(page, 'The draft is thrown away. This is what shoppers see.');
  await expect(page.getByLabel('Text')).toHaveValue('');
});
