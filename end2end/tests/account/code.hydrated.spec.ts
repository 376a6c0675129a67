import { isAccessible } from '../../support/accessible.ts';
import { Shop, expect, heading, menu, open, proves, signInLink, stays, status, test, widget } from '../../support/test.ts';

test('a code signs in within the panel, without a new page', async ({ page, shop, customer }) => {
  await open(page, '/');
  const isSame = await stays(page);
  const profiles = await page.evaluate(() => {
    const seen: unknown[] = (window as any).seen = [];
    (window as any).Ecwid.OnSetProfile.add((profile: { email: string } | null) => seen.push(profile && profile.email));
    return seen;
  });
  expect(profiles).toEqual([]);
  await signInLink(page).click();
  const panel = page.getByRole('dialog', { name: 'Sign in' });
  await panel.getByRole('button', { name: 'Email me a code' }).click();
  await expect(panel.getByRole('alert')).toHaveText('Please enter an email address, like name@example.com.');
  await panel.getByLabel('Email').fill(customer.email);
  await panel.getByRole('button', { name: 'Email me a code' }).click();
  await expect(panel).toContainText(`We have sent a code to ${customer.email}.`);
  await expect(panel.getByLabel('Six-digit code')).toBeFocused();
  await isAccessible(page);
  const code = /Your code is (\d{6})/.exec(await shop.emailTo(customer.email, 'Your code is'))![1]!;
  await page.keyboard.type(code === '000000' ? '000001' : '000000');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('That is not the code in the newest email.');
  await expect(panel.getByLabel('Six-digit code')).toBeFocused();
  await panel.getByLabel('Six-digit code').fill(code);
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('You are signed in.');
  await expect(menu(page)).toBeFocused();
  await expect(widget(page)).toContainText(customer.name);
  expect(await page.evaluate(() => (window as any).seen)).toEqual([null, customer.email]);
  await isSame();
});

test('another way leads back to the password', async ({ page, customer }) => {
  await open(page, '/');
  await signInLink(page).click();
  const panel = page.getByRole('dialog', { name: 'Sign in' });
  await panel.getByLabel('Email').fill(customer.email);
  await panel.getByRole('button', { name: 'Email me a code' }).click();
  await panel.getByRole('link', { name: 'Sign in another way' }).click();
  await expect(panel.getByLabel('Email')).toBeFocused();
  await panel.getByLabel('Email').fill(customer.email);
  await panel.getByLabel('Password').fill(customer.password);
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeFocused();
});

test('the setting is told to scripts', proves('FeatureToggles.customerLoginByLink'), async ({ visit }) => {
  for (const [sign_in, byLink] of [['password', false], ['code', true], ['both', true]] as const) {
    const { page } = await visit(Shop.open({ sign_in }));
    await open(page, '/');
    expect(await page.evaluate(() => (window as any).Ecwid.getFeatureToggles().customerLoginByLink)).toBe(byLink);
    await signInLink(page).click();
    const panel = page.getByRole('dialog', { name: 'Sign in' });
    await expect(panel.getByLabel('Password')).toHaveCount(byLink && sign_in === 'code' ? 0 : 1);
    await expect(panel.getByRole('button', { name: 'Email me a code' })).toHaveCount(byLink ? 1 : 0);
  }
});

for (const slug of ['account', 'signin']) {
  test(`signing in by a code leads on from ${slug}`, proves(`${slug} param returnurl`), async ({ page, shop, customer }) => {
    for (const [returnurl, reached] of [['/Postcards-c7?sort=priceAsc', '/Postcards-c7?sort=priceAsc'], ['//evil.example/', '/account']] as const) {
      await page.context().clearCookies();
      await open(page, '/');
      await page.evaluate(([name, url]) => (window as any).Ecwid.openPage(name, { returnurl: url }), [slug, returnurl] as const);
      await expect(heading(page)).toHaveText('Sign in');
      await page.getByRole('main').getByLabel('Email').fill(customer.email);
      await page.getByRole('main').getByRole('button', { name: 'Email me a code' }).click();
      await expect(page).toHaveURL('/account/code');
      const code = /Your code is (\d{6})/.exec(await shop.emailTo(customer.email, 'Your code is'))![1]!;
      await page.getByLabel('Six-digit code').fill(code);
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
      await expect(status(page)).toHaveText('You are signed in.');
      await expect(page).toHaveURL(reached);
    }
  });
}
