//! Which settings are the store's: the merchant changes them while the shop goes on, and they are kept in the database.
//! The others say how this machine runs it.

/// Their keys.
pub const STORE_KEYS: &[&str] = &[
    "store_name",
    "store_language",
    "accept_language",
    "currency",
    "languages",
    "labels",
    "home",
    "footer_note",
    "brand",
    "header_menu",
    "footer_menu",
    "download_limit",
    "download_days",
    "slugs_without_ids",
    "products_per_page",
    "storefront",
    "store_country",
    "prices_include_tax",
    "taxes",
    "shipping",
    "time_zone",
    "cut_off_hour",
    "handling_days",
    "holidays",
    "handling_fee",
    "seller",
    "invoice_prefix",
    "payment",
    "discounts",
    "coupons",
    "extra_fields",
    "cart_on_sign_out",
    "ask_agreement",
    "ask_comments",
    "review_order",
    "withdrawal",
    "reviews",
    "mail_from",
    "notify",
    "scripts",
    "ask_consent",
    "debug_scripts",
    "script_origins",
    "sign_in",
    "sso_sha1",
    "api_hosts",
    "keep_orders_years",
];

/// Whether `key` is one of them.
pub fn is_of_store(key: &str) -> bool {
    STORE_KEYS.contains(&key)
}
