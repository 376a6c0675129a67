import { claim, goTo, save, says } from '../../support/office.ts';
import { Shop, expect, fits, test } from '../../support/test.ts';

// What is typed wrongly is answered with 422.
test.use({ expectedConsole: /status of 422/ });

test('a tax is tried before it is saved', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.unclaimed());
  await claim(page, shop, scripts);
  await goTo(page, 'Taxes');
  const basket = page.getByRole('region', { name: 'What a shopper would pay' });
  const total = basket.getByRole('row', { name: /^Total/ });
  const tryIt = () => basket.getByRole('button', { name: 'Try it' }).click();
  await expect(total).toContainText('€100.00');

  await page.getByRole('button', { name: 'Add a tax' }).click();
  await page.getByLabel('What bills call it').fill('VAT');
  await page.getByLabel('Rate').fill('nineteen');
  await tryIt();
  await expect(page.getByRole('alert')).toContainText('Nothing is saved yet');
  await expect(basket).toContainText('Once what is wrong above is put right');
  await page.getByLabel('Rate').fill('19');
  await page.getByLabel('Prices hold the taxes already').uncheck();
  await tryIt();
  await expect(page).toHaveURL(/#sample$/);
  await expect(basket).toBeFocused();
  await expect(total).toContainText('€119.00');
  await expect(basket).toContainText('With what is saved now it is €100.00.');
  await fits(page);

  // Where scripts run, Enter in the basket tries it too, instead of saving.
  await basket.getByLabel('How many').fill('2');
  if (scripts) await basket.getByLabel('How many').press('Enter');
  else await tryIt();
  await expect(total).toContainText('€238.00');
  await page.getByLabel('Rate').fill('7');
  await tryIt();
  await expect(total).toContainText('€214.00');
  await expect(basket.getByRole('row', { name: /^VAT 7 %/ })).toContainText('€14.00');
  await expect(page.getByLabel('Rate')).toHaveValue('7');

  // Nothing of it was saved, until it is.
  await goTo(page, 'Delivery');
  await goTo(page, 'Taxes');
  await expect(page.getByLabel('Rate')).toHaveCount(0);
  await expect(page.getByLabel('Prices hold the taxes already')).toBeChecked();
  await page.getByRole('button', { name: 'Add a tax' }).click();
  await page.getByLabel('What bills call it').fill('VAT');
  await page.getByLabel('Rate').fill('7');
  await save(page);
  await says(page, 'Saved. The shop shows it within a second.');
  await expect(basket.getByRole('row', { name: /^VAT 7 %/ })).toContainText('€6.54');
});
