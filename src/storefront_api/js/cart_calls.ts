// The calls of `Ecwid.Cart`.
import { ask, call, type CartAnswer, changed, heldCart, knownCart, queue, take } from './cart.ts';
import { isObject } from './ecwid.ts';

/** What the shop answers to a call that changes the cart. */
interface Answer extends CartAnswer {
  success: boolean;
  error?: string;
  product?: object | null;
  removed?: number;
  code?: number;
  message?: string;
}

const GONE = 'The product is in the cart no more';
const shop = window.__awning;

/** Adds `Ecwid.Cart`. */
export function addCart(): void {
  Ecwid.Cart = {
    get,
    addProduct,
    removeProduct: (index: unknown, callback: unknown) => { removeProducts([index], callback); },
    removeProducts,
    clear,
    calculateTotal(callback: unknown) {
      void queue(async () => { call(callback, [await ask<unknown>('/total').catch(() => null)]); });
    },
    canGotoCheckout(callback: unknown) { void queue(() => { call(callback, [true]); }); },
    gotoCheckout,
    setCustomerEmail,
    setOrderComments,
    setAddress,
    setBillingAddress,
  };
}

function get(callback: unknown): void {
  void queue(async () => { call(callback, [(await knownCart()).cart]); });
}

export function addProduct(product: unknown, callback?: unknown): void {
  const item = isObject(product) ? product : { id: product };
  const { id, quantity, options, selectedPrice, recurringChargeSettings } = item;
  void queue(async (at) => {
    try {
      const answer = await ask<Answer>('/products', { id, quantity, options, selectedPrice, recurringChargeSettings });
      if (answer.success) {
        take(answer, at);
        changed();
      }
      call(callback || item.callback, [answer.success, answer.product || null, answer.cart, ...answer.success ? [] : [answer.error]]);
    } catch (error) { call(callback || item.callback, [false, null, heldCart().cart, message(error)]); }
  });
}

function removeProducts(asked: unknown, callback: unknown): void {
  const indexes = (Array.isArray(asked) ? asked : [asked]) as number[];
  // Which lines these are is decided now, whatever the calls before this one do to the cart.
  const meant = indexes.map((index) => heldCart().lines[index]);
  void queue(async (at) => {
    const lines = meant.map((line, place) => line ?? heldCart().lines[indexes[place]]);
    if (!lines.length || lines.includes(undefined as never)) {
      call(callback, [false, 0, null, heldCart().cart, 'There is no product at this index']);
      return;
    }
    try {
      const answer = await ask<Answer>('/removed', { lines });
      take(answer, at);
      changed();
      call(callback, [answer.success, answer.removed, answer.product, answer.cart, ...answer.success ? [] : [GONE]]);
    } catch (error) { call(callback, [false, 0, null, heldCart().cart, message(error)]); }
  });
}

function clear(callback: unknown): void {
  void queue(async (at) => {
    try {
      take(await ask('/cleared', {}), at);
      changed();
      call(callback, [true]);
    } catch (error) { call(callback, [false, message(error)]); }
  });
}

export function gotoCheckout(callback?: unknown): void {
  void queue(() => {
    shop.afterPage(() => { call(callback, []); });
    shop.open('/checkout');
  });
}

/** A call that says something of the shopper; `isQuiet` if no event is documented for it. */
function says(name: string, isQuiet = false): (value: unknown, ok?: unknown, fail?: unknown) => void {
  return (value, ok, fail) => {
    // Comments may be empty: so they are taken back.
    if (value === undefined || value === null || (value === '' && name !== 'orderComments')) {
      call(fail, [0, 'Missing argument']);
      return;
    }
    void queue(async (at) => {
      try {
        const answer = await ask<Answer>('/profile', { [name]: name.endsWith('ddress') ? value : String(value) });
        if ('code' in answer) {
          call(fail, [answer.code, answer.message]);
          return;
        }
        take(answer, at, isQuiet);
        if (!isQuiet) changed();
        call(ok, []);
      } catch { call(fail, [100, 'Incorrect data passed']); }
    });
  };
}
export const setCustomerEmail = says('email', true);
export const setOrderComments = says('orderComments', true);
export const setAddress = says('address');
export const setBillingAddress = says('billingAddress', true);

/** Who sent the shopper: said before the order is placed. */
export async function sayReferer(): Promise<void> {
  if (ec.order.referer_id) await ask('/profile', { refererId: String(ec.order.referer_id) });
}

function message(error: unknown): unknown {
  return error instanceof Error ? error.message : error;
}
