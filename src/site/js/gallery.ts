// A product's pictures: beside each other, as large as the window, and looked into.
import { design } from '../../storefront_api/js/design.ts';
import { byId, closest } from '../../ui/js/dom.ts';

/** Follows the pointer over the pictures. */
export function followPointer(): void {
  window.addEventListener('pointermove', (event) => {
    const slide = closest(event, '.details-gallery__slide');
    if (!slide || slide.matches('.details-gallery__slide--video') || !design('product_details_show_product_photo_zoom')) return;
    const box = slide.getBoundingClientRect();
    slide.style.setProperty('--x', `${(event.clientX - box.x) / box.width * 100}%`);
    slide.style.setProperty('--y', `${(event.clientY - box.y) / box.height * 100}%`);
  });
}

/** Plays the video of another site in the place of its link: nothing of that site was loaded before. */
export function playVideo(link: HTMLAnchorElement): void {
  const frame = document.createElement('iframe');
  frame.className = 'details-gallery__video';
  frame.src = `${link.dataset.video ?? ''}&autoplay=1`;
  frame.title = link.ariaLabel ?? '';
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture';
  // Its player refuses to play for a page that it cannot name.
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  link.replaceWith(frame);
  frame.focus();
}

/** Shows the picture that the link leads to. */
export function showPicture(link: HTMLAnchorElement): void {
  const slide = byId(link.hash.slice(1));
  if (!slide) return;
  const opens = design('product_details_additional_images_preview_on_click') === false;
  const isPicture = !slide.matches('.details-gallery__slide--video');
  if (opens && isPicture && link.closest('.details-gallery__thumbs')) enlarge(slide);
  else slide.parentElement?.scrollTo({ left: slide.offsetLeft, behavior: 'smooth' });
}

function enlarge(slide: HTMLElement): void {
  const viewer = document.createElement('dialog'), close = document.createElement('button');
  viewer.className = 'viewer';
  close.textContent = '×';
  close.ariaLabel = slide.closest<HTMLElement>('[data-close]')?.dataset.close ?? null;
  if (slide.firstElementChild) viewer.append(slide.firstElementChild.cloneNode(true));
  viewer.append(close);
  for (const image of viewer.querySelectorAll<HTMLImageElement>('[sizes]')) image.sizes = '100vw';
  viewer.onclick = () => { viewer.close(); };
  viewer.onclose = () => { viewer.remove(); };
  document.body.append(viewer);
  viewer.showModal();
}
