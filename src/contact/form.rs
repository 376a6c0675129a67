//! What is asked, and gone on with, by forms.

use super::{
    access::visible,
    actions,
    entity::{Status, thread},
    honeypot::{self, HIDDEN, HoneypotVerdict},
    input::{Problems, QuestionInput, is_written, written},
    page, thread_page,
};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError, paths::ShopPath, url::encoded, validate},
    cart::form::{Pairs, text},
    order::{self, place::is_of},
    platform::link_key::LinkKey,
    request::{answer::redirect, context::RequestContext},
    ui::served::InPlace,
};
use axum::{
    Extension, Form, Router,
    response::{IntoResponse, Response},
    routing::post,
};

type FormResult = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route(ShopPath::Contact.text(), post(ask))
        .route("/api/contact/reply", post(reply))
}

/// Keeps a question; one that lacks something stays in its form with what that is.
async fn ask(Extension(context): Extension<RequestContext>, Form(form): Form<Pairs>) -> FormResult {
    if !context.state.config.contact_form {
        return Err(AppError::BadRequest);
    }
    let (c, now) = (context.language.contact_texts(), date::now());
    let mut typed = QuestionInput::read(&form);
    if let Some(session) = &context.session {
        // Whoever is signed in is answered where their account is.
        typed.email.clone_from(&session.customer.email);
    }
    let again = async |typed: QuestionInput, problems: Problems, said: Option<String>| {
        let served = page::filled(&context, typed, problems, said, text(&form, "form")).await?;
        Ok(InPlace(served).into_response())
    };
    let problems = typed.problems(c);
    if problems.any() {
        return again(typed, problems, None).await;
    }
    let key = LinkKey::of_shop(&context.state.db).await?;
    match honeypot::caught(&key, text(&form, "form"), text(&form, HIDDEN), now) {
        HoneypotVerdict::No => {}
        HoneypotVerdict::Perhaps => {
            return again(typed, problems, Some(c.once_more.to_owned())).await;
        }
        // It is told what people are told, and learns nothing.
        HoneypotVerdict::Yes => return Ok(redirect(&thanks())),
    }
    let email = validate::mailbox(&typed.email).ok_or(AppError::BadRequest)?;
    if let Some(minutes) = too_many(&context, &email, now).await? {
        let said = context.language.texts().too_many_attempts(minutes);
        return again(typed, problems, Some(said)).await;
    }
    let thread = thread_of(&context, &typed, email, now).await?;
    let (config, form) = (
        &context.state.config,
        honeypot::form_of(text(&form, "form"))?,
    );
    actions::ask(
        &context.state.db,
        config,
        &thread,
        typed.text.as_str(),
        form,
        &context.origin,
        now,
    )
    .await?;
    context.state.job_waits.notify_one();
    Ok(redirect(&thanks()))
}

fn thanks() -> String {
    format!("{}?thanks", ShopPath::Contact.text())
}

/// How many minutes to wait, if so much was asked from here, or by this address, already.
async fn too_many(
    context: &RequestContext,
    email: &str,
    now: i64,
) -> Result<Option<u32>, AppError> {
    let config = &context.state.config;
    let limits = [
        Limit::questions_from(&context.address, config),
        Limit::questions_of(email, config),
    ];
    for limit in limits {
        let minutes = limit.attempt(&context.state.db.write, now).await?;
        if minutes.is_some() {
            return Ok(minutes);
        }
    }
    Ok(None)
}

/// The thread that begins with what was typed.
async fn thread_of(
    context: &RequestContext,
    typed: &QuestionInput,
    email: String,
    now: i64,
) -> Result<thread::Model, AppError> {
    let db = &context.state.db.read;
    let number = typed.order.to_uppercase();
    let found = match number.as_str() {
        "" => None,
        number => order::store::by_public_id(db, number).await?,
    };
    // A number alone proves nothing: the order is theirs by its address, or by what their browser holds.
    let order = found.filter(|it| it.email.to_lowercase() == email || is_of(it, context));
    let snapshot = context.state.catalog.snapshot();
    let product = typed.product.filter(|id| snapshot.card(*id).is_some());
    let customer = context.session.as_ref().map(|it| it.customer.id);
    let subject = match (&order, number.as_str()) {
        (None, number) if !number.is_empty() => format!("{} ({number})", typed.subject),
        _ => typed.subject.clone(),
    };
    let number = order.as_ref().map_or("", |it| it.public_id.as_str());
    let words = [&typed.name, &email, &subject, number, &typed.text].join(" ");
    Ok(thread::Model {
        id: 0,
        status: Status::Open,
        subject,
        name: typed.name.clone(),
        language: context.language.code().to_owned(),
        customer_id: customer.or(order
            .as_ref()
            .and_then(|it| it.customer_id.filter(|_| it.email.to_lowercase() == email))),
        order_id: order.map(|it| it.id),
        product_id: product,
        words: words.to_lowercase(),
        created_at: now,
        last_at: now,
        version: 0,
        email,
    })
}

/// Goes on with a thread; what is empty or too long stays in its form.
async fn reply(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let (c, now, db) = (
        context.language.contact_texts(),
        date::now(),
        &context.state.db,
    );
    let id = text(&form, "id").parse().map_err(AppError::bad_request)?;
    let token = text(&form, "token").to_owned();
    let thread = visible(db, &context, id, &token).await?;
    let thread = thread.ok_or(AppError::BadRequest)?;
    let message = written(text(&form, "message"));
    let again = async |problem: Option<&'static str>, said: Option<String>| {
        let served = thread_page::one(
            &context,
            thread.clone(),
            token.clone(),
            message.clone(),
            problem,
            said,
            text(&form, "form"),
        )
        .await?;
        Ok(InPlace(served).into_response())
    };
    if !is_written(&message) {
        return again(Some(c.wrong_text), None).await;
    }
    let key = LinkKey::of_shop(db).await?;
    let sent = text(&form, "form");
    if honeypot::caught(&key, sent, text(&form, HIDDEN), now) != HoneypotVerdict::No {
        return again(None, Some(c.once_more.to_owned())).await;
    }
    if let Some(minutes) = too_many(&context, &thread.email, now).await? {
        let said = context.language.texts().too_many_attempts(minutes);
        return again(None, Some(said)).await;
    }
    actions::reply(
        db,
        &context.state.config,
        id,
        message.as_str(),
        honeypot::form_of(sent)?,
        now,
    )
    .await?;
    context.state.job_waits.notify_one();
    let token = match token.as_str() {
        "" => String::new(),
        token => format!("&token={}", encoded(token)),
    };
    Ok(redirect(&format!(
        "{}?id={id}{token}&sent",
        ShopPath::Questions.text()
    )))
}
