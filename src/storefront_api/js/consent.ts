// What the visitor lets be stored (spec/js-api.md 4.3, spec/config.md 2): the answer, who gives it, and what follows it.
import type { ConsentScript, Purpose } from './bridge.ts';
import { isObject } from './ecwid.ts';
import { byId } from '../../ui/js/dom.ts';

const ANSWERS = ['ACCEPTED', 'DECLINED', 'ANALYTICS_ONLY', 'PERSONALIZATION_ONLY'] as const;
export type Consent = 'UNDEFINED' | typeof ANSWERS[number];

/** As `platform/cookies.rs` keeps it. */
const DAYS = 180;
const ALIASES: Record<string, Consent> = { ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED' };
const FORM = 'form[action="/api/consent"]';
const shop = window.__awning;
const loaded: ConsentScript[] = [];
const followers: (() => void)[] = [];
let told: Consent, allowed = '', isAsking = false;

/** How the shop asks, and what waits for the answer. */
function settings() { return shop.boot.consent; }

/** The value that a script means: the usual name of an answer, or none yet. */
export function normalised(value: unknown): Consent {
  return ANSWERS.find((it) => it === value) ?? (typeof value === 'string' && Object.hasOwn(ALIASES, value) ? ALIASES[value] : 'UNDEFINED');
}

/** The answer that holds: what the page's script says for the visitor, else what the visitor said. */
function answer(): Consent {
  if (ec.config.disable_all_cookies === true) return 'DECLINED';
  const configured = normalised(tracking().user_response);
  return configured === 'UNDEFINED' ? kept() : configured;
}

/** Whether visitors are asked here: as the page's script says, else as the shop does. */
function asks(): boolean {
  const configured = tracking().ask_consent;
  return typeof configured === 'boolean' ? configured : settings().ask;
}

/** Whether something may be stored or loaded for `purpose`. Where nobody asks, nothing waits for an answer. */
export function isAllowed(purpose: Purpose): boolean {
  const now = answer();
  if (now === 'UNDEFINED') return !asks();
  return now === 'ACCEPTED' || now === (purpose === 'analytics' ? 'ANALYTICS_ONLY' : 'PERSONALIZATION_ONLY');
}

/** Calls back whenever what is allowed may have changed. */
export function followConsent(changed: () => void): void { followers.push(changed); }

/** Adds the calls, and lets forms answer in place; scripts that need an answer load once the page is there. */
export function addConsent(): void {
  told = answer();
  Ecwid.getTrackingConsent = () => ({ userResponse: answer(), askConsent: asks() });
  Ecwid.setTrackingConsent = (value: unknown) => {
    keep(normalised(value));
    follow();
  };
  window.addEventListener('submit', answered);
  document.addEventListener('DOMContentLoaded', () => {
    // What the page's script says from the start is no change.
    told = answer();
    follow();
  });
  // Another tab may have answered meanwhile.
  for (const event of ['pageshow', 'visibilitychange', 'focus']) window.addEventListener(event, follow, true);
}

/** Lets the page follow the answer as it is now; an answer that changed is told. */
export function follow(): void {
  const now = answer();
  if (now !== told) {
    told = now;
    shop.fire('OnConsentChanged', [now]);
  }
  question();
  load();
  const allows = String([isAllowed('analytics'), isAllowed('personalisation')]);
  if (allows === allowed) return;
  allowed = allows;
  for (const changed of followers) changed();
}

function tracking(): Record<string, unknown> {
  return isObject(ec.config.tracking) ? ec.config.tracking : {};
}

function kept(): Consent {
  const { cookie } = settings();
  const pair = document.cookie.split('; ').find((it) => it.startsWith(cookie + '='));
  return normalised(pair?.slice(cookie.length + 1));
}

/** Keeps the visitor's answer. One that the page's script gives holds before it; without cookies none is kept. */
function keep(consent: Consent): void {
  if (ec.config.disable_all_cookies === true) return;
  const { cookie } = settings();
  const age = consent === 'UNDEFINED' ? 0 : DAYS * 86_400;
  document.cookie = `${cookie}=${consent}; path=/; max-age=${age}; samesite=lax${cookie.startsWith('__Host-') ? '; secure' : ''}`;
}

/** The question stands on the page as long as it is asked and has no answer. */
function question(): void {
  const place = byId('consent'), isDue = asks() && answer() === 'UNDEFINED';
  if (!place || isAsking) return;
  if (!isDue) place.replaceChildren();
  else if (!place.firstChild) void askAgain(place);
}

async function askAgain(place: HTMLElement): Promise<void> {
  isAsking = true;
  try {
    const asked = await fetch('/api/consent').catch(() => undefined), html = asked?.ok ? await asked.text() : '';
    if (asks() && answer() === 'UNDEFINED') place.innerHTML = html;
  } finally { isAsking = false; }
}

function load(): void {
  // They run after the scripts that need nothing, in their order.
  if (document.readyState === 'loading') return;
  for (const script of settings().scripts) {
    if (loaded.includes(script) || !isAllowed(script.needs)) continue;
    loaded.push(script);
    const element = document.createElement('script');
    element.async = false;
    element.src = script.src;
    document.head.append(element);
  }
}

/** A form of ours answers without leaving the page. */
function answered(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement, button = event.submitter as HTMLButtonElement | null;
  if (event.defaultPrevented || !form.matches(FORM)) return;
  event.preventDefault();
  const data = new FormData(form), choice = button?.value;
  const isYes = (name: string) => (choice === 'chosen' ? data.has(name) : choice === 'accept');
  const [analytics, personalisation] = [isYes('analytics'), isYes('personalisation')];
  keep(analytics ? personalisation ? 'ACCEPTED' : 'ANALYTICS_ONLY' : personalisation ? 'PERSONALIZATION_ONLY' : 'DECLINED');
  const isBanner = byId('consent')?.contains(form);
  follow();
  // A script that has run cannot be taken back: a page without it is.
  if (loaded.some(({ needs }) => !isAllowed(needs))) location.reload();
  else if (isBanner) byId('main')?.focus({ preventScroll: true });
  else said(form, analytics, personalisation);
}

/** The page of the settings shows what holds, and says that it is kept. */
function said(form: HTMLFormElement, analytics: boolean, personalisation: boolean): void {
  for (const [name, isYes] of Object.entries({ analytics, personalisation })) {
    (form.elements.namedItem(name) as HTMLInputElement).checked = isYes;
  }
  const place = document.querySelector<HTMLElement>('.consent-page__said');
  if (place) place.textContent = place.dataset.kept ?? '';
}
