import { expect, type APIRequest, type Page } from '@playwright/test';
import { PASSWORD, type Shop } from './test.ts';

export const OWNER = { name: 'Mara Eisen', email: 'mara@eisen.example', password: PASSWORD };

/** Makes the shop `OWNER`'s, as whoever reads what the server printed. */
export async function claim(page: Page, shop: Shop, scripts: boolean | undefined): Promise<void> {
  await page.goto(shop.claim);
  // With scripts, the token goes from the address into its field.
  if (scripts) await expect(page.getByLabel('Token')).toBeHidden();
  else await page.getByLabel('Token').fill(new URL(shop.claim).hash.slice(1));
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('Your e-mail').fill(OWNER.email);
  await page.getByLabel('A new password').fill(OWNER.password);
  await page.getByRole('button', { name: 'This is my shop' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your shop');
}

/** Signs in to the back office of a demo shop, as its owner. */
export async function signIn(page: Page, shop: Shop): Promise<void> {
  await page.goto(`${shop.office}/sign-in`);
  await page.getByLabel('E-mail').fill(shop.owner.email);
  await page.getByLabel('Password').fill(shop.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
}

/** Places an order of so many postcards as a guest would, in a browser of its own; its number. */
export async function placeOrder(request: APIRequest, shop: Shop, name: string, quantity = 1): Promise<string> {
  const guest = await request.newContext({ baseURL: shop.url, maxRedirects: 0 });
  const post = (path: string, form: Record<string, string>) => guest.post(`/api/${path}`, { form, headers: { accept: 'text/html', origin: shop.url } });
  await post('cart/add', { product: '201', quantity: String(quantity) });
  await post('cart/checkout', { email: 'ada@example.com' });
  await post('checkout/address', { name, street: 'Elbchaussee 1', city: 'Hamburg', country: 'DE', 'postal-code': '20095', same: 'yes' });
  await post('checkout/shipping', { delivery: 'standard' });
  const last = await (await guest.get('/checkout/payment')).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(last)![1]!;
  const placed = await post('checkout/place', { key: field('key'), total: field('total'), payment: 'bank' });
  await guest.dispose();
  return new URL(placed.headers().location!, shop.url).searchParams.get('order')!;
}

/** Goes to the page of the back office that the menu calls `name`; on a phone, the menu is unfolded first. */
export async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Back office' });
  const link = menu.getByRole('link', { name, exact: true });
  if (!await link.isVisible()) await menu.locator('summary').click();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}

/** Fills in the fields of these labels within what is called `group`. */
export async function fillIn(page: Page, group: string, texts: Record<string, string>): Promise<void> {
  const fields = page.getByRole('group', { name: group, exact: true }).first();
  for (const [label, text] of Object.entries(texts)) await fields.getByLabel(label, { exact: true }).fill(text);
}

export const save = (page: Page) => page.getByRole('button', { name: /^(Save|Publish)$/ }).last().click();
export const says = (page: Page, text: string | RegExp) => expect(page.getByRole('status')).toHaveText(text);
