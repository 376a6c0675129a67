//! The back office, through its router.

mod access;
mod claim;
mod drafts;
mod guide;
mod settings;
mod sign_in;
mod staff;
mod support;
