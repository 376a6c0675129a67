//! Values that import nothing: money, dates, addresses, words of one language.

#[cfg(feature = "ssr")]
pub mod color;
#[cfg(feature = "ssr")]
pub mod consent;
#[cfg(feature = "ssr")]
pub mod countries;
#[cfg(feature = "ssr")]
pub mod date;
pub mod error;
#[cfg(feature = "ssr")]
pub mod html;
pub mod language;
pub mod money;
pub mod paths;
#[cfg(feature = "ssr")]
pub mod person;
pub mod shop;
#[cfg(feature = "ssr")]
pub mod time_zone;
#[cfg(feature = "ssr")]
pub mod translated;
pub mod url;
pub mod validate;
pub mod wire;
#[cfg(feature = "ssr")]
pub mod zone;
