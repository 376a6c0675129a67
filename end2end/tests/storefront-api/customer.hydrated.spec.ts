import { DEMO, expect, menu, open, proves, signInByPanel, test } from '../../support/test.ts';

const getCustomer = (page: import('@playwright/test').Page) =>
  page.evaluate(() => new Promise<any>((done) => (window as any).Ecwid.Customer.get(done)));

test('a customer object has every field', proves(
  'Ecwid.Customer.get(callback)', 'Customer', 'Customer.id', 'Customer.email', 'Customer.ownerId', 'Customer.registered', 'Customer.membership',
  'Customer.billingPerson', 'Customer.shippingAddresses', 'CustomerGroup.id', 'CustomerGroup.name', 'CustomerGroup.ownerId',
  'ShippingAddress.id', 'ShippingAddress.person', 'Person.name', 'Person.companyName', 'Person.street', 'Person.city',
  'Person.countryCode', 'Person.countryName', 'Person.postalCode', 'Person.stateOrProvinceCode', 'Person.phone',
), async ({ page }) => {
  await open(page, '/');
  expect(await getCustomer(page)).toBeNull();
  await signInByPanel(page, DEMO);
  await expect(menu(page)).toBeFocused();
  const person = {
    name: 'Robin Marsh', street: 'Lijnbaan 4\nTop floor', city: 'Rotterdam', countryCode: 'NL', countryName: 'Netherlands',
    postalCode: '3012 EN', stateOrProvinceCode: 'ZH', phone: '+31 10 555 0100',
  };
  expect(await getCustomer(page)).toEqual({
    id: 1, email: DEMO.email, ownerId: 1003, registered: expect.stringMatching(/^\d{10}$/),
    membership: { id: 1, name: 'Collectors', ownerId: 1003, ownerid: 1003 },
    billingPerson: { ...person, companyName: 'Marsh & Daughters' },
    shippingAddresses: [
      { id: 0, person },
      { id: 1, person: { ...person, street: 'Kanaalkade 12', city: 'Haarlem', postalCode: '2011 AB' } },
    ],
  });
});

test('account pages have their own type', proves('page.type=ACCOUNT_SETTINGS', "openPage 'account/settings'"), async ({ page, signedIn }) => {
  await open(page, '/');
  const loaded = page.evaluate(() => new Promise((done) => {
    (window as any).Ecwid.OnPageLoaded.add((about: any) => { if (about.type !== 'CATEGORY') done(about); });
  }));
  await page.evaluate(() => (window as any).Ecwid.openPage('account/settings'));
  expect(await loaded).toEqual({ type: 'ACCOUNT_SETTINGS', hasPrevious: true, entryPage: false });
  await expect(page.getByText(signedIn.email)).toBeVisible();
});

test('openPage takes a return URL', proves('Ecwid.openPage(slug, params)'), async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => (window as any).Ecwid.openPage('signin', { returnurl: '/nowhere?a=1' }));
  await expect(page).toHaveURL('/account?returnurl=%2Fnowhere%3Fa%3D1');
});

test('wrong arguments do not throw', async ({ page }) => {
  await open(page, '/');
  await page.evaluate(() => {
    const { Ecwid } = window as any;
    Ecwid.Customer.get();
    Ecwid.Customer.get('x');
    Ecwid.openPage();
    Ecwid.openPage({});
    Ecwid.openPage(null, null);
    Ecwid.OnPageLoaded.add('x');
  });
  await expect(page).toHaveURL('/');
});
