// Pages are patched, never replaced: what a script put there, took away or listens to stays. Each node that
// the server drew is known by what the server last said of it; only what it says otherwise now is changed. A
// morph of two trees would take a script's nodes and classes for its own, and weighs more.
import { byId } from './dom.ts';
import { meantValue, type Sent, setValue, yields } from './typed.ts';

const pairs = new WeakMap<Node, Node>();

/** The inside of the element with `id` becomes what `from` says; `sent` is what stood in fields when it was asked for. */
export function put(id: string, from: Element | null, sent?: Sent): void {
  const live = byId(id);
  if (!live || !from) return;
  const typing = document.activeElement as HTMLElement | null;
  watch(live);
  children(live, pairs.get(live) as Element, from, sent);
  both(live, from);
  // Where it had to be moved, a field has lost the focus of whoever types in it.
  if (live.contains(typing)) typing?.focus({ preventScroll: true });
}

/** The inside of the element with `id` becomes what `from` says, all of it new. */
export function replace(id: string, from: Element | null): void {
  const live = byId(id);
  if (!live || !from) return;
  live.replaceChildren(...Array.from(from.childNodes, (node) => document.importNode(node, true)));
  pair(live, from);
}

/** Takes what stands in `live` for what the server said, unless that is known. */
export function watch(live: Element | null): void {
  if (live && !pairs.has(live)) pair(live, live.cloneNode(true));
}

function both(live: Node, said: Node): void {
  pairs.set(live, said);
  pairs.set(said, live);
}

function pair(live: Node, said: Node): void {
  both(live, said);
  said.childNodes.forEach((child, place) => { pair(live.childNodes[place], child); });
}

/** What nodes of two answers are told to be the same by. */
function sign(node: Node, isLoose: boolean): string {
  if (!isElement(node)) return node.nodeName;
  const classes = node.getAttribute('class') ?? '';
  return [node.localName, node.id || node.dataset.key, node.getAttribute('name'), isLoose ? classes.split(' ')[0] : classes].join();
}

/** The node that was drawn as `said`; a script may have written the inside of `parent` anew. */
function alive(said: Node, parent: Element): Node | undefined {
  const known = pairs.get(said);
  if (known?.isConnected) return known;
  const found = Array.from(parent.childNodes).find(
    (node) => !pairs.has(node) && sign(node, true) === sign(said, true) && text(node) === text(said),
  );
  if (found) both(found, said);
  return found;
}

/** For each of `news` the one of `olds` that it was before: the same class first, then whatever begins alike. */
function matched(olds: Node[], news: Node[]): Map<Node, Node> {
  const matches = new Map<Node, Node>();
  for (const isLoose of [false, true]) {
    for (const node of news) {
      const place = matches.has(node) ? -1 : olds.findIndex((it) => sign(it, isLoose) === sign(node, isLoose));
      if (place >= 0) matches.set(node, olds.splice(place, 1)[0]);
    }
  }
  return matches;
}

function children(live: Element, old: Element, now: Element, sent?: Sent): void {
  const olds = Array.from(old.childNodes), news = Array.from(now.childNodes), matches = matched(olds, news);
  let last: ChildNode | undefined;
  for (const gone of olds) (alive(gone, live) as ChildNode | undefined)?.remove();
  for (const node of news) {
    const before = matches.get(node);
    let present = before && alive(before, live) as ChildNode | undefined;
    if (before && present) {
      patch(present, before, node, sent);
      const isAhead = last?.parentNode === present.parentNode && last.compareDocumentPosition(present) & Node.DOCUMENT_POSITION_PRECEDING;
      if (isAhead) last?.after(present);
    } else if (!before) {
      present = document.importNode(node, true);
      pair(present, node);
      if (last) last.after(present); else live.prepend(present);
    } else if (text(node) !== text(before) && !live.children.length) live.textContent = text(node) ?? '';
    last = present ?? last;
  }
}

function patch(live: Node, before: Node, now: Node, sent?: Sent): void {
  const old = pairs.get(live) ?? before;
  both(live, now);
  if (!isElement(live) || !isElement(old) || !isElement(now)) {
    if (text(old) !== text(now)) (live as CharacterData).data = text(now) ?? '';
    return;
  }
  const isFree = yields(live, old, sent);
  for (const name of new Set([...old.getAttributeNames(), ...now.getAttributeNames()])) attribute(name, live, old, now);
  children(live, old, now, sent);
  if (isFree) setValue(live, meantValue(now));
}

function attribute(name: string, live: Element, old: Element, now: Element): void {
  const after = now.getAttribute(name);
  if (old.getAttribute(name) === after) return;
  if (name === 'class') {
    for (const it of old.classList) if (!now.classList.contains(it)) live.classList.remove(it);
    for (const it of now.classList) if (!old.classList.contains(it)) live.classList.add(it);
  } else if (after === null) live.removeAttribute(name); else live.setAttribute(name, after);
}

function isElement(node: Node): node is HTMLElement { return node.nodeType === Node.ELEMENT_NODE; }

function text(node: Node): string | undefined { return (node as CharacterData).data; }
