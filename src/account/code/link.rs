//! The action behind the button that the link in the e-mail leads to.

use crate::{
    account::{SessionClient, SignInOutcome},
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Starts a session by the link in the e-mail, in whatever browser it was opened.
#[server(prefix = "/api", endpoint = "account/use_link", output = Wire, client = SessionClient)]
pub async fn use_link(
    /// What the link holds.
    token: String,
) -> Result<SignInOutcome, AppError> {
    super::server::use_link(&token).await
}
