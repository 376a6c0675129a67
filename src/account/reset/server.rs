//! Resets a forgotten password: sends the link, and on its use sets the password, ends all sessions and starts a new one.

use crate::{
    account::{
        SignInOutcome,
        context::AccountContext,
        email_proof::{self, Proof, Purpose},
        emails::{self, EmailContext},
        entity::customer,
        limits,
        reply::{context, refused, set_redirect_with_flash},
        sessions::store as session,
        sign_in::{known_device, server::begin_session},
        store,
    },
    base::{date, error::AppError, paths::ShopPath, validate},
    platform::{
        audit,
        mail::{self, Email, Posting},
    },
    text::notice::{AccountNotice, Form, Notice, Problem},
};
use sea_orm::ConnectionTrait;

const PATH: &str = ShopPath::ResetPassword.text();

/// Sends the link to `email`; an address without an account is told so in the e-mail instead.
pub async fn send_reset(email: &str) -> Result<SignInOutcome, AppError> {
    let context = context();
    let problem = match validate::mailbox(email) {
        Some(email) => ask(&context, &email).await?,
        None => Some(Problem::Email),
    };
    Ok(match problem {
        Some(problem) => {
            set_redirect_with_flash(&context, PATH, refused(Form::Reset, problem, "", email));
            SignInOutcome::Refused(problem)
        }
        None => {
            set_redirect_with_flash(&context, PATH, AccountNotice::ResetSent.into());
            SignInOutcome::EmailSent
        }
    })
}

async fn ask(context: &AccountContext, email: &str) -> Result<Option<Problem>, AppError> {
    let (state, now) = (&context.state, date::now());
    if !state.config.sign_in.has_passwords() {
        return Err(AppError::BadRequest);
    }
    let (db, config) = (&state.db, &state.config);
    let too_many = limits::email_asked(&db.write, config, context, email, now);
    if let Some(minutes) = too_many.await? {
        return Ok(Some(Problem::TooManyAttempts(minutes)));
    }
    let tx = db.begin().await?;
    let email_to_send = match store::by_email(&tx, email).await? {
        Some(row) => link(&tx, EmailContext::of(context), &row, now).await?,
        None => emails::no_account(EmailContext::of(context))?,
    };
    mail::enqueue(&tx, Posting::to(email, now).forgotten(), email_to_send).await?;
    tx.commit().await?;
    state.job_waits.notify_one();
    Ok(None)
}

/// The e-mail with a new link for `customer`.
pub(super) async fn link(
    tx: &impl ConnectionTrait,
    context: EmailContext<'_>,
    customer: &customer::Model,
    now: i64,
) -> Result<Email, AppError> {
    let proof = Proof {
        customer: Some(customer.id),
        email: customer.email.clone(),
        ..Proof::default()
    };
    let secrets = email_proof::insert(tx, Purpose::Reset, &proof, None, now).await?;
    audit::reset_sent(customer.id);
    emails::reset(context, &secrets)
}

/// Whether the link with `token` can be used.
pub async fn is_open(context: &AccountContext, token: &str) -> Result<bool, AppError> {
    let db = &context.state.db.read;
    let proof = email_proof::peek(db, Purpose::Reset, token, date::now()).await?;
    Ok(proof.is_some())
}

/// Sets the password of the customer to whom the link with `token` was sent, and signs them in.
pub async fn set_password(token: &str, password: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    let state = &context.state;
    if !is_open(&context, token).await? {
        return Ok(over(&context));
    }
    if !validate::new_password(password) {
        let back = format!("{PATH}?token={token}");
        let problem = Problem::NewPassword;
        set_redirect_with_flash(&context, &back, refused(Form::Reset, problem, "", ""));
        return Ok(SignInOutcome::Refused(problem));
    }
    let hash = state.passwords.hash(password).await?;
    let tx = state.db.begin().await?;
    let Some(proof) = email_proof::consume(&tx, Purpose::Reset, token, now).await? else {
        return Ok(over(&context));
    };
    let id = proof.customer.unwrap_or_default();
    store::set_password(&tx, id, hash).await?;
    let ended = session::end_others(&tx, id, None).await?;
    // Whoever knew the old password may have left a device behind, or asked for a code.
    known_device::DEVICES.forget(&tx, id).await?;
    email_proof::end_of_account(&tx, id, &proof.email).await?;
    let Some(row) = store::by_id(&tx, id).await? else {
        return Ok(over(&context));
    };
    let told = emails::password_changed(EmailContext::of(&context))?;
    mail::enqueue(&tx, Posting::to(&row.email, now), told).await?;
    tx.commit().await?;
    state.job_waits.notify_one();
    audit::password_reset(id, ended);
    let customer = begin_session(&context, row, now).await?;
    set_redirect_with_flash(&context, "/account", Notice::PasswordChanged.into());
    Ok(SignInOutcome::SignedIn(customer))
}

fn over(context: &AccountContext) -> SignInOutcome {
    set_redirect_with_flash(context, PATH, AccountNotice::LinkOver.into());
    SignInOutcome::Refused(Problem::CodeOver)
}
