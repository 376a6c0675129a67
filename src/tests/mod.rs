//! Server behaviour, through the router.

mod account;
mod architecture;
mod budget;
mod catalog;
mod citations;
mod selling;
mod shop;
mod support;
