import { signIn } from '../../support/office.ts';
import { Shop, expect, test } from '../../support/test.ts';

test('the camera reads codes where the browser can', async ({ visit }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await page.goto(`${shop.office}/stock/takes`);
  await page.getByRole('button', { name: 'Begin to count' }).click();
  // No such button where the browser reads no codes.
  await expect(page.getByRole('button', { name: 'Scan with the camera' })).toHaveCount(0);
  // A browser that does, and sees a postcard.
  await page.addInitScript(() => {
    const canvas = document.createElement('canvas');
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: async () => canvas.captureStream() } });
    Object.defineProperty(HTMLMediaElement.prototype, 'play', { value: async () => undefined });
    Object.assign(window, { BarcodeDetector: class { async detect() { return [{ rawValue: 'PC-01' }]; } } });
    if (sessionStorage.getItem('seen')) sessionStorage.removeItem('camera');
    sessionStorage.setItem('seen', 'yes');
  });
  await page.reload();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await expect(page.getByRole('region', { name: 'Counted just now' })).toContainText('1 counted');
});
