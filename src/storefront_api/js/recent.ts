// Products that this browser looked at, the latest first: kept in it alone, and only where the visitor lets it.
import type { Kit } from '../../ui/js/kit.ts';

/** Where they are kept; `on_demand.ts` forgets them without the visitor's leave. */
const KEY = 'awning-recent';
const MOST = 12;

/** Notes the product of the page, and shows those before it. */
export async function showRecent(kit: Kit): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-recent]:not([data-shown])');
  if (!place || !kit.mayPersonalise()) return;
  const id = Number(place.dataset.recent), others = seen().filter((it) => it !== id).slice(0, MOST);
  place.dataset.shown = '';
  kit.keep(KEY, [id, ...others]);
  if (!others.length) return;
  const answer = await fetch('/api/recent?ids=' + others.join()).catch(() => undefined);
  place.innerHTML = answer?.ok ? await answer.text() : '';
  place.classList.toggle('beside--comes', !!place.firstChild);
  kit.showHearts();
}

/** Ids of what was looked at; none where nothing can be kept. */
function seen(): number[] {
  try { return JSON.parse(localStorage.getItem(KEY) ?? '[]') as number[]; } catch { return []; }
}
