mod cart;
mod import;
mod lists;
mod pages;
mod pictures;
mod support;
