import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { container, fire } from './containers.ts';

/** The arguments of every call. */
function calls(of: ReturnType<typeof mock.fn>): unknown[][] { return of.mock.calls.map((call) => call.arguments); }

test('every subscriber is called in order, each with its own copy', () => {
  const seen: unknown[] = [], heard = container('OnPageSwitch');
  heard.add((page) => { (page as { type: string }).type = 'changed'; });
  heard.add((page) => { seen.push(page); });
  assert.equal(fire('OnPageSwitch', [{ type: 'CART' }]), true);
  assert.deepEqual(seen, [{ type: 'CART' }]);
});

test('exactly false is a veto, and all hear of it', () => {
  const last = mock.fn(), heard = container('OnPageSwitch');
  heard.add(() => 0);
  assert.equal(fire('OnPageSwitch', []), true);
  heard.add(() => false);
  heard.add(last);
  assert.equal(fire('OnPageSwitch', []), false);
  assert.equal(last.mock.callCount(), 1);
});

test('one that throws is reported and stops nobody; what cannot be called is passed over', () => {
  const reported = mock.method(console, 'error', () => undefined), last = mock.fn(), heard = container('OnConsentChanged');
  heard.add(() => { throw new Error('mine'); });
  heard.add('nothing to call' as never);
  heard.add(last);
  assert.equal(fire('OnConsentChanged', []), true);
  assert.deepEqual([reported.mock.callCount(), last.mock.callCount()], [1, 1]);
  reported.mock.restore();
});

test('who subscribes late to a kept state is told once, and not twice if it changes first', async () => {
  const kept = container('OnCartChanged', true), missed = container('OnOrderPlaced');
  fire('OnCartChanged', ['first']);
  fire('OnOrderPlaced', ['gone']);
  const late = mock.fn(), replaced = mock.fn(), never = mock.fn();
  kept.add(late);
  missed.add(never);
  assert.equal(late.mock.callCount(), 0, 'not before the script that subscribes has gone on');
  await Promise.resolve();
  kept.add(replaced);
  fire('OnCartChanged', ['second']);
  await Promise.resolve();
  assert.deepEqual(calls(late), [['first'], ['second']]);
  assert.deepEqual(calls(replaced), [['second']]);
  assert.equal(never.mock.callCount(), 0);
});
