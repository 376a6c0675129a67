//! Sign-in by the merchant's own site (`spec/js-api.md` 7): a payload names a customer there, and an app of the
//! merchant's has signed it.

mod identity;
mod payload;
pub mod replay;
mod server;

pub use identity::identities;
pub use payload::{Hashes, Payload, PayloadRefusal, SignOn};
pub use server::{SingleSignOn, single_sign_on};
