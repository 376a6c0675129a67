// Extra fields that the page's scripts define: the shop draws, checks and prices them.
import { ask, queue, take } from './cart.ts';
import { redraw } from '../../ui/js/redraw.ts';
import { isObject } from './ecwid.ts';

let drawing: Promise<unknown> | undefined;

/** Tells the shop what is defined, if that is other than what stands on the page. */
export function drawExtraFields(): void {
  const cart = document.querySelector<HTMLElement>('#page .ec-cart[data-extra-fields]'), fields = ec.order.extraFields;
  if (!cart || !document.querySelector('.ec-cart-summary') || !isObject(fields)) return;
  const text = JSON.stringify(fields);
  if (text === JSON.stringify(JSON.parse(cart.dataset.extraFields || '{}'))) return;
  cart.dataset.extraFields = text;
  drawing = queue(async (at) => {
    take(await ask('/extra-fields', JSON.parse(text)), at);
    await redraw();
  });
}

/** Calls back when the page has what its scripts define. */
export function settle(done: () => void): void {
  Ecwid.refreshConfig();
  if (!drawing) {
    done();
    return;
  }
  void drawing.then(done);
  drawing = undefined;
}
