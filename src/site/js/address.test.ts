import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showPage } from '../../ui/js/testing.ts';
import { shownAddress } from './address.ts';

/** The address shown at `path` of a page with `slug`, as `config` wants it. */
function shown(path: string, slug: string, config: object): string {
  showPage('', `https://shop.example${path}`);
  document.head.innerHTML = slug && `<meta name="slug" content="${slug}">`;
  Object.assign(globalThis, { ec: { config } });
  return shownAddress();
}

test('a product has the address that the script wants', () => {
  const at = '/Blue-Mug-p1?variation=2#top';
  const cases: [object, string][] = [
    [{}, at],
    [{ storefrontUrls: { slugsWithoutIds: true } }, '/blue%20mug?variation=2#top'],
    [{ storefrontUrls: { slugsWithoutIds: 'yes' } }, at],
    [{ baseUrl: '/store/' }, `/store${at}`],
    [{ baseUrl: 'https://shop.example/store', storefrontUrls: { slugsWithoutIds: true } }, '/store/blue%20mug?variation=2#top'],
    [{ baseUrl: 'https://elsewhere.example/store' }, at],
    [{ baseUrl: 'https://:' }, at],
    [{ baseUrl: 7 }, at],
  ];
  for (const [config, address] of cases) assert.equal(shown(at, 'blue mug', config), address, JSON.stringify(config));
});

test('an address that is shown stays what it is', () => {
  const config = { baseUrl: '/store', storefrontUrls: { slugsWithoutIds: true } };
  assert.equal(shown('/store/mug', 'mug', config), '/store/mug');
});

test('pages of the shop keep their address', () => {
  assert.equal(shown('/cart?x=1', '', { baseUrl: '/store' }), '/cart?x=1');
});
