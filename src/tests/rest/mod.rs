//! What programs ask of the shop (`spec/rest.md`).

mod access;
mod catalogue;
mod changes;
mod objects;
mod requests;
mod search;
mod storage;
pub mod support;
mod widget_pages;
