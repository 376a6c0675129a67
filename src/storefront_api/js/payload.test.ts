import assert from 'node:assert/strict';
import { test } from 'node:test';
import { payload } from './payload.ts';

const cart = { products: [{ id: 1, quantity: 2 }], profile: { address: { city: 'Köln', street: '日本' } } };
const json = JSON.stringify(cart);
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('every way to write a cart into an address is read', () => {
  for (const code of [json, base64(json), base64(encodeURIComponent(json)), base64(json).replaceAll('+', ' ')]) {
    assert.deepEqual(payload(code), cart, code);
  }
});

test('what cannot be read is said to be so', () => {
  for (const code of ['{', '!', base64('no json'), Buffer.from([123, 0xff]).toString('base64'), base64('%zz')]) {
    assert.throws(() => payload(code), code);
  }
});
