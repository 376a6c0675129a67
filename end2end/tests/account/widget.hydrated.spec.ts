import { isAccessible } from '../../support/accessible.ts';
import { expect, hold, menu, open, proves, signInByPanel, signInLink, signOutButton, status, test, widget } from '../../support/test.ts';

test('signed out: a link, which opens the form in place', async ({ page }) => {
  await open(page, '/');
  await expect(widget(page)).toMatchAriaSnapshot(`
    - link "Sign in":
      - /url: /account
    - status
  `);
  await isAccessible(page);
  await signInLink(page).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(widget(page)).toMatchAriaSnapshot(`
    - link "Sign in" [expanded]:
      - /url: /account
    - dialog "Sign in":
      - text: Email
      - textbox "Email"
      - text: Password
      - textbox "Password"
      - link "Forgot your password?":
        - /url: /account/reset-password
      - button "Sign in"
      - button "Email me a code"
      - paragraph:
        - text: New here?
        - link "Create account":
          - /url: /account/register
    - status
  `);
  await isAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(signInLink(page)).toBeFocused();
  await signInLink(page).click();
  await page.mouse.click(4, page.viewportSize()!.height - 4);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('signed in: a menu and a button, all by keyboard', async ({ page, signedIn }) => {
  await open(page, '/');
  await expect(widget(page)).toMatchAriaSnapshot(`
    - group: ${signedIn.name}
    - button "Sign out"
    - status
  `);
  await menu(page).focus();
  await page.keyboard.press('Enter');
  await expect(widget(page).getByRole('link', { name: 'Signed-in devices' })).toBeVisible();
  await isAccessible(page);
  await page.keyboard.press('Tab');
  await expect(widget(page).getByRole('link', { name: 'Account' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(widget(page).getByRole('link', { name: 'Account' })).toBeHidden();
  await expect(menu(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.mouse.click(4, page.viewportSize()!.height - 4);
  await expect(widget(page).getByRole('link', { name: 'Account' })).toBeHidden();
  await menu(page).click();
  await widget(page).getByRole('link', { name: 'Account' }).click();
  await expect(page).toHaveURL('/account');
  await expect(page.getByRole('heading', { name: 'Signed-in devices' })).toBeVisible();
  await expect(widget(page).getByRole('link', { name: 'Account' })).toBeHidden();
});

test('signing in says so at each step', async ({ page, customer }) => {
  await open(page, '/');
  const release = await hold(page, '**/sign_in');
  await signInByPanel(page, customer);
  await expect(status(page)).toHaveText('Signing in…');
  await expect(widget(page)).toHaveAttribute('data-state', 'signing-in');
  for (const button of await page.getByRole('dialog').getByRole('button').all()) await expect(button).toBeDisabled();
  release();
  await expect(status(page)).toHaveText('You are signed in.');
  await expect(menu(page)).toBeFocused();
  await isAccessible(page);
});

test('a wrong password is said, and what was typed stays', async ({ page, customer }) => {
  await open(page, '/');
  await signInByPanel(page, { ...customer, password: 'wrong' });
  await expect(page.getByRole('alert')).toHaveText('Email or password is wrong.');
  await expect(page.getByLabel('Email')).toHaveValue(customer.email);
  await expect(page.getByLabel('Password')).toBeFocused();
  await isAccessible(page);
  await page.getByLabel('Password').fill(customer.password);
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeFocused();
});

test('waiting for a sign-out is said and accessible', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  const release = await hold(page, '**/sign_out');
  await signOutButton(page).click();
  await expect(status(page)).toHaveText('Signing out…');
  await isAccessible(page);
  release();
  await expect(signInLink(page)).toBeVisible();
});

test('a failed sign-out is said in a way everybody can read', async ({ page, signedIn: _ }) => {
  await open(page, '/');
  await page.route('**/sign_out', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: 'a proxy’s page' }));
  await signOutButton(page).click();
  await expect(status(page)).toContainText('You are still signed in.');
  await isAccessible(page);
});

test('pages come without a reload, with title, focus and the account', proves('Ecwid.openPage(slug)'), async ({ page, signedIn }) => {
  await open(page, '/');
  await page.evaluate(() => { (window as any).alive = true; });
  await page.getByRole('contentinfo').getByRole('link', { name: 'Account' }).click();
  await expect(page).toHaveTitle('Account · Tide & Line');
  await expect(page.getByText(signedIn.email)).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Generative prints')).toBeVisible();
  await expect(page).toHaveTitle('Tide & Line');
  await page.evaluate(() => (window as any).Ecwid.openPage('account'));
  await expect(page.getByText(signedIn.email)).toBeVisible();
  expect(await page.evaluate(() => (window as any).alive)).toBe(true);
});
