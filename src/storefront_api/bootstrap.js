// Inlined before any merchant script: `window.Ecwid` with its event containers, `window.ec`, and
// the few calls that must answer at once. The Rust half attaches when the page has hydrated.
(function () {
  'use strict';
  var boot = JSON.parse(document.getElementById('awning-boot').textContent);
  var fire = {}, visitor = boot.customer && JSON.parse(boot.customer.profile);

  // What `keep`s its last state also tells it to those who subscribe late, once.
  function container(name, keep) {
    var subscribers = [], last;
    function call(subscriber, args) {
      subscriber.due = false;
      try { return subscriber.callback.apply(null, structuredClone(args)); } catch (error) { console.error(error); }
    }
    fire[name] = function (args) {
      if (keep) last = args;
      return subscribers.slice().map(function (subscriber) { return call(subscriber, args); }).indexOf(false) < 0;
    };
    return { add: function (callback) {
      if (typeof callback !== 'function') return;
      var subscriber = { callback: callback, due: !!last };
      subscribers.push(subscriber);
      if (last) Promise.resolve().then(function () { if (subscriber.due) call(subscriber, last); });
    } };
  }

  var Ecwid = window.Ecwid = window.Ecwid || {};
  ['OnAPILoaded', 'OnPageLoad', 'OnPageLoaded', 'OnSetProfile', 'OnCartChanged'].forEach(function (name) {
    Ecwid[name] = container(name, true);
  });
  ['OnTileLoaded', 'OnTileUnloaded', 'OnPageSwitch', 'OnOrderPlaced', 'OnConsentChanged', 'OnProductOptionsChanged'].forEach(function (name) {
    Ecwid[name] = container(name);
  });
  Ecwid.getOwnerId = function () { return boot.shop.id; };
  Ecwid.getStorefrontLang = function () { return boot.language; };
  Ecwid.isStorefrontV3 = function () { return true; };
  Ecwid.getStaticBaseUrl = function () { return location.origin + '/assets/'; };
  Ecwid.getFeatureToggles = function () {
    return { newProductList: true, newDetailsPage: true, customerLoginByLink: false, newCartPage: true, newCheckoutPage: true };
  };
  Ecwid.getAppPublicToken = function (id) { return own(boot.apps, id).token; };
  Ecwid.getAppPublicConfig = function (id) { var config = own(boot.apps, id).config; return config === undefined ? null : config; };
  Ecwid.getInitializedWidgets = function () {
    var widgets = { ProductBrowser: '#page', SearchPanel: '#site-search form', Categories: '#site-menu', Minicart: '#bag a' };
    return Object.keys(widgets).filter(function (name) { return document.querySelector(widgets[name]); });
  };
  // Saved addresses, then what a proxy says, then nothing.
  Ecwid.getVisitorLocation = function () {
    var profile = visitor || {};
    var saved = (profile.shippingAddresses || []).map(function (one) { return ['SHIPPING_ADDRESS', one.person || one]; });
    if (profile.billingPerson) saved.push(['BILLING_ADDRESS', profile.billingPerson]);
    var first = saved.filter(function (one) { return one[1].countryCode; })[0] || ['IP_ADDRESS', { countryCode: boot.country }];
    return { countryCode: first[1].countryCode || null, stateCode: first[1].stateOrProvinceCode || null, source: first[0] };
  };
  Ecwid.showProductFilters = function () {
    var filters = document.getElementById('filters');
    if (!filters) return;
    filters.open = true;
    filters.querySelector('a, input').focus();
  };
  Ecwid.setStorefrontBaseUrl = function (url) { ec.config.store_main_page_url = String(url); Ecwid.refreshConfig(); };
  // Lists and galleries are laid out by the style sheet; scripts that listen are told.
  Ecwid.resizeProductBrowser = function () { window.dispatchEvent(new Event('resize')); };
  // The storefront is on the shop's own pages already: who would put it there (spec/js-api.md 8) finds it.
  // A script of an embedded shop goes on here, with the menu and the search in the place it made for them.
  function option(args, name) {
    var found = Array.from(args).map(String).find(function (it) { return it.indexOf(name + '=') === 0; });
    return found && found.slice(name.length + 1);
  }
  function present(isHidden) {
    var page = document.getElementById('page');
    if (page) page.hidden = isHidden;
  }
  function copied(args, what) {
    var place = document.getElementById(option(args, 'id')), from = document.querySelector(what);
    if (!place || !from || place.firstChild) return;
    var copy = from.cloneNode(true);
    copy.querySelectorAll('[id], [for]').forEach(function (node) { node.removeAttribute('id'); node.removeAttribute('for'); });
    place.append(copy);
  }
  var started = { ProductBrowser: function () {
    present(false);
    var product = option(arguments, 'defaultProductId'), category = option(arguments, 'defaultCategoryId');
    if (location.pathname !== '/' || !product && !category) return;
    Ecwid.OnAPILoaded.add(function () { Ecwid.openPage(product ? 'product' : 'category', { id: product || category }); });
  }, CategoriesV2: function () { copied(arguments, '#site-menu > *'); }, SearchWidget: function () { copied(arguments, '#site-search form'); } };
  window.xProductBrowser = started.ProductBrowser;
  window.xCategoriesV2 = started.CategoriesV2;
  window.xSearch = window.xSearchPanel = started.SearchWidget;
  Ecwid.init = window.ecwid_onBodyDone = function () {
    present(false);
    (window._xnext_initialization_scripts || []).splice(0).forEach(function (widget) {
      var start = started[widget.widgetType], args = widget.arg || [];
      if (start) start.apply(null, widget.id ? ['id=' + widget.id].concat(args) : args);
    });
  };
  Ecwid.destroy = function () { present(true); };
  function own(all, key) { return all && Object.prototype.hasOwnProperty.call(all, key) ? all[key] : {}; }

  var instantsite = window.instantsite = window.instantsite || {};
  instantsite.onTileLoaded = Ecwid.OnTileLoaded;
  instantsite.onTileUnloaded = Ecwid.OnTileUnloaded;
  delete Ecwid.OnTileLoaded;
  delete Ecwid.OnTileUnloaded;
  instantsite.getSiteId = Ecwid.getOwnerId;
  instantsite.getAppPublicToken = Ecwid.getAppPublicToken;
  instantsite.getAppPublicConfig = Ecwid.getAppPublicConfig;
  // A section of the page is told of when it comes into view, and when it goes.
  var seen = {}, tiles = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      var id = entry.target.id;
      if (entry.isIntersecting === !!seen[id]) return;
      seen[id] = entry.isIntersecting;
      fire[entry.isIntersecting ? 'OnTileLoaded' : 'OnTileUnloaded']([id]);
    });
  });
  function watchTiles() { document.querySelectorAll('.ins-tile[id]').forEach(function (tile) { tiles.observe(tile); }); }
  document.addEventListener('DOMContentLoaded', watchTiles);

  var ec = window.ec = window.ec || {};
  ec.config = ec.config || {};
  ec.storefront = ec.storefront || {};
  ec.order = ec.order || {};
  ec.order.extraFields = ec.order.extraFields || {};

  // Back and forward can be vetoed although they have happened: each entry knows its place, and is gone back from.
  var place = history.state && history.state.place || 0, at = location.href, returns = false;
  function placed(method, step) {
    var original = history[method];
    history[method] = function (state, title, url) {
      original.call(history, Object.assign({}, state, { place: place += step }), title, url);
      at = location.href;
    };
  }
  placed('pushState', 1);
  placed('replaceState', 0);
  history.replaceState(history.state, '');
  window.addEventListener('popstate', function (event) {
    var to = event.state && event.state.place, may = window.__awning.maySwitch;
    popped = event.state;
    var stays = returns || typeof to === 'number' && may && at.split('#')[0] !== location.href.split('#')[0] && !may(location.pathname + location.search);
    popped = null;
    if (!stays) {
      // A hash typed into the address bar is an entry of its own.
      place = typeof to === 'number' ? to : place + 1;
      history.replaceState(event.state, '');
      return;
    }
    event.stopImmediatePropagation();
    if (!returns) history.go(place - to);
    returns = !returns;
  }, true);

  var after = [], pages = {}, shown, popped;
  // The category that a product was come from (spec/js-api.md 2.4): 0 is the root, -1 unknown. An entry of
  // the history remembers its own, for those who come back.
  function cameFrom(isSwitch) {
    var state = popped || !isSwitch && history.state || {};
    return 'from' in state ? state.from : shown && shown.type === 'CATEGORY' ? shown.categoryId : -1;
  }

  // Nodes that scripts inject before hydration are taken out for its duration and put back.
  var changes = [], observer = new MutationObserver(function (records) { changes.push.apply(changes, records); });
  document.addEventListener('readystatechange', function () {
    if (observer) observer.observe(document.body, { childList: true, subtree: true });
  }, { once: true });
  function apply(change, out, back) {
    out.forEach(function (node) { if (node.parentNode === change.target) change.target.removeChild(node); });
    back.forEach(function (node) {
      var next = change.nextSibling, previous = change.previousSibling;
      if (next && next.parentNode !== change.target) next = previous && previous.parentNode === change.target ? previous.nextSibling : null;
      change.target.insertBefore(node, next);
    });
  }
  Object.defineProperty(window, '__awning', { value: {
    fire: function (name, args) {
      var page = /^OnPage/.test(name) && args[0];
      if (name === 'OnSetProfile') visitor = args[0];
      if (page && page.type === 'PRODUCT' && page.categoryId === undefined) page.categoryId = cameFrom(name === 'OnPageSwitch');
      if (name === 'OnPageLoaded') {
        if (page.type === 'PRODUCT') history.replaceState(Object.assign({}, history.state, { from: page.categoryId }), '');
        pages[location.pathname] = shown = page;
      }
      var heard = fire[name](args);
      if (name === 'OnPageLoaded') after.splice(0).forEach(function (callback) { callback(); });
      return heard;
    },
    // What happens to the bag before its script has come waits for it.
    early: [],
    bag: function (what) { this.early.push(what); },
    known: function (url) {
      var path = new URL(url, location.origin).pathname, links = document.querySelectorAll('a[data-product-id], a[data-category-id]');
      var link = Array.from(links).find(function (a) { return a.pathname === path; }), data = link && link.dataset;
      if (!data) return Object.assign({}, pages[path] || { type: 'SITE' });
      return data.productId ? { type: 'PRODUCT', productId: +data.productId, mainCategoryId: 0 } : { type: 'CATEGORY', categoryId: +data.categoryId };
    },
    afterPage: function (callback) { after.push(callback); },
    boot: boot,
    scroll: function () {
      watchTiles();
      document.getElementById('main').focus({ preventScroll: true });
      var how = ec.config.navigation_scrolling;
      if (how === 'CUSTOM' && typeof ec.config.custom_scroller === 'function') return ec.config.custom_scroller();
      if (how !== 'DISABLED') window.scrollTo(0, Number(ec.config.scroll_indent) || 0);
    },
    rewind: function () {
      changes.push.apply(changes, observer.takeRecords());
      observer.disconnect();
      observer = null;
      changes.slice().reverse().forEach(function (change) { apply(change, change.addedNodes, change.removedNodes); });
    },
    replay: function () {
      changes.forEach(function (change) { apply(change, change.removedNodes, change.addedNodes); });
      changes = [];
    }
  } });
})();
