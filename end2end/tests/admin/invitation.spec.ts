import { looksGood } from '../../support/accessible.ts';
import { goTo, signIn } from '../../support/office.ts';
import { PASSWORD, Shop, expect, fits, heading, test } from '../../support/test.ts';

test('somebody who is added comes in by an e-mail', async ({ visit, browser, watch, javaScriptEnabled: scripts }) => {
  const { shop, page } = await visit(Shop.open({ admin_address: '127.0.0.1:0' }));
  await signIn(page, shop);
  await goTo(page, 'Staff');
  const form = page.locator('form[action="/staff/add"]');
  await form.getByLabel('Name').fill('Pia Packer');
  await form.getByLabel('E-mail').fill('pia@shop.example');
  await form.getByLabel('Role').selectOption('packer');
  await form.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText(/Give this to pia@shop\.example\. It opens the back office once, within three days/)).toBeVisible();
  await looksGood(page, 'invitation', scripts);

  const email = await shop.emailTo('pia@shop.example', 'Your role is Packer.');
  const address = new URL(/https?:\/\/\S+\/password#\S+/.exec(email)![0]);
  const context = await browser.newContext({ viewport: page.viewportSize(), javaScriptEnabled: scripts });
  watch(context);
  const pia = await context.newPage();
  await pia.goto(`${shop.office}/password${address.hash}`);
  if (!scripts) await pia.getByLabel('Token').fill(address.hash.slice(1));
  await pia.getByLabel('A new password').fill(PASSWORD);
  await pia.getByRole('button', { name: 'Set password' }).click();
  await expect(heading(pia)).toHaveText('Today');
  await fits(pia);
  await goTo(pia, 'Orders');
  await context.close();
});
