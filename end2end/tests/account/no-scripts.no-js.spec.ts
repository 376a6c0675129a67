import { expect, open, signInLink, signOutButton, status, test, widget } from '../../support/test.ts';

test('the button posts, and the page that follows says what came of it, once', async ({ page, signedIn }) => {
  await open(page, '/', false);
  await expect(widget(page)).toContainText(signedIn.name);
  await signOutButton(page).click();
  await expect(page).toHaveURL('/');
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(page.getByText(signedIn.name)).toHaveCount(0);
  await page.reload();
  await expect(status(page)).toHaveText('');
});

test('signed out, the link leads to the sign-in page', async ({ page }) => {
  await open(page, '/', false);
  await signInLink(page).click();
  await expect(page).toHaveURL('/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('the menu opens', async ({ page, signedIn }) => {
  await open(page, '/', false);
  await page.getByText(signedIn.name).click();
  await widget(page).getByRole('link', { name: 'Signed-in devices' }).click();
  await expect(page.getByRole('heading', { name: 'Signed-in devices' })).toBeVisible();
});
