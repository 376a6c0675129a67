import type { Page } from '@playwright/test';
import { Shop, expect, heading, open, proves, test } from '../../support/test.ts';
import { PRINT, choose, giveAddress, giveEmail, pay, placeOrder, putIn } from '../../support/cart.ts';

test.use({ ownShop: true });

/** Lets every page define `fields`, a JavaScript object, as its extra fields. */
const define = (page: Page, fields: string) => page.addInitScript(`window.ec = { order: { extraFields: ${fields} } }`);
const orders = (page: Page) => page.evaluate(() => { (window as any).orders = []; (window as any).Ecwid.OnOrderPlaced.add((order: any) => (window as any).orders.push(order)); });
const total = (page: Page) => page.locator('.ec-cart-summary__total');
const surcharge = (page: Page) => page.locator('.ec-cart-summary__row--surcharge');
const field = (page: Page, key: string) => page.locator(`.ec-extra--${key}`);

test('fields of every kind are asked, kept and told with the order', proves(
  'ec.order.extraFields.{key}', 'extraField.title', 'extraField.type', 'extraField.type=text', 'extraField.type=textarea', 'extraField.type=select', 'extraField.type=radio_buttons',
  'extraField.type=checkbox', 'extraField.type=toggle_button_group', 'extraField.type=label', 'extraField.type=empty', 'extraField.checkoutDisplaySection', 'extraField.options',
  'extraField.selectOptions', 'extraField.option.title', 'extraField.option.subtitle', 'extraField.subtitle', 'extraField.tip', 'extraField.textPlaceholder', 'extraField.value',
  'extraField.required', 'extraField.available', 'extraField.orderDetailsDisplaySection', 'PlacedOrder.extraFields', 'PlacedExtraField.title', 'PlacedExtraField.value',
  'PlacedExtraField.type', 'PlacedExtraField.orderDetailsDisplaySection', 'PlacedExtraField.orderBy', 'extraField.showInNotifications',
), async ({ visit }) => {
  const { shop, page } = await visit(Shop.open());
  await define(page, `{
    found: { title: 'How did you find us?', type: 'text', checkoutDisplaySection: 'email', textPlaceholder: 'A friend', tip: 'We wonder', subtitle: 'Just curious', required: true },
    note: { title: 'A note', type: 'textarea', checkoutDisplaySection: 'email', value: 'Hello', orderDetailsDisplaySection: 'customer_info', showInNotifications: true },
    size: { title: 'Size', type: 'select', selectOptions: ['S', 'M'], checkoutDisplaySection: 'email' },
    wrap: { title: 'Wrapping', type: 'radio_buttons', checkoutDisplaySection: 'email', options: [{ title: 'Paper', subtitle: 'recycled' }, { title: 'Cloth' }] },
    extras: { title: 'Extras', type: 'checkbox', checkoutDisplaySection: 'email', options: [{ title: 'Stamp' }, { title: 'Ribbon' }] },
    speed: { title: 'Speed', type: 'toggle_button_group', checkoutDisplaySection: 'email', options: [{ title: 'Slow' }, { title: 'Fast' }] },
    said: { title: 'We print on Mondays', type: 'label', checkoutDisplaySection: 'email' },
    shown: { title: 'And on Fridays', type: 'empty', checkoutDisplaySection: 'email' },
    off: { title: 'Not now', checkoutDisplaySection: 'email', available: false },
    source: { title: 'Source', value: 'spring letter', orderDetailsDisplaySection: 'hidden' },
  }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await expect(page.getByLabel('How did you find us?')).toHaveAttribute('placeholder', 'A friend');
  await expect(page.getByText('We wonder')).toBeVisible();
  await expect(page.getByText('Just curious')).toBeVisible();
  await expect(page.getByLabel('A note')).toHaveValue('Hello');
  await expect(page.getByText('recycled')).toBeVisible();
  await expect(page.getByText('We print on Mondays')).toBeVisible();
  await expect(page.getByText('And on Fridays')).toBeVisible();
  await expect(page.getByText('Not now')).toHaveCount(0);
  await page.getByLabel('Size').selectOption('M');
  await page.getByLabel('Cloth').check();
  await page.getByLabel('Stamp').check();
  await page.getByLabel('Ribbon').check();
  await page.getByLabel('Fast').check();
  await giveEmail(page);
  await expect(page.getByText('Please answer this.')).toBeVisible();
  await expect(page.getByLabel('Size')).toHaveValue('M');
  await page.getByLabel('How did you find us?').fill('By foot');
  await giveEmail(page);
  await giveAddress(page);
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await pay(page, 'Bank transfer');
  await orders(page);
  await placeOrder(page);
  const told = await page.evaluate(() => (window as any).orders[0].extraFields as any[]);
  expect(new Map(told.map((it) => [it.title, it.value]))).toEqual(new Map([
    ['How did you find us?', 'By foot'], ['A note', 'Hello'], ['Size', 'M'], ['Wrapping', 'Cloth'], ['Extras', 'Stamp, Ribbon'], ['Speed', 'Fast'], ['Source', 'spring letter'],
  ]));
  expect(told.map((it) => it.orderBy)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(told.find((it) => it.title === 'A note')).toMatchObject({ type: 'textarea', orderDetailsDisplaySection: 'customer_info' });
  await expect(page.getByText('By foot')).toBeVisible();
  await expect(page.getByText('spring letter')).toHaveCount(0);
  const message = () => shop.emails().find((text) => text.includes('ada@example.com')) ?? '';
  await expect.poll(message).toContain('A note');
  expect(message()).not.toContain('By foot');
});

test('surcharges change the total', proves(
  'extraField.option.surcharge', 'extraField.option.surchargeType', 'extraField.option.surchargeShortName', 'extraField.option.surchargeTaxable', 'extraField.option.showZeroSurchargeInTotal',
  'extraField.surchargeType', 'extraField.surchargeShortName', 'extraField.showZeroSurchargeInTotal',
), async ({ visit }) => {
  const { page } = await visit(Shop.open({ taxes: "[{ name = 'VAT', rate = '20' }]", prices_include_tax: 'false' }));
  await define(page, `{
    wrap: { title: 'Wrapping', type: 'radio_buttons', checkoutDisplaySection: 'email', surchargeType: 'ABSOLUTE', surchargeShortName: { name: 'Wrapped' },
      options: [{ title: 'None', surcharge: 0, showZeroSurchargeInTotal: true }, { title: 'Cloth', surcharge: 3 }] },
    rush: { title: 'Rush', type: 'checkbox', checkoutDisplaySection: 'email', showZeroSurchargeInTotal: true,
      options: [{ title: 'Please', surcharge: 10, surchargeType: 'PERCENT', surchargeTaxable: true, surchargeShortName: { name: 'Rushed', showSurchargePercentValue: true } }, { title: 'Or not', surcharge: -50, surchargeType: 'PERCENT' }] },
    fee: { value: 'yes', surchargeType: 'ABSOLUTE', surchargeShortName: { name: 'Small fee' }, options: [{ title: 'yes', surcharge: 1 }] },
  }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await expect(surcharge(page)).toHaveText([/^Small fee\s*€1\.00$/]);
  await expect(total(page)).toHaveText('€65.80');
  await page.getByLabel('None').check();
  await giveEmail(page, 'nobody');
  await expect(surcharge(page)).toHaveText([/^Wrapped\s*€0\.00$/, /Small fee/]);
  await page.getByLabel('Cloth').check();
  await page.getByLabel('Please').check();
  await page.getByLabel('Or not').check();
  await giveEmail(page, 'nobody');
  // A tenth of €54.00 is taxed, the rest is not; and a script takes nothing off.
  await expect(page.locator('.ec-cart-summary__row--surcharge', { hasText: 'Rushed (10%)' })).toContainText('€5.40');
  await expect(total(page)).toHaveText('€75.28');
});

test('fields are for places, ways and payments', proves(
  'extraField.showForCountry', 'extraField.showForShippingMethodIds', 'extraField.showForPaymentMethodIds', 'extraField.overrides',
), async ({ page }) => {
  await define(page, `{
    vat: { title: 'VAT number', checkoutDisplaySection: 'shipping_address', showForCountry: ['FR'] },
    door: { title: 'Door code', checkoutDisplaySection: 'shipping_methods', showForShippingMethodIds: ['express'] },
    iban: { title: 'Your bank', checkoutDisplaySection: 'payment_details', showForPaymentMethodIds: ['bank'] },
    slot: { title: 'When?', checkoutDisplaySection: 'payment_details', overrides: [{ conditions: { shippingMethod: 'Express' }, fieldsToOverride: { available: false } }] },
  }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
  const country = page.getByRole('group', { name: 'Delivery address' }).getByLabel('Country');
  await country.selectOption('FR');
  await expect(page.getByLabel('VAT number')).toBeVisible();
  await country.selectOption('DE');
  await expect(page.getByLabel('VAT number')).toHaveCount(0);
  await giveAddress(page);
  await expect(field(page, 'door')).toHaveCount(0);
  await choose(page, 'How would you like to get it?', 'Express');
  await expect(heading(page)).toHaveText('How would you like to pay?');
  await expect(field(page, 'slot')).toHaveCount(0);
  await pay(page, 'Bank transfer');
  await expect(field(page, 'iban')).toBeVisible();
  await page.getByRole('link', { name: 'Delivery', exact: true }).click();
  await expect(field(page, 'door')).toBeVisible();
  await choose(page, 'How would you like to get it?', 'Standard delivery');
  await expect(field(page, 'slot')).toBeVisible();
});

test('days and times are limited', proves(
  'extraField.type=datetime', 'extraField.datePickerOptions', 'datePickerOptions.minDate', 'datePickerOptions.maxDate', 'datePickerOptions.showTime', 'datePickerOptions.incrementMinuteBy',
  'datePickerOptions.limitAvailableHoursWeekly', 'datePickerOptions.disallowDates',
), async ({ page }) => {
  await define(page, `{
    at: { title: 'When?', type: 'datetime', required: true, checkoutDisplaySection: 'email', datePickerOptions: {
      minDate: new Date(Date.UTC(2030, 0, 1)), maxDate: new Date(Date.UTC(2030, 11, 31)), showTime: true, incrementMinuteBy: 30,
      limitAvailableHoursWeekly: { MON: [['08:00', '12:00']], TUE: [['14:00', '18:00']] }, disallowDates: [['2030-03-04', '2030-03-06']] } },
  }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  const at = page.getByLabel('When?');
  await expect(at).toHaveAttribute('type', 'datetime-local');
  await expect(at).toHaveAttribute('step', '1800');
  await expect(at).toHaveAttribute('min', '2030-01-01T00:00');
  // A Monday afternoon, a Wednesday, a Monday that is closed, a year too late.
  for (const wrong of ['2030-01-07T15:00', '2030-01-09T09:00', '2030-03-04T09:00', '2031-01-06T09:00']) {
    await at.fill(wrong);
    await giveEmail(page);
    await expect(page.getByText('Please answer this.')).toBeVisible();
    await expect(at).toHaveValue(wrong);
  }
  await at.fill('2030-01-07T09:00');
  await giveEmail(page);
  await expect(heading(page)).toHaveText('Address');
});

test('fields speak the language of the page', proves(
  'extraField.titleTranslated', 'extraField.subtitleTranslated', 'extraField.tipTranslated', 'extraField.textPlaceholderTranslated', 'extraField.valueTranslated',
  'extraField.option.titleTranslated', 'extraField.option.subtitleTranslated',
), async ({ page }) => {
  await define(page, `{
    note: { title: 'Note', titleTranslated: { de: 'Notiz' }, subtitle: 'Short', subtitleTranslated: { de: 'Kurz' }, tip: 'A tip', tipTranslated: { de: 'Ein Tipp' },
      textPlaceholder: 'Hi', textPlaceholderTranslated: { de: 'Hallo' }, checkoutDisplaySection: 'email' },
    sign: { title: 'Signature', value: 'Yours', valueTranslated: { de: 'Ihre' }, checkoutDisplaySection: 'email' },
    wrap: { title: 'Wrap', type: 'select', checkoutDisplaySection: 'email', options: [{ title: 'Cloth', titleTranslated: { de: 'Tuch' } }] },
    speed: { title: 'Speed', type: 'radio_buttons', checkoutDisplaySection: 'email', options: [{ title: 'Slow', subtitle: 'calm', subtitleTranslated: { de: 'ruhig' } }] },
  }`);
  await putIn(page, PRINT, true);
  await open(page, '/cart?lang=de');
  await expect(page.getByLabel('Notiz')).toHaveAttribute('placeholder', 'Hallo');
  await expect(page.getByText('Kurz')).toBeVisible();
  await expect(page.getByText('Ein Tipp')).toBeVisible();
  await expect(page.getByLabel('Signature')).toHaveValue('Ihre');
  await expect(page.getByLabel('Wrap').getByRole('option', { name: 'Tuch' })).toBeAttached();
  await expect(page.getByText('ruhig')).toBeVisible();
});

test('what is typed survives fields that come later', async ({ page }) => {
  await putIn(page, PRINT, true);
  await open(page, '/cart');
  const email = page.getByLabel('Your email');
  await email.fill('ada@');
  await page.evaluate(() => {
    (window as any).ec.order.extraFields.late = { title: 'Late', checkoutDisplaySection: 'email' };
    (window as any).Ecwid.refreshConfig();
  });
  await expect(page.getByLabel('Late')).toBeVisible();
  await expect(email).toHaveValue('ada@');
  await expect(email).toBeFocused();
});
