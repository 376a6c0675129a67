//! The server function by which scripts sign a customer in with a signed payload.

use super::{
    identity,
    payload::{Hashes, Payload, PayloadRefusal, SignOn},
    replay,
};
use crate::{
    account::{
        SessionClient, context::AccountContext, entity::customer, reply::context,
        sign_in::server::begin_session,
    },
    base::{date, error::AppError, wire::Wire},
    content::apps,
    platform::db::retried,
};
use leptos::prelude::*;

/// Signs in the customer that `payload` names; `false` if the payload is refused, which changes nothing.
#[server(prefix = "/api", endpoint = "account/single_sign_on", output = Wire, client = SessionClient)]
pub async fn single_sign_on(
    /// `spec/js-api.md` 7.
    payload: String,
) -> Result<bool, AppError> {
    let context = context();
    match try_sign_on(&context, &payload).await? {
        Ok(()) => Ok(true),
        Err(refused) => {
            // Scripts are told nothing (`spec/js-api.md` 7): here is where the merchant finds out why.
            tracing::warn!(?refused, "single sign-on was refused");
            Ok(false)
        }
    }
}

async fn try_sign_on(
    context: &AccountContext,
    text: &str,
) -> Result<Result<(), PayloadRefusal>, AppError> {
    let (state, now) = (&context.state, date::now());
    let payload = match Payload::parse(text) {
        Ok(payload) => payload,
        Err(refused) => return Ok(Err(refused)),
    };
    let sign_on = &payload.sign_on;
    let Some(secret) = apps::client_secret(&state.db.read, &sign_on.app_client_id).await? else {
        return Ok(Err(PayloadRefusal::UnknownApp));
    };
    let hashes = if state.config.sso_sha1 {
        Hashes::Sha1Too
    } else {
        Hashes::Sha256
    };
    if let Err(refused) = payload.verify(&secret, hashes, now) {
        return Ok(Err(refused));
    }
    let known = identity::known(&state.db.read, sign_on).await?;
    let current = context.session.as_ref().map(|session| session.customer.id);
    let is_here = known.as_ref().is_some_and(|row| Some(row.id) == current);
    let stored = retried(|| store(context, &payload.signature, sign_on, is_here, now)).await?;
    match stored {
        // The page was loaded again: who is here stays here.
        Ok(row) if has_session(context, &row) => Ok(Ok(())),
        Ok(row) => {
            begin_session(context, row, now).await?;
            Ok(Ok(()))
        }
        Err(refused) => Ok(Err(refused)),
    }
}

/// Whether this browser is signed in as the customer `row`, and its session did not end with their address.
fn has_session(context: &AccountContext, row: &customer::Model) -> bool {
    let current = context.session.as_ref().map(|session| &session.customer);
    current.is_some_and(|it| (it.id, it.auth_epoch) == (row.id, row.auth_epoch))
}

/// Stores the customer as the site describes them, and returns the row, or why the payload is refused.
///
/// If the customer is signed in already (`is_here`), the signature is not used up, since a reloaded page sends it again.
async fn store(
    context: &AccountContext,
    signature: &[u8],
    sign_on: &SignOn,
    is_here: bool,
    now: i64,
) -> Result<Result<customer::Model, PayloadRefusal>, AppError> {
    let tx = context.state.db.begin().await?;
    if !is_here && !replay::is_first(&tx, signature, now).await? {
        return Ok(Err(PayloadRefusal::Replayed));
    }
    let row = match identity::known(&tx, sign_on).await? {
        Some(row) => {
            Ok(identity::update(&tx, &context.state.hooks.records, row, &sign_on.profile).await?)
        }
        None => identity::create(&tx, sign_on, now).await?,
    };
    if row.is_ok() {
        tx.commit().await?;
    }
    Ok(row)
}
