//! The actions: asking for a code, and using it.

use crate::{
    account::{Account, SessionClient, SignInOutcome, state::Event},
    base::{error::AppError, wire::Wire},
    text::notice::Problem,
};
use leptos::prelude::*;

/// Sends a code and a link to an address, whether or not it has an account.
#[server(prefix = "/api", endpoint = "account/send_code", output = Wire, client = SessionClient)]
pub async fn send_code(
    /// E-mail address.
    email: String,
    /// Where the sign-in goes on to: a path of this shop.
    #[server(default)]
    returnurl: String,
) -> Result<SignInOutcome, AppError> {
    super::server::send_code(&email, &returnurl).await
}

/// Starts a session by the code that this browser asked for.
#[server(prefix = "/api", endpoint = "account/use_code", output = Wire, client = SessionClient)]
pub async fn use_code(
    /// Six digits.
    code: String,
) -> Result<SignInOutcome, AppError> {
    super::server::use_code(&code).await
}

impl Account {
    /// Asks for a code without leaving the page; the problem, if none was sent.
    pub(in crate::account) async fn send_code(self, email: String) -> Option<Problem> {
        SignInOutcome::problem(&send_code(email, String::new()).await)
    }

    /// Signs in by a code without leaving the page; the problem, if it was refused.
    pub(in crate::account) async fn use_code(self, code: String) -> Option<Problem> {
        self.dispatch(Event::SignIn);
        self.signing_in_answered(use_code(code).await)
    }
}
