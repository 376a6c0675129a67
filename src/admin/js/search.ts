// The key `/` begins a search: through the fields of a long form, or in a list.

/** In a long form, `/` begins a search through its fields. */
export function addFieldSearch(form: HTMLFormElement): void {
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
  onSlash(() => { field.focus(); });
}

/** In a list, `/` begins a search. */
export function focusSearchOnSlash(field: HTMLInputElement): void {
  onSlash(() => {
    field.focus();
    field.select();
  });
}

/** Calls `begin` when `/` is typed outside of a field. */
function onSlash(begin: () => void): void {
  document.addEventListener('keydown', (event) => {
    const isTyping = /^(input|textarea|select)$/i.test(document.activeElement?.tagName ?? '');
    if (event.key !== '/' || isTyping) return;
    event.preventDefault();
    begin();
  });
}
