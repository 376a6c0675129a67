// Going to another page without leaving this one: it is fetched and put in place of the one before. The
// header, its state and the merchant's scripts live on.
import { showHearts } from '../../favourites/js/hearts.ts';
import { fillCart } from '../../storefront_api/js/cart_link.ts';
import { watchTiles } from '../../storefront_api/js/tiles.ts';
import { shownAddress } from './address.ts';
import { byId, here, isPlain } from '../../ui/js/dom.ts';
import { bootOf, type Fetched, fetchPage } from '../../ui/js/fetched.ts';
import { closeMenus } from './menus.ts';
import { leadsAway, watchPayment } from './payment.ts';
import { fillLater } from './on_demand.ts';
import { put, replace } from '../../ui/js/patch.ts';

/** What a page says of itself in its head. */
const ABOUT = 'meta[name=description], meta[name=robots], meta[name=slug], meta[property^="og:"], link[rel=canonical], link[rel=alternate], script[type="application/ld+json"]';
/** A link that opens something in place. */
const IN_PLACE = '[target], [download], [aria-controls], [data-more], [data-picture]';
const shop = window.__awning;
/** What is shown or on its way: going there again is no journey. */
let settled = here();
let follows = false;

/** Whether links and forms are followed here: from hydration on. */
export function isFollowing(): boolean { return follows; }

/** Follows links, back and forward from now on. */
export function follow(): void {
  follows = true;
  // Capturing, so that a veto comes before whatever else listens.
  window.addEventListener('click', vetoed, true);
  window.addEventListener('click', followed);
  window.addEventListener('popstate', () => {
    void bring();
    followHash();
  });
  followHash();
  Ecwid.OnPageLoaded.add(showAddress);
}

/** Shows the address that the page's script wants; before links are followed, there is nothing to show yet. */
export function showAddress(): void {
  if (!follows) return;
  history.replaceState(history.state, '', shownAddress());
  settled = here();
}

/** Goes to a path of the shop, unless a subscriber of `OnPageSwitch` vetoes it. */
export function open(path: string, isReplacing = false): void {
  if (maySwitch(path)) go(path, isReplacing);
}

/** Goes to `to`, a URL of this shop. */
export function go(to: string, isReplacing = false): void {
  const { href } = new URL(to, location.origin);
  if (isReplacing) history.replaceState(null, '', href); else if (href !== location.href) history.pushState(null, '', href);
  target()?.scrollIntoView();
  void bring();
  followHash();
}

/** Shows a page that a form led to. */
export function arrive(fetched: Fetched): void {
  const url = fetched.url.pathname + fetched.url.search;
  settled = url;
  history.pushState(null, '', url);
  show(fetched, () => shop.starts?.(url));
}

/** What was added to the cart is said anew each time, also to whoever put the last one away. */
export function putAdded(page: Document): void {
  byId('added')?.replaceChildren(...page.getElementById('added')?.childNodes ?? []);
}

/** Scripts are told of an order that was placed just now. */
export function tellOrder(page: Document): void {
  const { order } = JSON.parse(bootOf(page)) as { order?: object };
  if (order) shop.fire('OnOrderPlaced', [order]);
}

/** Leaves for where `page` leads by itself, if it does; scripts are told of the order first. */
export function leaves(page: Document): boolean {
  const to = leadsAway(page);
  if (!to) return false;
  tellOrder(page);
  location.replace(to);
  return true;
}

/** Brings the page at the present URL. */
async function bring(): Promise<void> {
  const url = here();
  if (settled === url) return;
  settled = url;
  shop.starts?.(url);
  const fetched = await fetchPage(url).catch(() => undefined);
  // Gone elsewhere meanwhile: that page is on its way.
  if (settled !== url) return;
  if (!fetched) {
    // The browser says best what is wrong with the connection.
    location.assign(url);
    return;
  }
  const end = fetched.url.pathname + fetched.url.search;
  if (end !== url) {
    settled = end;
    history.replaceState(history.state, '', end);
  }
  show(fetched);
}

/** The page that came, in place of the one before; `before` subscribers hear that it is there. */
function show({ page }: Fetched, before?: () => void): void {
  if (leaves(page)) return;
  document.title = page.title;
  replace('page', page.getElementById('page'));
  for (const id of ['minicart', 'site-menu', 'site-footer']) put(id, page.getElementById(id));
  putAdded(page);
  for (const node of document.head.querySelectorAll(ABOUT)) node.remove();
  document.head.append(...page.head.querySelectorAll(ABOUT));
  tellOrder(page);
  shop.afterPage(fillCart);
  // What was said was said of the page before.
  shop.dismiss?.();
  const said = shop.applyPage?.(bootOf(page));
  closeMenus();
  watchTiles();
  watchPayment(arrive);
  showHearts(bootOf(page));
  void fillLater();
  const part = target();
  if (part) part.scrollIntoView(); else scroll();
  before?.();
  shop.complete?.(said ?? '');
}

/** The element that the present hash means. */
function target(): HTMLElement | null {
  const hash = location.hash.slice(1);
  try { return byId(decodeURIComponent(hash)); } catch { return byId(hash); }
}

/** Scrolls to the page that came, as the merchant's scripts want it (spec/config.md 2). */
function scroll(): void {
  byId('main')?.focus({ preventScroll: true });
  const { navigation_scrolling: how, custom_scroller: custom, scroll_indent: indent } = ec.config;
  if (how === 'CUSTOM' && typeof custom === 'function') (custom as () => void)();
  else if (how !== 'DISABLED') window.scrollTo(0, Number(indent) || 0);
}

/** A hash address of the hosted service leads to the clean one that it means. */
function followHash(): void {
  const path = location.hash && shop.pathOfHash?.(location.hash);
  if (path) open(path, true);
}

/** Whether no subscriber of `OnPageSwitch` vetoes going to `url`; staying is no switch. */
function maySwitch(url: string): boolean {
  return url.split('#')[0] === here() || shop.maySwitch?.(url) !== false;
}

/** A subscriber of `OnPageSwitch` may hold back a link. */
function vetoed(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || event.defaultPrevented || !isPlain(event) || link.matches(IN_PLACE) || link.origin !== location.origin) return;
  if (maySwitch(link.pathname + link.search)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function followed(event: MouseEvent): void {
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  if (!link?.href || event.defaultPrevented || !isPlain(event) || link.target || link.hasAttribute('download')) return;
  if (link.relList.contains('external') || link.origin !== location.origin) return;
  event.preventDefault();
  go(link.href);
}
