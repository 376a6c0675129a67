// What the header has open, and clicks that open something in place.
import { byId, closest, isPlain } from '../../ui/js/dom.ts';
import { playVideo, showPicture } from './gallery.ts';
import { grow } from './list.ts';
import { hideSuggestions } from './suggestions.ts';

/** Listens to clicks and Escape. */
export function followClicks(): void {
  window.addEventListener('click', clicked, true);
  window.addEventListener('keydown', (event) => { if (event.key === 'Escape') closeGroups(); });
}

/** Closes whatever the header has open. */
export function closeMenus(): void {
  closeGroups();
  hideSuggestions();
  const menu = byId('site-menu');
  if (menu?.matches(':popover-open')) menu.hidePopover();
}

function closeGroups(): void {
  for (const group of document.querySelectorAll<HTMLDetailsElement>('.site-menu__group[open]')) group.open = false;
}

function clicked(event: MouseEvent): void {
  if (!closest(event, '.site-menu__group')) closeGroups();
  if (!closest(event, '.site-search') || closest(event, 'a')) hideSuggestions();
  if (event.defaultPrevented || !isPlain(event)) return;
  if (closest(event, '[data-print]')) window.print();
  const video = closest<HTMLAnchorElement>(event, 'a[data-video]');
  const picture = closest<HTMLAnchorElement>(event, 'a[data-picture]'), more = closest<HTMLAnchorElement>(event, 'a[data-more]');
  if (video) {
    event.preventDefault();
    playVideo(video);
  } else if (picture) {
    event.preventDefault();
    showPicture(picture);
  } else if (more) {
    event.preventDefault();
    void grow(more.href);
  }
}
