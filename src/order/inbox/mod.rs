//! Every order of the shop, as those who work on them look at it: by tabs, filtered, searched, counted, as a file.

pub mod counts;
pub mod export;
pub mod filter;
pub mod list;
pub mod tab;
