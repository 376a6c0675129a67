/** What makes the back office nicer where scripts run; every page works without. */

import { offerCamera } from './camera.ts';
import { offerCrop } from './crop.ts';
import { dragPlaces, dragRows } from './drag.ts';
import { offerPush } from './push.ts';

/** Milliseconds without a key until what was typed is shown. */
const PREVIEW_AFTER = 600;

/** A token stands behind the `#` of the address: it is typed for whoever followed the link, and leaves the address. */
function takeToken(): void {
  const field = document.querySelector<HTMLInputElement>('[data-token] input');
  const token = location.hash.slice(1);
  const shown = field?.closest<HTMLElement>('[data-token]');
  if (!field || !shown || !/^[\w-]{43}$/.test(token)) return;
  field.value = token;
  shown.hidden = true;
  history.replaceState(null, '', location.pathname + location.search);
}

/** What was said once is not said again when the page is loaded anew. */
function forgetSaid(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('said')) return;
  url.searchParams.delete('said');
  history.replaceState(null, '', url);
}

/** What cannot be taken back is asked for once more. */
function askFirst(event: SubmitEvent): void {
  const question = event.submitter?.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
}

/** Of alternatives, only the chosen one is shown. */
function showChosen(select: HTMLSelectElement): void {
  const within = select.closest('fieldset');
  for (const part of within?.querySelectorAll<HTMLElement>(':scope > [data-shown-for]') ?? []) {
    part.hidden = part.dataset.shownFor !== select.value;
  }
}

/** Whoever leaves a form with something typed in it is asked. */
function guardTyped(form: HTMLFormElement): void {
  let isTyped = form.dataset.typed !== undefined;
  form.addEventListener('input', () => { isTyped = true; });
  form.addEventListener('submit', () => { isTyped = false; });
  addEventListener('beforeunload', (event) => { if (isTyped) event.preventDefault(); });
}

/** What is typed is shown in the frame beside the form a moment later. */
function previewTyped(form: HTMLFormElement): void {
  const button = document.querySelector<HTMLButtonElement>('[data-preview]');
  const frame = document.querySelector('.pane iframe');
  if (button?.form !== form || !frame) return;
  let soon: number | undefined;
  const show = () => { form.requestSubmit(button); };
  const hasFiles = () => [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some((it) => it.files?.length);
  form.addEventListener('input', () => {
    clearTimeout(soon);
    // Pictures that were chosen are not sent with every word that is typed.
    if (form.dataset.product !== undefined && hasFiles()) return;
    soon = window.setTimeout(show, PREVIEW_AFTER);
  });
  // Sent for good meanwhile: what it was is no draft any more.
  form.addEventListener('submit', () => { clearTimeout(soon); });
  document.getElementById('preview_path')?.addEventListener('change', show);
  button.addEventListener('click', (event) => { if (event.isTrusted) frame.scrollIntoView({ block: 'nearest' }); });
  if (form.dataset.typed !== undefined) show();
}

/** Buttons above a text of HTML put its tags around what is selected. */
function helpWriting(area: HTMLTextAreaElement): void {
  const bar = document.createElement('div');
  bar.className = 'tools';
  const tools: [name: string, label: string, before: string, after: string][] = [
    ['B', 'Bold', '<strong>', '</strong>'], ['I', 'Italic', '<em>', '</em>'], ['¶', 'Paragraph', '<p>', '</p>'],
    ['H', 'Heading', '<h3>', '</h3>'], ['•', 'List', '<ul>\n<li>', '</li>\n</ul>'], ['Link', 'Link', '<a href="https://">', '</a>'],
  ];
  for (const [name, label, before, after] of tools) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button--small';
    button.textContent = name;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => {
      const { selectionStart: start, selectionEnd: end } = area;
      const chosen = area.value.slice(start, end);
      area.setRangeText(before + chosen + after, start, end, 'end');
      if (!chosen) area.selectionEnd = area.selectionStart = start + before.length;
      area.focus();
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    bar.append(button);
  }
  area.before(bar);
}

/** The menu is unfolded where there is room, also in browsers whose style sheet cannot say so. */
function unfoldMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu__fold');
  if (menu && matchMedia('(min-width: 50rem)').matches) menu.open = true;
}

/** In a long form, `/` begins a search through its fields. */
function searchFields(form: HTMLFormElement): void {
  const parts = form.querySelectorAll<HTMLDetailsElement>('details.part');
  if (parts.length < 3) return;
  const field = document.createElement('input');
  field.type = 'search';
  const what = form.dataset.product === undefined ? 'Find a setting' : 'Find a field below';
  field.placeholder = `${what} ( / )`;
  field.setAttribute('aria-label', what);
  field.className = 'find';
  form.prepend(field);
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    const wanted = field.value.trim().toLowerCase();
    for (const part of parts) {
      let isAny = false;
      for (const one of part.querySelectorAll<HTMLElement>('.field')) {
        const fits = (one.textContent ?? '').toLowerCase().includes(wanted);
        one.hidden = !fits;
        isAny ||= fits;
      }
      part.hidden = !isAny;
      if (wanted) part.open = isAny;
    }
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(input|textarea|select)$/i.test(document.activeElement?.tagName ?? '');
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    field.focus();
  });
}

