// Scripts of a shop that moved here name the host it was on: what they ask of its REST API (spec/rest.md 2) is asked of
// this shop instead, of this store's number alone. Inlined before the bootstrap where the setting `api_hosts` names one.
export {};

// The server puts the number and the hosts here.
const [store = '', ...hosts] = '__STORE_AND_HOSTS__'.split(' ');

/** Where `url` is asked instead; itself, if it is no address of that API. */
function moved(url: string): string {
  try {
    const { host, pathname, search } = new URL(url, document.baseURI);
    return hosts.includes(host) && pathname.startsWith(`/api/v3/${store}/`) ? location.origin + pathname + search : url;
  } catch {
    return url;
  }
}

const fetch = window.fetch.bind(window);
window.fetch = (input, init) => {
  if (!(input instanceof Request)) return fetch(moved(`${input}`), init);
  const url = moved(input.url);
  return fetch(url === input.url ? input : new Request(url, input), init);
};

// A third argument that is missing means another thing than `undefined`: it stays missing.
type Open = (this: XMLHttpRequest, method: string, url: string, ...rest: unknown[]) => void;
const open: Open = Reflect.get<XMLHttpRequest, 'open'>(XMLHttpRequest.prototype, 'open');
XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL, ...rest: unknown[]) {
  open.call(this, method, moved(`${url}`), ...rest);
};
