// What the page script hands to the script that comes later, so that neither brings it twice.
import type { closest, query } from './dom.ts';
import type { put } from './patch.ts';

export interface Kit {
  closest: typeof closest;
  query: typeof query;
  put: typeof put;
  /** Lets the hearts of cards that came say what is so. */
  showHearts(): void;
  /** Whether things may be kept for the visitor's comfort alone. */
  mayPersonalise(): boolean;
  /** Keeps a value in the browser, where it may be kept. */
  keep(key: string, value: unknown): void;
}
