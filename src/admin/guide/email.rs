//! Whether e-mails of the shop arrive: one to oneself.

use super::{
    file::steps,
    progress::{bar, done, onwards, stay},
};
use crate::{
    admin::{flash::AdminFlash, form_values::FormValues, request::AdminRequest, sign_in::field},
    base::{date, error::AppError, validate},
    platform::{
        db::retried,
        mail::{self, Email, Posting},
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

const PATH: &str = "/guide/email";

/// `GET /guide/email`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let own = request.signed.as_ref().map(|it| it.staff.email.clone());
    form(&request, StatusCode::OK, &own.unwrap_or_default(), None).await
}

async fn form(
    request: &AdminRequest,
    status: StatusCode,
    to: &str,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let bar = bar(request, PATH).await?;
    let shop = &request.state.shop;
    let how = match shop.mailer.has_server() {
        true => "E-mails are handed to your mail server.",
        false => {
            "No mail server is set yet: e-mails are written into files on the machine and reach nobody."
        }
    };
    let server = (!shop.mailer.has_server()).then(|| {
        view! {
            <section class="card"><h2>"Say which mail server to use"</h2>
                <p>"Whoever keeps your mailbox tells you its server for outgoing mail (SMTP), such as smtp.example.com, and which name and password it wants: often those of the mailbox. If the machine is not your work, give this page to whoever looks after it."</p>
                {steps(request, "mail = \"smtps://name:password@smtp.example.com\"")}
            </section>
        }
    });
    let label = match shop.mailer.has_server() {
        true => "Go on",
        false => "Go on, and do this later",
    };
    let onwards = onwards(request, PATH, label).await?;
    let from = format!(
        "They are from {}; E-mails in the menu changes that.",
        shop.config.mail_from
    );
    let view = view! {
        {bar}
        <p class="lead">{how}</p>
        <p>{from}</p>
        {server}
        <form class="card card--narrow" method="post" action=PATH>
            {field("to", "Send a test to", "email", "email", to)}
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Send it"</button>
        </form>
        {onwards}
    };
    Ok(request.page_with(status, "E-mails", view))
}

/// `POST /guide/email`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, date::now());
    let Some(to) = validate::mailbox(typed.get("to")) else {
        let why = "That is no e-mail address we could write to.".to_owned();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return form(&request, status, typed.get("to"), Some(why)).await;
    };
    let name = &shop.config.store_name;
    let subject = format!("A test from {name}");
    let text = format!("This is how e-mails from {name} arrive. If you read this, they do.");
    let email = Email::note(subject, &[&text])?;
    let send = || async {
        let tx = shop.db.begin().await?;
        mail::enqueue(&tx, Posting::to(&to, now), email.clone()).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(send).await?;
    shop.job_waits.notify_one();
    match shop.mailer.has_server() {
        true => done(&request, PATH, AdminFlash::EmailSent).await,
        false => stay(&request, PATH, AdminFlash::EmailInFolder).await,
    }
}
