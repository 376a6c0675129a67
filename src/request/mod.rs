//! Who asks, and how: what is known of one request before anything is done.

pub mod answer;
pub mod context;
pub mod documents;
pub mod preview;
pub mod state;
