//! The core: who the customer is, and how that changes.

#[cfg(feature = "ssr")]
pub mod address;
#[cfg(feature = "ssr")]
pub mod addresses;
pub mod browser;
#[cfg(feature = "ssr")]
pub mod code;
#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod customers;
#[cfg(feature = "ssr")]
pub mod email_change;
#[cfg(feature = "ssr")]
pub mod email_proof;
#[cfg(feature = "ssr")]
pub mod emails;
#[cfg(feature = "ssr")]
pub mod entity;
#[cfg(feature = "ssr")]
pub mod flash;
#[cfg(feature = "ssr")]
pub mod hooks;
#[cfg(feature = "ssr")]
pub mod limits;
#[cfg(feature = "ssr")]
mod link_page;
pub mod model;
#[cfg(feature = "ssr")]
pub mod name;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod password;
#[cfg(feature = "ssr")]
pub mod personal_data;
#[cfg(feature = "ssr")]
mod profile;
#[cfg(feature = "ssr")]
pub mod recent_sign_in;
#[cfg(feature = "ssr")]
pub mod register;
#[cfg(feature = "ssr")]
pub mod reply;
#[cfg(feature = "ssr")]
pub mod reset;
mod session;
pub mod session_client;
#[cfg(feature = "hydrate")]
mod session_effects;
#[cfg(feature = "hydrate")]
pub mod session_watch;
#[cfg(feature = "ssr")]
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
#[cfg(feature = "ssr")]
pub mod single_sign_on;
#[cfg(feature = "ssr")]
pub mod staff_access;
pub mod state;
#[cfg(feature = "ssr")]
pub mod store;
pub mod widget;

pub use crate::text::notice::SignOutError;
pub use model::{Customer, SignInOutcome, SignOutOutcome};
#[cfg(feature = "ssr")]
pub use page::AccountFacts;
pub use session::Account;
pub use session_client::{CUSTOMER_HEADER, SessionClient};
pub use state::AccountState;
