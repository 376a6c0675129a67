//! Changes an account's e-mail address: sends a link to the new one, and on its use ends other sessions and tells both.

use crate::{
    account::{
        SignInOutcome,
        context::AccountContext,
        email_proof::{self, Proof, Purpose},
        emails::{self, EmailContext},
        limits, recent_sign_in,
        reply::{context, refused, set_redirect, set_redirect_with_flash},
        sessions::store as session,
        sign_in::server::begin_session,
        store,
    },
    base::{date, error::AppError, validate},
    platform::{
        audit,
        db::retried,
        mail::{self, Posting},
    },
    text::notice::{AccountNotice, Form, Problem},
};

/// Sends a link to the new address `email`, if the customer signed in within the last minutes.
///
/// An address that already has an account gets the same answer, and an e-mail without a link.
pub async fn change_email(email: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    if !recent_sign_in::is_fresh(context.signed_in()?, now) {
        set_redirect(&context, &recent_sign_in::again("/account#email"));
        return Ok(SignInOutcome::Refused(Problem::CurrentPassword));
    }
    let problem = match validate::mailbox(email) {
        Some(email) => ask(&context, &email, now).await?,
        None => Some(Problem::Email),
    };
    Ok(match problem {
        Some(problem) => {
            let back = refused(Form::NewEmail, problem, "", email);
            set_redirect_with_flash(&context, "/account#email", back);
            SignInOutcome::Refused(problem)
        }
        None => {
            set_redirect_with_flash(&context, "/account", AccountNotice::NewEmailSent.into());
            SignInOutcome::EmailSent
        }
    })
}

async fn ask(context: &AccountContext, email: &str, now: i64) -> Result<Option<Problem>, AppError> {
    let state = &context.state;
    let (db, config) = (&state.db, &state.config);
    let customer = &context.signed_in()?.customer;
    if customer.email == email {
        return Ok(Some(Problem::Email));
    }
    let too_many = limits::email_asked(&db.write, config, context, email, now);
    if let Some(minutes) = too_many.await? {
        return Ok(Some(Problem::TooManyAttempts(minutes)));
    }
    let tx = db.begin().await?;
    let email_to_send = match store::by_email(&tx, email).await? {
        Some(_) => emails::address_taken(EmailContext::of(context))?,
        None => {
            let proof = Proof {
                customer: Some(customer.id),
                email: email.to_owned(),
                ..Proof::default()
            };
            let secrets = email_proof::insert(&tx, Purpose::NewEmail, &proof, None, now).await?;
            emails::new_address(EmailContext::of(context), &secrets)?
        }
    };
    mail::enqueue(&tx, Posting::to(email, now).forgotten(), email_to_send).await?;
    tx.commit().await?;
    state.job_waits.notify_one();
    audit::email_change_asked(customer.id);
    Ok(None)
}

/// Returns the new address that the link with `token` confirms; `None` if it is used or expired.
pub async fn asked(context: &AccountContext, token: &str) -> Result<Option<String>, AppError> {
    let db = &context.state.db.read;
    let proof = email_proof::peek(db, Purpose::NewEmail, token, date::now()).await?;
    Ok(proof.map(|proof| proof.email))
}

/// Gives the account its new address. This browser stays signed in if it was; others do not.
pub async fn confirm_email(token: &str) -> Result<(), AppError> {
    let (context, now) = (context(), date::now());
    let Some(row) = retried(|| change(&context, token, now)).await? else {
        set_redirect_with_flash(&context, "/account", AccountNotice::LinkOver.into());
        return Ok(());
    };
    context.state.job_waits.notify_one();
    let own = context.session.as_ref().map(|it| it.customer.id);
    if own == Some(row.id) {
        begin_session(&context, row, now).await?;
    }
    set_redirect_with_flash(&context, "/account", AccountNotice::EmailChanged.into());
    Ok(())
}

async fn change(
    context: &AccountContext,
    token: &str,
    now: i64,
) -> Result<Option<crate::account::entity::customer::Model>, AppError> {
    let tx = context.state.db.begin().await?;
    let Some(proof) = email_proof::consume(&tx, Purpose::NewEmail, token, now).await? else {
        return Ok(None);
    };
    let before = store::by_id(&tx, proof.customer.unwrap_or_default()).await?;
    let Some(before) = before else {
        return Ok(None);
    };
    if !store::set_email(&tx, before.id, &proof.email).await? {
        return Ok(None);
    }
    for records in &context.state.hooks.records {
        records
            .email_changed(&tx, before.id, &before.email, &proof.email)
            .await?;
    }
    let ended = session::end_others(&tx, before.id, None).await?;
    // What was sent to the old address opens the account no more.
    for address in [&before.email, &proof.email] {
        email_proof::end_of_account(&tx, before.id, address).await?;
        let told = emails::address_changed(EmailContext::of(context), &proof.email)?;
        mail::enqueue(&tx, Posting::to(address, now), told).await?;
    }
    let after = store::by_id(&tx, before.id).await?;
    tx.commit().await?;
    audit::email_changed(before.id, ended);
    Ok(after)
}
