// A document for unit tests.
import { Window } from 'happy-dom';

/** Makes `html` the page that the modules under test see. */
export function showPage(html: string, url = 'https://shop.example/'): void {
  const window = new Window({ url });
  window.document.body.innerHTML = html;
  const { document, location, history, Node, Element, HTMLElement, HTMLAnchorElement, DOMParser, Event, MouseEvent } = window;
  Object.assign(globalThis, {
    window, document, location, history, Node, Element, HTMLElement, HTMLAnchorElement, DOMParser, Event, MouseEvent,
  });
}

/** An element as a fetched page would hold it. */
export function element(html: string): HTMLElement {
  const place = document.implementation.createHTMLDocument().createElement('div');
  place.innerHTML = html;
  return place.firstElementChild as HTMLElement;
}
