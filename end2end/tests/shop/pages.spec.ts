import { isAccessible } from '../../support/accessible.ts';
import { expect, fits, open, test, widget } from '../../support/test.ts';

test.describe('every page', () => {
  test.use({ expectedConsole: /404 \(Not Found\)/ });
  for (const path of [
    '/', '/account', '/account/register', '/account/sign-out', '/no-such-page', '/Prints-c1', '/Tide-Lines-c2', '/Slack-Water-p101',
    '/Logbook-p302', '/Postcard-of-the-Month-p207', '/Studio-Seconds-p205', '/search', '/search?keyword=ember', '/?catalog=sections', '/?catalog=products', '/search?keyword=zeppelin', '/cart', '/pages/about',
  ]) {
    test(`${path} fits, reads well and is accessible`, async ({ page, javaScriptEnabled }) => {
      await open(page, path, javaScriptEnabled);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(widget(page)).toHaveAttribute('data-state', 'signed-out');
      const width = page.viewportSize()!.width;
      expect((await page.locator('body').boundingBox())!.width, 'nothing sticks out').toBeLessThanOrEqual(width);
      if (javaScriptEnabled) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await isAccessible(page);
      }
    });
  }
});

test('the account page fits and is accessible', async ({ page, signedIn, javaScriptEnabled }) => {
  await open(page, '/account', javaScriptEnabled);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(signedIn.name);
  if (javaScriptEnabled) {
    await isAccessible(page);
    await fits(page);
  }
});

test('the server sends the widget in its final state', async ({ page, signedIn }) => {
  const html = await (await page.request.get('/', { headers: { accept: 'text/html' } })).text();
  expect(html).toContain('data-state="signed-in"');
  expect(html).toContain(signedIn.name);
});

test('the page is reachable by keyboard from its first key', async ({ page, javaScriptEnabled }) => {
  await open(page, '/', javaScriptEnabled);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/#main');
});

test('the store root shows what its address asks for', async ({ page, javaScriptEnabled }) => {
  await open(page, '/?catalog=sections', javaScriptEnabled);
  await expect(page.getByRole('heading', { level: 2, name: 'Postcards' })).toBeVisible();
  await open(page, '/?catalog=products', javaScriptEnabled);
  await expect(page.locator('#list-count')).toHaveText(/^\d+ products$/);
});
