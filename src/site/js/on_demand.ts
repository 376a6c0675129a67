// What few pages need is not loaded before one of them is there.
import { showHearts } from '../../favourites/js/hearts.ts';
import { keep } from '../../storefront_api/js/cart.ts';
import { followConsent, isAllowed } from '../../storefront_api/js/consent.ts';
import { seenBefore } from '../../storefront_api/js/recent.ts';
import { closest, query } from '../../ui/js/dom.ts';
import type { Kit } from '../../ui/js/kit.ts';
import { put } from '../../ui/js/patch.ts';

type Later = typeof import('./later.ts');

const mayPersonalise = () => isAllowed('personalisation');
const kit: Kit = { closest, query, put, showHearts, mayPersonalise, keep };
const { later } = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
let loaded: Promise<Later> | undefined;

followConsent(() => {
  // Without the visitor's leave this forgets.
  if (!mayPersonalise()) keep('awning-recent', 0);
  void fillLater();
});

/** Draws the outline of the row of what was looked at before, so that nothing moves when it comes. */
function makeRoom(place: HTMLElement): void {
  const count = seenBefore(place).length;
  if (!count || place.firstChild) return;
  const card = '<div class="grid-product--comes"><div class="grid-product__image-wrap"></div></div>';
  place.innerHTML = `<div aria-hidden="true"><h2>&nbsp;</h2><div class="grid__products">${card.repeat(count)}</div></div>`;
}

/** Fills what of the page needs the later script. */
export async function fillLater(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[class*="-SingleProduct"], [data-recent]');
  if (!later || !place) return;
  if (place.dataset.recent && mayPersonalise()) makeRoom(place);
  const script = await (loaded ??= import(later) as Promise<Later>).catch(() => undefined);
  if (script) return script.fill(kit);
  // It cannot be had now: nothing is announced that does not come, and the next page asks again.
  loaded = undefined;
  if (place.dataset.recent) place.innerHTML = '';
}
