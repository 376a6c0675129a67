//! Registration: name, e-mail, password, and the customer is signed in.

mod action;
mod confirm;
mod form;
pub mod registration;
mod server;

pub use action::{Confirm, Register, confirm, register};
pub use confirm::ConfirmPage;
pub use form::RegisterPage;
