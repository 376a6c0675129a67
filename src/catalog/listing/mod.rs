//! Every product of the shop, as those who work on them look at it: filtered, searched, sorted, page by page.

pub mod filter;
pub mod page;
