/** What makes the back office nicer where scripts run; every page works without. */

import { offerCamera } from './camera.ts';
import { offerCrop } from './crop.ts';
import { dragPlaces, dragRows } from './drag.ts';
import { addHtmlToolbar } from './html_toolbar.ts';
import { previewWhileTyping } from './preview.ts';
import { showProgress } from './progress.ts';
import { offerPush } from './push.ts';
import { addFieldSearch, focusSearchOnSlash } from './search.ts';
import { addColorPicker, focusNextOnEnter, insertCannedAnswer, tryBasketOnEnter } from './typing.ts';

/** A token stands behind the `#` of the address: it is typed for whoever followed the link, and leaves the address. */
function fillTokenFromHash(): void {
  const field = document.querySelector<HTMLInputElement>('[data-token] input');
  const token = location.hash.slice(1);
  const shown = field?.closest<HTMLElement>('[data-token]');
  if (!field || !shown || !/^[\w-]{43}$/.test(token)) return;
  field.value = token;
  shown.hidden = true;
  history.replaceState(null, '', location.pathname + location.search);
}

/** What was said once is not said again when the page is loaded anew. */
function dropFlashParameter(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('said')) return;
  url.searchParams.delete('said');
  history.replaceState(null, '', url);
}

/** What cannot be taken back is asked for once more. */
function confirmSubmit(event: SubmitEvent): void {
  const question = event.submitter?.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
}

/** Of alternatives, only the chosen one is shown. */
function showChosenAlternative(select: HTMLSelectElement): void {
  const within = select.closest('fieldset');
  for (const part of within?.querySelectorAll<HTMLElement>(':scope > [data-shown-for]') ?? []) {
    part.hidden = part.dataset.shownFor !== select.value;
  }
}

/** Whoever leaves a form with something typed in it is asked. */
function warnBeforeLeaving(form: HTMLFormElement): void {
  let isTyped = form.dataset.typed !== undefined;
  form.addEventListener('input', () => { isTyped = true; });
  form.addEventListener('submit', () => { isTyped = false; });
  addEventListener('beforeunload', (event) => { if (isTyped) event.preventDefault(); });
}

/** The menu is unfolded where there is room, also in browsers whose style sheet cannot say so. */
function unfoldMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu__fold');
  if (menu && matchMedia('(min-width: 50rem)').matches) menu.open = true;
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

fillTokenFromHash();
dropFlashParameter();
unfoldMenu();
document.addEventListener('submit', confirmSubmit);
for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-shows]')) {
  showChosenAlternative(select);
  select.addEventListener('change', () => { showChosenAlternative(select); });
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-settings]')) {
  warnBeforeLeaving(form);
  dragRows(form);
  addFieldSearch(form);
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) warnBeforeLeaving(form);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-settings], form[data-order]')) dragPlaces(form);
for (const area of document.querySelectorAll<HTMLTextAreaElement>('form[data-product] textarea[name^="description."]')) addHtmlToolbar(area);
for (const part of document.querySelectorAll<HTMLElement>('[data-crop]')) offerCrop(part);
for (const form of document.forms) previewWhileTyping(form);
for (const basket of document.querySelectorAll<HTMLElement>('[data-sample]')) tryBasketOnEnter(basket);
for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) void showProgress(part, part.dataset.live ?? '');
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-slash]')) focusSearchOnSlash(field);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-next-on-enter]')) focusNextOnEnter(form);
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-tick-all]')) tickAll(link);
for (const part of document.querySelectorAll<HTMLElement>('[data-ready]')) insertCannedAnswer(part);
for (const part of document.querySelectorAll<HTMLElement>('[data-color]')) addColorPicker(part);
for (const part of document.querySelectorAll<HTMLElement>('[data-camera]')) offerCamera(part);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.addEventListener('click', () => { print(); });
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-push]')) offerPush(form);
