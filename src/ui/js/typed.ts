// What was typed since the server was asked is the shopper's: an answer does not overwrite it.

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type State = string | boolean;
/** What stood in the fields of a form when it was sent. */
export type Sent = Map<Element, State | undefined>;

/** What stands in the fields of `form` now. */
export function sentFields(form: HTMLFormElement): Sent {
  return new Map(Array.from(form.elements, (field) => [field, state(field as Field)]));
}

/** Whether `live` is a field in which stands what was sent, or what the server said in `old`. */
export function yields(live: Element, old: Element, sent?: Sent): boolean {
  return isField(live) && state(live) === (sent?.has(live) ? sent.get(live) : meantValue(old));
}

/** What is to stand in a field by the server's word. */
export function meantValue(said: Element): State {
  const field = said as HTMLInputElement;
  if (isBox(field)) return field.defaultChecked;
  return field.localName === 'select' ? field.value : field.defaultValue;
}

/** Puts `meant` into the field. */
export function setValue(live: Element, meant: State): void {
  const field = live as HTMLInputElement;
  if (state(field) === meant) return;
  if (isBox(field)) field.checked = meant as boolean; else field.value = meant as string;
}

function isField(node: Element): node is Field { return /^(input|select|textarea)$/.test(node.localName); }

function isBox(field: { type: string }): boolean { return /radio|checkbox/.test(field.type); }

function state(field: Field): State { return isBox(field) ? (field as HTMLInputElement).checked : field.value; }
