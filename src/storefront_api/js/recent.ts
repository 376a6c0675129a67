// Products that this browser looked at, the latest first: kept in it alone, and only where the visitor lets it.
import type { Kit } from '../../ui/js/kit.ts';

const KEY = 'awning-recent';
const MOST = 12;

/** Ids of what was looked at; none where nothing can be kept. */
export function seen(): number[] {
  try { return JSON.parse(localStorage.getItem(KEY) ?? '[]') as number[]; } catch { return []; }
}

/** Keeps the ids, or with none of them nothing. */
export function keepSeen(ids: number[]): void {
  try {
    if (ids.length) localStorage.setItem(KEY, JSON.stringify(ids.slice(0, MOST + 1))); else localStorage.removeItem(KEY);
  } catch { /* then nothing is shown */ }
}

/** Notes the product of the page, and shows those before it. */
export async function showRecent({ showHearts }: Kit): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-recent]:not([data-shown])');
  if (!place) return;
  const id = Number(place.dataset.recent), others = seen().filter((it) => it !== id);
  place.dataset.shown = '';
  keepSeen([id, ...others]);
  if (!others.length) return;
  const answer = await fetch('/api/recent?ids=' + others.slice(0, MOST).join()).catch(() => undefined);
  place.innerHTML = answer?.ok ? await answer.text() : '';
  showHearts();
}
