import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allows, withoutEnd } from './values.ts';

test('a setting is of its kind, and words are known in any case', () => {
  const allowed: [string, unknown][] = [['flag', false], ['number', 0.5], ['text', ''], ['SHOW HIDE', 'hide']];
  for (const [kind, value] of allowed) assert.ok(allows(kind, value), `${kind} ${String(value)}`);
  const refused: [string, unknown][] = [
    ['flag', 'true'], ['flag', undefined], ['number', '1'], ['number', NaN], ['text', 1], ['SHOW HIDE', 'SHOW HIDE'], ['SHOW HIDE', null],
  ];
  for (const [kind, value] of refused) assert.ok(!allows(kind, value), `${kind} ${String(value)}`);
});

test('a base address ends before its slashes and hashes', () => {
  assert.equal(withoutEnd('https://shop.example/store/#'), 'https://shop.example/store');
  assert.equal(withoutEnd('https://shop.example'), 'https://shop.example');
});
