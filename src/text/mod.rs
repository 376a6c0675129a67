//! Every text of the interface.
//!
//! What it says stands in `languages/`, one Fluent file a language; here is what messages there are, and what values each is
//! given. The browser's bundle holds no text: a page gives it those of the account widget.

#[cfg(feature = "ssr")]
pub mod account;
mod account_widget;
#[cfg(feature = "ssr")]
pub mod after_sale;
#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod check;
#[cfg(feature = "ssr")]
pub mod checkout;
#[cfg(feature = "ssr")]
pub mod contact;
#[cfg(feature = "ssr")]
pub mod favourites;
#[cfg(feature = "ssr")]
pub mod format;
#[cfg(feature = "ssr")]
mod language;
#[cfg(feature = "ssr")]
mod languages;
#[cfg(feature = "ssr")]
mod message;
#[cfg(feature = "ssr")]
mod messages;
pub mod notice;
#[cfg(feature = "ssr")]
pub mod personal_data;
#[cfg(feature = "ssr")]
pub mod product;
#[cfg(feature = "ssr")]
pub mod reminder;
#[cfg(feature = "ssr")]
mod shop;
#[cfg(feature = "ssr")]
mod source;
#[cfg(feature = "ssr")]
mod table;
#[cfg(all(test, feature = "ssr"))]
mod tests;

pub use account_widget::WidgetTexts;
/// All that the browser has to say.
#[cfg(not(feature = "ssr"))]
pub use account_widget::WidgetTexts as Texts;
#[cfg(not(feature = "ssr"))]
pub use browser::Language;
#[cfg(feature = "ssr")]
pub use {
    language::Language,
    languages::{Labels, Languages, WrongLabel},
    message::Value,
    shop::Texts,
};
