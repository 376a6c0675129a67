// What is typed: keys that lead on, and what fills a field without typing.

/** In the basket beside settings, Enter tries it, and does not save; what is typed there is nothing to lose. */
export function tryBasketOnEnter(basket: HTMLElement): void {
  basket.addEventListener('input', (event) => { event.stopPropagation(); });
  basket.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    basket.querySelector<HTMLButtonElement>('button[name=act]')?.click();
  });
}

/** A scanner ends what it types with Enter: that leads to the next field of its kind, and sends the form from the last one. */
export function focusNextOnEnter(form: HTMLFormElement): void {
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
export function addColorPicker(part: HTMLElement): void {
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
export function insertCannedAnswer(part: HTMLElement): void {
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
