// What few pages need is not loaded before one of them is there.
import { showHearts } from '../../favourites/js/hearts.ts';
import { followConsent, isAllowed } from '../../storefront_api/js/consent.ts';
import { keepSeen, seen } from '../../storefront_api/js/recent.ts';
import { closest, query } from '../../ui/js/dom.ts';
import type { Kit } from '../../ui/js/kit.ts';
import { put } from '../../ui/js/patch.ts';

type Later = typeof import('./later.ts');

const kit: Kit = { closest, query, put, showHearts, mayPersonalise };
const { later } = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
let loaded: Promise<Later> | undefined;

followConsent(() => { void fillLater(); });

/** Fills what of the page needs the later script. */
export async function fillLater(): Promise<void> {
  if (!later || !document.querySelector('[class*="-SingleProduct"]') && !isLookedBack()) return;
  loaded ??= (import(later) as Promise<Later>).then((it) => {
    it.begin(kit);
    return it;
  });
  await (await loaded).fill(kit);
}

/** Whether the page shows what was looked at before. */
function isLookedBack(): boolean {
  const place = document.querySelector<HTMLElement>('[data-recent]');
  if (!mayPersonalise()) {
    keepSeen([]);
    return false;
  }
  // Its room is kept until the row comes, so that nothing moves then.
  place?.classList.toggle('beside--comes', seen().some((id) => id !== Number(place.dataset.recent)));
  return !!place;
}

function mayPersonalise(): boolean { return isAllowed('personalisation'); }
