/** What is put into another order by dragging; buttons and numbers do the same without. */

/** Rows change places by dragging too; the buttons say the same to the server. */
export function dragRows(form: HTMLFormElement): void {
  let dragged: HTMLElement | null = null;
  for (const card of form.querySelectorAll<HTMLElement>('[data-row]')) {
    const heading = card.querySelector<HTMLElement>('.row__name');
    if (!heading) continue;
    heading.draggable = true;
    heading.addEventListener('dragstart', () => { dragged = card; });
    card.addEventListener('dragover', (event) => { if (dragged?.parentElement === card.parentElement) event.preventDefault(); });
    card.addEventListener('drop', (event) => {
      event.preventDefault();
      event.stopPropagation();
      if (dragged && dragged !== card) submitAct(form, `move ${dragged.dataset.row} ${place(card)}`);
    });
  }
}

/** What has a place by number is moved by dragging too: the numbers follow, and the server goes by them. */
export function dragPlaces(form: HTMLFormElement): void {
  let dragged: HTMLElement | null = null;
  const rows = () => [...form.querySelectorAll<HTMLElement>('[data-picture], [data-drag]')];
  const isPeer = (row: HTMLElement) => !!dragged && dragged !== row && dragged.parentElement === row.parentElement && dragged.dataset.drag === row.dataset.drag;
  for (const row of rows()) {
    if (!row.querySelector('[data-place]')) continue;
    row.draggable = true;
    row.addEventListener('dragstart', (event) => {
      // Text that is selected in a field is dragged as text.
      if (event.target === row) dragged = row;
    });
    row.addEventListener('dragend', () => { dragged = null; });
    row.addEventListener('dragover', (event) => {
      if (!isPeer(row)) return;
      event.preventDefault();
      row.classList.add('is-over');
    });
    row.addEventListener('dragleave', () => { row.classList.remove('is-over'); });
    row.addEventListener('drop', (event) => {
      row.classList.remove('is-over');
      if (!isPeer(row) || !dragged) return;
      event.preventDefault();
      const peers = rows().filter((it) => it === dragged || isPeer(it));
      if (peers.indexOf(dragged) < peers.indexOf(row)) row.after(dragged);
      else row.before(dragged);
      renumber(rows().filter((it) => it.parentElement === row.parentElement && it.dataset.drag === row.dataset.drag));
      form.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

function renumber(rows: HTMLElement[]): void {
  rows.forEach((row, index) => {
    const field = row.querySelector<HTMLInputElement>('[data-place]');
    if (field) field.value = String(index + 1);
  });
}

function place(card: HTMLElement): string {
  return card.dataset.row?.split('.').pop() ?? '';
}

function submitAct(form: HTMLFormElement, act: string): void {
  const button = document.createElement('button');
  button.name = 'act';
  button.value = act;
  button.hidden = true;
  form.append(button);
  form.requestSubmit(button);
}
