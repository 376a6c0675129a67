import { POSTCARDS, giveAddress, giveEmail, putIn } from '../../support/cart.ts';
import { Shop, expect, fits, open, test } from '../../support/test.ts';

const PRODUCT = '/The-Long-Ebb-p103';
const ENGLISH = /^Arrives (Mon|Tue|Wed|Thu|Fri) \d/, GERMAN = /^Ankunft (Mo|Di|Mi|Do|Fr)\., \d/;

test('a product says when it arrives, in the language of the page', async ({ page, javaScriptEnabled }) => {
  await open(page, PRODUCT, javaScriptEnabled);
  const block = page.getByRole('region', { name: 'Estimated delivery' });
  await expect(block.locator('p').first()).toHaveText(ENGLISH);
  await expect(block.getByRole('listitem').first()).toHaveText(/^Express: (Mon|Tue|Wed|Thu|Fri) \d+ \w+$/);
  await expect(block).toContainText(/If you order by \w{3} \d+ \w+, 14:00/);
  await fits(page);
  await open(page, `${PRODUCT}?lang=de`, javaScriptEnabled);
  await expect(page.getByRole('region', { name: 'Voraussichtliche Lieferung' }).locator('p').first()).toHaveText(GERMAN);
});

test('each way of delivery says when it is there', async ({ visit, javaScriptEnabled }) => {
  const { page } = await visit(Shop.open(), { javaScriptEnabled });
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await giveEmail(page);
  await giveAddress(page);
  await expect(page.locator('.ec-radiogroup__item--standard')).toContainText(/Arrives (Mon|Tue|Wed|Thu|Fri) \d/);
  await expect(page.locator('.ec-radiogroup__item--pickup')).toContainText(/Ready (Mon|Tue|Wed|Thu|Fri) \d/);
});

test('the merchant decides whether and how much is said', async ({ visit, javaScriptEnabled }) => {
  const none = await visit(Shop.open({ storefront: '{ product_details_show_delivery_time = false }' }), { javaScriptEnabled });
  await open(none.page, PRODUCT, javaScriptEnabled);
  await expect(none.page.locator('.product-details__delivery-time')).toBeHidden();
  const little = await visit(Shop.open({ storefront: '{ product_details_estimated_delivery_time_compact_view = true }' }), { javaScriptEnabled });
  await open(little.page, PRODUCT, javaScriptEnabled);
  await expect(little.page.locator('.details-delivery-time__first')).toHaveText(ENGLISH);
  await expect(little.page.locator('.details-delivery-time__more')).toBeHidden();
});
