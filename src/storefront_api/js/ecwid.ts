// The public API as far as our own scripts touch it.

export type EventName =
  | 'OnAPILoaded' | 'OnPageLoad' | 'OnPageLoaded' | 'OnPageSwitch' | 'OnSetProfile' | 'OnCartChanged' | 'OnOrderPlaced'
  | 'OnConsentChanged' | 'OnProductOptionsChanged' | 'OnTileLoaded' | 'OnTileUnloaded';

/** What a merchant's script passes to be called. */
export type Callback = (...args: unknown[]) => unknown;

export interface EventContainer { add(callback: Callback): void }

/** The argument of page events. */
export interface Page {
  type: string;
  productId?: number;
  mainCategoryId?: number;
  categoryId?: number;
}

export interface Address { countryCode?: string; stateOrProvinceCode?: string }

/** The argument of `OnSetProfile`, as far as we read it. */
export interface Profile {
  shippingAddresses?: (Address & { person?: Address })[];
  billingPerson?: Address;
}

/** `window.ec`: what merchants' scripts configure; nothing of it can be relied on. */
export interface Configuration {
  config: Record<string, unknown>;
  storefront: Record<string, unknown>;
  order: Record<string, unknown>;
}

/** `window.Ecwid`: what our scripts call of it, and all the rest. */
export interface Api {
  OnAPILoaded: EventContainer;
  OnPageLoaded: EventContainer;
  OnPageSwitch: EventContainer;
  OnSetProfile: EventContainer;
  openPage(slug: string, parameters?: object): void;
  refreshConfig(): void;
  [name: string]: unknown;
}

declare global {
  var Ecwid: Api;
  var ec: Configuration;
  interface Window {
    instantsite: Record<string, unknown>;
    ecwid_ProductBrowserURL?: string;
    ecwid_onBodyDone: () => void;
    ecwid_sso_profile?: unknown;
    _xnext_initialization_scripts?: { widgetType: string; id?: string; arg?: unknown[] }[];
    xProductBrowser: Callback;
    xCategoriesV2: Callback;
    xSearch: Callback;
    xSearchPanel: Callback;
    xProduct: Callback;
    xSingleProduct: Callback;
  }
}

/** Whether a script's value is an object whose members can be asked for. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
