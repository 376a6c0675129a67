//! Who is signed in, by the server's word.

use super::{Customer, SessionClient};
use crate::base::{error::AppError, wire::Wire};
use leptos::prelude::*;

/// The customer of this browser's session, if there is one.
#[server(prefix = "/api", endpoint = "account/who", output = Wire, client = SessionClient)]
pub async fn who() -> Result<Option<Customer>, AppError> {
    Ok(super::server::context().customer())
}
