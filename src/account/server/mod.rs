//! What the server does for the account. Each server function calls one of these.

pub mod addresses;
pub mod context;
mod device;
pub mod entity;
pub mod known_device;
pub mod last_seen;
pub mod limits;
pub mod password;
pub mod profile;
mod register;
pub mod registration;
pub mod session;
pub mod store;

pub use register::{confirm, register};

use super::{
    AccountFacts, Customer, SignOutOutcome, password::PasswordOutcome, sign_in::SignInOutcome,
};
use crate::text::notice::SignOutError;
use crate::{
    base::{error::AppError, url, validate},
    cart::merge,
    platform::{config::CartOnSignOut, cookies},
    text::notice::{Flash, Form, Notice, Problem, Refusal},
};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use context::AccountContext;
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;
use limits::Limit;

/// The request being answered.
pub fn context() -> AccountContext {
    AccountContext::current()
}

/// Signs in with e-mail and password.
pub async fn sign_in(
    email: &str,
    password: &str,
    return_url: &str,
) -> Result<SignInOutcome, AppError> {
    let context = context();
    let outcome = try_sign_in(&context, email, password).await?;
    let next = validate::return_path(return_url).unwrap_or("/account");
    let next = if next.starts_with("/account/register") {
        "/account"
    } else {
        next
    };
    match &outcome {
        SignInOutcome::SignedIn(_) => see_other(&context, next, Notice::SignedIn.into()),
        SignInOutcome::EmailSent => {}
        SignInOutcome::Refused(problem) => {
            let back = if next == "/account" {
                "/account".to_owned()
            } else {
                format!("/account?returnurl={}", url::encoded(next))
            };
            see_other(&context, &back, refused(Form::SignIn, *problem, "", email));
        }
    }
    Ok(outcome)
}

async fn try_sign_in(
    context: &AccountContext,
    email: &str,
    password: &str,
) -> Result<SignInOutcome, AppError> {
    let state = &context.state;
    let Some(email) = validate::email(email) else {
        return Ok(SignInOutcome::Refused(Problem::Email));
    };
    let now = crate::base::date::now();
    // Where the customer was signed in before, neither guesses made elsewhere nor neighbours count.
    // Elsewhere the address is asked first: what it refuses does not count against the account.
    let known = known_device::known(&state.db.read, &email, context.device_token.as_ref()).await?;
    let (address, account) = match known {
        Some(device) => (None, Limit::device(&email, device, &state.config)),
        None => (
            Some(Limit::address(&context.address, &state.config)),
            Limit::account(&email, &state.config),
        ),
    };
    for limit in address.iter().chain([&account]) {
        if let Some(minutes) = limit.attempt(&state.db.write, now).await? {
            return Ok(SignInOutcome::Refused(Problem::TooManyAttempts(minutes)));
        }
    }
    let found = store::by_email(&state.db.read, &email).await?;
    // A password too long to have been accepted is not worth hashing, for known and unknown alike.
    let password = if password.len() > validate::PASSWORD_MAX {
        ""
    } else {
        password
    };
    let matches = state
        .passwords
        .verify(
            password,
            found.as_ref().map(|row| row.password_hash.as_str()),
        )
        .await?;
    let Some(row) = found.filter(|_| matches) else {
        return Ok(SignInOutcome::Refused(Problem::WrongCredentials));
    };
    account.clear(&state.db.write).await?;
    if let Some(address) = address {
        address.forgive(&state.db.write).await?;
    }
    begin_session(context, row, now)
        .await
        .map(SignInOutcome::SignedIn)
}

/// A new token for this browser; its former session, if any, ends in the same transaction.
async fn begin_session(
    context: &AccountContext,
    row: entity::customer::Model,
    now: i64,
) -> Result<Customer, AppError> {
    let state = &context.state;
    let customer = store::customer(&state.db.read, &row, state.config.store_id).await?;
    let tx = state.db.begin().await?;
    let token = session::start(
        &tx,
        &row,
        context.session_token.as_ref(),
        &context.user_agent,
        &state.config,
        now,
    )
    .await?;
    let device = known_device::remember(&tx, row.id, context.device_token.as_ref(), now).await?;
    let merged = merge::merge_guest_cart(&tx, context.cart_token.as_ref(), row.id).await?;
    tx.commit().await?;
    append(
        header::SET_COOKIE,
        cookies::set_device(&device, &state.config),
    );
    append(
        header::SET_COOKIE,
        cookies::set_session(&token, &state.config),
    );
    if context.cart_token.is_some() && merged {
        append(header::SET_COOKIE, cookies::remove_cart(&state.config));
    }
    Ok(customer)
}

/// Ends this browser's session. Without one it says so and changes nothing.
pub async fn sign_out() -> Result<SignOutOutcome, AppError> {
    let context = context();
    let outcome = end_session_of(&context).await?;
    append(
        header::SET_COOKIE,
        cookies::remove_session(&context.state.config),
    );
    if context.order_access_token.is_some() {
        append(
            header::SET_COOKIE,
            cookies::remove_order(&context.state.config),
        );
    }
    append(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\""),
    );
    let said = match outcome.error {
        None => Notice::SignedOut,
        Some(error) => Notice::SignOutFailed(error),
    };
    let next = context
        .came_from
        .as_deref()
        .filter(|path| !path.starts_with("/account"))
        .unwrap_or("/account")
        .to_owned();
    see_other(&context, &next, said.into());
    Ok(outcome)
}

