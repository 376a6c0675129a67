import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { showPage } from '../../ui/js/testing.ts';
import { entry, remembered, watchHistory } from './history.ts';

let asked: string[] = [], may = true;
/** The browser goes to an entry that stands there already. */
function pop(state: object | null, url: string): PopStateEvent {
  Object.defineProperty(history, 'state', { value: state, configurable: true });
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  const event = Object.assign(new Event('popstate'), { state }) as PopStateEvent;
  window.dispatchEvent(event);
  Reflect.deleteProperty(history, 'state');
  return event;
}

beforeEach(() => {
  showPage('', 'https://shop.example/one');
  asked = [];
  may = true;
  watchHistory((url) => {
    asked.push(url);
    return may;
  });
});

test('every entry is numbered, and keeps what a script stored in it', () => {
  assert.deepEqual(history.state, { place: 0 });
  history.pushState({ mine: 1 }, '', '/two');
  assert.deepEqual(history.state, { mine: 1, place: 1 });
  history.replaceState(null, '', '/three');
  assert.deepEqual(history.state, { place: 1 });
  remembered({ from: 4 });
  assert.deepEqual(history.state, { place: 1, from: 4 });
  assert.equal(entry(false).from, 4);
  assert.deepEqual(entry(true), {});
});

test('going back asks, and a veto goes forward again', () => {
  history.pushState(null, '', '/two');
  const moves: number[] = [];
  history.go = (by) => { moves.push(by ?? 0); };
  let heard = 0;
  window.addEventListener('popstate', () => { heard++; });
  may = false;
  pop({ place: 0 }, 'https://shop.example/one');
  assert.deepEqual([asked, moves, heard], [['/one'], [1], 0]);
  pop({ place: 1 }, 'https://shop.example/two');
  assert.deepEqual([asked, heard], [['/one'], 0], 'the way forward is not asked about, nor told');
  may = true;
  pop({ place: 0 }, 'https://shop.example/one');
  assert.deepEqual([asked, heard], [['/one', '/one'], 1]);
});

test('another part of the same page is no switch', () => {
  history.pushState(null, '', '/one#part');
  pop({ place: 0 }, 'https://shop.example/one');
  assert.deepEqual(asked, []);
});
