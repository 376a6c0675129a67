// Buy cards (spec/js-api.md 8.1): the merchant's markup says which product and which parts of it, the shop draws them.
import type { Kit } from '../../ui/js/kit.ts';

/** Where each part goes, in the present way to write a card and in the one before. */
const PLACES: Record<string, string> = {
  picture: '[itemprop=image], [itemprop=picture]', name: '.ecsp-title, .ecwid-title, [itemprop=name], [itemprop=title]', price: '[itemprop=price]',
};
let count = 0, follows = false;

/** Draws the cards of the page that are not drawn yet. */
export async function drawCards(kit: Kit): Promise<void> {
  if (!follows) followCards(kit);
  const cards = document.querySelectorAll<HTMLElement>('[class*="-SingleProduct"]:not([data-card])');
  await Promise.all(Array.from(cards, async (card) => {
    const id = card.dataset.singleProductId ?? /(?:ec|ecwid)-Product-(\d+)/.exec(card.className)?.[1];
    if (!id) return;
    card.dataset.card = String(++count);
    await draw(kit, card, `/api/buy-card/${encodeURIComponent(id)}/${count}?`);
  }));
}

/** A choice that is made on a card changes its price. */
function followCards(kit: Kit): void {
  follows = true;
  window.addEventListener('change', (event) => {
    const card = kit.closest(event, '[data-card]'), { form } = event.target as HTMLInputElement;
    if (!card || !form?.dataset.buyCard || !kit.closest(event, '.details-product-options')) return;
    const asked = kit.query(form, true);
    void draw(kit, card, form.dataset.buyCard + asked, () => kit.query(form, true) === asked);
  });
}

/** Puts the parts that the shop answers at `url` into `card`; whose product is not sold stays as it was written. */
async function draw({ put }: Kit, card: HTMLElement, url: string, isMeant = () => true): Promise<void> {
  const answer = await fetch(url).catch(() => undefined), html = answer?.ok ? await answer.text() : '';
  if (!html) {
    delete card.dataset.card;
    return;
  }
  if (!isMeant()) return;
  for (const part of new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLElement>('[data-part]')) {
    const name = part.dataset.part ?? '', place = card.querySelector<HTMLElement>(PLACES[name] ?? own(name));
    if (!place) continue;
    place.id ||= `card-${card.dataset.card ?? ''}-${name}`;
    const content = part.getAttribute('content'), link = part.querySelector('a');
    if (content) place.setAttribute('content', content);
    // The merchant's own link leads there already.
    if (link && name !== 'addtobag' && place.closest('a')) link.replaceWith(...link.childNodes);
    put(place.id, part);
  }
}

function own(part: string): string {
  return ['customprop', 'data-customprop', 'itemprop'].map((name) => `[${name}="${part}"]`).join();
}
