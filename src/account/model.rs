//! The customer, and what comes of signing in and out.

use crate::text::notice::{Problem, SignOutError};
use serde::{Deserialize, Serialize};

/// A customer as pages see them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// The customer's id; 0 for nobody.
pub fn id(customer: Option<&Customer>) -> i64 {
    customer.map_or(0, |customer| customer.id)
}

/// What came of a sign-in or registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInOutcome {
    /// This customer is signed in now.
    SignedIn(Customer),
    /// Nobody was signed in: an e-mail was sent, and its reader goes on from there.
    EmailSent,
    /// Nobody was signed in.
    Refused(Problem),
}

impl SignInOutcome {
    /// The customer who is signed in now.
    pub fn customer(self) -> Option<Customer> {
        match self {
            Self::SignedIn(customer) => Some(customer),
            Self::EmailSent | Self::Refused(_) => None,
        }
    }
}

/// What came of a sign-out (`spec/js-api.md` 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SignOutOutcome {
    /// Whether a customer was signed out.
    pub success: bool,
    /// Why not; only if `success` is false.
    pub error: Option<SignOutError>,
}

impl SignOutOutcome {
    /// A customer was signed out.
    pub const DONE: Self = Self {
        success: true,
        error: None,
    };

    /// No customer was signed out, because of `error`.
    pub const fn failed(error: SignOutError) -> Self {
        Self {
            success: false,
            error: Some(error),
        }
    }
}
