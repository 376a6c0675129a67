//! Payments: by the method that takes no money, by providers, and while the server is killed.

pub mod kills;
pub mod provider;
mod test_method;
