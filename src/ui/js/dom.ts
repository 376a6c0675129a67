// Short words for what every slice of the page script asks.

export function byId(id: string): HTMLElement | null { return document.getElementById(id); }

/** The element around what the event is about that fits `selector`. */
export function closest<E extends Element = HTMLElement>(event: Event, selector: string): E | null {
  return event.target instanceof Element ? event.target.closest<E>(selector) : null;
}

/** Path and query of the present URL. */
export function here(): string { return location.pathname + location.search; }

/** Whether the click is one that a link is followed by in this tab. */
export function isPlain(event: MouseEvent): boolean {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** What a form would send; `keepsEmpty` keeps empty fields. */
export function query(form: HTMLFormElement, keepsEmpty = false): string {
  const pairs = new URLSearchParams();
  new FormData(form).forEach((value, name) => { if (keepsEmpty || value !== '') pairs.append(name, value as string); });
  return pairs.toString();
}

/** Where a form that asks leads to. */
export function urlOf(form: HTMLFormElement): string {
  const asked = query(form);
  return (form.getAttribute('action') ?? '') + (asked ? '?' + asked : '');
}
