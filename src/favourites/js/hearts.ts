// Hearts: pages are the same for everybody, and which products this visitor keeps is in their data alone.

/** What of a page's data is read here. */
interface Known { favourites?: number[]; customer?: { email: string } | null }

let known: Known = window.__awning.boot;

/** Lets the hearts of the page say what is so, by a page's `boot` data if one came. */
export function showHearts(boot?: string): void {
  if (boot) known = JSON.parse(boot) as Known;
  for (const heart of document.querySelectorAll<HTMLButtonElement>('.favourite')) {
    const isKept = known.favourites?.includes(Number(heart.value)) ?? false;
    heart.name = isKept ? 'remove' : 'add';
    heart.ariaPressed = String(isKept);
  }
  const email = document.querySelector<HTMLInputElement>('#back-in-stock-email');
  if (email && !email.value) email.value = known.customer?.email ?? '';
}
