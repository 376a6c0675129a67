// The storefront is on the shop's own pages already: who would put it there (spec/js-api.md 8) finds it. A
// script of an embedded shop goes on here, with the menu and the search in the place it made for them.
import type { Callback } from './ecwid.ts';

const WIDGETS = {
  ProductBrowser: '#page', SearchPanel: '#site-search form', Categories: '#site-menu', Minicart: '#minicart a',
  // A buy card, and one as it was written before.
  Product: '[class*="-SingleProduct-v2"][data-card]', SingleProduct: '.ecwid-SingleProduct[data-card]',
};
/** Draws the buy cards of the page, also those that came after it. */
const drawCards = () => { void window.__awning.ready.then(() => window.__awning.fillLater()); };

const started: Record<string, Callback> = {
  ProductBrowser(...args) {
    present(false);
    const product = option(args, 'defaultProductId'), category = option(args, 'defaultCategoryId');
    if (location.pathname !== '/' || !product && !category) return;
    Ecwid.OnAPILoaded.add(() => { Ecwid.openPage(product ? 'product' : 'category', { id: product || category }); });
  },
  CategoriesV2: (...args) => { copied(args, '#site-menu > *'); },
  SearchWidget: (...args) => { copied(args, '#site-search form'); },
  Product: drawCards,
  SingleProduct: drawCards,
};

/** Adds the calls that put widgets into a page. */
export function addWidgets(): void {
  window.xProductBrowser = started.ProductBrowser;
  window.xCategoriesV2 = started.CategoriesV2;
  window.xSearch = window.xSearchPanel = started.SearchWidget;
  window.xProduct = window.xSingleProduct = drawCards;
  const init = window.ecwid_onBodyDone = () => {
    present(false);
    for (const { widgetType, id, arg = [] } of (window._xnext_initialization_scripts ?? []).splice(0)) {
      started[widgetType]?.(...id ? [`id=${id}`, ...arg] : arg);
    }
  };
  Object.assign(Ecwid, {
    init,
    destroy: () => { present(true); },
    getInitializedWidgets: () => Object.entries(WIDGETS).filter(([, place]) => document.querySelector(place)).map(([name]) => name),
    showProductFilters() {
      const filters = document.querySelector<HTMLDetailsElement>('#filters');
      if (!filters) return;
      filters.open = true;
      filters.querySelector<HTMLElement>('a, input')?.focus();
    },
    setStorefrontBaseUrl(url: unknown) {
      ec.config.store_main_page_url = String(url);
      Ecwid.refreshConfig();
    },
    // Lists and galleries are laid out by the style sheet; scripts that listen are told.
    resizeProductBrowser: () => { window.dispatchEvent(new Event('resize')); },
  });
}

function option(args: unknown[], name: string): string | undefined {
  return args.map(String).find((it) => it.startsWith(name + '='))?.slice(name.length + 1);
}

function present(isHidden: boolean): void {
  const page = document.getElementById('page');
  if (page) page.hidden = isHidden;
}

function copied(args: unknown[], what: string): void {
  const place = document.getElementById(option(args, 'id') ?? ''), from = document.querySelector(what);
  if (!place || !from || place.firstChild) return;
  const copy = from.cloneNode(true) as Element;
  for (const node of copy.querySelectorAll('[id], [for]')) {
    node.removeAttribute('id');
    node.removeAttribute('for');
  }
  place.append(copy);
}
