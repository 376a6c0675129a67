//! What shoppers keep for later, and whom to tell when something is back in stock.

mod alert;
pub mod emails;
mod entity;
mod form;
mod guest;
mod page;
mod records;
mod stop;
mod store;
mod tell;

pub use form::routes;
pub use guest::{copy_to_guest, merge_guest};
pub use page::page;
pub use records::FavouriteRecords;
pub use stop::page as stop_page;
pub use store::{counts, of, purge};
pub use tell::BackInStock;
