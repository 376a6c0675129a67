// The next page of a list comes below this one.
import { showHearts } from '../../favourites/js/hearts.ts';
import { byId } from '../../ui/js/dom.ts';
import { fetchPage } from '../../ui/js/fetched.ts';
import { replace } from '../../ui/js/patch.ts';

/** Adds the page of the list at `href`. */
export async function grow(href: string): Promise<void> {
  try {
    const { page, url } = await fetchPage(href), list = byId('list-products'), more = page.getElementById('list-products');
    if (!list || !more) throw new Error('no list');
    const first = more.querySelector<HTMLElement>('.grid-product__title');
    list.append(...more.children);
    showHearts();
    replace('list-pages', page.getElementById('list-pages'));
    history.replaceState(history.state, '', url.href);
    first?.focus();
  } catch { location.assign(href); }
}
