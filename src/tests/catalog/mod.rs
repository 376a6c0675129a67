mod again;
mod bounds;
mod changes;
mod delivery_time;
mod import;
pub mod lists;
mod pages;
mod pictures;
pub mod support;