/** In the basket beside settings, Enter tries it, and does not save; what is typed there is nothing to lose. */
function tryOnEnter(basket: HTMLElement): void {
  basket.addEventListener('input', (event) => { event.stopPropagation(); });
  basket.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    basket.querySelector<HTMLButtonElement>('button[name=act]')?.click();
  });
}

/** How far a task is, as the server says. */
interface Progress { over: boolean; step: string; done: number; total: number; text: string }

/** What goes on is shown as it goes on, and said now and then; once it is over, the page is loaded anew. */
async function showProgress(part: HTMLElement, url: string): Promise<void> {
  const bar = part.querySelector('progress');
  const far = part.querySelector('[data-far]');
  const said = part.querySelector('[data-said]');
  let tenth = 0;
  for (;;) {
    await new Promise((goOn) => { setTimeout(goOn, 1000); });
    // Whoever looks elsewhere does not ask, and a connection that is lost may come back.
    const answer = document.hidden ? null : await fetch(url).catch(() => null);
    if (!answer) continue;
    const now = answer.ok && !answer.redirected ? await answer.json() as Progress : null;
    if (now?.over !== false) {
      location.reload();
      return;
    }
    if (bar && now.total > 0) [bar.max, bar.value] = [now.total, now.done];
    if (far) far.textContent = now.text;
    const reached = Math.floor(10 * now.done / (now.total || 1));
    if (said && reached !== tenth) said.textContent = now.text;
    tenth = reached;
  }
}

/** In a list, `/` begins a search. */
function searchList(field: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(input|textarea|select)$/i.test(document.activeElement?.tagName ?? '');
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** A scanner ends what it types with Enter: that leads to the next field of its kind, and sends the form from the last one. */
function nextOnEnter(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.dataset.next === undefined) return;
    const fields = [...form.querySelectorAll<HTMLInputElement>('[data-next]')];
    const next = fields[fields.indexOf(event.target) + 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Beside a colour that is typed stands the browser's own picker: each follows the other. */
function offerPicker(part: HTMLElement): void {
  const field = part.querySelector('input');
  if (!field || field.disabled) return;
  const picker = document.createElement('input');
  picker.type = 'color';
  picker.className = 'picker';
  picker.setAttribute('aria-label', `Pick: ${field.labels?.[0]?.textContent ?? 'the colour'}`);
  const follow = () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value.trim())) picker.value = field.value.trim();
    picker.classList.toggle('is-unset', field.value.trim() === '');
  };
  field.addEventListener('input', follow);
  picker.addEventListener('input', (event) => {
    event.stopPropagation();
    field.value = picker.value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  follow();
  part.append(picker);
}

/** An answer that is ready goes into the text where the cursor is, without loading the page anew. */
function putReady(part: HTMLElement): void {
  const area = part.closest('form')?.querySelector<HTMLTextAreaElement>(`textarea[name="${part.dataset.ready}"]`);
  const select = part.querySelector('select');
  const button = part.querySelector('button');
  if (!area || !select || !button) return;
  button.addEventListener('click', (event) => {
    const text = select.selectedOptions[0]?.dataset.text;
    if (text === undefined) return;
    event.preventDefault();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    select.value = '';
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Every row is ticked, or none, without loading the page anew. */
function tickAll(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const boxes = document.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=ids]');
    const areAll = [...boxes].every((box) => box.checked);
    for (const box of boxes) box.checked = !areAll;
    link.textContent = areAll ? 'Tick all' : 'Tick none';
  });
}


takeToken();
forgetSaid();
unfoldMenu();
document.addEventListener('submit', askFirst);
for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-shows]')) {
  showChosen(select);
  select.addEventListener('change', () => { showChosen(select); });
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-settings]')) {
  guardTyped(form);
  dragRows(form);
  searchFields(form);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) guardTyped(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-settings], form[data-order]')) dragPlaces(form);
for (const area of document.querySelectorAll<HTMLTextAreaElement>('form[data-product] textarea[name^="description."]')) helpWriting(area);
for (const part of document.querySelectorAll<HTMLElement>('[data-crop]')) offerCrop(part);
for (const form of document.forms) previewTyped(form);
for (const basket of document.querySelectorAll<HTMLElement>('[data-sample]')) tryOnEnter(basket);
for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) void showProgress(part, part.dataset.live ?? '');
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-slash]')) searchList(field);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-next-on-enter]')) nextOnEnter(form);
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tick-all]')) tickAll(link);
for (const part of document.querySelectorAll<HTMLElement>('[data-ready]')) putReady(part);
for (const part of document.querySelectorAll<HTMLElement>('[data-color]')) offerPicker(part);
for (const part of document.querySelectorAll<HTMLElement>('[data-camera]')) offerCamera(part);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => { print(); });
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-push]')) offerPush(form);
