// What few pages need is not loaded before one of them is there.
import { closest, query } from '../../ui/js/dom.ts';
import type { Kit } from '../../ui/js/kit.ts';
import { put } from '../../ui/js/patch.ts';

type Later = typeof import('./later.ts');

const kit: Kit = { closest, query, put };
const { later } = (document.currentScript as HTMLScriptElement | null)?.dataset ?? {};
let loaded: Promise<Later> | undefined;

/** Fills what of the page needs the later script. */
export async function fillLater(): Promise<void> {
  if (!later || !document.querySelector('[class*="-SingleProduct"]')) return;
  loaded ??= (import(later) as Promise<Later>).then((it) => {
    it.begin(kit);
    return it;
  });
  await (await loaded).fill(kit);
}
