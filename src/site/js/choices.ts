// A choice of a product was made: scripts are told, and what depends on it is brought up to date.
import { query } from '../../ui/js/dom.ts';
import { fetchPage } from '../../ui/js/fetched.ts';
import { put } from '../../ui/js/patch.ts';

const shop = window.__awning;

/** Follows the choices of a product page. */
export function followChoices(): void {
  window.addEventListener('input', (event) => { void chosen(event); });
}

/** Looks what a change of a field means; says so only once, though a field tells of it twice. */
export async function chosen(event: Event): Promise<void> {
  const field = event.target as HTMLInputElement, form = field.form, liveUrl = form?.dataset.liveUrl;
  if (!form || !liveUrl || !field.closest('.details-product-options')) return;
  const isText = field.matches('textarea, input[type=text], input[type=date]');
  // Text and boxes are heard at `input`, the others at `change`.
  const isHeardAtInput = isText || field.type === 'checkbox';
  if (isHeardAtInput !== (event.type === 'input')) return;
  shop.fire('OnProductOptionsChanged', [Number(form.dataset.productId)]);
  if (isText) return;
  const asked = query(form, true);
  try {
    const { page } = await fetchPage(liveUrl + asked);
    if (!form.isConnected || query(form, true) !== asked) return;
    put('page', page.getElementById('page'));
    const slides = document.querySelector('.details-gallery__slides');
    if (slides) slides.scrollLeft = 0;
  } catch { shop.unreachable?.(); }
}
