//! A provider, as the models of payments have it.

use super::Money;

/// A payment of this much.
pub const DUE: (i64, &str) = (1250, "EUR");

/// What the provider has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Session {
    /// It was not asked for one yet.
    Unknown,
    Open,
    Processing,
    Paid,
    Refused,
    Over,
}

impl Session {
    /// What the provider answers when it is asked.
    pub fn says(self) -> Money {
        match self {
            Self::Unknown | Self::Open => Money::Asked,
            Self::Processing => Money::Processing,
            Self::Paid => Money::There(DUE.0, DUE.1.to_owned()),
            Self::Refused => Money::Refused,
            Self::Over => Money::Expired,
        }
    }
}
