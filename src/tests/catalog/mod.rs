mod again;
mod bounds;
mod import;
mod lists;
mod pages;
mod pictures;
pub mod support;
