import assert from 'node:assert/strict';
import { test } from 'node:test';
import { put, replace, watch } from './patch.ts';
import { element, showPage } from './testing.ts';
import { sentFields } from './typed.ts';

/** The page, as the server drew it first. */
function drawn(html: string): HTMLElement {
  showPage(`<main id="page">${html}</main>`);
  const page = document.querySelector<HTMLElement>('#page');
  assert.ok(page);
  watch(page);
  return page;
}
const answer = (html: string) => element(`<main id="page">${html}</main>`);
function only<E extends Element>(page: Element, selector: string): E {
  const found = page.querySelector<E>(selector);
  assert.ok(found, selector);
  return found;
}

test('what the server says otherwise is changed, and the rest is the same node', () => {
  const page = drawn('<h1>Mug</h1><p class="price">€5</p>'), title = only(page, 'h1'), price = only(page, 'p');
  put('page', answer('<h1>Mug</h1><p class="price off">€4</p>'));
  assert.equal(page.innerHTML, '<h1>Mug</h1><p class="price off">€4</p>');
  assert.equal(page.firstChild, title);
  assert.equal(page.lastChild, price);
});

test("a script's nodes, classes and attributes stay", () => {
  const page = drawn('<p class="price">€5</p><p id="last">end</p>'), price = only(page, '.price');
  price.classList.add('mine');
  price.setAttribute('data-mine', '1');
  price.after(element('<b>wow</b>'));
  put('page', answer('<p class="price off">€4</p><p id="last">end</p>'));
  assert.equal(page.innerHTML, '<p class="price mine off" data-mine="1">€4</p><b>wow</b><p id="last">end</p>');
});

test('what a script took away stays away, and what the server takes away goes', () => {
  const page = drawn('<i>a</i><b>b</b><u>c</u>');
  only(page, 'i').remove();
  put('page', answer('<i>a</i><u>d</u>'));
  assert.equal(page.innerHTML, '<u>d</u>');
});

test('rows are known by their key when one of them goes, comes or moves', () => {
  const row = (key: number) => `<li data-key="${key}">${key}</li>`;
  const page = drawn([1, 2, 3].map(row).join('')), [first, , third] = Array.from(page.children);
  put('page', answer([3, 1, 4].map(row).join('')));
  assert.equal(page.innerHTML, [3, 1, 4].map(row).join(''));
  assert.deepEqual([page.children[0], page.children[1]], [third, first]);
});

test('a text that a script wrote anew follows the server as long as it is plain', () => {
  const page = drawn('<p>one</p>');
  only(page, 'p').textContent = 'two';
  put('page', answer('<p>three</p>'));
  assert.equal(page.innerHTML, '<p>three</p>');
});

test('an answer that is older than what was typed does not overwrite it', () => {
  const page = drawn('<form><input name="qty" value="1"></form>'), field = only<HTMLInputElement>(page, 'input');
  field.value = '2';
  const sent = sentFields(only<HTMLFormElement>(page, 'form'));
  field.value = '3';
  put('page', answer('<form><input name="qty" value="2"></form>'), sent);
  assert.equal(field.value, '3');
});

test('a field in which stands what was sent takes what the server made of it', () => {
  const page = drawn('<form><input name="qty" value="1"></form>'), field = only<HTMLInputElement>(page, 'input');
  field.value = '200';
  put('page', answer('<form><input name="qty" value="99"></form>'), sentFields(only<HTMLFormElement>(page, 'form')));
  assert.equal(field.value, '99');
});

test('a box that nobody touched follows the server, one that was touched does not', () => {
  const boxes = (attributes: string) => `<input type="checkbox" name="a"${attributes}><input type="checkbox" name="b"${attributes}>`;
  const page = drawn(boxes('')), [a, b] = Array.from(page.querySelectorAll('input'));
  b.checked = true;
  put('page', answer(boxes('')));
  assert.deepEqual([a.checked, b.checked], [false, true]);
  put('page', answer(boxes(' checked')));
  assert.deepEqual([a.checked, b.checked], [true, true]);
});

test('a new page has nothing of the one before', () => {
  const page = drawn('<p>old</p>');
  page.append(element('<b>a script’s</b>'));
  replace('page', answer('<p>new</p>'));
  assert.equal(page.innerHTML, '<p>new</p>');
  put('page', answer('<p class="x">new</p>'));
  assert.equal(page.innerHTML, '<p class="x">new</p>');
});
