// Suggestions below the search field.
import { byId, closest } from '../../ui/js/dom.ts';

const TYPING_PAUSE = 120;
const SHORTEST = 2;
let pause: number | undefined;

/** Suggests while somebody types in the search field. */
export function followSearch(): void {
  window.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement;
    if (field.id !== 'site-search-field') return;
    clearTimeout(pause);
    pause = window.setTimeout(() => { void suggest(field); }, TYPING_PAUSE);
  });
  window.addEventListener('keydown', keyed);
}

export function hideSuggestions(): void { show(''); }

async function suggest(field: HTMLInputElement): Promise<void> {
  const typed = field.value;
  if (typed.trim().length < SHORTEST) {
    hideSuggestions();
    return;
  }
  const answer = await fetch('/search/suggest?keyword=' + encodeURIComponent(typed)).catch(() => undefined);
  if (answer?.ok && field.value === typed && document.activeElement === field) show(await answer.text());
}

function show(html: string): void {
  const list = byId('suggestions');
  if (!list) return;
  list.innerHTML = html;
  list.hidden = !html;
}

/** Arrow keys lead from the field through the suggestions and back; Escape puts them away. */
function keyed(event: KeyboardEvent): void {
  if (!closest(event, '.site-search')) return;
  const field = byId('site-search-field'), at = event.target as HTMLElement, isInField = at === field;
  let next: Element | null | undefined;
  if (event.key === 'ArrowDown') next = isInField ? document.querySelector('.suggestion') : at.nextElementSibling;
  else if (event.key === 'ArrowUp' && !isInField) next = at.previousElementSibling ?? field;
  else if (event.key === 'Escape') {
    hideSuggestions();
    next = field;
  }
  if (!next) return;
  event.preventDefault();
  (next as HTMLElement).focus();
}
