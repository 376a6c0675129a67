//! Changes a password: checks the old one, ends other sessions, rotates this session's token.

use super::PasswordOutcome;
use crate::{
    account::context::AccountContext,
    account::{
        email_proof,
        emails::{self, EmailContext},
        limits::Limit,
        reply::{append, context, refused, set_redirect_with_flash},
        sessions::store as session,
        sign_in::known_device,
        store,
    },
    base::{date, error::AppError, validate},
    platform::{
        audit, cookies,
        mail::{self, Posting},
    },
    text::notice::{Form, Notice, Problem},
};
use axum::http::header;

/// Changes the password, ends the other sessions, and gives this one a new token.
pub async fn change_password(current: &str, new: &str) -> Result<PasswordOutcome, AppError> {
    let context = context();
    let outcome = try_change_password(&context, current, new).await?;
    match outcome {
        PasswordOutcome::Changed => {
            set_redirect_with_flash(&context, "/account", Notice::PasswordChanged.into())
        }
        PasswordOutcome::Refused(problem) => set_redirect_with_flash(
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
    let now = date::now();
    let limit = Limit::password_check(&row.email, &state.config);
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
    let ended = session::end_others(&tx, row.id, None).await?;
    // Whoever knew the old password may have left a device behind, or asked for another address.
    known_device::DEVICES.forget(&tx, row.id).await?;
    email_proof::end_of_account(&tx, row.id, &row.email).await?;
    let device = known_device::DEVICES
        .remember(&tx, row.id, context.device_token.as_ref(), now)
        .await?;
    let token = session::start(&tx, &row, None, &context.visitor, &state.config, now).await?;
    let told = emails::password_changed(EmailContext::of(context))?;
    mail::enqueue(&tx, Posting::to(&row.email, now), told).await?;
    tx.commit().await?;
    state.job_waits.notify_one();
    audit::password_changed(row.id, ended);
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
