//! The core: who the customer is, and how that changes.

pub mod browser;
mod client;
#[cfg(feature = "ssr")]
pub mod confirm;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod password;
#[cfg(feature = "ssr")]
pub mod register;
#[cfg(feature = "ssr")]
pub mod server;
#[cfg(feature = "ssr")]
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
#[cfg(feature = "ssr")]
pub mod sign_out_page;
mod state;
pub mod who;
pub mod widget;

pub use client::{CUSTOMER_HEADER, SessionClient};
#[cfg(feature = "ssr")]
pub use page::AccountFacts;
pub use sign_out::SignOutOutcome;
pub use state::{Account, AccountState};

use serde::{Deserialize, Serialize};

/// A customer as pages see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Customer id.
    pub id: i64,
    /// E-mail address, lower case.
    pub email: String,
    /// Full name; may be empty.
    pub name: String,
    /// Name of the customer group; `None` is the general group.
    pub group: Option<String>,
    /// The `Customer` object for scripts, as JSON (`spec/js-api.md` 4.1).
    pub profile: String,
}

impl Customer {
    /// What the header calls the customer: the name, or the e-mail where there is none.
    pub fn label(&self) -> &str {
        if self.name.is_empty() {
            &self.email
        } else {
            &self.name
        }
    }
}
