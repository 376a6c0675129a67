//! Server behaviour, through the router.

mod account;
mod architecture;
mod budget;
mod shop;
mod support;
