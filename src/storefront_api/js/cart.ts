// Ecwid.Cart (spec/js-api.md 6): the shop keeps the cart, prices it and decides; here calls wait their turn,
// and what came of them is told.
import { put } from '../../ui/js/patch.ts';
import { redrawCart } from '../../ui/js/redraw.ts';
import type { CartCause } from './bridge.ts';
import { essence } from './cart_essence.ts';
import { followConsent, isAllowed } from './consent.ts';
import type { Callback } from './ecwid.ts';

/** The `Cart` object of scripts, as far as we read it. */
interface Cart {
  cartId?: string;
  items: { product: Record<string, unknown>; quantity: number }[];
  productsQuantity: number;
}
/** What the shop says of the cart: for scripts, its lines' ids, and the header's link to it. */
interface CartState { cart: Cart; lines: number[] }
export interface CartAnswer extends CartState { minicart: string }

const EMPTY: CartState = { cart: { items: [], productsQuantity: 0, weight: 0 } as Cart, lines: [] };
/** Maximum nesting of OnCartChanged handlers that change the cart; deeper changes fire no event. */
const DEEPEST = 8;
const shop = window.__awning;
const tabs = new BroadcastChannel('awning-cart');
let held = EMPTY, told: string | undefined, depth = 0, isMirrored = false;
let last = new Promise<unknown>((loaded) => { Ecwid.OnAPILoaded.add(loaded); });

/** The cart as the shop said last. */
export function heldCart(): CartState { return held; }

/** The cart, asked for if there is one that was not asked for yet. */
export async function knownCart(): Promise<CartState> {
  if (shop.boot.cart && !held.lines.length) held = await ask<CartState>('').catch(() => held);
  return held;
}

/**
 * Does `work` after everything before it, in the order of the calls. A call out of an OnCartChanged handler
 * is one deeper.
 */
export function queue(work: (at: number) => unknown): Promise<unknown> {
  const at = depth + 1;
  return last = last.then(() => work(at)).catch((error: unknown) => { console.error(error); });
}

/** What the shop answers to `body`, or to a question without one. */
export async function ask<T = CartAnswer>(path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const options: RequestInit = { headers };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    options.method = 'POST';
    options.body = JSON.stringify(body);
  }
  const answer = await fetch('/api/cart' + path, options);
  if (!answer.ok) throw new Error(`the shop answered ${answer.status}`);
  return await answer.json() as T;
}

/** Calls what a script passed, if it can be called. */
export function call(callback: unknown, args: unknown[]): void {
  if (typeof callback !== 'function') return;
  try { (callback as Callback)(...structuredClone(args)); } catch (error) { console.error(error); }
}

/** Takes over the cart that the shop answered with; `at` is how deep the call was. */
export function take({ cart, lines, minicart: link }: CartAnswer, at: number, isQuiet = false): void {
  held = { cart, lines };
  const drawn = document.createElement('div');
  drawn.innerHTML = link;
  put('minicart', drawn);
  mirror();
  if (isQuiet) told = essence(cart); else tell(cart, at);
}

/** The cart was changed by a call: other tabs look, and so does the page that shows it. */
export function changed(): void {
  tabs.postMessage('changed');
  void redrawCart();
}

/** A form changed the cart. */
export function cartPosted(): void {
  tabs.postMessage('changed');
  cartMayDiffer('posted');
}

/** Something other than a call happened to the cart. Whoever signs in is told of it, though it may be the same. */
export function cartMayDiffer(cause: CartCause): void {
  if (cause === 'start' && !shop.boot.cart) {
    tell(EMPTY.cart, 0);
    mirror();
    return;
  }
  if (cause === 'gone') {
    held = EMPTY;
    tell(null, 0);
    mirror();
  }
  void queue(async (at) => {
    const answer = await ask('');
    if (cause === 'sync') told = undefined;
    take(answer, at, cause === 'gone' && !answer.lines.length);
  });
}

/** Listens to other tabs, and to what may be stored. */
export function watchTabs(): void {
  followConsent(() => { if (isMirrored || !isAllowed('personalisation')) mirror(); });
  tabs.onmessage = () => {
    void queue(async (at) => {
      take(await ask(''), at);
      void redrawCart();
    });
  };
}

function tell(cart: Cart | null, at: number): void {
  const text = essence(cart);
  if (text === told || at > DEEPEST) return;
  told = text;
  depth = at;
  shop.fire('OnCartChanged', [cart]);
  depth = 0;
}

/** What scripts read of it in the browser's storage (spec/dom.md 1.12). */
function mirror(): void {
  isMirrored = true;
  const { cartId, items, productsQuantity } = held.cart, shopId = shop.boot.shop.id;
  const mirrored = items.map(({ product: { id, sku, name, price }, quantity }) => ({ productId: id, sku, name, price, quantity }));
  keep(`PSecwid__${shopId}PScart`, { cartId, order: { items: mirrored } });
  keep(`ec-${shopId}-checkout`, { id: cartId, itemsCount: productsQuantity });
}

/** The shop itself does without it: it is for what the merchant's scripts remember. */
export function keep(key: string, value: unknown): void {
  // Full or forbidden storage: the mirror is a courtesy.
  try {
    if (isAllowed('personalisation')) localStorage.setItem(key, JSON.stringify(value)); else localStorage.removeItem(key);
  } catch { /* nothing is lost */ }
}
