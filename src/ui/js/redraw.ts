// Parts of this page as the server draws them now.
import { fetchPage } from './fetched.ts';
import { put } from './patch.ts';

let looks = 0;

/** Puts the element with `id` of the page at `url` into this one. */
export async function loadPart(url: string, id: string): Promise<void> {
  put(id, (await fetchPage(url)).page.getElementById(id));
}

/** This page as it is now. */
export async function redraw(): Promise<void> {
  const at = location.href, { page } = await fetchPage(at);
  if (at === location.href) put('page', page.getElementById('page'));
}

/** A script or another tab changed the cart: the page that shows it follows, but for what is being typed. */
export async function redrawCart(): Promise<void> {
  if (location.pathname !== '/cart') return;
  const look = ++looks, { page } = await fetchPage(location.href);
  if (look === looks && location.pathname === '/cart') put('page', page.getElementById('page'));
}
