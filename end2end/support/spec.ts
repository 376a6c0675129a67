import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Item = { area: string; item: string };

/** The checklist: area and item of each line; an item may be quoted. */
export const checklist: Item[] = readFileSync(join(import.meta.dirname, '../spec/coverage.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => /^([^,]*),(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line)!)
  .map((parts) => ({ area: parts[1]!, item: (parts[2] ?? parts[3])!.replaceAll('""', '"') }));

/** Names the checklist items that a test proves; an item that is not on the list is an error. */
export function proves(...items: string[]) {
  for (const item of items) {
    if (!checklist.some((line) => line.item === item)) throw new Error(`not in the checklist: ${item}`);
  }
  return { annotation: items.map((description) => ({ type: 'proves', description })) };
}
