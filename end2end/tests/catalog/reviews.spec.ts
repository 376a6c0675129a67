import { isAccessible } from '../../support/accessible.ts';
import { POSTCARDS, pay, placeOrder, putIn, upToPayment } from '../../support/cart.ts';
import { DEMO, Shop, expect, fits, heading, open, test } from '../../support/test.ts';

const PRODUCT = '/The-Long-Ebb-p103', LIST = '/Tide-Lines-c2';

test('what buyers say is told by stars, and in pages', async ({ page, javaScriptEnabled }) => {
  await open(page, LIST, javaScriptEnabled);
  const card = page.locator('.grid-product--id-103 .grid-product__rating');
  await expect(card.getByRole('img', { name: '4.4 out of 5 stars' })).toBeVisible();
  await expect(card).toContainText('(7');
  await expect(page.locator('.grid-product--id-104 .grid-product__rating')).toHaveCount(0);
  await open(page, PRODUCT, javaScriptEnabled);
  await page.locator('.product-details__rating a').click();
  const reviews = page.getByRole('region', { name: 'Reviews' });
  await expect(reviews).toBeInViewport();
  await expect(reviews.getByRole('meter', { name: '5 stars' })).toHaveJSProperty('value', 4);
  await expect(reviews.getByRole('listitem').filter({ hasText: 'The dedication was written by hand' })).toContainText('Jun, 21 October 2026');
  await expect(reviews.locator('.review-card')).toHaveCount(5);
  await fits(page);
  await reviews.getByRole('link', { name: 'Older reviews' }).click();
  await expect(page).toHaveURL(/reviews=2#reviews$/);
  await expect(reviews.locator('.review-card')).toHaveCount(2);
  await expect(reviews).toBeInViewport();
  await reviews.getByRole('link', { name: 'Newer reviews' }).click();
  await expect(reviews.locator('.review-card')).toHaveCount(5);
  await open(page, `${PRODUCT}?lang=de`, javaScriptEnabled);
  await expect(page.locator('.product-details__rating').getByRole('img', { name: '4,4 von 5 Sternen' })).toBeVisible();
});

test('the merchant decides what is shown of them', async ({ visit, javaScriptEnabled }) => {
  const settings = '{ product_details_show_reviews_section = false, show_rating_section_in_single_star_view = true, product_list_rating_section_behavior = "HIDE" }';
  const { page } = await visit(Shop.open({ storefront: settings }), { javaScriptEnabled });
  await open(page, PRODUCT, javaScriptEnabled);
  await expect(page.locator('.product-details__reviews')).toBeHidden();
  await expect(page.locator('.product-details__rating')).toBeVisible();
  const stars = page.locator('.product-details__rating .rating__stars');
  expect(await stars.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"★"');
  await open(page, LIST, javaScriptEnabled);
  await expect(page.locator('.grid-product__rating').first()).toBeHidden();
});

test('a guest reviews what an order brought, and changes it', async ({ visit, javaScriptEnabled }) => {
  const { shop, page } = await visit(Shop.open({ notify: 'shop@example.com' }), { javaScriptEnabled });
  await putIn(page, POSTCARDS, javaScriptEnabled);
  await open(page, '/cart', javaScriptEnabled);
  await upToPayment(page);
  const number = await placeOrder(page);
  await open(page, `/account/orders/${number}`, javaScriptEnabled);
  await expect(heading(page)).toHaveText(`Order ${number}`);
  await expect(page.getByRole('link', { name: 'Write a review' }), 'it is not paid').toHaveCount(0);
  shop.command('orders', 'status', number, '--payment', 'paid');
  await open(page, `/account/orders/${number}`, javaScriptEnabled);
  await page.getByRole('link', { name: 'Write a review' }).click();
  await expect(heading(page)).toHaveText('Review Low Water Postcards');
  await page.getByRole('button', { name: 'Send review' }).click();
  await expect(page.getByText('Please choose one to five stars.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What do you think of it?' })).toHaveAccessibleDescription(/Please write a few words/);
  if (javaScriptEnabled) await isAccessible(page);
  await fits(page);
  await page.getByText('★').nth(2).click();
  await page.getByLabel('What do you think of it?').fill('They came flat.');
  await expect(page.getByLabel('Your name, as everybody sees it')).toHaveValue('Ada L.');
  await page.getByRole('button', { name: 'Send review' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Thank you.' })).toContainText('once we have read it');
  await expect.poll(() => shop.emails().some((message) => message.includes('To: shop@example.com') && message.includes('Low Water Postcards'))).toBe(true);
  const waiting = shop.command('reviews', 'list');
  expect(waiting).toContain('They came flat.');
  shop.command('reviews', 'publish', waiting.split('\t')[0]!);
  await expect.poll(async () => (await page.request.get(POSTCARDS.path)).text()).toContain('They came flat.');
  await open(page, POSTCARDS.path, javaScriptEnabled);
  await expect(page.locator('.review-card').first()).toContainText('They came flat.');
  await expect(page.locator('.review-card').first().getByRole('img', { name: '3 stars' })).toBeVisible();
  await page.getByRole('link', { name: 'Write a review' }).click();
  await expect(page.getByText('can be seen on the product’s page')).toBeVisible();
  await page.getByRole('button', { name: 'Delete my review' }).click();
  await expect(page.getByText('Your review is deleted.')).toBeVisible();
  await open(page, POSTCARDS.path, javaScriptEnabled);
  await expect(page.getByText('They came flat.')).toHaveCount(0);
});

test('who did not buy it is told how to', async ({ page, javaScriptEnabled }) => {
  await open(page, PRODUCT, javaScriptEnabled);
  await page.getByRole('link', { name: 'Write a review' }).click();
  await expect(heading(page)).toHaveText('Review The Long Ebb');
  if (javaScriptEnabled) await isAccessible(page);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('main').getByLabel('Email').fill(DEMO.email);
  await page.getByRole('main').getByLabel('Password').fill(DEMO.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('As soon as an order of yours with it')).toBeVisible();
});
