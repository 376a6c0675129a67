import { expect, heading, hydrated, main, menu, open, signInByPanel, signInLink, signOutButton, signOutByScript, status, test } from '../../support/test.ts';

test('other tabs follow a sign-out, also out of the account page', async ({ context, page, signedIn }) => {
  const [home, account] = [await context.newPage(), await context.newPage()];
  await open(home, '/');
  await open(account, '/account');
  await open(page, '/');
  await signOutButton(page).click();
  await expect(signInLink(home)).toBeVisible();
  await expect(heading(account)).toHaveText('Sign in');
  await expect(account.getByText(signedIn.email)).toHaveCount(0);
});

test('other tabs follow a sign-out by script', async ({ context, page, signedIn }) => {
  const other = await context.newPage();
  await open(other, '/');
  await open(page, '/');
  expect(await signOutByScript(page)).toEqual([true, undefined]);
  await expect(signInLink(other)).toBeVisible();
  await expect(other.getByText(signedIn.name)).toHaveCount(0);
});

test('other tabs follow a form that was posted', async ({ context, page, signedIn }) => {
  const other = await context.newPage();
  await open(other, '/');
  await open(page, '/account');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await expect(signInLink(other)).toBeVisible();
  await expect(other.getByText(signedIn.name)).toHaveCount(0);
});

test('other tabs follow a sign-in, also on the sign-in page', async ({ context, page, customer }) => {
  const [home, signIn] = [await context.newPage(), await context.newPage()];
  await open(home, '/');
  await open(signIn, '/account');
  await open(page, '/');
  await signInByPanel(page, customer);
  await expect(menu(page)).toBeFocused();
  await expect(menu(home)).toHaveAccessibleName(`Account of ${customer.name}`);
  await expect(heading(signIn)).toHaveText(customer.name);
});

test('other tabs fire their scripts’ events too', async ({ context, page, signedIn }) => {
  const other = await context.newPage();
  await open(other, '/');
  await other.evaluate(() => {
    const told: unknown[] = (window as any).told = [];
    (window as any).Ecwid.OnSetProfile.add((customer: any) => told.push(customer && customer.email));
  });
  await open(page, '/');
  await signOutButton(page).click();
  await expect.poll(() => other.evaluate(() => (window as any).told)).toEqual([signedIn.email, null]);
});

test('the back button shows no account page once signed out', async ({ page, signedIn }) => {
  await open(page, '/account');
  await expect(heading(page)).toHaveText(signedIn.name);
  await page.goto('/');
  await hydrated(page);
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('You are signed out.');
  await page.goBack();
  await expect(heading(page)).toHaveText('Sign in');
  await expect(page.getByText(signedIn.email)).toHaveCount(0);
  await expect(main(page)).not.toContainText(signedIn.name);
});
