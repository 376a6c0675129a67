// Products that this browser looked at, the latest first: kept in it alone, and only where the visitor lets it.
import type { Kit } from '../../ui/js/kit.ts';

/** Where they are kept; `on_demand.ts` forgets them without the visitor's leave. */
const KEY = 'awning-recent';
const MOST = 12;

/** Notes the product of the page, and shows those before it. */
export async function showRecent(kit: Kit): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-recent]:not([data-shown])');
  if (!place || !kit.mayPersonalise()) return;
  const others = seenBefore(place);
  place.dataset.shown = '';
  kit.keep(KEY, [Number(place.dataset.recent), ...others]);
  if (!others.length) return;
  const answer = await fetch('/api/recent?ids=' + others.join()).catch(() => undefined);
  place.innerHTML = answer?.ok ? await answer.text() : '';
  kit.showHearts();
}

/** Ids of what was looked at before the product of `place`; none where nothing can be kept. */
export function seenBefore(place: HTMLElement): number[] {
  let seen: number[] = [];
  try { seen = JSON.parse(localStorage.getItem(KEY) ?? '[]') as number[]; } catch { /* there is none */ }
  return seen.filter((it) => it !== Number(place.dataset.recent)).slice(0, MOST);
}
