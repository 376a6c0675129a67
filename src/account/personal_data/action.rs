//! Server functions that schedule the account's deletion, and cancel it.

use crate::{
    account::SessionClient,
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Has the account of the signed-in customer deleted in a day, if they signed in just now; an e-mail says so.
#[server(prefix = "/api", endpoint = "account/delete_account", output = Wire, client = SessionClient)]
pub async fn delete_account() -> Result<(), AppError> {
    super::server::delete_account().await
}

/// Cancels the scheduled deletion of the signed-in customer's account.
#[server(prefix = "/api", endpoint = "account/keep_account", output = Wire, client = SessionClient)]
pub async fn keep_account() -> Result<(), AppError> {
    super::server::keep_account().await
}
