//! Signs in with e-mail and password, and begins a session: token, device, and the guest's cart.

use super::{credentials::Credentials, known_device};
use crate::{
    account::context::AccountContext,
    account::{
        Customer, SignInOutcome, entity, recent_sign_in,
        reply::{append, context, refused, set_redirect_with_flash},
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
        SignInOutcome::SignedIn(_) => {
            set_redirect_with_flash(&context, next, Notice::SignedIn.into())
        }
        SignInOutcome::EmailSent => {}
        SignInOutcome::Refused(problem) => {
            let back = sign_in_path(&context, next);
            set_redirect_with_flash(&context, &back, refused(Form::SignIn, *problem, "", email));
        }
    }
    Ok(outcome)
}

/// Returns the path to redirect to after a sign-in: `return_url` if it is a path of this shop, else `/account`.
pub fn next_path(return_url: &str) -> &str {
    let own = validate::return_path(return_url);
    own.filter(|path| !path.starts_with("/account/register"))
        .unwrap_or("/account")
}

/// Returns the path of the sign-in page that redirects to `next` afterwards.
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

/// Begins a session for `row` in this browser, sets its cookies, and returns the customer.
///
/// The browser's former session ends in the same transaction, and the guest's cart becomes the customer's.
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
