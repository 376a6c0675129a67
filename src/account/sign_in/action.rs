//! The action: one for the page's form and the header's panel.

use crate::{
    account::{Account, SessionClient, SignInOutcome, state::Event},
    base::{error::AppError, wire::Wire},
    text::notice::Problem,
};
use leptos::prelude::*;

/// Starts a session. An unknown e-mail and a wrong password get the same answer after the same work.
#[server(prefix = "/api", endpoint = "account/sign_in", output = Wire, client = SessionClient)]
pub async fn sign_in(
    /// E-mail address.
    email: String,
    /// Password.
    password: String,
    /// Where a browser without scripts goes on to: a path of this shop.
    #[server(default)]
    returnurl: String,
) -> Result<SignInOutcome, AppError> {
    super::server::sign_in(&email, &password, &returnurl).await
}

impl Account {
    /// Signs in without leaving the page; the problem, if it was refused.
    pub(super) async fn sign_in(self, email: String, password: String) -> Option<Problem> {
        self.dispatch(Event::SignIn);
        self.signing_in_answered(sign_in(email, password, String::new()).await)
    }

    /// Takes in the answer to a sign-in of whatever kind; the problem, if it was refused.
    pub(in crate::account) fn signing_in_answered(
        self,
        answer: Result<SignInOutcome, AppError>,
    ) -> Option<Problem> {
        let problem = SignInOutcome::problem(&answer);
        self.dispatch(Event::SignInAnswered(answer.map(SignInOutcome::customer)));
        problem
    }
}
