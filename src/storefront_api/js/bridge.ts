// What the Rust half and the scripts know of each other: `window.__awning`, made by `bootstrap.ts`.
// `bridge.test.ts` holds it against the Rust sources.
import type { EventName, Page } from './ecwid.ts';

/** The data of the page, as `src/storefront_api/boot.rs` writes it. */
export interface Boot {
  shop: { id: number; sign_in: 'password' | 'code' | 'both' };
  language: string;
  customer: { email: string; profile: string } | null;
  country: string | null;
  /** An order that was placed just now. */
  order: object | null;
  /** How many things are in the cart. */
  cart: number;
  /** Ids of the products among the favourites. */
  favourites: number[];
  apps: Record<string, { token?: string; config?: string }>;
  design: Record<string, unknown>;
  consent: { cookie: string; ask: boolean; scripts: ConsentScript[] };
}

/** What something is stored or loaded for that is not strictly necessary. */
export type Purpose = 'analytics' | 'personalisation';

/** A script of the merchant's that needs the visitor's consent. */
export interface ConsentScript { src: string; needs: Purpose }

/** What happened to the cart besides calls of `Ecwid.Cart`. */
export type CartCause = 'start' | 'sync' | 'posted' | 'gone';

/** `bootstrap.ts`, inlined into every page. */
interface Inlined {
  boot: Boot;
  /** Calls every subscriber of the event; `false` if one of them returned exactly `false`. */
  fire(name: EventName, args: unknown[]): boolean;
  /** The `Page` of a path that does not say it itself (`slugs_without_ids`). */
  known(url: string): Page;
  /** Calls back once the next page is there. */
  afterPage(callback: () => void): void;
  /** Takes out of the account widget what scripts put there, for hydration. */
  rewind(): void;
  /** Puts it back. */
  replay(): void;
  /** Resolves once the page script has run. */
  ready: Promise<void>;
  /** The page script has run. */
  isReady(): void;
}

/** `src/site/js/index.ts`: the page script. */
interface PageScript {
  /** Follows links, back and forward from now on. */
  follow(): void;
  /** Goes to a path of the shop, unless a subscriber of `OnPageSwitch` vetoes it. */
  open(path: string, isReplacing?: boolean): void;
  /** Tells the cart's side what happened to the cart. */
  cart(cause: CartCause): void;
  /** Calls back when the page has what its scripts define. */
  settle(done: () => void): void;
  /** Fills what of the page needs the script that comes later, such as buy cards. */
  fillLater(): Promise<void>;
}

/** The Rust half, from hydration on. */
interface Hydrated {
  /** Whether no subscriber of `OnPageSwitch` vetoes going to `url`. */
  maySwitch(url: string): boolean;
  /** Tells subscribers that the page at `url` comes. */
  starts(url: string): void;
  /** Tells subscribers that `page`, a `Page` as JSON, is there. */
  complete(page: string): void;
  /** Takes over a page's boot data; its `Page` as JSON. */
  applyPage(boot: string): string;
  /** Asks the shop who is signed in: something else may have changed it. */
  sessionMayDiffer(): void;
  /** Says nothing in the live region any more. */
  dismiss(): void;
  /** Says that the shop could not be reached. */
  unreachable(): void;
  /** The path that a hash address of the hosted service means. */
  pathOfHash(hash: string): string | undefined;
}

export type Bridge = Inlined & PageScript & Partial<Hydrated>;

declare global {
  interface Window { readonly __awning: Bridge }
}