async fn end_session_of(context: &AccountContext) -> Result<SignOutOutcome, AppError> {
    let Some(token) = &context.session_token else {
        return Ok(SignOutOutcome::failed(SignOutError::NoSession));
    };
    let ended = match context.state.config.cart_on_sign_out {
        // One statement is a transaction of its own.
        CartOnSignOut::Clear => session::end(&context.state.db.write, token).await?,
        CartOnSignOut::Keep => {
            let tx = context.state.db.begin().await?;
            let cart = merge::copy_to_guest_cart(&tx, context.signed_in()?.customer.id).await?;
            let ended = session::end(&tx, token).await?;
            tx.commit().await?;
            if let Some(cart) = cart {
                append(
                    header::SET_COOKIE,
                    cookies::set_cart(&cart, &context.state.config),
                );
            }
            ended
        }
    };
    Ok(if ended {
        SignOutOutcome::DONE
    } else {
        SignOutOutcome::failed(SignOutError::NoSession)
    })
}

/// Changes the password, ends the other sessions, and gives this one a new token.
pub async fn change_password(current: &str, new: &str) -> Result<PasswordOutcome, AppError> {
    let context = context();
    let outcome = try_change_password(&context, current, new).await?;
    match outcome {
        PasswordOutcome::Changed => see_other(&context, "/account", Notice::PasswordChanged.into()),
        PasswordOutcome::Refused(problem) => see_other(
            &context,
            "/account",
            refused(Form::Password, problem, "", ""),
        ),
    }
    Ok(outcome)
}

async fn try_change_password(
    context: &AccountContext,
    current: &str,
    new: &str,
) -> Result<PasswordOutcome, AppError> {
    let state = &context.state;
    let mut row = context.signed_in()?.customer.clone();
    if !validate::new_password(new) {
        return Ok(PasswordOutcome::Refused(Problem::NewPassword));
    }
    let now = crate::base::date::now();
    let limit = Limit::password(&row.email, &state.config);
    if let Some(minutes) = limit.attempt(&state.db.write, now).await? {
        return Ok(PasswordOutcome::Refused(Problem::TooManyAttempts(minutes)));
    }
    let current = if current.len() > validate::PASSWORD_MAX {
        ""
    } else {
        current
    };
    if !state
        .passwords
        .verify(current, Some(&row.password_hash))
        .await?
    {
        return Ok(PasswordOutcome::Refused(Problem::CurrentPassword));
    }
    limit.clear(&state.db.write).await?;
    let hash = state.passwords.hash(new).await?;
    let tx = state.db.begin().await?;
    store::set_password(&tx, row.id, hash).await?;
    row.auth_epoch += 1;
    session::end_others(&tx, row.id, None).await?;
    // Whoever knew the old password may have left a device behind.
    known_device::forget(&tx, row.id).await?;
    let device = known_device::remember(&tx, row.id, context.device_token.as_ref(), now).await?;
    let token = session::start(&tx, &row, None, &context.user_agent, &state.config, now).await?;
    tx.commit().await?;
    append(
        header::SET_COOKIE,
        cookies::set_session(&token, &state.config),
    );
    append(
        header::SET_COOKIE,
        cookies::set_device(&device, &state.config),
    );
    Ok(PasswordOutcome::Changed)
}

/// Ends one session of the signed-in customer.
pub async fn end_session(id: i64) -> Result<(), AppError> {
    let context = context();
    session::end_one(&context.state.db, context.signed_in()?.customer.id, id).await?;
    see_other(&context, "/account", Notice::SessionClosed.into());
    Ok(())
}

/// Ends every other session of the signed-in customer.
pub async fn end_other_sessions() -> Result<(), AppError> {
    let context = context();
    let current = context.signed_in()?;
    session::end_others(
        &context.state.db.write,
        current.customer.id,
        Some(current.id),
    )
    .await?;
    see_other(&context, "/account", Notice::OthersClosed.into());
    Ok(())
}

/// What the account page shows besides the customer's record.
pub async fn facts(context: &AccountContext) -> Result<AccountFacts, AppError> {
    let current = context.signed_in()?;
    Ok(AccountFacts {
        customer_since: crate::base::date::day(current.customer.registered_at),
        sessions: session::list(
            &context.state.db,
            current,
            &context.state.config,
            crate::base::date::now(),
        )
        .await?,
    })
}

/// For a form posted without scripts: the page to go on to, and what it is to say.
fn see_other(context: &AccountContext, path: &str, flash: Flash) {
    if !context.wants_page {
        return;
    }
    let Ok(location) = HeaderValue::from_str(path) else {
        return;
    };
    let response = expect_context::<ResponseOptions>();
    response.set_status(StatusCode::SEE_OTHER);
    response.insert_header(header::LOCATION, location);
    response.append_header(
        header::SET_COOKIE,
        cookies::set_flash(&flash, &context.state.config),
    );
}

fn append(name: HeaderName, value: HeaderValue) {
    expect_context::<ResponseOptions>().append_header(name, value);
}

fn refused(form: Form, problem: Problem, name: &str, email: &str) -> Flash {
    // What was typed goes into a cookie: as much of it as a field may hold.
    let cut = |text: &str, most: usize| text.chars().take(most).collect();
    let refusal = Refusal {
        form,
        problem,
        name: cut(name, validate::NAME_MAX),
        email: cut(email, validate::EMAIL_MAX),
    };
    Flash {
        refusal: Some(refusal),
        ..Flash::default()
    }
}
