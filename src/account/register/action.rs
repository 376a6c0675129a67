//! Server functions that register an account, and confirm its e-mail address.

use crate::{
    account::{SessionClient, SignInOutcome},
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Makes an account and starts its first session.
#[server(prefix = "/api", endpoint = "account/register", output = Wire, client = SessionClient)]
pub async fn register(
    /// Full name.
    name: String,
    /// E-mail address.
    email: String,
    /// Password, of at least [`crate::base::validate::PASSWORD_MIN`] characters.
    password: String,
) -> Result<SignInOutcome, AppError> {
    super::server::register(&name, &email, &password).await
}

/// Makes the account that `token` stands for and starts its first session.
#[server(prefix = "/api", endpoint = "account/confirm", output = Wire, client = SessionClient)]
pub async fn confirm(
    /// What the link in the e-mail holds.
    token: String,
) -> Result<SignInOutcome, AppError> {
    super::server::confirm(&token).await
}
