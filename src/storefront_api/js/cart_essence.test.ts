import assert from 'node:assert/strict';
import { test } from 'node:test';
import { essence } from './cart_essence.ts';

const cart = (options: object, more: object = {}) => ({ items: [{ quantity: 1, options }], ...more });

test('the choice of payment and whose bill it is make no other cart', () => {
  const chosen = { paymentMethod: 'Cash', paymentModule: 'Offline', billingPerson: { name: 'Ada' } };
  assert.equal(essence(cart({}, chosen)), essence(cart({})));
  assert.notEqual(essence(cart({}, { shippingPerson: { name: 'Ada' } })), essence(cart({})));
  assert.notEqual(essence(null), essence(cart({})));
});

test('options of an item count, whatever they are called', () => {
  for (const name of ['payment plan', 'paymentMethod', 'billingPerson']) {
    assert.notEqual(essence(cart({ [name]: 'one' })), essence(cart({ [name]: 'two' })), name);
  }
});
