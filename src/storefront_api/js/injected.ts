// Nodes that scripts put into the account widget before it hydrates are taken out meanwhile, and put back.

let changes: MutationRecord[] = [];
const observer = new MutationObserver((records) => { changes.push(...records); });

/** Starts to watch once the document is whole. */
export function watchInjections(): void {
  document.addEventListener('readystatechange', () => {
    const widget = document.getElementById('account-root');
    if (widget) observer.observe(widget, { childList: true, subtree: true });
  }, { once: true });
}

/** Takes out again what was put in, and puts in what was taken out. */
export function rewind(): void {
  changes.push(...observer.takeRecords());
  observer.disconnect();
  for (const change of changes.slice().reverse()) apply(change, change.addedNodes, change.removedNodes);
}

/** Does it all once more. */
export function replay(): void {
  for (const change of changes) apply(change, change.removedNodes, change.addedNodes);
  changes = [];
}

function apply({ target, previousSibling: previous, nextSibling }: MutationRecord, out: NodeList, back: NodeList): void {
  for (const node of out) if (node.parentNode === target) target.removeChild(node);
  for (const node of back) {
    let next = nextSibling;
    if (next && next.parentNode !== target) next = previous?.parentNode === target ? previous.nextSibling : null;
    target.insertBefore(node, next);
  }
}
