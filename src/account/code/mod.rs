//! Sign-in by e-mail: a six-digit code for the browser that asked for it, and a link for any other.
//!
//! A code also opens an account for whoever has none: it proves the address, which is all that a
//! registration asks for, and the answer is the same for both, so that nobody learns who has an account.

mod link;
mod page;
pub mod server;

pub use link::{UseLink, use_link};
pub use page::CodePage;
