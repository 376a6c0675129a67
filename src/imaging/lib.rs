//! Everything that touches single pixels: pictures are decoded, shrunk and encoded here.
//!
//! It is a crate of its own because it is optimised in every profile: what it uses is generic, so it is compiled with whoever calls
//! it, and takes twenty times as long in a server that is built to be tested.

mod decode;
mod make;

pub use decode::{Decoded, cost, held};
pub use make::{Format, TOUCH_ICON, make};
