//! Sign-out: the button, a script and a form without scripts take the same path, from the action
//! through [`state`](super::state) to the server.

mod action;
mod button;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod server;

pub use action::{SignOut, sign_out};
pub use button::SignOutButton;
#[cfg(feature = "ssr")]
pub use page::SignOutPage;
