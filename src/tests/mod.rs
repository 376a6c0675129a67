//! Server behaviour, through the router.

mod account;
mod admin;
mod architecture;
mod backup;
mod budget;
mod cart;
mod catalog;
mod checkout;
mod circles;
mod citations;
mod engine;
mod favourites;
mod order;
mod payment;
mod rest;
mod scale;
mod shop;
mod support;
mod transfer;
mod typings;
