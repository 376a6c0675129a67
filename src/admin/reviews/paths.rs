//! The path of the back office's reviews.

/// The path of the list of reviews.
pub const PATH: &str = "/reviews";
