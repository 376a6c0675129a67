// Pages are patched, never replaced: what a script put there, took away or listens to stays. Each node
// that the server drew is known by what the server last said of it; only what it says otherwise now is
// changed. A morph of two trees would take a script's nodes and classes for its own, and weighs more.
(function () {
  'use strict';
  var shop = window.__awning, pairs = new WeakMap();
  function both(live, said) { pairs.set(live, said); pairs.set(said, live); }
  function pair(live, said) {
    both(live, said);
    said.childNodes.forEach(function (child, place) { pair(live.childNodes[place], child); });
  }
  function sign(node, loosely) {
    if (node.nodeType !== 1) return node.nodeName;
    var classes = node.getAttribute('class') || '';
    return [node.localName, node.id || node.dataset.key, node.getAttribute('name'), loosely ? classes.split(' ')[0] : classes].join();
  }
  // The node that was drawn as `said`; a script may have written the inside of `parent` anew.
  function alive(said, parent) {
    var live = pairs.get(said);
    if (live && live.isConnected) return live;
    live = Array.from(parent.childNodes).find(function (node) {
      return !pairs.has(node) && sign(node, true) === sign(said, true) && node.data === said.data;
    });
    if (live) both(live, said);
    return live;
  }
  function children(live, old, now, sent) {
    var olds = Array.from(old.childNodes), news = Array.from(now.childNodes), matches = new Map(), last;
    [false, true].forEach(function (loosely) {
      news.forEach(function (node) {
        var place = matches.has(node) ? -1 : olds.findIndex(function (it) { return sign(it, loosely) === sign(node, loosely); });
        if (place >= 0) matches.set(node, olds.splice(place, 1)[0]);
      });
    });
    olds.forEach(function (it) {
      var gone = alive(it, live);
      if (gone) gone.remove();
    });
    news.forEach(function (node) {
      var it = matches.get(node), here = it && alive(it, live);
      if (here) {
        patch(here, it, node, sent);
        if (last && last.parentNode === here.parentNode && last.compareDocumentPosition(here) & 2) last.after(here);
      } else if (!it) {
        here = document.importNode(node, true);
        pair(here, node);
        if (last) last.after(here); else live.prepend(here);
      } else if (node.data !== it.data && !live.children.length) live.textContent = node.data;
      last = here || last;
    });
  }
  function patch(live, old, now, sent) {
    old = pairs.get(live) || old;
    both(live, now);
    if (now.nodeType !== 1) {
      if (old.data !== now.data) live.data = now.data;
      return;
    }
    // What was typed since the server was asked is the shopper's.
    var isField = /^(input|select|textarea)$/.test(now.localName), yields = isField && state(live) === (sent && sent.has(live) ? sent.get(live) : state(old, true));
    new Set(old.getAttributeNames().concat(now.getAttributeNames())).forEach(function (name) {
      var before = old.getAttribute(name), after = now.getAttribute(name);
      if (before === after) return;
      if (name === 'class') {
        old.classList.forEach(function (it) { if (!now.classList.contains(it)) live.classList.remove(it); });
        now.classList.forEach(function (it) { if (!old.classList.contains(it)) live.classList.add(it); });
      } else if (after === null) live.removeAttribute(name); else live.setAttribute(name, after);
    });
    children(live, old, now, sent);
    var meant = yields && state(now, true);
    if (yields && state(live) !== meant) live[isBox(live) ? 'checked' : 'value'] = meant;
  }
  function isBox(field) { return /radio|checkbox/.test(field.type); }
  // What stands in a field, or what was `said` to stand there.
  function state(field, said) {
    if (isBox(field)) return said ? field.defaultChecked : field.checked;
    return said && field.localName !== 'select' ? field.defaultValue : field.value;
  }

  // What stands in the fields of `form` when it is sent.
  shop.sent = function (form) {
    return new Map(Array.from(form.elements, function (field) { return [field, state(field)]; }));
  };
  // The inside of the element with `id` becomes what `from` says; or a page of its own, where it is `new`.
  shop.put = function (id, from, sent, isNew) {
    var live = document.getElementById(id);
    if (!live || !from) return;
    if (isNew) {
      live.replaceChildren.apply(live, Array.from(from.childNodes, function (node) { return document.importNode(node, true); }));
      return pair(live, from);
    }
    if (!pairs.has(live)) pair(live, live.cloneNode(true));
    children(live, pairs.get(live), from, sent);
    both(live, from);
  };
  ['page', 'bag', 'site-footer'].forEach(function (id) {
    var live = document.getElementById(id);
    if (live) pair(live, live.cloneNode(true));
  });
})();
