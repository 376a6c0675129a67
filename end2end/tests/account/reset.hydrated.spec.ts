import { expect, heading, open, proves, test } from '../../support/test.ts';

test('the page tells scripts what it is', proves('page.type=RESET_PASSWORD'), async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => {
    const seen: string[] = (window as any).types = [];
    (window as any).Ecwid.OnPageLoaded.add((it: { type: string }) => seen.push(it.type));
  });
  await page.evaluate(() => (window as any).Ecwid.openPage('account/reset-password'));
  await expect(heading(page)).toHaveText('Set a new password');
  await expect.poll(() => page.evaluate(() => (window as any).types.at(-1))).toBe('RESET_PASSWORD');
});
