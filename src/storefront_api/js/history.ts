// Back and forward can be vetoed although they have happened: each entry of the history knows its place,
// and is gone back from. An entry also remembers from which category its product was come from.

interface Entry { place?: number; from?: number }

let place = 0, at = '', isReturning = false;
let popped: Entry | null = null;

/** What the present entry remembers; of one that is being gone back to, before it is there. */
export function entry(isSwitch: boolean): Entry {
  return popped ?? (!isSwitch && history.state as Entry | null || {});
}

/** Adds `more` to what the present entry remembers. */
export function remembered(more: Entry): void {
  history.replaceState({ ...history.state as Entry | null, ...more }, '');
}

/** Gives every entry its place, and asks `mayGo` before back and forward. */
export function watchHistory(mayGo: (url: string) => boolean): void {
  place = (history.state as Entry | null)?.place ?? 0;
  at = location.href;
  number('pushState', 1);
  number('replaceState', 0);
  history.replaceState(history.state, '');
  window.addEventListener('popstate', (event) => {
    const state = event.state as Entry | null, to = state?.place;
    popped = state;
    const stays = isReturning
      || typeof to === 'number' && withoutHash(at) !== withoutHash(location.href) && !mayGo(location.pathname + location.search);
    popped = null;
    if (!stays) {
      // A hash typed into the address bar is an entry of its own.
      place = typeof to === 'number' ? to : place + 1;
      history.replaceState(state, '');
      return;
    }
    event.stopImmediatePropagation();
    if (!isReturning) history.go(place - (to ?? place));
    isReturning = !isReturning;
  }, true);
}

function number(method: 'pushState' | 'replaceState', step: number): void {
  const original = history[method].bind(history);
  history[method] = (state: object | null, title, url) => {
    original({ ...state, place: place += step }, title, url);
    at = location.href;
  };
}

function withoutHash(url: string): string { return url.split('#')[0]; }
