//! Signs in by e-mail: sends a code and a link, checks either of them, and opens an account if there is none yet.

use crate::{
    account::{
        Customer, SignInOutcome,
        context::AccountContext,
        email_proof::{self, CodeOutcome, Proof, Purpose},
        emails::{self, EmailContext},
        entity::customer,
        limits,
        reply::{append, context, refused, set_redirect, set_redirect_with_flash},
        sign_in::server::{begin_session, next_path, sign_in_path},
        store,
    },
    base::{date, error::AppError, paths::ShopPath, validate},
    platform::{audit, cookies, mail},
    text::notice::{Form, Notice, Problem},
};
use axum::http::header;
use sea_orm::DatabaseTransaction;

/// The page that a code is typed into.
const PATH: &str = ShopPath::SignInCode.text();

/// Sends a sign-in code and a link to `email`, and redirects to the page where the code is typed.
pub async fn send_code(email: &str, return_url: &str) -> Result<SignInOutcome, AppError> {
    let context = context();
    if !context.state.config.sign_in.has_codes() {
        return Err(AppError::BadRequest);
    }
    let next = next_path(return_url);
    let problem = match validate::mailbox(email) {
        Some(email) => {
            let proof = Proof {
                email,
                next: next.to_owned(),
                ..Proof::default()
            };
            match send(&context, &proof).await? {
                None => return Ok(SignInOutcome::EmailSent),
                Some(problem) => problem,
            }
        }
        None => Problem::Email,
    };
    let back = sign_in_path(&context, next);
    set_redirect_with_flash(&context, &back, refused(Form::SignIn, problem, "", email));
    Ok(SignInOutcome::Refused(problem))
}

/// Sends the e-mail for `proof` and redirects to the page where its code is typed; returns the problem if none was sent.
pub async fn send(context: &AccountContext, proof: &Proof) -> Result<Option<Problem>, AppError> {
    let (state, now) = (&context.state, date::now());
    let (db, config) = (&state.db, &state.config);
    let too_many = limits::email_asked(&db.write, config, context, &proof.email, now);
    if let Some(minutes) = too_many.await? {
        return Ok(Some(Problem::TooManyAttempts(minutes)));
    }
    let tx = db.begin().await?;
    let known = store::by_email(&tx, &proof.email).await?;
    let former = context.code_token.as_ref();
    let secrets = email_proof::insert(&tx, Purpose::SignIn, proof, former, now).await?;
    let email = emails::code(EmailContext::of(context), &secrets, proof, known.is_some())?;
    let posting = mail::Posting::to(&proof.email, now).forgotten();
    mail::enqueue(&tx, posting, email).await?;
    tx.commit().await?;
    state.job_waits.notify_one();
    audit::code_sent(known.map(|row| row.id));
    let seconds = Purpose::SignIn.holds_for();
    let cookie = cookies::set_code(&secrets.browser, seconds, config);
    append(header::SET_COOKIE, cookie);
    set_redirect(context, PATH);
    Ok(None)
}

/// Opens the account of `proof` without proof of the address, for a shop that sends no e-mails; `None` if there is one.
pub async fn open_at_once(
    context: &AccountContext,
    proof: Proof,
) -> Result<Option<SignInOutcome>, AppError> {
    let now = date::now();
    let tx = context.state.db.begin().await?;
    match store::add(&tx, &proof.email, &proof.name, String::new(), now).await? {
        Some(row) => signed_in(context, tx, row, true, proof).await.map(Some),
        None => Ok(None),
    }
}

/// Returns the e-mail address to which a code for this browser was sent, if one is pending.
pub async fn awaited(context: &AccountContext) -> Result<Option<String>, AppError> {
    let Some(browser) = &context.code_token else {
        return Ok(None);
    };
    let proof =
        email_proof::pending_for_browser(&context.state.db.read, browser, date::now()).await?;
    Ok(proof.map(|proof| proof.email))
}

/// Returns the e-mail address to which the link with `token` was sent; `None` if it is used or expired.
pub async fn reader(context: &AccountContext, token: &str) -> Result<Option<String>, AppError> {
    let db = &context.state.db.read;
    let proof = email_proof::peek(db, Purpose::SignIn, token, date::now()).await?;
    Ok(proof.map(|proof| proof.email))
}

/// Signs in by a code.
pub async fn use_code(code: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    let code: String = code.chars().filter(char::is_ascii_digit).take(12).collect();
    let tried = match &context.code_token {
        Some(browser) => {
            email_proof::try_code(&context.state.db.write, browser, &code, now).await?
        }
        None => CodeOutcome::Over,
    };
    let problem = match tried {
        CodeOutcome::Proved(proof) => {
            let tx = context.state.db.begin().await?;
            if email_proof::consume_by_id(&tx, proof.id).await? {
                return proved(&context, tx, proof).await;
            }
            Problem::CodeOver
        }
        CodeOutcome::Wrong => Problem::Code,
        CodeOutcome::Over => Problem::CodeOver,
    };
    audit::code_refused();
    // A code that is over leads back to where another one is asked for.
    let (back, form) = match problem {
        Problem::Code => (PATH.to_owned(), Form::Code),
        _ => (sign_in_path(&context, "/account"), Form::SignIn),
    };
    set_redirect_with_flash(&context, &back, refused(form, problem, "", ""));
    Ok(SignInOutcome::Refused(problem))
}

/// Signs in by a link.
pub async fn use_link(token: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    let tx = context.state.db.begin().await?;
    match email_proof::consume(&tx, Purpose::SignIn, token, now).await? {
        Some(proof) => proved(&context, tx, proof).await,
        None => {
            let over = refused(Form::SignIn, Problem::CodeOver, "", "");
            set_redirect_with_flash(&context, &sign_in_path(&context, "/account"), over);
            Ok(SignInOutcome::Refused(Problem::CodeOver))
        }
    }
}

/// Signs in whoever gave `proof`, which `tx` has used up.
async fn proved(
    context: &AccountContext,
    tx: DatabaseTransaction,
    proof: Proof,
) -> Result<SignInOutcome, AppError> {
    let now = date::now();
    let (row, is_new) = store::find_or_add(&tx, &proof.email, &proof.name, now).await?;
    signed_in(context, tx, row, is_new, proof).await
}

async fn signed_in(
    context: &AccountContext,
    tx: DatabaseTransaction,
    row: customer::Model,
    is_new: bool,
    proof: Proof,
) -> Result<SignInOutcome, AppError> {
    email_proof::delete_for_email(&tx, &proof.email).await?;
    if !proof.order.is_empty() {
        for records in &context.state.hooks.records {
            records.claimed(&tx, &proof.order, &row, is_new).await?;
        }
    }
    tx.commit().await?;
    if is_new {
        audit::account_opened(row.id);
    }
    let customer: Customer = begin_session(context, row, date::now()).await?;
    append(
        header::SET_COOKIE,
        cookies::remove_code(&context.state.config),
    );
    let said = if is_new {
        Notice::Registered
    } else {
        Notice::SignedIn
    };
    set_redirect_with_flash(context, next_path(&proof.next), said.into());
    Ok(SignInOutcome::SignedIn(customer))
}
