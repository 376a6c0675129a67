// The page script: forms and links that need no new page. A choice changes a price, a product goes into the
// cart, a list grows, a search is suggested for. The server draws what changes; here it is put in place. In
// JavaScript because it is a tenth of what the same takes in the bundle.
import { showHearts } from '../../favourites/js/hearts.ts';
import { cartMayDiffer, watchTabs } from '../../storefront_api/js/cart.ts';
import { addCart } from '../../storefront_api/js/cart_calls.ts';
import { addConsent, follow as followConsent } from '../../storefront_api/js/consent.ts';
import { fillCart } from '../../storefront_api/js/cart_link.ts';
import { refreshConfig } from '../../storefront_api/js/design.ts';
import { settle } from '../../storefront_api/js/extra_fields.ts';
import { addSingleSignOn } from '../../storefront_api/js/single_sign_on.ts';
import { watchTiles } from '../../storefront_api/js/tiles.ts';
import { arrive, follow, leaves, open, showAddress, tellOrder } from './arrival.ts';
import { followChoices } from './choices.ts';
import type { CartCause } from '../../storefront_api/js/bridge.ts';
import { byId, here } from '../../ui/js/dom.ts';
import { bootOf, fetchPage } from '../../ui/js/fetched.ts';
import { followForms } from './forms.ts';
import { fillLater } from './on_demand.ts';
import { followPointer } from './gallery.ts';
import { followClicks } from './menus.ts';
import { put, watch } from '../../ui/js/patch.ts';
import { watchPayment } from './payment.ts';
import { followSearch } from './suggestions.ts';

for (const id of ['page', 'minicart', 'site-footer']) watch(byId(id));
addConsent();
addSingleSignOn();
followChoices();
followForms();
followClicks();
followPointer();
followSearch();
addCart();
watchTabs();

Ecwid.refreshConfig = () => {
  refreshConfig();
  followConsent();
};
// A script that comes late finds the page alive already: what it wants holds all the same, and it is told of the order.
document.addEventListener('DOMContentLoaded', () => {
  Ecwid.OnAPILoaded.add(() => {
    if (!leaves(document)) tellOrder(document);
    fillCart();
  });
  refreshConfig();
  showAddress();
  watchTiles();
  watchPayment(arrive);
  showHearts();
  void fillLater();
});

/** Who signs in or out has other favourites. */
async function sessionChanged(): Promise<void> {
  const { page } = await fetchPage(here());
  put('site-footer', page.getElementById('site-footer'));
  showHearts(bootOf(page));
}

function cart(cause: CartCause): void {
  cartMayDiffer(cause);
  if (cause === 'sync' || cause === 'gone') void sessionChanged().catch(() => undefined);
}

Object.assign(window.__awning, { follow, open, cart, settle, fillLater });
window.__awning.isReady();
