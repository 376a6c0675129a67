// What is typed into a form, shown in the frame beside it before it is saved.

/** Milliseconds without a key until what was typed is shown. */
const PREVIEW_AFTER = 600;

/** What is typed is shown in the frame beside the form a moment later. */
export function previewWhileTyping(form: HTMLFormElement): void {
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
