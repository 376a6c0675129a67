mod again;
mod bounds;
mod changes;
mod import;
mod lists;
mod pages;
mod pictures;
pub mod support;
