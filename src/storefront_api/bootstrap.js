// Inlined before any merchant script: `window.Ecwid` with its event containers, `window.ec`, and
// the few calls that must answer at once. The Rust half attaches when the page has hydrated.
(function () {
  'use strict';
  var boot = JSON.parse(document.getElementById('awning-boot').textContent);
  var fire = {};

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
  ['OnPageSwitch', 'OnOrderPlaced', 'OnConsentChanged', 'OnProductOptionsChanged'].forEach(function (name) {
    Ecwid[name] = container(name);
  });
  Ecwid.getOwnerId = function () { return boot.shop.id; };
  Ecwid.getStorefrontLang = function () { return boot.language; };
  Ecwid.isStorefrontV3 = function () { return true; };

  var ec = window.ec = window.ec || {};
  ec.config = ec.config || {};
  ec.storefront = ec.storefront || {};
  ec.order = ec.order || {};
  ec.order.extraFields = ec.order.extraFields || {};

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
    fire: function (name, args) { return fire[name](args); },
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
