// The design settings: what the shop's own settings and the page's `ec.storefront` say is put on the
// root element, as classes and properties that the style sheet goes by (spec/config.md 2 and 4).
(function () {
  'use strict';
  var table = TABLE, boot = window.__awning.boot, root = document.documentElement, style = root.style;
  var colors = { 'color-background': '--paper', 'color-foreground': '--ink', 'color-link': '--accent-text', 'color-button': '--accent', 'color-price': '--price' };

  function read(key) {
    var kind = table[key], page = ec.storefront[key];
    return is(kind, page) ? page : boot.design[key];
  }
  // A value that is not allowed counts as none.
  function is(kind, value) {
    if (kind === 'flag') return typeof value === 'boolean';
    if (kind === 'number') return typeof value === 'number' && isFinite(value);
    if (kind === 'text') return typeof value === 'string';
    return typeof value === 'string' && kind.split(' ').indexOf(value.toUpperCase()) >= 0;
  }
  window.__awning.design = read;
  function set(name, value) {
    if (value === undefined || value === '') style.removeProperty(name); else style.setProperty(name, value);
  }
  function chameleon() {
    var all = ec.config.chameleon || {}, chosen = all.colors === 'auto' ? {} : all.colors || all, font = all.font || {};
    Object.keys(colors).forEach(function (key) {
      var value = chosen[key];
      set(colors[key], typeof value === 'string' && CSS.supports('color', value) ? value : undefined);
    });
    root.classList.toggle('ec-exact-gallery', !!(chosen.gallery && chosen.gallery.use_exact_colors) || chosen['gallery.use_exact_colors'] === true);
    var family = typeof font['font-family'] === 'string' ? font['font-family'] : undefined;
    set('--sans', family);
    set('--serif', family);
  }
  function links() {
    var home = read('breadcrumbs_home_url'), base = ec.config.store_main_page_url || window.ecwid_ProductBrowserURL;
    var bag = document.querySelector('#bag a');
    document.querySelectorAll('.breadcrumbs__item--home a').forEach(function (crumb) { crumb.href = home || '/'; });
    if (bag) bag.href = (base ? withoutEnd(base) : '') + '/cart';
  }
  // The store root shows what its URL and the shop's settings want; a page's script may want something else.
  function catalog() {
    var place = document.getElementById('root-catalog');
    if (!place) return;
    var face = read('enable_catalog_on_one_page') ? 'sections' : read('hide_category_block_show_all_enabled_products') ? 'products' : 'usual';
    if (face === place.dataset.face) return;
    place.dataset.face = face;
    window.__awning.part('/?catalog=' + face, 'root-catalog');
  }
  // The bill's own address is open from the start, until the shopper says otherwise.
  function billing() {
    var same = document.querySelector('#ec-same-address[data-start]');
    if (!same || !read('checkout_expand_billing_address_form')) return;
    same.removeAttribute('data-start');
    same.checked = false;
  }
  function withoutEnd(url) { return String(url).replace(/[#/]*$/, ''); }
  function canonical() {
    // What the server said stays in `og:url`.
    var own = document.querySelector('link[rel=canonical]'), said = document.querySelector('meta[property="og:url"]'), base = ec.config.canonical_base_url, urls = ec.config.storefrontUrls || {};
    if (!own || !said) return;
    var at = new URL(said.content), path = at.pathname + at.search, pages = urls.enableHreflangTags && urls.internationalPages;
    own.href = (base ? withoutEnd(base) : at.origin) + path;
    if (!pages) return;
    document.querySelectorAll('link[hreflang]').forEach(function (link) { link.remove(); });
    Object.keys(pages).forEach(function (locale) {
      var link = document.createElement('link');
      link.rel = 'alternate';
      link.hreflang = locale === 'default' ? 'x-default' : locale;
      link.href = withoutEnd(pages[locale]) + path;
      document.head.append(link);
    });
  }

  Ecwid.refreshConfig = function () {
    Object.keys(table).forEach(function (key) {
      var kind = table[key], value = read(key), prefix = 'ec-' + key + '--';
      if (kind === 'number') return set('--ec-' + key, value);
      if (kind === 'text') return set('--ec-' + key, value === undefined ? undefined : JSON.stringify(value));
      root.classList.forEach(function (name) { if (name.indexOf(prefix) === 0) root.classList.remove(name); });
      if (value !== undefined) root.classList.add(prefix + String(value).toUpperCase());
    });
    chameleon();
    links();
    billing();
    catalog();
    canonical();
    if (window.__awning.extraFields) window.__awning.extraFields();
  };
  document.addEventListener('DOMContentLoaded', Ecwid.refreshConfig);
})();
