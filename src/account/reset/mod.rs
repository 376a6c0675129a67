//! Another password for whoever forgot theirs, by a link in an e-mail. Whether an address has an account is
//! said in the e-mail alone.

mod action;
mod for_customer;
mod page;
mod server;

pub use action::{SendReset, SetPassword, send_reset, set_password};
pub use for_customer::{SendOutcome, send_to};
pub use page::ResetPage;
pub use server::is_open;
