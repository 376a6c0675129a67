//! Where the pages of payments are.

/// Where payments are listed that somebody is to look at.
pub const LIST: &str = "/payments";
/// Where it is said that somebody looked at a day's comparison.
pub const SEEN: &str = "/payments/reports";
/// Where the keys are.
pub const KEYS: &str = crate::admin::page::CARD_PAYMENTS;
