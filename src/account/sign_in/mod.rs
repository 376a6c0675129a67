//! Sign-in with e-mail and password, on its page and in the header's panel.

mod action;
#[cfg(feature = "ssr")]
mod credentials;
mod form;
#[cfg(feature = "ssr")]
pub mod known_device;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
pub mod server;

pub use action::{BY_CODE, BY_EMAIL, SignIn, sign_in};
pub use form::SignInForm;
#[cfg(feature = "ssr")]
pub use page::{SignInAgainPage, SignInPage};
