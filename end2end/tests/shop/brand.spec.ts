import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Shop, expect, fits, open, test } from '../../support/test.ts';

const brand = (page: Page) => page.getByRole('banner').locator('.brand');

/** Draws a logo of `color` on nothing, takes it into the shop, and returns what the settings name it by. */
async function logo(shop: Shop, page: Page, color: string): Promise<string> {
  const path = join(shop.dir, `${color}.png`);
  await page.setContent(`<body style="margin: 0; background: transparent"><svg width="360" height="90"><circle cx="45" cy="45" r="40" fill="${color}"/><rect x="100" y="30" width="260" height="30" fill="${color}"/></svg>`);
  await page.screenshot({ path, omitBackground: true, clip: { x: 0, y: 0, width: 360, height: 90 } });
  return shop.command('picture', path, '--alt', 'Ada & Sons, tools').trim();
}

/** Opens the first page once the shop goes on by its new brand. */
async function branded(page: Page, root: string, javaScriptEnabled: boolean) {
  await expect(async () => {
    await open(page, '/', javaScriptEnabled);
    await expect(page.locator(`html.${root}`)).toBeAttached({ timeout: 500 });
  }).toPass();
}

test('logo, colour and layout are the shop\'s own, in light and in dark', async ({ visit, javaScriptEnabled }) => {
  const shop = await Shop.open();
  const { page } = await visit(Promise.resolve(shop));
  const [light, dark] = [await logo(shop, page, 'teal'), await logo(shop, page, 'gold')];
  shop.command('settings', 'set', 'brand', `{ logo = ${light}, logo_dark = ${dark}, favicon = ${light}, accent = "#2f855a", radius = 20, header = "centered" }`);
  await branded(page, 'header--centered', javaScriptEnabled);
  await expect(brand(page)).toHaveAccessibleName('Ada & Sons, tools');
  const picture = brand(page).getByRole('img');
  await expect(picture).toBeVisible();
  await fits(page);
  const hash = (named: string) => /hash = "(\w+)"/.exec(named)![1]!;
  const shown = () => picture.evaluate((img: HTMLImageElement) => img.currentSrc);
  await expect.poll(shown).toContain(hash(light));
  const button = page.locator('.hero a.button');
  await expect(button).toHaveCSS('background-color', 'rgb(47, 133, 90)');
  await expect(button).toHaveCSS('border-radius', '20px');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(shown).toContain(hash(dark));
  // Dark pages keep the colour where it is seen well there.
  await expect(button).toHaveCSS('background-color', 'rgb(47, 133, 90)');
  const icons = await page.locator('link[rel="icon"], link[rel="apple-touch-icon"]').evaluateAll((all) => all.map((it) => it.getAttribute('href')!));
  expect(icons).toHaveLength(2);
  for (const icon of icons) {
    const answer = await page.request.get(icon);
    expect(answer.headers()['content-type']).toBe('image/png');
  }
  shop.command('settings', 'set', 'brand', '{ accent = "#ffe08a", header = "banner" }');
  await branded(page, 'header--banner', javaScriptEnabled);
  await expect(brand(page)).toHaveText('Tide & Line');
  await fits(page);
  const icon = await page.request.get((await page.locator('link[rel="icon"]').getAttribute('href'))!);
  expect(icon.headers()['content-type']).toBe('image/svg+xml');
  expect(await icon.text()).toContain('>T</text>');
});
