//! Password change: it ends every other session.

mod action;
mod form;
mod hash;
mod server;

pub use action::{ChangePassword, PasswordOutcome, change_password};
pub use form::PasswordForm;
pub use hash::Passwords;
