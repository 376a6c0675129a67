// Forms and links that need no new page: a choice changes a price, a product goes into the bag, a
// list grows, a search is suggested for. The server draws what changes; here it is put in place.
// In JavaScript because it is a tenth of what the same takes in the bundle.
(function () {
  'use strict';
  var shop = window.__awning;
  function byId(id) { return document.getElementById(id); }
  function closest(event, selector) { return event.target && event.target.closest ? event.target.closest(selector) : null; }

  // What a form would send; `all` keeps empty fields.
  function query(form, all) {
    var pairs = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (all || value !== '') pairs.append(name, value); });
    return pairs.toString();
  }
  function urlOf(form) {
    var asked = query(form);
    return form.getAttribute('action') + (asked ? '?' + asked : '');
  }
  async function page(url, options) {
    var answer = await fetch(url, Object.assign({ headers: { accept: 'text/html' } }, options));
    var html = await answer.text(), found = new DOMParser().parseFromString(html, 'text/html');
    if (!found.getElementById('page')) throw new Error('no page at ' + url);
    // It was read as if there were no scripts.
    found.querySelectorAll('noscript').forEach(function (node) { node.remove(); });
    return { url: answer.url, page: found, get: function (id) { return found.getElementById(id); } };
  }
  shop.part = async function (url, id) { put(await page(url), id); };
  function put(fetched, id, sent) { shop.put(id, fetched.get(id), sent); }

  // A choice was made: scripts are told, and what depends on it is brought up to date.
  async function chosen(event) {
    var field = event.target, form = field.form;
    if (!form || !form.dataset.liveUrl || !field.closest('.details-product-options')) return;
    var isText = field.matches('textarea, input[type=text], input[type=date]');
    // A field tells of one change twice: text and boxes are heard at `input`, the others at `change`.
    var atInput = isText || field.type === 'checkbox';
    if (atInput !== (event.type === 'input')) return;
    shop.fire('OnProductOptionsChanged', [Number(form.dataset.productId)]);
    if (isText) return;
    var asked = query(form, true);
    try {
      var fetched = await page(form.dataset.liveUrl + asked);
      if (!form.isConnected || query(form, true) !== asked) return;
      put(fetched, 'page');
      var slides = document.querySelector('.details-gallery__slides');
      if (slides) slides.scrollLeft = 0;
    } catch (error) { shop.unreachable(); }
  }

  window.addEventListener('input', chosen);
  window.addEventListener('change', function (event) {
    var form = event.target.form;
    if (form && 'auto' in form.dataset && shop.go) shop.go(urlOf(form)); else chosen(event);
  });

  window.addEventListener('submit', function (event) {
    var form = event.target;
    hide();
    // Every button of the shop's own says what it does; one that does not came from a script.
    if (event.submitter && !event.submitter.hasAttribute('type')) event.preventDefault();
    if (event.defaultPrevented || !shop.go) return;
    if (form.hasAttribute('data-step')) {
      event.preventDefault();
      step(form, event.submitter);
    } else if (form.method === 'get' && !event.submitter?.hasAttribute('formaction') && form.getAttribute('action').startsWith('/')) {
      event.preventDefault();
      shop.go(urlOf(form));
    }
  });
  // A form that changes something: what it leads to is shown, here if it is this page.
  var sending = new WeakMap();
  async function step(form, button) {
    // Sent again before the answer came: what is meant is what stands there now.
    if (sending.has(form)) return void sending.set(form, form.hasAttribute('data-stay') ? null : button || {});
    sending.set(form, null);
    var asked = query(form, true), sent = shop.sent(form), body = new URLSearchParams(asked), url = form.getAttribute('action'), again;
    if (button && button.name) body.append(button.name, button.value);
    try {
      if (url === '/api/checkout/place') await shop.sayReferer();
      var fetched = await page(url, { method: 'POST', body: body }), to = new URL(fetched.url);
      again = sending.get(form);
      if (again) {
        sending.delete(form);
        return step(form, again);
      }
      if (form.hasAttribute('data-stay')) put(fetched, 'bag'), added(fetched.page);
      else if (to.pathname !== location.pathname) return shop.arrive(fetched.page, to.pathname + to.search), shop.bagPosted();
      else stay(fetched, to, sent, query(form, true) === asked);
      shop.learn(fetched.get('awning-boot').textContent);
      shop.bagPosted();
    } catch (error) { shop.unreachable(); } finally { if (!again) sending.delete(form); }
  }
  // What was added is said anew each time, also to whoever put the last one away.
  function added(page) { byId('added').replaceChildren.apply(byId('added'), page.getElementById('added').childNodes); }
  // The same page, as it is now; what is wrong gets the focus, unless more was typed meanwhile.
  function stay(fetched, to, sent, isRead) {
    put(fetched, 'bag');
    added(fetched.page);
    put(fetched, 'page', sent);
    history.replaceState(history.state, '', to.pathname + to.search);
    var wrong = isRead && document.querySelector('#page [aria-invalid=true]');
    if (wrong || document.activeElement === document.body) (wrong || byId('main')).focus({ preventScroll: !wrong });
  }
  // The fields follow the country; who types its name is not interrupted.
  var keyed = -1000, waiting, AGAIN = { name: 'again', value: 'yes' };
  window.addEventListener('keydown', function (event) { keyed = event.timeStamp; });
  function named(country) {
    var rest = document.activeElement === country ? keyed + 1000 - performance.now() : 0;
    clearTimeout(waiting);
    if (rest > 0) waiting = setTimeout(named, rest, country);
    else if (country.isConnected) step(country.form, AGAIN);
  }
  window.addEventListener('change', function (event) {
    var field = event.target, form = field.form;
    if (!form || !('step' in form.dataset)) return;
    if (form.dataset.step) form.requestSubmit();
    else if (/ec-country$/.test(field.id)) named(field);
    // What it costs or asks may depend on it.
    else if (field.closest('[data-again]')) step(form, AGAIN);
  });
  // A script or another tab changed the bag: the page that shows it follows, but for what is being typed.
  var looks = 0;
  shop.bagChanged = async function () {
    if (location.pathname !== '/cart') return;
    var look = ++looks, fetched = await page(location.href);
    if (look === looks && location.pathname === '/cart') put(fetched, 'page');
  };
  shop.redraw = async function () {
    var at = location.href, fetched = await page(at);
    if (at === location.href) put(fetched, 'page');
  };
  function told(page) {
    var boot = JSON.parse(page.getElementById('awning-boot').textContent);
    if (boot.order) shop.fire('OnOrderPlaced', [boot.order]);
  }
  Ecwid.OnAPILoaded.add(function () { told(document); shop.create(); });

  window.addEventListener('click', function (event) {
    if (!closest(event, '.site-menu__group')) closeMenus();
    if (!closest(event, '.site-search') || closest(event, 'a')) hide();
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    var picture = closest(event, 'a[data-picture]'), more = closest(event, 'a[data-more]');
    if (picture) {
      event.preventDefault();
      var slide = byId(picture.hash.slice(1)), opens = shop.design('product_details_additional_images_preview_on_click') === false;
      if (opens && picture.closest('.details-gallery__thumbs')) view(slide);
      else slide.parentElement.scrollTo({ left: slide.offsetLeft, behavior: 'smooth' });
    } else if (more) {
      event.preventDefault();
      grow(more.href);
    }
  }, true);

  // A picture as large as the window.
  function view(slide) {
    var viewer = document.createElement('dialog'), close = document.createElement('button');
    viewer.className = 'viewer';
    close.textContent = '×';
    close.ariaLabel = slide.closest('[data-close]').dataset.close;
    viewer.append(slide.firstElementChild.cloneNode(true), close);
    viewer.querySelectorAll('[sizes]').forEach(function (image) { image.sizes = '100vw'; });
    viewer.onclick = function () { viewer.close(); };
    viewer.onclose = function () { viewer.remove(); };
    document.body.append(viewer);
    viewer.showModal();
  }
  // A picture that is pointed at is looked into where the pointer is.
  window.addEventListener('pointermove', function (event) {
    var slide = closest(event, '.details-gallery__slide');
    if (!slide || !shop.design('product_details_show_product_photo_zoom')) return;
    var box = slide.getBoundingClientRect();
    slide.style.setProperty('--x', (event.clientX - box.x) / box.width * 100 + '%');
    slide.style.setProperty('--y', (event.clientY - box.y) / box.height * 100 + '%');
  });

  // The next page of a list comes below this one.
  async function grow(href) {
    try {
      var fetched = await page(href), list = byId('list-products'), first = fetched.get('list-products').firstElementChild;
      list.append.apply(list, fetched.get('list-products').children);
      shop.put('list-pages', fetched.get('list-pages'), null, true);
      history.replaceState(history.state, '', fetched.url);
      first.querySelector('.grid-product__title').focus();
    } catch (error) { location.assign(href); }
  }

  // The page that came, in place of the one before, and what it says of itself in its head.
  var ABOUT = 'meta[name=description], meta[name=robots], meta[property^="og:"], link[rel=canonical], link[rel=alternate], script[type="application/ld+json"]';
  shop.describe = function (page) {
    shop.put('page', page.getElementById('page'), null, true);
    ['bag', 'site-footer'].forEach(function (id) { shop.put(id, page.getElementById(id)); });
    added(page);
    document.head.querySelectorAll(ABOUT).forEach(function (node) { node.remove(); });
    document.head.append.apply(document.head, page.head.querySelectorAll(ABOUT));
    told(page);
    shop.afterPage(shop.create);
  };

  function closeMenus() {
    document.querySelectorAll('.site-menu__group[open]').forEach(function (group) { group.open = false; });
  }
  shop.closeMenus = function () {
    closeMenus();
    hide();
    var menu = byId('site-menu');
    if (menu && menu.matches(':popover-open')) menu.hidePopover();
  };

  // Suggestions below the search field.
  var pause;
  function hide() { suggestions(''); }
  function suggestions(html) {
    var list = byId('suggestions');
    if (!list) return;
    list.innerHTML = html;
    list.hidden = !html;
  }
  window.addEventListener('input', function (event) {
    var field = event.target;
    if (field.id !== 'site-search-field') return;
    clearTimeout(pause);
    pause = setTimeout(async function () {
      var typed = field.value;
      if (typed.trim().length < 2) return hide();
      var answer = await fetch('/search/suggest?keyword=' + encodeURIComponent(typed)).catch(function () {});
      if (answer && answer.ok && field.value === typed && document.activeElement === field) suggestions(await answer.text());
    }, 120);
  });
  // Arrow keys lead from the field through the suggestions and back; Escape puts them away.
  window.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') closeMenus();
    if (!closest(event, '.site-search')) return;
    var field = byId('site-search-field'), inField = event.target === field, next;
    if (event.key === 'ArrowDown') next = inField ? document.querySelector('.suggestion') : event.target.nextElementSibling;
    else if (event.key === 'ArrowUp' && !inField) next = event.target.previousElementSibling || field;
    else if (event.key === 'Escape') { hide(); next = field; }
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
})();
