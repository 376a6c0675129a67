// Pages that the server draws for this one.

/** A page that was fetched, and the URL it came from in the end. */
export interface Fetched { url: URL; page: Document }

/** The page at `url`; fails if that is no page of the shop. */
export async function fetchPage(url: string, options?: RequestInit): Promise<Fetched> {
  const answer = await fetch(url, { headers: { accept: 'text/html' }, ...options });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.getElementById('page')) throw new Error(`no page at ${url}`);
  // It was read as if there were no scripts.
  for (const node of page.querySelectorAll('noscript')) node.remove();
  return { url: new URL(answer.url), page };
}

/** The boot data of a page. */
export function bootOf(page: Document): string {
  return page.getElementById('awning-boot')?.textContent ?? '';
}
