//! Server functions that end sessions of the signed-in customer in other browsers.

use crate::{
    account::SessionClient,
    base::{error::AppError, wire::Wire},
};
use leptos::prelude::*;

/// Ends one session of the signed-in customer; one of somebody else, or none, changes nothing.
#[server(prefix = "/api", endpoint = "account/end_session", output = Wire, client = SessionClient)]
pub async fn end_session(
    /// Id of the session.
    id: i64,
) -> Result<(), AppError> {
    super::server::end_session(id).await
}

/// Ends every session of the signed-in customer but this one.
#[server(prefix = "/api", endpoint = "account/end_other_sessions", output = Wire, client = SessionClient)]
pub async fn end_other_sessions() -> Result<(), AppError> {
    super::server::end_other_sessions().await
}
