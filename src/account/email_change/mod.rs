//! Another e-mail address for an account: the new one proves itself, and both are told.

mod action;
mod form;
mod server;

pub use action::{ChangeEmail, ConfirmEmail, change_email, confirm_email};
pub use form::EmailForm;
pub use server::asked;
