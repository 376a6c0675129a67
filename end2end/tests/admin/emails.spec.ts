import { isAccessible } from '../../support/accessible.ts';
import { OWNER, claim, goTo, save, says } from '../../support/office.ts';
import { Shop, expect, fits, heading, test } from '../../support/test.ts';

test('an e-mail is looked at in two languages, reworded, and sent to oneself', async ({ visit, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.unclaimed());
  await claim(page, shop, scripts);
  await goTo(page, 'E-mails');
  await page.getByRole('link', { name: 'See every e-mail' }).click();
  await expect(heading(page)).toHaveText('Every e-mail');
  await fits(page);
  await page.getByRole('link', { name: 'Order confirmation' }).click();
  const email = page.frameLocator('iframe[title="The e-mail"]');
  await expect(email.locator('body')).toContainText('Thank you for your order. Here is a summary.');
  await expect(email.locator('body')).toContainText('1 × Something of yours');
  await fits(page);
  // The frame is a sandbox.
  if (scripts) await isAccessible(page);

  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page.locator('[data-subject]')).toContainText('Bestellung SAMPLE22');
  await expect(email.locator('body')).toContainText('Vielen Dank für Ihre Bestellung.');
  await page.getByText('As plain text').click();
  await expect(page.locator('details pre')).toContainText('Vielen Dank für Ihre Bestellung.');

  // Its words are a click away.
  await page.getByRole('link', { name: /^Vielen Dank für Ihre Bestellung\./ }).click();
  await expect(heading(page)).toHaveText('Words');
  await page.getByLabel(/^Vielen Dank für Ihre Bestellung\./).fill('Danke, Ihre Nägel kommen bald.');
  await save(page);
  await says(page, 'Saved. The shop shows it within a second.');
  await goTo(page, 'E-mails');
  await page.getByRole('link', { name: 'See every e-mail' }).click();
  await page.getByRole('link', { name: 'Order confirmation' }).click();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(async () => {
    await page.reload();
    await expect(email.locator('body')).toContainText('Danke, Ihre Nägel kommen bald.', { timeout: 500 });
  }).toPass();

  await page.getByRole('button', { name: 'Send it to me' }).click();
  await says(page, 'Written, but it reaches nobody: without a mail server it lies in the folder of e-mails on the machine.');
  await shop.emailTo(OWNER.email, 'Danke, Ihre Nägel kommen bald.');
});
