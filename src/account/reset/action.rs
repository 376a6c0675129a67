//! Server functions that send a reset link, and set the password by it.

use crate::{
    account::{SessionClient, SignInOutcome},
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Sends a link by which the password of an account can be set.
#[server(prefix = "/api", endpoint = "account/send_reset", output = Wire, client = SessionClient)]
pub async fn send_reset(
    /// E-mail address.
    email: String,
) -> Result<SignInOutcome, AppError> {
    super::server::send_reset(&email).await
}

/// Sets the password by a link, ends every session of before and starts one here.
#[server(prefix = "/api", endpoint = "account/set_password", output = Wire, client = SessionClient)]
pub async fn set_password(
    /// What the link holds.
    token: String,
    /// The new password.
    password: String,
) -> Result<SignInOutcome, AppError> {
    super::server::set_password(&token, &password).await
}
