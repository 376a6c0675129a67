//! The server function that signs out, for the button, scripts and the plain form alike.

use crate::{
    account::{Account, SessionClient, SignOutOutcome},
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Ends the session of this browser. Idempotent: without a session it says so and changes nothing.
#[server(prefix = "/api", endpoint = "account/sign_out", output = Wire, client = SessionClient)]
pub async fn sign_out() -> Result<SignOutOutcome, AppError> {
    super::server::sign_out().await
}

impl Account {
    /// Signs the customer out, and calls `done` with what came of it. A call while one is in flight
    /// joins it.
    pub fn sign_out(self, done: impl FnOnce(SignOutOutcome) + 'static) {
        #[cfg(feature = "hydrate")]
        {
            use crate::account::{session_effects, state::Event};
            self.dispatch(Event::SignOut(session_effects::awaits(Box::new(done))));
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = done;
    }
}
