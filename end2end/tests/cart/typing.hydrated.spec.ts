import { expect, heading, hold, test } from '../../support/test.ts';
import { POSTCARDS, giveEmail, putIn, said } from '../../support/cart.ts';

test.use({ ownShop: true });

for (const label of ['Full name', 'Town', 'Phone (optional)']) {
  test(`who types while the fields follow the country goes on typing: ${label}`, async ({ page }) => {
    await putIn(page, POSTCARDS, true);
    await page.goto('/cart');
    await giveEmail(page);
    await expect(heading(page)).toHaveText('Address');
    await page.getByRole('button', { name: 'Continue' }).click();
    await said(page, 'Please check what is marked below.');
    const form = page.getByRole('group', { name: 'Delivery address' });
    const release = await hold(page, '**/api/checkout/address');
    await form.getByLabel('Country').selectOption('DE');
    await form.getByLabel(label).pressSequentially('12');
    release();
    await expect(page.getByText('Please choose a country.')).toBeHidden();
    await expect(form.getByLabel(label)).toBeFocused();
    await page.keyboard.type('345');
    await expect(form.getByLabel(label)).toHaveValue('12345');
  });
}
