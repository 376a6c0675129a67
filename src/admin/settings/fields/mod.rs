//! The store's settings as fields, by what they are about.

mod design;
mod home;
mod look;
mod selling;
mod store;

pub use design::DESIGN;
pub use home::HOME;
pub use look::{BRAND, MENUS};
pub use selling::{CHECKOUT, COUPONS, DISCOUNTS, EXTRA_FIELDS, PAYMENT, SHIPPING, TAXES};
pub use store::{ADDRESSES, ANSWERS, EMAILS, LANGUAGES, SCRIPTS, STORE};
