// What few pages need is not loaded before one of them is there.
import { showHearts } from '../../favourites/js/hearts.ts';
import { keep } from '../../storefront_api/js/cart.ts';
import { followConsent, isAllowed } from '../../storefront_api/js/consent.ts';
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

/** Fills what of the page needs the later script. */
export async function fillLater(): Promise<void> {
  const place = document.querySelector('[class*="-SingleProduct"], [data-recent]');
  // The room of the row of what was looked at before is there at once, so that nothing moves when it comes.
  try { if (localStorage.getItem('awning-recent')?.includes(',')) place?.classList.add('beside--comes'); } catch { /* there is none */ }
  if (later && place) await (await (loaded ??= import(later) as Promise<Later>)).fill(kit);
}
