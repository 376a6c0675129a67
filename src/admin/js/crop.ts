/** What of a picture is seen where it is cropped: chosen on the picture itself, and shown in the sample at once. */

/** A click on the picture says what matters most in it; the fields beside say the same, by keys too. */
export function offerCrop(part: HTMLElement): void {
  const sample = part.querySelector<SVGSVGElement>('svg');
  const image = sample?.querySelector('image');
  const seen = part.closest('[data-picture]')?.querySelector<HTMLElement>('.picture__seen');
  const [x, y] = ['x', 'y'].map((axis) => part.querySelector<HTMLInputElement>(`[data-axis="${axis}"]`));
  const whole = part.querySelector<HTMLInputElement>('[data-whole]');
  if (!sample || !image || !seen || !x || !y || !whole || x.disabled) return;
  const mark = document.createElement('span');
  mark.className = 'picture__focus';
  seen.append(mark);
  seen.classList.add('is-chosen-on');

  const show = () => {
    const { width, height } = sample.viewBox.baseVal;
    const [wide, high] = [Number(sample.dataset.width), Number(sample.dataset.height)];
    const isWhole = whole.checked;
    const scale = isWhole ? Math.min(width / wide, height / high) : Math.max(width / wide, height / high);
    const place = { x: isWhole ? 50 : percent(x), y: isWhole ? 50 : percent(y) };
    image.setAttribute('width', String(wide * scale));
    image.setAttribute('height', String(high * scale));
    image.setAttribute('x', String((width - wide * scale) * place.x / 100));
    image.setAttribute('y', String((height - high * scale) * place.y / 100));
    mark.hidden = isWhole;
    mark.style.left = `${percent(x)}%`;
    mark.style.top = `${percent(y)}%`;
  };
  seen.addEventListener('click', (event) => {
    const box = seen.getBoundingClientRect();
    x.value = String(Math.round(100 * (event.clientX - box.left) / box.width));
    y.value = String(Math.round(100 * (event.clientY - box.top) / box.height));
    whole.checked = false;
    x.dispatchEvent(new Event('input', { bubbles: true }));
  });
  for (const field of [x, y, whole]) field.addEventListener('input', show);
  show();
}

function percent(field: HTMLInputElement): number {
  const typed = field.value.trim() === '' ? 50 : Number(field.value);
  return Number.isFinite(typed) ? Math.min(100, Math.max(0, typed)) : 50;
}
