import { Shop, expect, heading, open, test } from '../../support/test.ts';

test('a shop goes on by what its merchant sets', async ({ visit, javaScriptEnabled }) => {
  const shop = await Shop.open();
  const { page } = await visit(Promise.resolve(shop));
  await open(page, '/', javaScriptEnabled);
  await expect(page).toHaveTitle('Tide & Line');
  await expect(page.getByRole('contentinfo')).toContainText('Prints made to order');
  shop.command('settings', 'set', 'store_name', 'Ada & Sons');
  shop.command('settings', 'set', 'footer_note', '{ en = "Tools since 1951" }');
  shop.command('settings', 'set', 'home', '[{ type = "hero", title = { en = "Good tools" }, link = { label = { en = "See them" }, url = "/search" } }, { type = "newest", count = 2 }]');
  await expect(async () => {
    await open(page, '/', javaScriptEnabled);
    await expect(heading(page)).toHaveText('Good tools', { timeout: 500 });
  }).toPass();
  await expect(page).toHaveTitle('Ada & Sons');
  await expect(page.getByRole('contentinfo')).toContainText('Ada & Sons · Tools since 1951');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['New']);
  await page.getByRole('link', { name: 'See them' }).click();
  await expect(page).toHaveURL('/search');
  shop.command('settings', 'reset', 'home');
  await expect(async () => {
    await open(page, '/', javaScriptEnabled);
    await expect(heading(page)).toHaveText('Ada & Sons', { timeout: 500 });
  }).toPass();
});
