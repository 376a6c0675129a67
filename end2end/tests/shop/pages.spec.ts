import { isAccessible } from '../../support/accessible.ts';
import { expect, fits, open, test, widget } from '../../support/test.ts';

// What is looked at in one go.
const PAGES = {
  'of the account': ['/account', '/account/register', '/account/sign-out', '/cart', '/pages/about', '/no-such-page'],
  'with a product': ['/Slack-Water-p101', '/Logbook-p302', '/Postcard-of-the-Month-p207', '/Studio-Seconds-p205'],
  'with a list': ['/', '/Prints-c1', '/Tide-Lines-c2', '/search', '/search?keyword=ember'],
  'with another list': ['/?catalog=sections', '/?catalog=products', '/search?keyword=zeppelin'],
};
for (const [kind, paths] of Object.entries(PAGES)) {
  test.describe(`pages ${kind}`, () => {
    test.use({ expectedConsole: /404 \(Not Found\)/ });
    test('fit, read well and are accessible', async ({ page, javaScriptEnabled }) => {
      test.slow();
      for (const path of paths) {
        await open(page, path, javaScriptEnabled);
        await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
        await expect(widget(page), path).toHaveAttribute('data-state', 'signed-out');
        const width = page.viewportSize()!.width;
        expect((await page.locator('body').boundingBox())!.width, `${path}: nothing sticks out`).toBeLessThanOrEqual(width);
        if (javaScriptEnabled) {
          await fits(page);
          await isAccessible(page);
        }
      }
    });
  });
}

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
