//! What is kept of a customer: to be read and taken along by them, and to be deleted.

mod account_records;
mod action;
pub mod by_staff;
pub mod deletion;
mod erase;
mod export;
mod page;
mod record;
mod server;

pub use action::{DeleteAccount, KeepAccount, delete_account, keep_account};
pub use erase::erase_due;
pub use export::{Format, download, written};
pub use page::{DataCard, DeletionNotice, page};
pub use record::{Record, Section, Value};
