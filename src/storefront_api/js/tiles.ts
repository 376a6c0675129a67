// A section of the page is told of when it comes into view, and when it goes.

const seen = new Set<string>();
let observer: IntersectionObserver | undefined;

/** Watches the sections of the page that is there now. */
export function watchTiles(): void {
  for (const tile of document.querySelectorAll('.ins-tile[id]')) {
    observer ??= new IntersectionObserver((entries) => { entries.forEach(tell); });
    observer.observe(tile);
  }
}

function tell({ isIntersecting, target: { id } }: IntersectionObserverEntry): void {
  if (isIntersecting === seen.has(id)) return;
  if (isIntersecting) seen.add(id); else seen.delete(id);
  window.__awning.fire(isIntersecting ? 'OnTileLoaded' : 'OnTileUnloaded', [id]);
}
