//! The server half of sign-in.

use super::{credentials::Credentials, known_device};
use crate::{
    account::context::AccountContext,
    account::{
        Customer, SignInOutcome, entity, recent_sign_in,
        reply::{append, context, refused, see_other},
        sessions::store as session,
        store,
    },
    base::{date, error::AppError, url, validate},
    platform::{
        audit,
        cookies::{self, Token},
        db::retried,
    },
    text::notice::{Form, Notice},
};
use axum::http::header;

/// Signs in with e-mail and password.
pub async fn sign_in(
    email: &str,
    password: &str,
    return_url: &str,
) -> Result<SignInOutcome, AppError> {
    let context = context();
    if !context.state.config.sign_in.has_passwords() {
        return Err(AppError::BadRequest);
    }
    let outcome = try_sign_in(&context, email, password).await?;
    let next = next_path(return_url);
    match &outcome {
        SignInOutcome::SignedIn(_) => see_other(&context, next, Notice::SignedIn.into()),
        SignInOutcome::EmailSent => {}
        SignInOutcome::Refused(problem) => {
            let back = sign_in_path(&context, next);
            see_other(&context, &back, refused(Form::SignIn, *problem, "", email));
        }
    }
    Ok(outcome)
}

/// Where a sign-in leads on to that was asked to lead to `return_url`: within the shop alone.
pub fn next_path(return_url: &str) -> &str {
    let own = validate::return_path(return_url);
    own.filter(|path| !path.starts_with("/account/register"))
        .unwrap_or("/account")
}

/// The page with the form to sign in that leads on to `next`.
pub fn sign_in_path(context: &AccountContext, next: &str) -> String {
    match next {
        _ if context.session.is_some() => recent_sign_in::again(next),
        "/account" => next.to_owned(),
        _ => format!("/account?returnurl={}", url::encoded(next)),
    }
}

async fn try_sign_in(
    context: &AccountContext,
    email: &str,
    password: &str,
) -> Result<SignInOutcome, AppError> {
    let (state, now) = (&context.state, date::now());
    let typed = Credentials {
        email,
        password,
        device: context.device_token.as_ref(),
        address: &context.address,
    };
    match typed
        .verify(&state.db, &state.passwords, &state.config, now)
        .await?
    {
        Ok(row) => begin_session(context, row, now)
            .await
            .map(SignInOutcome::SignedIn),
        Err(problem) => Ok(SignInOutcome::Refused(problem)),
    }
}

/// A new token for this browser; its former session, if any, ends in the same transaction.
pub async fn begin_session(
    context: &AccountContext,
    row: entity::customer::Model,
    now: i64,
) -> Result<Customer, AppError> {
    let state = &context.state;
    let customer = store::customer(&state.db.read, &row, state.config.store_id).await?;
    let begun = retried(|| store_session(context, &row, now)).await?;
    audit::signed_in(row.id);
    append(
        header::SET_COOKIE,
        cookies::set_device(&begun.device, &state.config),
    );
    append(
        header::SET_COOKIE,
        cookies::set_session(&begun.token, &state.config),
    );
    if context.cart_token.is_some() && begun.merged {
        append(header::SET_COOKIE, cookies::remove_cart(&state.config));
    }
    Ok(customer)
}

/// What the browser is told of a session that begins.
struct NewSession {
    /// The session's.
    token: Token,
    /// The device's.
    device: Token,
    /// Whether the guest's cart is the customer's now.
    merged: bool,
}

async fn store_session(
    context: &AccountContext,
    row: &entity::customer::Model,
    now: i64,
) -> Result<NewSession, AppError> {
    let state = &context.state;
    let tx = state.db.begin().await?;
    let token = session::start(
        &tx,
        row,
        context.session_token.as_ref(),
        &context.visitor,
        &state.config,
        now,
    )
    .await?;
    let device = known_device::DEVICES
        .remember(&tx, row.id, context.device_token.as_ref(), now)
        .await?;
    let merged = state
        .hooks
        .session
        .signed_in(&tx, context.cart_token.as_ref(), row.id)
        .await?;
    tx.commit().await?;
    Ok(NewSession {
        token,
        device,
        merged,
    })
}
