import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { showPage } from '../../ui/js/testing.ts';

type Arrival = typeof import('./arrival.ts');

const html = (content: string, boot: object = {}) => `<title>${content}</title><p id="minicart"></p><p id="added"></p><main id="page">${content}</main>
  <script type="application/json" id="awning-boot">${JSON.stringify(boot)}</script>`;
const [starts, complete, maySwitch, applyPage, fire, assigned] = Array.from({ length: 6 }, () => mock.fn<(...args: unknown[]) => unknown>());
/** What was asked for and is not answered yet. */
let asked: Map<string, (answer: { url: string; text(): string } | Error) => void>;
let arrival: Arrival;

showPage(html('one'), 'https://shop.example/one');
Object.assign(globalThis, {
  ec: { config: {}, storefront: {}, order: {} },
  Ecwid: { OnAPILoaded: { add: () => undefined }, OnPageLoaded: { add: () => undefined } },
  BroadcastChannel: class { postMessage() { /* nobody hears it */ } },
  fetch: (url: string) => new Promise((answered, failed) => {
    asked.set(url, (answer) => { if (answer instanceof Error) failed(answer); else answered(answer); });
  }),
});
Object.assign(window, {
  scrollTo: () => undefined,
  __awning: { starts, complete, maySwitch, applyPage, fire, dismiss: () => undefined, pathOfHash: (hash: string) => (hash === '#!/~/cart' ? '/cart' : undefined), afterPage: () => undefined },
});

beforeEach(async () => {
  asked = new Map();
  for (const each of [starts, complete, maySwitch, applyPage, fire, assigned]) each.mock.resetCalls();
  maySwitch.mock.mockImplementation(() => true);
  applyPage.mock.mockImplementation((boot) => boot);
  history.replaceState(null, '', '/one');
  arrival ??= await import('./arrival.ts');
  location.assign = assigned;
});

/** Goes on once everything that waits for an answer has heard it. */
const settled = () => new Promise(setImmediate);
async function answered(path: string, content: string, end = path): Promise<void> {
  const answer = asked.get(path);
  assert.ok(answer, `${path} was asked for, of ${Array.from(asked.keys()).join()}`);
  answer({ url: 'https://shop.example' + end, text: () => html(content, { page: content }) });
  await settled();
}
const calls = (of: typeof starts) => of.mock.calls.map(({ arguments: [first] }) => first);
const content = () => document.getElementById('page')?.textContent;

test('a page is fetched, and put in place of the one before', async () => {
  arrival.go('/two?a=b');
  assert.deepEqual([location.pathname + location.search, calls(starts)], ['/two?a=b', ['/two?a=b']]);
  await answered('/two?a=b', 'two');
  assert.deepEqual([content(), document.title], ['two', 'two']);
  assert.deepEqual(calls(complete), ['{"page":"two"}']);
});

test('of two pages on their way the later one is shown, in whatever order they come', async () => {
  arrival.go('/early');
  arrival.go('/late');
  await answered('/late', 'late');
  await answered('/early', 'early');
  assert.deepEqual([content(), calls(complete).length], ['late', 1]);
});

test('where the way led in the end is in the address bar, and is not fetched again', async () => {
  arrival.go('/old-name');
  await answered('/old-name', 'new', '/new-name');
  assert.deepEqual([location.pathname, content(), asked.size], ['/new-name', 'new', 1]);
});

test('a page that cannot be fetched is left to the browser', async () => {
  arrival.go('/away');
  asked.get('/away')?.(new Error('offline'));
  await settled();
  assert.deepEqual(calls(assigned), ['/away']);
});

test('a veto stays here, and going where one is is no switch', () => {
  maySwitch.mock.mockImplementation(() => false);
  arrival.open('/two');
  assert.deepEqual([location.pathname, calls(maySwitch), asked.size], ['/one', ['/two'], 0]);
  arrival.open('/one#part');
  assert.deepEqual([location.hash, calls(maySwitch).length], ['#part', 1]);
});

test('links of the shop are followed here, others are not', () => {
  arrival.follow();
  for (const [markup, isFollowed] of [
    ['<a href="/two">', true], ['<a href="/two" target="_blank">', false], ['<a href="/two" download>', false],
    ['<a href="/two" rel="external">', false], ['<a href="https://elsewhere.example/">', false], ['<a>', false],
  ] as const) {
    document.body.innerHTML = markup;
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    document.querySelector('a')?.dispatchEvent(click);
    assert.equal(click.defaultPrevented, isFollowed, markup);
  }
});

test('a hash address of the hosted service leads to the clean one', () => {
  arrival.go('/one#!/~/cart');
  assert.equal(location.pathname + location.hash, '/cart');
});
