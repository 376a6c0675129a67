//! Every text of the interface, one folder a language. A missing text does not compile. The browser's bundle
//! holds those of the account widget alone; the others stand in pages, which the server writes.

#[cfg(feature = "ssr")]
pub mod account;
mod account_widget;
#[cfg(feature = "ssr")]
pub mod after_sale;
#[cfg(feature = "ssr")]
pub mod checkout;
mod de;
mod en;
#[cfg(feature = "ssr")]
pub mod favourites;
pub mod notice;
#[cfg(feature = "ssr")]
pub mod personal_data;
#[cfg(feature = "ssr")]
pub mod product;

pub use account_widget::WidgetTexts;
/// All that the browser has to say.
#[cfg(not(feature = "ssr"))]
pub use account_widget::WidgetTexts as Texts;

use crate::base::language::Language;

macro_rules! texts {
    ($table:ident $(: $base:ident)?; $($key:ident),* $(,)?) => {
        /// The texts of one language; `{}` stands where a value goes.
        #[expect(missing_docs, reason = "each field is named for what it says, and the English table shows the sentence")]
        pub struct $table { $(pub account_widget: &'static $base,)? $(pub $key: &'static str),* }
        $(
            impl std::ops::Deref for $table {
                type Target = $base;

                fn deref(&self) -> &$base {
                    self.account_widget
                }
            }
        )?
        #[cfg(test)]
        impl $table { pub(super) fn all(&self) -> Vec<(&'static str, &'static str)> { vec![$((stringify!($key), self.$key)),*] } }
    };
}

pub(crate) use texts;

#[cfg(feature = "ssr")]
texts! {
    Texts: WidgetTexts;
    // account widget and pages
    close,
    new_password, current_password, name, new_password_hint, have_account,
    sign_in_lead, register_lead, account_lead, customer_since, group,
    sessions_lead, this_session, last_seen, sign_out_here, end_session, end_other_sessions, only_session, unknown_device,
    change_password, change_password_lead, sign_out_question, sign_out_lead, stay_signed_in, nobody_signed_in,
    // outcomes
    known_subject, known_text, confirm_subject, confirm_text, confirm_title, confirm_lead, confirm_button,
    // shell and content
    skip_to_content, home, footer_menu, not_found_title, not_found_lead, back_to_shop, opens_soon,
    // catalogue
    categories, featured, newest, all_products, all_of, breadcrumbs, was, on_sale, choose, details, add_to_cart,
    no_products, one_product, products, sort_by, by_us, by_relevance, by_newest, by_price_up, by_price_down, by_name,
    by_name_down, apply, nothing_found, clear_filters, pages, page_of, earlier, show_more, filters, in_stock_only,
    on_sale_only, price, price_from, price_to, search_results, search_corrected, search, search_products, menu, description, in_stock,
    left_in_stock, quantity, quantity_limits, update_price, name_your_price, price_at_least, price_at_most, subscription,
    buy_once, every_day, every_days, every_week, every_weeks, every_month, every_months, every_year, every_years,
    wholesale, from_quantity, weight, please_choose, files_later, picture_of, pictures, language,
    // cart
    cart, cart_count, cart_one, cart_empty, total,
    page_about, page_shipping, page_returns, page_terms, page_privacy, page_impressum,
    // consent
    consent_title, consent_lead, consent_more, consent_choose, consent_accept, consent_decline, consent_keep, consent_kept,
    consent_analytics, consent_personalisation, consent_settings, consent_necessary, consent_session, consent_cart, consent_answer,
    // faults
    fault_title, fault_unavailable, fault_disk_full, fault_too_many, fault_internal, fault_bad_request, fault_forbidden, fault_timeout, fault_too_large,
    fault_method, fault_not_found, fault_id,
}

/// `text` with `values` for its `{}`, in their order.
#[cfg(feature = "ssr")]
pub fn filled(text: &str, values: &[&str]) -> String {
    let each = values.iter();
    each.fold(text.to_owned(), |text, value| text.replacen("{}", value, 1))
}

impl Language {
    /// The texts of this language.
    #[cfg(feature = "ssr")]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::En => &en::pages::TEXTS,
            Self::De => &de::pages::TEXTS,
        }
    }

    /// The widget's texts of this language.
    #[cfg(not(feature = "ssr"))]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::En => &en::account_widget::TEXTS,
            Self::De => &de::account_widget::TEXTS,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    type Table = Vec<(&'static str, &'static str)>;

    pub(crate) fn are_alike(english: Table, german: Table) {
        for ((key, english), (_, german)) in english.into_iter().zip(german) {
            assert!(!english.is_empty() && !german.is_empty(), "{key} is empty");
            let values = |text: &str| text.matches("{}").count();
            assert_eq!(values(english), values(german), "{key}");
        }
    }

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        #[cfg(feature = "ssr")]
        are_alike(en::pages::TEXTS.all(), de::pages::TEXTS.all());
        are_alike(
            en::account_widget::TEXTS.all(),
            de::account_widget::TEXTS.all(),
        );
    }
}
