//! The store's settings as fields, by what they are about.

mod appearance;
mod design;
mod home;
mod selling;
mod store;

pub use appearance::{BRAND, MENUS};
pub use design::DESIGN;
pub use home::HOME;
pub use selling::{CHECKOUT, COUPONS, DISCOUNTS, EXTRA_FIELDS, PAYMENT, SHIPPING, TAXES};
pub use store::{ADDRESSES, ANSWERS, EMAILS, LANGUAGES, SCRIPTS, STORE};
