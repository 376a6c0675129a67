// Store details that answer at once (spec/js-api.md 3).
import type { Boot } from './bridge.ts';
import { container } from './containers.ts';
import type { Address, Profile } from './ecwid.ts';

let visitor: Profile | null = null;

/** Remembers whose addresses are the visitor's. */
export function remember(profile: Profile | null): void { visitor = profile; }

/** Adds the details to `Ecwid` and `instantsite`. */
export function addDetails(boot: Boot): void {
  visitor = boot.customer && JSON.parse(boot.customer.profile) as Profile;
  const app = (id: string) => (boot.apps && Object.hasOwn(boot.apps, id) ? boot.apps[id] : {});
  const api: Record<string, unknown> = window.Ecwid = window.Ecwid || {};
  const ownerId = () => boot.shop.id;
  const appToken = (id: string) => app(id).token;
  const appConfig = (id: string) => app(id).config ?? null;
  for (const name of ['OnAPILoaded', 'OnPageLoad', 'OnPageLoaded', 'OnSetProfile', 'OnCartChanged'] as const) {
    api[name] = container(name, true);
  }
  for (const name of ['OnPageSwitch', 'OnOrderPlaced', 'OnConsentChanged', 'OnProductOptionsChanged'] as const) {
    api[name] = container(name);
  }
  Object.assign(api, {
    getOwnerId: ownerId,
    getStorefrontLang: () => boot.language,
    isStorefrontV3: () => true,
    getStaticBaseUrl: () => location.origin + '/assets/',
    getFeatureToggles: () => (
      { newProductList: true, newDetailsPage: true, customerLoginByLink: boot.shop.sign_in !== 'password', newCartPage: true, newCheckoutPage: true }
    ),
    getAppPublicToken: appToken,
    getAppPublicConfig: appConfig,
    getVisitorLocation: () => visitorLocation(boot.country),
  });
  Object.assign(window.instantsite = window.instantsite || {}, {
    onTileLoaded: container('OnTileLoaded'),
    onTileUnloaded: container('OnTileUnloaded'),
    getSiteId: ownerId,
    getAppPublicToken: appToken,
    getAppPublicConfig: appConfig,
  });
  window.ec = window.ec || {};
  ec.config = ec.config || {};
  ec.storefront = ec.storefront || {};
  ec.order = ec.order || {};
  ec.order.extraFields = ec.order.extraFields || {};
}

/** Saved addresses, then what a proxy says, then nothing. */
function visitorLocation(country: string | null): object {
  const saved: [string, Address][] = (visitor?.shippingAddresses ?? []).map((one) => ['SHIPPING_ADDRESS', one.person ?? one]);
  if (visitor?.billingPerson) saved.push(['BILLING_ADDRESS', visitor.billingPerson]);
  const [source, address] = saved.find(([, one]) => one.countryCode) ?? ['IP_ADDRESS', { countryCode: country ?? undefined }];
  return { countryCode: address.countryCode || null, stateCode: address.stateOrProvinceCode || null, source };
}
