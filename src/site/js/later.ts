// What few pages need: the page script asks for it when one of them does (on_demand.ts), so that a first visit does not
// wait for it.
import { drawCards } from '../../storefront_api/js/buy_cards.ts';
import { showRecent } from '../../storefront_api/js/recent.ts';
import type { Kit } from '../../ui/js/kit.ts';

/** Fills the page that is there now. */
export async function fill(kit: Kit): Promise<void> {
  await Promise.all([drawCards(kit), showRecent(kit)]);
}
