//! Server behaviour, through the router.

mod account;
mod admin;
mod architecture;
mod backup;
mod budget;
mod catalog;
mod citations;
mod engine;
mod favourites;
mod rest;
mod scale;
mod selling;
mod shop;
mod support;
mod transfer;
mod typings;
