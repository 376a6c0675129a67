//! The server function that changes a password, and its outcome.

use crate::{
    account::SessionClient,
    base::{error::AppError, wire::Wire},
    text::notice::Problem,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What came of a password change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordOutcome {
    /// Changed; the other sessions ended.
    Changed,
    /// Not changed.
    Refused(Problem),
}

/// Changes the password of the signed-in customer and ends the other sessions.
#[server(prefix = "/api", endpoint = "account/change_password", output = Wire, client = SessionClient)]
pub async fn change_password(
    /// The present password.
    current: String,
    /// The new password.
    new: String,
) -> Result<PasswordOutcome, AppError> {
    super::server::change_password(&current, &new).await
}
