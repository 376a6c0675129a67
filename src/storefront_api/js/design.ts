// The design settings: what the shop's own settings and the page's `ec.storefront` say is put on the root
// element, as classes and properties that the style sheet goes by (spec/config.md 2 and 4).
import { showHearts } from '../../favourites/js/hearts.ts';
import { loadPart } from '../../ui/js/redraw.ts';
import table from '../design_settings.json';
import { isObject } from './ecwid.ts';
import { drawExtraFields } from './extra_fields.ts';
import { allows, withoutEnd } from './values.ts';

const COLORS = { 'color-background': '--paper', 'color-foreground': '--ink', 'color-link': '--accent-text', 'color-button': '--accent', 'color-price': '--price' };
type Key = keyof typeof table;
const keys = Object.keys(table) as Key[];
const root = document.documentElement;

/** The value of a setting: the page's if it is allowed, else the shop's. */
export function design(key: Key): unknown {
  const wanted = ec.storefront[key];
  return allows(table[key], wanted) ? wanted : window.__awning.boot.design[key];
}

/** Lets the page follow the settings as they are now. */
export function refreshConfig(): void {
  for (const key of keys) follow(key);
  chameleon();
  links();
  billing();
  catalog();
  canonical();
  drawExtraFields();
}

function follow(key: Key): void {
  const kind = table[key], value = design(key), prefix = `ec-${key}--`;
  if (kind === 'number') set('--ec-' + key, value);
  else if (kind === 'text') set('--ec-' + key, value === undefined ? undefined : JSON.stringify(value));
  else {
    for (const name of Array.from(root.classList)) if (name.startsWith(prefix)) root.classList.remove(name);
    if (value !== undefined) root.classList.add(prefix + String(value).toUpperCase());
  }
}

function set(name: string, value: unknown): void {
  if (value === undefined || value === '') root.style.removeProperty(name); else root.style.setProperty(name, String(value));
}

function chameleon(): void {
  const all = isObject(ec.config.chameleon) ? ec.config.chameleon : {};
  const chosen = all.colors === 'auto' ? {} : isObject(all.colors) ? all.colors : all;
  for (const [key, property] of Object.entries(COLORS)) {
    const value = chosen[key];
    set(property, typeof value === 'string' && CSS.supports('color', value) ? value : undefined);
  }
  const { gallery } = chosen;
  root.classList.toggle('ec-exact-gallery', !!(isObject(gallery) && gallery.use_exact_colors) || chosen['gallery.use_exact_colors'] === true);
  const family = isObject(all.font) && typeof all.font['font-family'] === 'string' ? all.font['font-family'] : undefined;
  set('--sans', family);
  set('--serif', family);
}

function links(): void {
  const home = design('breadcrumbs_home_url') as string | undefined;
  const base = ec.config.store_main_page_url || window.ecwid_ProductBrowserURL;
  const link = document.querySelector<HTMLAnchorElement>('#minicart a');
  for (const crumb of document.querySelectorAll<HTMLAnchorElement>('.breadcrumbs__item--home a')) crumb.href = home || '/';
  if (link) link.href = (base ? withoutEnd(base) : '') + '/cart';
}

/** The bill's own address is open from the start, until the shopper says otherwise. */
function billing(): void {
  const same = document.querySelector<HTMLInputElement>('#ec-same-address[data-start]');
  if (!same || !design('checkout_expand_billing_address_form')) return;
  same.removeAttribute('data-start');
  same.checked = false;
}

/** The store root shows what its URL and the shop's settings want; a page's script may want something else. */
function catalog(): void {
  const place = document.getElementById('root-catalog');
  if (!place) return;
  const layout = design('enable_catalog_on_one_page') ? 'sections' : design('hide_category_block_show_all_enabled_products') ? 'products' : 'usual';
  if (layout === place.dataset.layout) return;
  place.dataset.layout = layout;
  void loadPart(`/?catalog=${layout}`, 'root-catalog').then(() => { showHearts(); });
}

function canonical(): void {
  // What the server said stays in `og:url`.
  const own = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const said = document.querySelector<HTMLMetaElement>('meta[property="og:url"]');
  if (!own || !said) return;
  const at = new URL(said.content), path = at.pathname + at.search, base = ec.config.canonical_base_url;
  own.href = (base ? withoutEnd(base) : at.origin) + path;
  const urls = isObject(ec.config.storefrontUrls) ? ec.config.storefrontUrls : {};
  if (!urls.enableHreflangTags || !isObject(urls.internationalPages)) return;
  for (const link of document.querySelectorAll('link[hreflang]')) link.remove();
  for (const [locale, page] of Object.entries(urls.internationalPages)) {
    const link = document.createElement('link');
    link.rel = 'alternate';
    link.hreflang = locale === 'default' ? 'x-default' : locale;
    link.href = withoutEnd(page) + path;
    document.head.append(link);
  }
}
