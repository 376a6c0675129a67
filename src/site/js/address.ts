// The address that the merchant's script wants shown (spec/config.md 2). The server knows the page by both.
import { isObject } from '../../storefront_api/js/ecwid.ts';

/** The present address, of a product or category as `ec.config` wants it. */
export function shownAddress(): string {
  const { pathname, search, hash } = location, slug = document.querySelector<HTMLMetaElement>('meta[name=slug]')?.content;
  if (!slug) return pathname + search + hash;
  const urls = isObject(ec.config.storefrontUrls) ? ec.config.storefrontUrls : {};
  const name = urls.slugsWithoutIds === true ? encodeURIComponent(slug) : pathname.slice(pathname.lastIndexOf('/') + 1);
  const base = ownPath(ec.config.baseUrl) ?? pathname.slice(0, pathname.lastIndexOf('/'));
  return `${base}/${name}${search}${hash}`;
}

/** The path of a base, without its last slash; none of another site's, which an address cannot show. */
function ownPath(base: unknown): string | undefined {
  if (typeof base !== 'string' || !base) return undefined;
  try {
    const { origin, pathname } = new URL(base, location.origin);
    return origin === location.origin ? pathname.replace(/\/+$/, '') : undefined;
  } catch { return undefined; }
}
