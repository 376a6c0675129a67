// Sign-in by the merchant's own site (spec/js-api.md 7): who is signed in there is signed in here. The shop decides
// whether the payload is believed; here is when it is asked, and where its own links lead instead.
import { isObject } from './ecwid.ts';
import { closest } from '../../ui/js/dom.ts';

/** What a site gives to sign in and out by; nothing of it can be relied on. */
interface Provider { addSignInLinkToPB(): unknown; signIn(): unknown; canSignOut(): unknown; signOut(): unknown }
type Customer = object | null;

const shop = window.__awning;
const root = document.documentElement;
let provider: Partial<Provider> = {}, isSignedIn = !!shop.boot.customer, isLeaving = false, isEntered = false;
/** The page that the site has not been asked about yet. */
let unasked: unknown;
let last = new Promise<unknown>((loaded) => { Ecwid.OnAPILoaded.add(loaded); });

/** Adds the calls, and follows `ecwid_sso_profile` once the page is there. */
export function addSingleSignOn(): void {
  Ecwid.setSsoProfile = (payload: unknown) => {
    if (!isOn()) return;
    isEntered = true;
    enter(payload);
  };
  Ecwid.setSignInUrls = (urls: unknown) => {
    if (!isOn() || !isObject(urls)) return;
    const { signInUrl, signOutUrl } = urls, to = (url: unknown) => () => { location.assign(String(url)); };
    provider = { addSignInLinkToPB: () => !!signInUrl, signIn: signInUrl ? to(signInUrl) : undefined, canSignOut: () => !!signOutUrl, signOut: to(signOutUrl) };
    showLinks();
    askSite();
  };
  Ecwid.setSignInProvider = (given: unknown) => {
    if (!isOn() || !isObject(given)) return;
    provider = given;
    showLinks();
    askSite();
  };
  Ecwid.OnAPILoaded.add(enterDeclared);
  // The site's script may come when the page is alive already: what it declares holds all the same.
  document.addEventListener('DOMContentLoaded', () => {
    showLinks();
    Ecwid.OnAPILoaded.add(enterDeclared);
    askSite();
  });
  Ecwid.OnSetProfile.add((customer) => {
    isSignedIn = !!customer;
    if (isLeaving && !isSignedIn) says('signOut');
    isLeaving = false;
  });
  // Where an account is asked for, the site asks.
  Ecwid.OnPageSwitch.add((page) => !(isSignInPage(page) && signsIn()));
  Ecwid.OnPageLoaded.add((page) => {
    unasked = page;
    askSite();
  });
  window.addEventListener('click', clicked, true);
}

function isOn(): boolean { return window.ecwid_sso_profile !== undefined; }

function isSignInPage(page: unknown): boolean {
  return isOn() && !isSignedIn && isObject(page) && page.type === 'SIGN_IN';
}

/** Calls what the site gave; one that throws is reported. */
function says(name: keyof Provider): unknown {
  try { return provider[name]?.(); } catch (error) { console.error(error); return undefined; }
}

/** Whether the site signs in; then it does. */
function signsIn(): boolean {
  if (typeof provider.signIn !== 'function') return false;
  says('signIn');
  return true;
}

/** Lets the site sign in where the page asks for an account; a site that comes later finds it still asking. */
function askSite(): void {
  if (isSignInPage(unasked)) void last.then(() => { if (isSignInPage(unasked) && signsIn()) unasked = undefined; });
}

/** The shop's own links stand only where the site has something to lead to. */
function showLinks(): void {
  root.classList.toggle('ec-sso', isOn());
  root.classList.toggle('ec-sso--sign-in', says('addSignInLinkToPB') === true);
  root.classList.toggle('ec-sso--sign-out', says('canSignOut') === true);
}

function clicked(event: MouseEvent): void {
  if (!isOn()) return;
  if (closest(event, '#account-sign-out')) isLeaving = true;
  if (!closest(event, '#account-sign-in') || !signsIn()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Follows what the page's script declared, once. */
function enterDeclared(): void {
  if (isEntered || !isOn()) return;
  isEntered = true;
  enter(window.ecwid_sso_profile);
}

/** One payload after the other: the last one holds. */
function enter(payload: unknown): void {
  const text = typeof payload === 'string' ? payload : '';
  last = last.then(() => follow(text)).catch((error: unknown) => { console.error(error); });
}

/** Signs in whom the payload names, and signs out where it names nobody, or is not believed. */
async function follow(payload: string): Promise<void> {
  let isBelieved = payload !== '' && await send(payload);
  // Another tab may have used it meanwhile for the same customer, whose session this tab now has too.
  if (payload && !isBelieved && await customer()) isBelieved = await send(payload);
  if (isBelieved) shop.sessionMayDiffer?.();
  else if (await customer()) await (Ecwid.Customer as { signOut(): Promise<unknown> }).signOut();
}

function customer(): Promise<Customer> {
  return new Promise((done) => { (Ecwid.Customer as { get(callback: (it: Customer) => void): void }).get(done); });
}

async function send(payload: string): Promise<boolean> {
  const answer = await fetch('/api/account/single_sign_on', { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams({ payload }) });
  if (!answer.ok) throw new Error(`the shop answered ${answer.status}`);
  return await answer.json() === true;
}
