// Pre-filled carts: /cart?create=… (spec/pages.md 4); whatever cannot be read changes nothing.
import { queue } from './cart.ts';
import { addProduct, gotoCheckout, setAddress, setBillingAddress, setCustomerEmail, setOrderComments } from './cart_calls.ts';
import { redrawCart } from '../../ui/js/redraw.ts';
import { isObject } from './ecwid.ts';
import { payload } from './payload.ts';

const MAX_PRODUCTS = 100;

/** Fills the cart as the address says, once. */
export function fillCart(): void {
  const code = location.pathname === '/cart' && new URLSearchParams(location.search).get('create');
  if (!code) return;
  history.replaceState(history.state, '', '/cart');
  let asked: unknown;
  try { asked = payload(code); } catch { return; }
  if (!isObject(asked) || !Array.isArray(asked.products)) return;
  for (const product of asked.products.slice(0, MAX_PRODUCTS)) if (isObject(product)) addProduct(product);
  const profile = isObject(asked.profile) ? asked.profile : {};
  if (profile.email) setCustomerEmail(profile.email);
  if (profile.address) setAddress(profile.address);
  if (profile.billingAddress) setBillingAddress(profile.billingAddress);
  if (profile.orderComments) setOrderComments(profile.orderComments);
  if (asked.gotoCheckout === true) gotoCheckout(); else void queue(redrawCart);
}
