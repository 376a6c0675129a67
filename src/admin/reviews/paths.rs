//! Where the reviews are.

/// Where they are.
pub const PATH: &str = "/reviews";
