//! The catalogue: products and categories, how they are kept, found and shown.
//!
//! It lives on the server alone: its pages are served as HTML (see [`crate::site`]).

pub mod attribute;
pub mod bounds;
pub mod bulk;
pub mod category;
pub mod edit;
pub mod emails;
pub mod field_changes;
pub mod filter;
pub mod link;
pub mod listing;
pub mod low_stock;
pub mod option;
pub mod page;
pub mod product;
pub mod rating;
pub mod related;
pub mod schedule;
pub mod search;
pub mod selection;
pub mod slug;
pub mod snapshot;
pub mod stocktake;
pub mod store;

pub use category::Category;
pub use product::Product;
