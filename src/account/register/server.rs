//! Registration: at once where no e-mail goes out, else by the link in one.

use super::registration;
use crate::{
    account::context::AccountContext,
    account::{
        SignInOutcome,
        limits::Limit,
        reply::{context, refused, set_redirect_with_flash},
        sign_in::server::begin_session,
        store,
    },
    base::{date, error::AppError, validate},
    text::notice::{Form, Notice, Problem},
};

/// Registers and signs in.
pub async fn register(name: &str, email: &str, password: &str) -> Result<SignInOutcome, AppError> {
    let context = context();
    if !context.state.config.sign_in.has_passwords() {
        return Err(AppError::BadRequest);
    }
    let outcome = try_register(&context, name, email, password).await?;
    match &outcome {
        SignInOutcome::SignedIn(_) => {
            set_redirect_with_flash(&context, "/account", Notice::Registered.into())
        }
        SignInOutcome::EmailSent => {
            set_redirect_with_flash(&context, "/account", Notice::RegistrationSent.into());
        }
        SignInOutcome::Refused(problem) => set_redirect_with_flash(
            &context,
            "/account/register",
            refused(Form::Register, *problem, name, email),
        ),
    }
    Ok(outcome)
}

async fn try_register(
    context: &AccountContext,
    name: &str,
    email: &str,
    password: &str,
) -> Result<SignInOutcome, AppError> {
    let state = &context.state;
    let Some(name) = validate::name(name) else {
        return Ok(SignInOutcome::Refused(Problem::Name));
    };
    let Some(email) = validate::mailbox(email) else {
        return Ok(SignInOutcome::Refused(Problem::Email));
    };
    if !validate::new_password(password) {
        return Ok(SignInOutcome::Refused(Problem::NewPassword));
    }
    let now = date::now();
    if let Some(minutes) = Limit::sign_in_from_address(&context.address, &state.config)
        .attempt(&state.db.write, now)
        .await?
    {
        return Ok(SignInOutcome::Refused(Problem::TooManyAttempts(minutes)));
    }
    let hash = state.passwords.hash(password).await?;
    if state.mailer.has_server() {
        registration::ask(context, &name, &email, hash, now).await?;
        return Ok(SignInOutcome::EmailSent);
    }
    match store::add(&state.db.write, &email, &name, hash, now).await? {
        Some(row) => begin_session(context, row, now)
            .await
            .map(SignInOutcome::SignedIn),
        None => Ok(SignInOutcome::Refused(Problem::EmailTaken)),
    }
}

/// Makes the account whose address `token` proves, and signs in. A link that is over leads back to
/// registration.
pub async fn confirm(token: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    let tx = context.state.db.begin().await?;
    let made = match registration::take(&tx, token, now).await? {
        Some(proved) => {
            let registration::Proved {
                email,
                name,
                password_hash,
            } = proved;
            store::add(&tx, &email, &name, password_hash, now).await?
        }
        None => None,
    };
    tx.commit().await?;
    let Some(row) = made else {
        set_redirect_with_flash(&context, "/account/register", Notice::LinkOver.into());
        return Ok(SignInOutcome::Refused(Problem::EmailTaken));
    };
    let customer = begin_session(&context, row, now).await?;
    set_redirect_with_flash(&context, "/account", Notice::Registered.into());
    Ok(SignInOutcome::SignedIn(customer))
}
