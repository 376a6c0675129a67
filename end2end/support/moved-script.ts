/// <reference path="../../src/storefront_api/storefront.d.ts" />
// A merchant's script as it is written for the hosted service: it names that service's host, and holds a token as a
// literal. The test runs it, and the types that the shop serves are held against it.
(() => {
  const api = `https://app.ecwid.com/api/v3/${Ecwid.getOwnerId()}`;
  const told: Record<string, unknown> = {};
  Object.assign(window, { told });
  const note = (name: string) => (value: unknown) => { told[name] = value; };

  /** A synchronous call, as an old script makes it to grey out what is sold out. */
  function now(url: string): unknown {
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    request.send();
    return JSON.parse(request.responseText);
  }

  function later(url: string, done: (value: unknown) => void): void {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.setRequestHeader('Authorization', 'Bearer public_literal');
    request.onload = () => { done(JSON.parse(request.responseText)); };
    request.onerror = () => { done('failed'); };
    request.send();
  }

  const json = (answer: Response) => answer.json() as Promise<unknown>;
  const failed = () => 'failed';

  told.sync = now(`${api}/products/101/combinations?token=public_literal&responseFields=id`);
  later(`${api}/products/101?responseFields=id,inStock`, note('xhr'));
  void fetch(`${api}/categories?token=public_literal&limit=1&responseFields=total,items(id)`).then(json).then(note('fetch'), failed);
  const request = new Request(`${api}/profile?responseFields=formatsAndUnits(currency)`, { headers: { Authorization: 'Bearer public_literal' } });
  void fetch(request).then(json).then(note('request'));
  void fetch(new URL(`${api}/classes?token=${Ecwid.getAppPublicToken('flags') ?? ''}&responseFields=id`)).then(json).then(note('url'));
  // Another store of that host is none of this shop's affairs, and nor is another path of it.
  void fetch('https://app.ecwid.com/api/v3/77/profile?token=public_literal').then(json).catch(failed).then(note('other store'));
  void fetch('https://app.ecwid.com/script.js').then(json).catch(failed).then(note('other path'));
  void fetch('https://elsewhere.example/api/v3/1003/profile').then(json).catch(failed).then(note('other host'));
  void fetch('/healthz').then((answer) => answer.status).then(note('own'));

  Ecwid.OnAPILoaded.add(() => {
    const size: Ecwid.StorefrontConfig = { show_sku: false, product_list_image_size: 'LARGE' };
    Object.assign(ec.storefront, size);
    Ecwid.Cart.get((cart: Ecwid.Cart) => { told.cart = cart.productsQuantity; });
  });
  Ecwid.OnPageLoaded.add((page) => {
    const from: number | undefined = page.type === 'PRODUCT' ? page.productId : page.categoryId;
    told.page = [page.type, from];
  });
})();
