//! What shoppers keep for later, and whom to tell when something is back in stock.

mod alert;
mod back_in_stock;
pub mod emails;
mod entity;
mod form;
mod guest;
mod page;
mod records;
mod store;
mod unsubscribe;

pub use back_in_stock::BackInStock;
pub use form::routes;
pub use guest::{copy_to_guest, merge_guest};
pub use page::page;
pub use records::FavouriteRecords;
pub use store::{counts, of, purge};
pub use unsubscribe::page as stop_page;
