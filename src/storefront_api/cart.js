// Ecwid.Cart (spec/js-api.md 6): the shop keeps the bag, prices it and decides; here calls wait their
// turn, and what came of them is told. In JavaScript for its size, like live.js.
(function () {
  'use strict';
  var shop = window.__awning, boot = shop.boot, Cart = Ecwid.Cart = {};
  var EMPTY = { items: [], productsQuantity: 0, weight: 0 };
  var held = { cart: EMPTY, lines: [] }, told, depth = 0, DEEPEST = 8;
  var tabs = window.BroadcastChannel && new BroadcastChannel('awning-bag');
  var last = new Promise(function (loaded) { Ecwid.OnAPILoaded.add(loaded); });

  // One call after the other, in the order they were made. A call out of an OnCartChanged handler is
  // one deeper; when handlers go on answering each other, they are told no more.
  function queue(work) {
    var at = depth + 1;
    return last = last.then(function () { return work(at); }).catch(function (error) { console.error(error); });
  }
  async function ask(path, body) {
    var options = { headers: { accept: 'application/json' } };
    if (body !== undefined) {
      options.method = 'POST';
      options.headers['content-type'] = 'application/json';
      options.body = JSON.stringify(body);
    }
    var answer = await fetch('/api/cart' + path, options);
    if (!answer.ok) throw new Error('the shop answered ' + answer.status);
    return answer.json();
  }
  function call(callback, args) {
    if (typeof callback !== 'function') return;
    try { callback.apply(null, structuredClone(args)); } catch (error) { console.error(error); }
  }

  // Takes over the bag that the shop answered with; `at` is how deep the call was.
  function take(answer, at, quiet) {
    held = { cart: answer.cart, lines: answer.lines };
    var bag = document.createElement('div');
    bag.innerHTML = answer.bag;
    shop.put('bag', bag);
    mirror();
    if (quiet) told = essence(held.cart); else tell(held.cart, at);
  }
  function tell(cart, at) {
    var text = essence(cart);
    if (text === told || at > DEEPEST) return;
    told = text;
    depth = at;
    shop.fire('OnCartChanged', [cart]);
    depth = 0;
  }
  // No event is for the choice of payment, nor for whose bill it is.
  function essence(cart) {
    return JSON.stringify(cart, function (key, value) { return /^(payment|billingPerson)/.test(key) ? undefined : value; });
  }
  // What scripts read of it in the browser's storage (spec/dom.md 1.12).
  function mirror() {
    if (!shop.keep) return;
    var items = held.cart.items.map(function (item) {
      var product = item.product;
      return { productId: product.id, sku: product.sku, name: product.name, price: product.price, quantity: item.quantity };
    });
    shop.keep('PSecwid__' + boot.shop.id + 'PScart', JSON.stringify({ cartId: held.cart.cartId, order: { items: items } }));
    shop.keep('ec-' + boot.shop.id + '-checkout', JSON.stringify({ id: held.cart.cartId, itemsCount: held.cart.productsQuantity }));
  }
  // The bag was changed here: other tabs look, and so does the page that shows it.
  function changed() {
    if (tabs) tabs.postMessage('changed');
    shop.bagChanged();
  }
  if (tabs) tabs.onmessage = function () {
    queue(async function (at) { take(await ask(''), at); shop.bagChanged(); });
  };

  // `start`, `sync`, `posted` or `gone`: what happened to the bag besides calls. Whoever signs in is
  // told of the bag, though it may be the same.
  shop.bag = function (what) {
    if (what === 'start' && !boot.bag) { tell(EMPTY, 0); return mirror(); }
    if (what === 'gone') { held = { cart: EMPTY, lines: [] }; tell(null, 0); mirror(); }
    queue(async function (at) {
      var answer = await ask('');
      if (what === 'sync') told = undefined;
      take(answer, at, what === 'gone' && !answer.lines.length);
    });
  };
  // A form changed the bag.
  shop.bagPosted = function () {
    if (tabs) tabs.postMessage('changed');
    shop.bag('posted');
  };

  Cart.get = function (callback) {
    queue(async function () {
      if (boot.bag && !held.lines.length) held = await ask('').catch(function () { return held; });
      call(callback, [held.cart]);
    });
  };

  Cart.addProduct = function (product, callback) {
    var item = product && typeof product === 'object' ? product : { id: product };
    queue(function (at) { return add(item, callback || item.callback, at); });
  };
  async function add(item, callback, at) {
    var asked = { id: item.id, quantity: item.quantity, options: item.options, selectedPrice: item.selectedPrice, recurringChargeSettings: item.recurringChargeSettings };
    try {
      var answer = await ask('/products', asked);
      if (answer.success) { take(answer, at); changed(); }
      call(callback, [answer.success, answer.product || null, answer.cart].concat(answer.success ? [] : [answer.error]));
    } catch (error) { call(callback, [false, null, held.cart, error.message]); }
  }

  Cart.removeProduct = function (index, callback) { Cart.removeProducts([index], callback); };
  Cart.removeProducts = function (indexes, callback) {
    indexes = Array.isArray(indexes) ? indexes : [indexes];
    // Which lines these are is decided now, whatever the calls before this one do to the bag.
    var meant = indexes.map(function (index) { return held.lines[index]; });
    queue(async function (at) {
      var lines = meant.map(function (line, place) { return line === undefined ? held.lines[indexes[place]] : line; });
      if (!lines.length || lines.some(function (line) { return line === undefined; })) {
        return call(callback, [false, 0, null, held.cart, 'There is no product at this index']);
      }
      try {
        var answer = await ask('/removed', { lines: lines });
        take(answer, at);
        changed();
        call(callback, [answer.success, answer.removed, answer.product, answer.cart].concat(answer.success ? [] : ['The product is in the cart no more']));
      } catch (error) { call(callback, [false, 0, null, held.cart, error.message]); }
    });
  };
  Cart.clear = function (callback) {
    queue(async function (at) {
      try {
        take(await ask('/cleared', {}), at);
        changed();
        call(callback, [true]);
      } catch (error) { call(callback, [false, error.message]); }
    });
  };

  Cart.calculateTotal = function (callback) {
    queue(async function () { call(callback, [await ask('/total').catch(function () { return null; })]); });
  };
  Cart.canGotoCheckout = function (callback) { queue(function () { call(callback, [true]); }); };
  Cart.gotoCheckout = function (callback) {
    queue(function () { shop.afterPage(function () { call(callback, []); }); shop.open('/checkout'); });
  };

  // What is said of the shopper: `quiet` if no event is documented for it.
  function says(name, quiet) {
    return function (value, ok, fail) {
      if (value === undefined || value === null || value === '') {
        if (name !== 'orderComments') return call(fail, [0, 'Missing argument']);
      }
      queue(async function (at) {
        try {
          var said = {};
          said[name] = name.indexOf('ddress') > 0 ? value : String(value);
          var answer = await ask('/profile', said);
          if ('code' in answer) return call(fail, [answer.code, answer.message]);
          take(answer, at, quiet);
          if (!quiet) changed();
          call(ok, []);
        } catch (error) { call(fail, [100, 'Incorrect data passed']); }
      });
    };
  }
  Cart.setCustomerEmail = says('email', true);
  Cart.setOrderComments = says('orderComments', true);
  Cart.setAddress = says('address');
  Cart.setBillingAddress = says('billingAddress', true);
  // Who sent the shopper: said before the order is placed.
  shop.sayReferer = async function () {
    if (ec.order.referer_id) await ask('/profile', { refererId: String(ec.order.referer_id) });
  };

  var drawing;
  // Extra fields that the page's scripts define: the shop draws, checks and prices them.
  shop.extraFields = function () {
    var cart = document.querySelector('#page .ec-cart[data-extra-fields]'), fields = ec.order.extraFields;
    if (!cart || !document.querySelector('.ec-cart-summary') || !fields || typeof fields !== 'object') return;
    var text = JSON.stringify(fields);
    if (text === JSON.stringify(JSON.parse(cart.dataset.extraFields || '{}'))) return;
    cart.dataset.extraFields = text;
    drawing = queue(async function (at) {
      take(await ask('/extra-fields', JSON.parse(text)), at);
      await shop.redraw();
    });
  };
  // Calls back when the page has what its scripts define.
  shop.settle = function (done) {
    Ecwid.refreshConfig();
    if (!drawing) return done();
    drawing.then(done);
    drawing = null;
  };

  // Pre-filled bags: /cart?create=… (spec/pages.md 4); whatever cannot be read changes nothing.
  function payload(code) {
    var text = code;
    if (text[0] !== '{') text = atob(text.replace(/ /g, '+'));
    if (text[0] === '%') text = decodeURIComponent(text);
    else if (text !== code) text = decodeURIComponent(escape(text));
    return JSON.parse(text);
  }
  shop.create = function () {
    var code = location.pathname === '/cart' && new URLSearchParams(location.search).get('create'), asked;
    if (!code) return;
    history.replaceState(history.state, '', '/cart');
    try { asked = payload(code); } catch (error) { return; }
    if (!asked || !Array.isArray(asked.products)) return;
    asked.products.slice(0, 100).forEach(function (product) { if (product && typeof product === 'object') Cart.addProduct(product); });
    var profile = asked.profile || {};
    if (profile.email) Cart.setCustomerEmail(profile.email);
    if (profile.address) Cart.setAddress(profile.address);
    if (profile.billingAddress) Cart.setBillingAddress(profile.billingAddress);
    if (profile.orderComments) Cart.setOrderComments(profile.orderComments);
    if (asked.gotoCheckout === true) Cart.gotoCheckout();
    else queue(shop.bagChanged);
  };
  shop.early.forEach(shop.bag);
})();
