//! Who works in the back office: accounts, roles, sessions, and how each is proved.

pub mod device;
pub mod entity;
pub mod factor;
pub mod invitation;
pub mod link;
pub mod reauthenticate;
pub mod role;
pub mod session;
pub mod store;
