import type { Page } from '@playwright/test';
import { PRINT } from '../../support/cart.ts';
import { expect, open, test } from '../../support/test.ts';

const NAME = 'Dr. Adelheid-Wilhelmina Freifrau von und zu Mühlheim-Oberpfaffenhofen';
const STREET = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikstraße 12345678901234567890';

/** Nothing is wider than the window, no text of a button is cut, and the header leaves the page its place. */
async function holds(page: Page, share: number) {
  const found = await page.evaluate(() => {
    const cut = [...document.querySelectorAll('.button, .form-control__button')].filter((button) => {
      if (!button.checkVisibility()) return false;
      const text = document.createRange(), box = button.getBoundingClientRect();
      text.selectNodeContents(button);
      const words = text.getBoundingClientRect();
      return words.left < box.left || words.right > box.right || words.top < box.top - 1 || words.bottom > box.bottom + 1;
    });
    scrollTo(0, document.body.scrollHeight);
    const header = Math.max(0, document.querySelector('.site-header')!.getBoundingClientRect().bottom);
    scrollTo(0, 0);
    return { wider: Math.max(0, document.documentElement.scrollWidth - innerWidth), cut: cut.map((it) => it.textContent), header: header / innerHeight };
  });
  expect(found, page.url()).toMatchObject({ wider: 0, cut: [] });
  expect(found.header, page.url()).toBeLessThan(share);
}

test('header, cart and checkout hold long words, and leave room to read', async ({ page, isMobile }) => {
  test.slow();
  // 640 × 400 is a desktop's window at 200 %.
  const sizes = isMobile ? [{ width: 390, height: 844 }] : [{ width: 320, height: 640 }, { width: 640, height: 400 }];
  for (const language of ['de', 'en']) {
    await page.context().clearCookies();
    await open(page, `/?lang=${language}`);
    const next = page.locator('#page .button--wide');
    const each = async () => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        await holds(page, 0.15);
      }
    };
    await each();
    await open(page, PRINT.path);
    await each();
    await page.locator('#product-purchase button').click();
    await expect(page.locator('.added')).toBeVisible();
    await each();
    await open(page, '/cart');
    await each();
    await page.locator('#ec-cart-email-input').fill('ada@example.com');
    await next.click();
    const field = (name: string) => page.locator(`#page [name=${name}]`);
    await field('country').selectOption('DE');
    for (const [name, text] of [['name', NAME], ['street', STREET], ['city', STREET], ['postal-code', '20095']] as const) {
      await field(name).fill(text);
    }
    await each();
    await next.click();
    for (const way of ['standard', 'bank']) {
      await page.locator(`[value=${way}]`).check();
      await each();
      await next.click();
    }
    await expect(page.locator('.ec-confirmation')).toBeVisible();
    await each();
  }
});

test('header, page and footer begin at one edge, and the button is as tall as the quantity', async ({ page, isMobile }) => {
  const place = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
  const starts = isMobile ? '.site-footer p' : '.brand';
  for (const [path, selector] of [['/cart', 'h1'], ['/search', 'h1'], [PRINT.path, '.details-gallery']] as const) {
    await open(page, path);
    const [start, content, footer] = [await place(starts), await place(selector), await place('.site-footer p')];
    expect(Math.abs(content.x - start.x), path).toBeLessThanOrEqual(1);
    expect(Math.abs(footer.x - start.x), path).toBeLessThanOrEqual(1);
  }
  await open(page, PRINT.path);
  const [button, quantity] = [await place('#product-purchase button'), await page.getByLabel('Quantity').boundingBox()];
  expect(Math.abs(button.height - quantity!.height)).toBeLessThanOrEqual(1);
});
