import { expect, main, open, status, test } from '../../support/test.ts';

const OWN = ['/?from=mail', '/account#sessions', '/account/sign-out'];
const HOSTILE = [
  'https://evil.example/', '//evil.example/', '/\\evil.example', '\\\\evil.example', '/%09/evil.example'.replace('%09', '\t'),
  'javascript:alert(1)', 'data:text/html,x', 'evil.example', '/api/account/sign_out', '',
];

for (const [wanted, reached] of [...OWN.map((path) => [path, path]), ...HOSTILE.map((url) => [url, '/account'])] as [string, string][]) {
  test(`after signing in, returnurl ${JSON.stringify(wanted)} leads to ${reached}`, async ({ page, customer, javaScriptEnabled }) => {
    await open(page, `/account?returnurl=${encodeURIComponent(wanted)}`, javaScriptEnabled);
    await page.getByLabel('Email').fill(customer.email);
    await page.getByLabel('Password').fill(customer.password);
    await main(page).getByRole('button', { name: 'Sign in' }).click();
    await expect(status(page)).toHaveText('You are signed in.');
    await expect(page).toHaveURL(reached);
  });
}

test('a hostile returnurl is nowhere in the page', async ({ request }) => {
  const html = await (await request.get('/account?returnurl=https%3A%2F%2Fevil.example%2F')).text();
  expect(html).not.toContain('evil.example');
});
