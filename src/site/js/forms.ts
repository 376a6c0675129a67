// Forms that need no new page: what one leads to is shown, here if it is this page.
import { showHearts } from '../../favourites/js/hearts.ts';
import { cartPosted } from '../../storefront_api/js/cart.ts';
import { sayReferer } from '../../storefront_api/js/cart_calls.ts';
import { arrive, isFollowing, go, putAdded } from './arrival.ts';
import { chosen } from './choices.ts';
import { byId, query, urlOf } from '../../ui/js/dom.ts';
import { bootOf, type Fetched, fetchPage } from '../../ui/js/fetched.ts';
import { put } from '../../ui/js/patch.ts';
import { hideSuggestions } from './suggestions.ts';
import { type Sent, sentFields } from '../../ui/js/typed.ts';

/** The button that a form was sent with, as far as it is sent too. */
interface Button { name?: string; value?: string }

const AGAIN: Button = { name: 'again', value: 'yes' };
const TYPING_PAUSE = 1000;
const shop = window.__awning;
/** Forms that were sent and wait, with the button of who sent them again meanwhile. */
const sending = new WeakMap<HTMLFormElement, Button | null>();
let keyed = -TYPING_PAUSE, waiting: number | undefined;

/** Sends the forms of every page from now on. */
export function followForms(): void {
  window.addEventListener('submit', submitted);
  window.addEventListener('change', changed);
  window.addEventListener('keydown', (event) => { keyed = event.timeStamp; });
}

function submitted(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement, button = event.submitter as HTMLButtonElement | null;
  hideSuggestions();
  // Every button of the shop's own says what it does; one that does not came from a script.
  if (button && !button.hasAttribute('type')) event.preventDefault();
  if (event.defaultPrevented || !isFollowing()) return;
  if (form.hasAttribute('data-step')) {
    event.preventDefault();
    void step(form, button);
  } else if (form.method === 'get' && !button?.hasAttribute('formaction') && form.getAttribute('action')?.startsWith('/')) {
    event.preventDefault();
    go(urlOf(form));
  }
}

/** Auto-submitting forms navigate; step forms are posted, or redrawn when a field affects the rest. */
function changed(event: Event): void {
  const field = event.target as HTMLInputElement, form = field.form;
  if (form && 'auto' in form.dataset && isFollowing()) go(urlOf(form)); else void chosen(event);
  if (!form || !('step' in form.dataset)) return;
  if (form.dataset.step) form.requestSubmit();
  else if (field.id.endsWith('ec-country')) countryChanged(field);
  // What it costs or asks may depend on it.
  else if (field.closest('[data-again]')) void step(form, AGAIN);
}

/** The fields follow the country; who types its name is not interrupted. */
function countryChanged(country: HTMLInputElement): void {
  const rest = document.activeElement === country ? keyed + TYPING_PAUSE - performance.now() : 0;
  clearTimeout(waiting);
  if (rest > 0) waiting = window.setTimeout(countryChanged, rest, country);
  else if (country.isConnected && country.form) void step(country.form, AGAIN);
}

/** Sends a form that changes something. */
async function step(form: HTMLFormElement, button: Button | null): Promise<void> {
  const isInPlace = form.hasAttribute('data-stay');
  // Sent again before the answer came: what is meant is what stands there now.
  if (sending.has(form)) {
    sending.set(form, isInPlace ? null : button ?? {});
    return;
  }
  sending.set(form, null);
  const asked = query(form, true), sent = sentFields(form), body = new URLSearchParams(asked), url = form.getAttribute('action') ?? '';
  let again: Button | null | undefined;
  if (button?.name) body.append(button.name, button.value ?? '');
  try {
    if (url === '/api/checkout/place') await sayReferer();
    const fetched = await fetchPage(url, { method: 'POST', body });
    again = sending.get(form);
    if (again) {
      sending.delete(form);
      await step(form, again);
      return;
    }
    if (!isInPlace && fetched.url.pathname !== location.pathname) {
      arrive(fetched);
      cartPosted();
      return;
    }
    if (isInPlace) showAdded(fetched); else stay(fetched, sent, query(form, true) === asked);
    shop.applyPage?.(bootOf(fetched.page));
    cartPosted();
  } catch { shop.unreachable?.(); } finally { if (!again) sending.delete(form); }
}

function showAdded({ page }: Fetched): void {
  for (const id of ['minicart', 'site-footer']) put(id, page.getElementById(id));
  putAdded(page);
  showHearts(bootOf(page));
}

/** The same page, as it is now; what is wrong gets the focus, unless more was typed meanwhile. */
function stay(fetched: Fetched, sent: Sent, isRead: boolean): void {
  showAdded(fetched);
  put('page', fetched.page.getElementById('page'), sent);
  history.replaceState(history.state, '', fetched.url.pathname + fetched.url.search);
  const wrong = isRead ? document.querySelector<HTMLElement>('#page [aria-invalid=true]') : null;
  if (wrong || document.activeElement === document.body) (wrong ?? byId('main'))?.focus({ preventScroll: !wrong });
}
