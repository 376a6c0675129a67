// What of a cart an OnCartChanged is for (spec/js-api.md 6).

/** No event is for the choice of payment, nor for whose bill it is. */
const SILENT = ['paymentMethod', 'paymentModule', 'billingPerson'];

/** A text that differs between two carts where an event is to tell of it. */
export function essence(cart: object | null): string {
  return JSON.stringify(cart && Object.entries(cart).filter(([key]) => !SILENT.includes(key)));
}
