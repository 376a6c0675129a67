// What values of scripts may be.

/** Whether a design setting of this kind may have this value; one that it may not have counts as none. */
export function allows(kind: string, value: unknown): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'number') return Number.isFinite(value);
  if (kind === 'text') return typeof value === 'string';
  return typeof value === 'string' && kind.split(' ').includes(value.toUpperCase());
}

/** A base URL without the slashes and hashes at its end. */
export function withoutEnd(url: unknown): string {
  return String(url).replace(/[#/]*$/, '');
}
