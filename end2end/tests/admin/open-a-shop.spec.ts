import { join } from 'node:path';
import { giveAddress, giveEmail, putIn, said } from '../../support/cart.ts';
import { looksGood } from '../../support/accessible.ts';
import { claim, fillIn, goTo, save, says } from '../../support/office.ts';
import { Shop, expect, fits, heading, open, test } from '../../support/test.ts';

const PICTURE = join(import.meta.dirname, '../../../src/tests/fixtures/mug.png');
const SAVED = 'Saved. The shop shows it within a second.';

// What is typed wrongly is answered with 422.
test.use({ expectedConsole: /status of 422/ });

test('a hardware shop is opened in a browser, and sells', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.unclaimed());
  page.setDefaultTimeout(10_000);
  const h1 = heading(page);
  await claim(page, shop, scripts);
  await fits(page);
  await page.getByRole('link', { name: 'Go on' }).click();

  await page.getByLabel('Name of the shop').fill('Eisen & Sohn');
  await page.getByLabel('Country you sell from').selectOption('DE');
  await page.getByLabel('Legal name').fill('Mara Eisen e. K.');
  await page.getByLabel('Who e-mails are from').fill('Eisen & Sohn <hallo@eisen.example>');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(h1).toHaveText('Language, currency and taxes');
  await expect(page.getByText('This is what shops in your country usually have')).toBeVisible();
  await expect(page.getByLabel('Currency')).toHaveValue('EUR');
  await expect(page.getByLabel('Rate')).toHaveValue('19');
  // The country's own language is proposed, and no half of another one.
  const english = page.locator('.several').getByLabel('English', { exact: true });
  await expect(english).not.toBeChecked();
  await english.check();
  await fits(page);
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(h1).toHaveText('Something to sell');
  const hammer = async (price: string) => {
    await page.getByLabel('Name').fill('Claw Hammer');
    await page.getByLabel('Price').fill(price);
    await page.getByLabel('What there is to say about it').fill('Forged in one piece.');
    await page.getByLabel('A picture').setInputFiles(PICTURE);
    await page.getByRole('button', { name: 'Add this product' }).click();
  };
  await hammer('twenty');
  await expect(page.getByRole('alert')).toHaveText('Please type a price, such as 4.90.');
  await expect(page.getByLabel('Name')).toHaveValue('Claw Hammer');
  await hammer('24,90');
  await says(page, 'The product is in the shop.');

  await expect(h1).toHaveText('How you deliver');
  // What is sent goes home, until the merchant says otherwise.
  await expect(page.getByLabel('Where', { exact: true }).first()).toHaveValue('DE');
  await page.getByRole('button', { name: 'Remove: Way 2: Express' }).click();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await fits(page);
  // What few need is folded away, until something is wrong in it.
  const days = page.getByLabel('Working days it takes').first();
  await expect(days).toBeHidden();
  await page.getByText(/^More: A line below that/).first().click();
  await days.fill('soon');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByText('Please type whole numbers.').first()).toBeVisible();
  await expect(days).toBeVisible();
  await looksGood(page, 'delivery', scripts);
  await days.fill('2–4');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(h1).toHaveText('How you are paid');
  await fillIn(page, 'What they are to do', { English: 'Please transfer it to DE02 1203. We send your tools then.' });
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByText('fill it in, or remove it').first()).toBeVisible();
  await fillIn(page, 'What they are to do', { Deutsch: 'Bitte überweisen Sie auf DE02 1203.' });
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await expect(h1).toHaveText('Legal pages');
  // What is asked is asked in its sentence; what nobody answers stays a draft.
  await expect(page.getByLabel('Telefon: Telefonnummer')).toBeVisible();
  await fits(page);
  await page.getByLabel('Telefon: Telefonnummer').fill('040 123');
  // What is usual is proposed; a line that does not apply is left empty.
  await expect(page.getByLabel(/spätestens binnen wie vielen/)).toHaveValue('5');
  await page.getByLabel(/Umsatzsteuer-Identifikationsnummer/).fill('DE123456789');
  // What is the same on every page is asked once.
  await page.getByLabel(/Anschrift/).fill('Am Hafen 1, 20457 Hamburg');
  await page.getByRole('button', { name: 'Make these pages' }).click();
  await says(page, /Kept as drafts, which shoppers do not see/);
  await expect(page.getByLabel('Telefon: Telefonnummer')).toHaveCount(0);
  await page.getByLabel(/Betrieb des Servers: Name und Land/).fill('Eisen & Sohn, Deutschland');
  await expect(page.locator('fieldset input[type=text]')).toHaveCount(1);
  await page.getByText('Read the whole page').first().click();
  await expect(page.locator('.draft').first()).toBeVisible();
  await page.getByLabel('I have read them').check();
  await looksGood(page, 'legal-pages', scripts);
  await page.getByRole('button', { name: 'Make these pages' }).click();
  await expect(h1).toHaveText('E-mails');
  await page.getByLabel('Send a test to').fill('test@eisen.example');
  await page.getByRole('button', { name: 'Send it' }).click();
  await shop.emailTo('test@eisen.example', 'Eisen & Sohn');
  await says(page, /Written, but it reaches nobody/);
  await expect(page.getByText('mail = "smtps://name:password@smtp.example.com"')).toBeVisible();
  await looksGood(page, 'no-mail-server', scripts);
  await page.getByRole('link', { name: 'Go on, and do this later' }).click();
  await expect(h1).toHaveText('Your address on the internet');
  await fits(page);
  await page.getByRole('button', { name: 'Go on, and do this later' }).click();
  await expect(page.getByText('Every step is passed. Before you tell anybody, look at what is left:')).toBeVisible();
  await expect(page.getByRole('link', { name: 'E-mails are written into files and reach nobody.' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Begun: E-mails are written into files' })).toBeVisible();
  await expect(page.getByText(/drafts that shoppers do not see/)).toHaveCount(0);

  // Dressed and worded.
  await goTo(page, 'Store');
  await fillIn(page, 'A line at the foot of every page', { English: 'Tools since 1951', Deutsch: 'Werkzeug seit 1951' });
  await save(page);
  await says(page, SAVED);
  await goTo(page, 'Brand');
  await page.getByRole('group', { name: 'Logo', exact: true }).getByLabel('Choose a picture').setInputFiles(PICTURE);
  await page.getByLabel('Colour of buttons and links', { exact: true }).fill('#7a1f1f');
  await save(page);
  await says(page, SAVED);
  await fits(page);
  await goTo(page, 'Home page');
  await page.getByRole('button', { name: 'Opening: words and pictures' }).click();
  await page.getByRole('button', { name: 'The newest products' }).click();
  await fillIn(page, 'Title', { English: 'Good tools', Deutsch: 'Gutes Werkzeug' });
  await save(page);
  await says(page, SAVED);
  await fits(page);

  // As a shopper sees it, in the country's language and in English.
  const shopper = await browser.newContext({ baseURL: shop.url, viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(shopper);
  const front = await shopper.newPage();
  await expect(async () => {
    await open(front, '/', scripts);
    await expect(heading(front)).toHaveText('Gutes Werkzeug', { timeout: 500 });
  }).toPass();
  await expect(front).toHaveTitle('Eisen & Sohn');
  await expect(front.locator('header img').first()).toBeVisible();
  await expect(front.getByRole('contentinfo')).toContainText('Werkzeug seit 1951');
  await open(front, '/pages/impressum', scripts);
  await said(front, 'Telefon: 040 123');
  await said(front, 'Am Hafen 1, 20457 Hamburg');
  await open(front, '/?lang=en', scripts);
  await expect(heading(front)).toHaveText('Good tools');
  await expect(front.getByRole('contentinfo')).toContainText('Tools since 1951');
  const product = await front.getByRole('link', { name: 'Claw Hammer' }).first().getAttribute('href');
  await putIn(front, { path: product!, id: 0, name: 'Claw Hammer' }, scripts);
  await open(front, '/cart', scripts);
  await said(front, '€24.90');
  await giveEmail(front, 'ada@example.com');
  await giveAddress(front);
  await expect(front.getByText('Express', { exact: true })).toHaveCount(0);
  await front.getByText('Standard delivery', { exact: true }).first().click();
  await front.getByRole('button', { name: 'Continue' }).click();
  await front.getByText('Bank transfer', { exact: true }).first().click();
  await front.getByRole('button', { name: /^Buy now/ }).click();
  await expect(heading(front)).toHaveText('Thank you, Ada Lovelace');
  await shop.emailTo('ada@example.com', 'We send your tools then.');
  expect(shop.emails().every((message) => /^From: .*<hallo@eisen\.example>/m.test(message)), 'who it is from').toBe(true);
  await shopper.close();

  // And one sees who did all that, and takes something back.
  await goTo(page, 'Who changed what');
  await expect(page.getByRole('cell', { name: 'mara@eisen.example' }).first()).toBeVisible();
  await goTo(page, 'Home page');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await says(page, 'Undone: it is as it was before.');
  if (!await page.getByRole('button', { name: 'Sign out' }).isVisible()) await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await says(page, 'You are signed out.');
});
