//! Server functions that change an account's e-mail address: requesting the link, and confirming by it.

use crate::{
    account::{SessionClient, SignInOutcome},
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Sends a link to the address that the signed-in customer's account is to have.
#[server(prefix = "/api", endpoint = "account/change_email", output = Wire, client = SessionClient)]
pub async fn change_email(
    /// The address to come.
    email: String,
) -> Result<SignInOutcome, AppError> {
    super::server::change_email(&email).await
}

/// Gives an account the address that `token` proves, and ends its other sessions.
#[server(prefix = "/api", endpoint = "account/confirm_email", output = Wire, client = SessionClient)]
pub async fn confirm_email(
    /// What the link holds.
    token: String,
) -> Result<(), AppError> {
    super::server::confirm_email(&token).await
}
