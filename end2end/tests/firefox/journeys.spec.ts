import { click, fill, hydrated, open, press, says, test } from '../../support/firefox.ts';
import { expect } from '../../support/test.ts';

const STATUS = '.account-widget [role=status]';
const WIDGET = '.account-widget';

test('in Firefox, a customer signs in, and signs out in every tab', async ({ firefox: page, customer }) => {
  await open(page, '/');
  await click(page, 'link', 'Sign in');
  await fill(page, '[role=dialog] [name=email]', customer.email);
  await fill(page, '[role=dialog] [name=password]', customer.password);
  await press(page, '[role=dialog] [type=submit]');
  await says(page, STATUS, /You are signed in\./);
  await says(page, WIDGET, new RegExp(customer.name));

  const other = await page.browserContext().newPage();
  await other.goto(page.url());
  await hydrated(other);
  await says(other, WIDGET, new RegExp(customer.name));

  await page.bringToFront();
  await click(page, 'button', 'Sign out');
  await says(page, STATUS, /You are signed out\./);
  await expect.poll(() => other.$eval(WIDGET, (widget) => widget.getAttribute('data-state'))).toBe('signed-out');
  await open(page, '/account');
  await says(page, 'h1', /^Sign in$/);
});

test('in Firefox, a script signs the customer out and is told once', async ({ firefox: page, customer }) => {
  await open(page, '/account');
  await fill(page, 'main [name=email]', customer.email);
  await fill(page, 'main [name=password]', customer.password);
  await press(page, 'main form[action="/api/account/sign_in"] [type=submit]');
  await says(page, 'h1', new RegExp(customer.name));
  await hydrated(page);
  const told = await page.evaluate(() => new Promise((done) => {
    const calls: unknown[][] = [];
    (window as any).Ecwid.OnSetProfile.add((profile: unknown) => { if (profile === null) calls.push(['profile', profile]); });
    (window as any).Ecwid.Customer.signOut((...outcome: unknown[]) => {
      calls.push(['called', ...outcome]);
      // What came twice would come now.
      requestAnimationFrame(() => requestAnimationFrame(() => done(calls)));
    });
  }));
  expect(told).toEqual([['profile', null], ['called', true]]);
  await says(page, 'h1', /^Sign in$/);
});

test.describe('with a shop of its own', () => {
  test.use({ ownShop: true });
  test('in Firefox, an order is placed', async ({ firefox: page }) => {
    const next = () => press(page, '#page .button--wide');
    await open(page, '/Low-Water-Postcards-p201');
    await press(page, '#product-purchase button');
    await page.waitForSelector('.added');
    await open(page, '/cart');
    await fill(page, '#ec-cart-email-input', 'ada@example.com');
    await next();
    await says(page, 'h1', /^Address$/);
    await page.select('#page [name=country]', 'DE');
    for (const [name, text] of [['name', 'Ada Lovelace'], ['street', 'Elbchaussee 1'], ['city', 'Hamburg'], ['postal-code', '20095']] as const) {
      await fill(page, `#page [name=${name}]`, text);
    }
    await next();
    for (const [title, way] of [[/^How would you like to get it\?$/, 'standard'], [/^How would you like to pay\?$/, 'bank']] as const) {
      await says(page, 'h1', title);
      await press(page, `[value=${way}]`);
      await next();
    }
    await says(page, 'h1', /^Thank you, Ada Lovelace$/);
    await says(page, '.ec-confirmation', /Please transfer the total/);
  });
});
