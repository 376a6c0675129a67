// A page that waits for a payment (`CHECKOUT_RESULT`) looks again by itself, and a purchase paid online
// may end on a page of the merchant's (spec/config.md 2).
import { type Fetched, fetchPage } from '../../ui/js/fetched.ts';
import { here } from '../../ui/js/dom.ts';

/** Milliseconds between two looks. */
const PAUSE = 2000;
let waiting: number | undefined;

/** Looks again until the page leads elsewhere, which `arrives` is then told of. */
export function watchPayment(arrives: (page: Fetched) => void): void {
  clearTimeout(waiting);
  if (!document.querySelector('#page [data-waits]')) return;
  const url = here();
  waiting = window.setTimeout(() => void look(url, arrives), PAUSE);
}

async function look(url: string, arrives: (page: Fetched) => void): Promise<void> {
  const fetched = await fetchPage(url).catch(() => undefined);
  if (here() !== url) return;
  if (fetched && fetched.url.pathname !== location.pathname) arrives(fetched);
  else watchPayment(arrives);
}

/** Where `page` leads by itself: to whoever takes the money, or, instead of thanking for what was paid online, where the merchant wants. */
export function leadsAway(page: Document): string | undefined {
  const pays = page.querySelector<HTMLAnchorElement>('#page [data-pays]');
  if (pays) return pays.href;
  const wanted = ec.config.custom_redirect_after_purchase;
  if (typeof wanted !== 'string' || !wanted || !page.querySelector('[data-paid-online]')) return undefined;
  let url: URL;
  try { url = new URL(wanted, location.href); } catch { return undefined; }
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
