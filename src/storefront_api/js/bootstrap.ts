// Inlined before any merchant script: `window.Ecwid` with its event containers, `window.ec`, and the few
// calls that must answer at once. The Rust half attaches when the page has hydrated.
import type { Boot, Bridge } from './bridge.ts';
import { fire } from './containers.ts';
import { addDetails, remember } from './details.ts';
import { isObject, type Page, type Profile } from './ecwid.ts';
import { entry, remembered, watchHistory } from './history.ts';
import { replay, rewind, watchInjections } from './injected.ts';
import { addWidgets } from './widgets.ts';

const boot = JSON.parse(document.getElementById('awning-boot')?.textContent ?? '') as Boot;
let waiting: (() => void)[] = [];
let shown: Page | undefined;
const pages: Record<string, Page> = {};

addDetails(boot);
addWidgets();
watchHistory((url) => window.__awning.maySwitch?.(url) ?? true);
watchInjections();

let isReady!: () => void;
const ready = new Promise<void>((resolve) => { isReady = resolve; });

const inlined: Partial<Bridge> = {
  boot,
  fire(name, args) {
    const page = name.startsWith('OnPage') && isObject(args[0]) ? args[0] as unknown as Page : undefined;
    if (name === 'OnSetProfile') remember(args[0] as Profile | null);
    if (page?.type === 'PRODUCT' && page.categoryId === undefined) page.categoryId = cameFrom(name === 'OnPageSwitch');
    if (page && name === 'OnPageLoaded') {
      if (page.type === 'PRODUCT') remembered({ from: page.categoryId });
      pages[location.pathname] = shown = page;
    }
    const heard = fire(name, args);
    if (name === 'OnPageLoaded') {
      // It may be shown by another address now.
      if (page) pages[location.pathname] = page;
      const callbacks = waiting;
      waiting = [];
      for (const callback of callbacks) callback();
    }
    return heard;
  },
  known(url) {
    const path = new URL(url, location.origin).pathname;
    const links = document.querySelectorAll<HTMLAnchorElement>('a[data-product-id], a[data-category-id]');
    const data = Array.from(links).find((link) => link.pathname === path)?.dataset;
    if (!data) return { ...pages[path] ?? { type: 'SITE' } };
    return data.productId
      ? { type: 'PRODUCT', productId: Number(data.productId), mainCategoryId: 0 }
      : { type: 'CATEGORY', categoryId: Number(data.categoryId) };
  },
  afterPage: (callback) => { waiting.push(callback); },
  rewind,
  replay,
  ready,
  isReady,
};
Object.defineProperty(window, '__awning', { value: inlined });

/** The category that a product was come from (spec/js-api.md 2.4): 0 is the root, -1 unknown. */
function cameFrom(isSwitch: boolean): number | undefined {
  const state = entry(isSwitch);
  if ('from' in state) return state.from;
  return shown?.type === 'CATEGORY' ? shown.categoryId : -1;
}
