//! The server half.

use crate::{
    account::{
        Customer, SignInOutcome,
        context::AccountContext,
        emails, limits,
        proof::{self, Proof, Purpose, Tried},
        reply::{append, context, refused, see, see_other},
        sign_in::server::{begin_session, next_path, sign_in_path},
        store,
    },
    base::{date, error::AppError, paths::ShopPath, validate},
    platform::{audit, cookies, cookies::Token, mail},
    text::notice::{Form, Notice, Problem},
};
use axum::http::{HeaderValue, header};
use sea_orm::DatabaseTransaction;

/// The page that a code is typed into.
const PATH: &str = ShopPath::SignInCode.text();

/// Sends a code and a link, and leads on to where the code is typed.
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
            match ask(&context, proof).await? {
                Ok(browser) => {
                    append(header::SET_COOKIE, cookie(&context, &browser));
                    see(&context, PATH);
                    return Ok(SignInOutcome::EmailSent);
                }
                Err(problem) => problem,
            }
        }
        None => Problem::Email,
    };
    let back = sign_in_path(&context, next);
    see_other(&context, &back, refused(Form::SignIn, problem, "", email));
    Ok(SignInOutcome::Refused(problem))
}

/// Sends the e-mail that gives `proof`. Returns what the browser is to hold that may use its code, or why
/// none was sent.
pub async fn ask(
    context: &AccountContext,
    proof: Proof,
) -> Result<Result<Token, Problem>, AppError> {
    let (state, now) = (&context.state, date::now());
    let (db, config) = (&state.db, &state.config);
    let too_many = limits::email_asked(&db.write, config, &context.address, &proof.email, now);
    if let Some(minutes) = too_many.await? {
        return Ok(Err(Problem::TooManyAttempts(minutes)));
    }
    let tx = db.begin().await?;
    let known = store::by_email(&tx, &proof.email).await?;
    let former = context.code_token.as_ref();
    let secrets = proof::keep(&tx, Purpose::SignIn, &proof, former, now).await?;
    let email = emails::code(context, &secrets, &proof, known.is_some())?;
    let posting = mail::Posting::to(&proof.email, now).forgotten();
    mail::enqueue(&tx, posting, email).await?;
    tx.commit().await?;
    state.job_waits.notify_one();
    audit::code_sent(known.map(|row| row.id));
    Ok(Ok(secrets.browser))
}

/// The header that lets this browser use the code that was sent.
pub fn cookie(context: &AccountContext, browser: &Token) -> HeaderValue {
    let seconds = Purpose::SignIn.holds_for();
    cookies::set_code(browser, seconds, &context.state.config)
}

/// The address that a code was sent to which this browser may use.
pub async fn awaited(context: &AccountContext) -> Result<Option<String>, AppError> {
    let Some(browser) = &context.code_token else {
        return Ok(None);
    };
    let proof = proof::awaited(&context.state.db.read, browser, date::now()).await?;
    Ok(proof.map(|proof| proof.email))
}

/// The address that the link with `token` was sent to, unless it is over.
pub async fn reader(context: &AccountContext, token: &str) -> Result<Option<String>, AppError> {
    let db = &context.state.db.read;
    let proof = proof::look(db, Purpose::SignIn, token, date::now()).await?;
    Ok(proof.map(|proof| proof.email))
}

/// Signs in by a code.
pub async fn use_code(code: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    let code: String = code.chars().filter(char::is_ascii_digit).take(12).collect();
    let tried = match &context.code_token {
        Some(browser) => proof::try_code(&context.state.db.write, browser, &code, now).await?,
        None => Tried::Over,
    };
    let problem = match tried {
        Tried::Proved(proof) => {
            let tx = context.state.db.begin().await?;
            if proof::use_up(&tx, proof.id).await? {
                return signed_in(&context, tx, proof, now).await;
            }
            Problem::CodeOver
        }
        Tried::Wrong => Problem::Code,
        Tried::Over => Problem::CodeOver,
    };
    audit::code_refused();
    // A code that is over leads back to where another one is asked for.
    let (back, form) = match problem {
        Problem::Code => (PATH.to_owned(), Form::Code),
        _ => (sign_in_path(&context, "/account"), Form::SignIn),
    };
    see_other(&context, &back, refused(form, problem, "", ""));
    Ok(SignInOutcome::Refused(problem))
}

/// Signs in by a link.
pub async fn use_link(token: &str) -> Result<SignInOutcome, AppError> {
    let (context, now) = (context(), date::now());
    let tx = context.state.db.begin().await?;
    match proof::take(&tx, Purpose::SignIn, token, now).await? {
        Some(proof) => signed_in(&context, tx, proof, now).await,
        None => {
            let over = refused(Form::SignIn, Problem::CodeOver, "", "");
            see_other(&context, &sign_in_path(&context, "/account"), over);
            Ok(SignInOutcome::Refused(Problem::CodeOver))
        }
    }
}

/// Begins the session of whoever gave `proof`, which `tx` has used up.
async fn signed_in(
    context: &AccountContext,
    tx: DatabaseTransaction,
    proof: Proof,
    now: i64,
) -> Result<SignInOutcome, AppError> {
    let (row, is_new) = store::find_or_add(&tx, &proof.email, &proof.name, now).await?;
    proof::end_of(&tx, &proof.email).await?;
    if !proof.order.is_empty() {
        for records in &context.state.hooks.records {
            records.claimed(&tx, &proof.order, &row, is_new).await?;
        }
    }
    tx.commit().await?;
    if is_new {
        audit::account_opened(row.id);
    }
    let customer: Customer = begin_session(context, row, now).await?;
    append(
        header::SET_COOKIE,
        cookies::remove_code(&context.state.config),
    );
    let said = if is_new {
        Notice::Registered
    } else {
        Notice::SignedIn
    };
    see_other(context, next_path(&proof.next), said.into());
    Ok(SignInOutcome::SignedIn(customer))
}
