import type { Page } from '@playwright/test';

/** Calls `Ecwid.Cart[name]` with `args` and a callback; what that got. */
export const call = (page: Page, name: string, ...args: unknown[]) => page.evaluate(([name, args]) => new Promise<any[]>((done) => {
  (window as any).Ecwid.Cart[name as string](...(args as unknown[]), (...got: unknown[]) => done(got));
}), [name, args] as const);
export const cart = async (page: Page) => (await call(page, 'get'))[0];
/** Writes down cart events from now on. */
export const record = (page: Page) => page.evaluate(() => {
  const seen: unknown[] = (window as any).seen = [];
  (window as any).Ecwid.OnCartChanged.add((cart: any) => seen.push(cart));
  return new Promise<void>((done) => setTimeout(() => { seen.length = 0; done(); }));
});
export const seen = (page: Page) => page.evaluate(() => (window as any).seen as any[]);
export const quantities = async (page: Page) => (await seen(page)).map((cart) => cart && cart.productsQuantity);
