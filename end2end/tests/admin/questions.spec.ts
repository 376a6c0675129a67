import { isAccessible } from '../../support/accessible.ts';
import { fillIn, goTo, says, signIn } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

// What is refused comes back with its form.
test.use({ expectedConsole: /status of (403|404|409|422)/ });

test('a shopper asks, the merchant answers, and the shopper goes on by the link', async ({ visit, javaScriptEnabled: scripts }) => {
  test.setTimeout(120_000);
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await page.goto(`${shop.url}/contact?product=201`);
  await expect(heading(page)).toHaveText('Ask us something');
  await expect(page.getByLabel('What is it about?')).toHaveValue(/^About /);
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('Email', { exact: true }).or(page.getByLabel('Your email')).first().fill('ada@example.com');
  await page.getByLabel('Your message').fill('Do you have them in blue?');
  await fits(page);
  if (scripts) await isAccessible(page);
  const send = page.getByRole('main').getByRole('button', { name: 'Send', exact: true });
  // Whoever is quicker than people are is asked to send it once more, and loses nothing.
  await expect(async () => {
    if (await send.isVisible()) await send.click();
    await expect(page.getByText('Thank you. We have your message')).toBeVisible({ timeout: 1_000 });
  }).toPass();

  // An answer that is ready, in the language of who asks.
  await signIn(page, shop);
  await goTo(page, 'Answers ready to use');
  await page.getByRole('button', { name: 'Add an answer' }).click();
  await page.getByLabel('What you choose it by').fill('Hello');
  await fillIn(page, 'Text', { English: 'Dear {name},' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await says(page, 'Saved. The shop shows it within a second.');
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.goto(shop.office!);
  await page.getByRole('link', { name: 'questions to answer' }).click();
  await expect(heading(page)).toHaveText('Questions');
  await fits(page);
  if (scripts) await isAccessible(page);
  await page.getByRole('link', { name: /^About / }).click();
  await expect(page.getByText('Do you have them in blue?')).toBeVisible();
  await page.getByText('A note for the staff').click();
  await page.getByLabel('What nobody but the staff reads').fill('Asked twice already.');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await says(page, 'The note is kept.');
  await page.getByLabel('An answer that is ready').selectOption('Hello');
  await page.getByRole('button', { name: 'Put it in' }).click();
  await expect(page.getByLabel('Your answer')).toHaveValue('Dear Ada Lovelace,');
  await page.getByLabel('Your answer').fill('Dear Ada Lovelace,\n\nFrom Friday on.');
  await fits(page);
  await page.getByRole('button', { name: 'Send the answer' }).click();
  await says(page, 'Your answer is on its way.');
  await fits(page);
  if (scripts) await isAccessible(page);

  const message = await shop.emailTo('ada@example.com', 'From Friday on.');
  const link = /https?:\/\/\S+\/account\/questions\S+/.exec(message)![0];
  await page.goto(link.replace(/^https?:\/\/[^/]+/, shop.url));
  await expect(page.getByText('From Friday on.')).toBeVisible();
  await expect(page.getByText('Asked twice already.')).toHaveCount(0);
  await page.getByLabel('Write to us').fill('Thank you!');
  await fits(page);
  if (scripts) await isAccessible(page);
  await expect(async () => {
    if (await page.getByText('Thank you!', { exact: true }).count() === 0 || await page.getByLabel('Write to us').inputValue() !== '') {
      await page.getByRole('main').getByRole('button', { name: 'Send', exact: true }).click();
    }
    await expect(page.getByRole('status').filter({ hasText: 'Thank you. We have your message' })).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await page.goto(`${shop.office}/`);
  await goTo(page, 'Questions');
  await expect(page.getByRole('link', { name: 'Open 1' })).toBeVisible();
  await page.getByRole('link', { name: /^About / }).click();
  await page.getByRole('button', { name: 'Close it' }).click();
  await says(page, 'Done.');
});
