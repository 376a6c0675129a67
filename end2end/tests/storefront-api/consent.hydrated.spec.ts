import type { Page } from '@playwright/test';
import { Shop, expect, open, proves, stays, test } from '../../support/test.ts';

const banner = (page: Page) => page.getByRole('region', { name: 'What may this shop store?' });
const consent = (page: Page) => page.evaluate(() => (window as any).Ecwid.getTrackingConsent());
const answer = (page: Page, value: unknown) => page.evaluate((it) => (window as any).Ecwid.setTrackingConsent(it), value);
const told = (page: Page) => page.evaluate(() => (window as any).told as string[]);
const asking = (text = '') => Shop.withScripts({ ask_consent: 'true' }, [{ text }]);
const LISTENS = 'window.told = []; Ecwid.OnConsentChanged.add((...all) => { told.push(...all); });';

test('every value, alias and unknown input of setTrackingConsent', proves(
  'Ecwid.getTrackingConsent()', 'Ecwid.setTrackingConsent(value)', 'Ecwid.setTrackingConsent aliases ACCEPT/DECLINE', 'Ecwid.setTrackingConsent unknown value',
  'TrackingConsent.userResponse', 'TrackingConsent.askConsent', 'consent=UNDEFINED', 'consent=ACCEPTED', 'consent=DECLINED', 'consent=ANALYTICS_ONLY',
  'consent=PERSONALIZATION_ONLY', 'consent=empty string', 'Ecwid.OnConsentChanged(consent)',
), async ({ visit }) => {
  const { page } = await visit(asking(LISTENS));
  await open(page, '/');
  expect(await consent(page)).toEqual({ userResponse: 'UNDEFINED', askConsent: true });
  const values = [
    ['ACCEPTED', 'ACCEPTED'], ['ACCEPT', 'ACCEPTED'], ['DECLINE', 'DECLINED'], ['DECLINED', 'DECLINED'], ['ANALYTICS_ONLY', 'ANALYTICS_ONLY'],
    ['PERSONALIZATION_ONLY', 'PERSONALIZATION_ONLY'], ['', 'UNDEFINED'], ['accepted', 'UNDEFINED'], [null, 'UNDEFINED'], ['toString', 'UNDEFINED'], ['ACCEPT', 'ACCEPTED'],
    ['UNDEFINED', 'UNDEFINED'],
  ];
  for (const [given, means] of values) {
    expect(await page.evaluate((it) => (window as any).Ecwid.setTrackingConsent(it), given), 'it answers nothing').toBeUndefined();
    expect(await consent(page), String(given)).toEqual({ userResponse: means, askConsent: true });
    await expect(banner(page), String(given)).toHaveCount(means === 'UNDEFINED' ? 1 : 0);
  }
  expect(await told(page), 'each change once').toEqual(['ACCEPTED', 'DECLINED', 'ANALYTICS_ONLY', 'PERSONALIZATION_ONLY', 'UNDEFINED', 'ACCEPTED', 'UNDEFINED']);
  await answer(page, 'ANALYTICS_ONLY');
  await open(page, '/cart');
  expect(await consent(page), 'the next page knows it').toEqual({ userResponse: 'ANALYTICS_ONLY', askConsent: true });
});

test('the page\'s configuration answers for the visitor', proves('ec.config.tracking.ask_consent', 'ec.config.tracking.user_response'), async ({ visit }) => {
  const configures = 'ec.config.tracking = { ask_consent: true, user_response: "ANALYTICS_ONLY" };';
  const { page } = await visit(asking(configures + LISTENS));
  await open(page, '/');
  await expect(banner(page)).toHaveCount(0);
  expect(await consent(page)).toEqual({ userResponse: 'ANALYTICS_ONLY', askConsent: true });
  await answer(page, 'ACCEPTED');
  expect(await consent(page), 'it beats the call').toEqual({ userResponse: 'ANALYTICS_ONLY', askConsent: true });
  expect(await told(page)).toEqual([]);
  await page.evaluate(() => {
    (window as any).ec.config.tracking = { ask_consent: false, user_response: 'DECLINE' };
    (window as any).Ecwid.refreshConfig();
  });
  expect(await consent(page)).toEqual({ userResponse: 'DECLINED', askConsent: false });
});

test('a script asks where the shop does not', async ({ visit }) => {
  const { page } = await visit(Shop.withScript('ec.config.tracking = { ask_consent: true };'));
  await open(page, '/');
  await banner(page).getByRole('button', { name: 'Decline' }).click();
  await expect(banner(page)).toHaveCount(0);
  expect(await consent(page)).toEqual({ userResponse: 'DECLINED', askConsent: true });
});

test('without cookies there is no consent', async ({ visit }) => {
  const { page } = await visit(asking('ec.config.disable_all_cookies = true;'));
  await open(page, '/');
  await answer(page, 'ACCEPTED');
  expect((await consent(page)).userResponse).toBe('DECLINED');
  await expect(banner(page)).toHaveCount(0);
  expect(await page.evaluate(() => [document.cookie, { ...localStorage }])).toEqual(['', {}]);
});

test('nothing is stored before an answer but what was asked for', async ({ visit }) => {
  const { page } = await visit(asking());
  const stored = async () => [
    (await page.context().cookies()).map(({ name }) => name).sort(), await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()),
  ];
  for (const path of ['/', '/Slack-Water-p101', '/search?keyword=ember', '/cart', '/account']) await open(page, path);
  expect(await stored()).toEqual([[], []]);
  await open(page, '/Slack-Water-p101');
  await page.locator('#page').getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.locator('#minicart')).toContainText('1');
  expect(await stored(), 'a cart needs its cookie').toEqual([['__Host-awning-cart'], []]);
  await banner(page).getByRole('button', { name: 'Accept' }).click();
  await expect.poll(stored).toEqual([['__Host-awning-cart', '__Host-awning-consent'], ['PSecwid__1003PScart', 'awning-recent', 'ec-1003-checkout']]);
  await answer(page, 'DECLINED');
  expect(await stored(), 'what was stored with consent goes with it').toEqual([['__Host-awning-cart', '__Host-awning-consent'], []]);
});

test('scripts load when the visitor agrees to what they need', async ({ visit }) => {
  const scripts = ['analytics', 'personalisation'].map((needs) => ({ needs, text: `(window.ran = window.ran || []).push('${needs}');` }));
  const { page } = await visit(Shop.withScripts({ ask_consent: 'true' }, scripts));
  const ran = () => page.evaluate(() => (window as any).ran);
  await open(page, '/');
  expect(await ran()).toBeUndefined();
  const stayed = await stays(page);
  await banner(page).getByText('Choose').click();
  await banner(page).getByLabel('Personalisation').check();
  await banner(page).getByRole('button', { name: 'Keep this choice' }).click();
  await expect.poll(ran).toEqual(['personalisation']);
  await stayed();
  await open(page, '/cart');
  await expect.poll(ran, 'on the next page at once').toEqual(['personalisation']);
  await open(page, '/cookies');
  await page.getByRole('main').getByRole('button', { name: 'Decline' }).click();
  await expect.poll(ran, 'the page comes anew without it').toBeUndefined();
  await expect(page.getByRole('main').getByLabel('Personalisation')).not.toBeChecked();
});

test('another tab follows', async ({ visit }) => {
  const { page } = await visit(asking(LISTENS));
  await open(page, '/');
  const other = await page.context().newPage();
  await open(other, '/');
  await banner(other).getByRole('button', { name: 'Accept' }).click();
  await page.bringToFront();
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(banner(page)).toHaveCount(0);
  expect(await told(page)).toEqual(['ACCEPTED']);
});
