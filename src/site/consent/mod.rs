//! What may be stored in a visitor's browser (`spec/js-api.md` 4.3): the question, and what answers it.
//!
//! Without scripts all of it works by forms; `storefront_api/js/consent.ts` answers in place.

mod form;
mod page;

pub use form::{question, routes};
pub use page::page;

use crate::base::paths::ShopPath;

/// Where the answer is changed.
pub const PATH: &str = ShopPath::Cookies.text();
