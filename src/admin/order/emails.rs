//! E-mails about an order: each as it went out, and once more.

use super::{
    super::{
        flash::AdminFlash, form_values::FormValues, request::AdminRequest, staff::role::Right,
    },
    labels,
    page::refused,
    requested_order::{RequestedOrder, form_of},
};
use crate::{
    base::{date, error::AppError},
    order::{
        messages::{self, Message, SentEmail},
        staff_actions::ActionSource,
        status_machine::OrderActionError,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /orders/{number}/emails/{email}`: a copy.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path((number, id)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let id: i64 = id.parse().unwrap_or_default();
    let all = messages::of(&request.state.shop.db.read, &found.whole.order).await?;
    let Some(sent) = all.into_iter().find(|sent| sent.email.id == id) else {
        let view = view! { <p>"There is no such e-mail, or it is not kept any more."</p>{found.way_back()} };
        return Ok(request.page_with(StatusCode::NOT_FOUND, "No such e-mail", view));
    };
    Ok(request.page("E-mail", copy(&request, &found, sent)))
}

fn copy(request: &AdminRequest, found: &RequestedOrder, sent: SentEmail) -> AnyView {
    let config = &request.state.shop.config;
    let state = labels::email(
        sent.state(date::now()),
        sent.email.sent_at.is_some(),
        request.state.shop.mailer.has_server(),
    );
    let (email, zone) = (sent.email, &config.time_zone);
    let when = zone.minute(email.sent_at.unwrap_or(email.created_at));
    let facts = [
        ("To", email.recipient.clone()),
        ("Subject", email.subject),
        ("When", when),
        ("It is", state.to_owned()),
    ];
    let facts = facts.map(|(name, text)| view! { <dt>{name}</dt><dd>{text}</dd> });
    let is_theirs = !config.notify.contains(&email.recipient);
    let has_reader = !found.whole.order.email.is_empty();
    let again = (is_theirs && has_reader && request.may(Right::ManageOrders)).then(|| {
        let to = format!("It goes to {}.", found.whole.order.email);
        view! {
            <form method="post" action=found.path("/resend")>
                {found.carried()}
                <p><button class="button" type="submit" name="email" value=email.id.to_string()>"Send it once more"</button></p>
                <p class="note">{to}</p>
            </form>
        }
    });
    view! {
        <dl class="facts">{facts.collect_view()}</dl>
        <section class="card" aria-label="What it says"><pre class="plain">{email.text}</pre></section>
        {again}
        {found.way_back()}
    }
    .into_any()
}

/// `POST /orders/{number}/resend`: the e-mail of that number, or the confirmation as it would be today.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let message = match typed.get("email") {
        "confirmation" => Message::Confirmation,
        _ => Message::Again(typed.number("email").unwrap_or_default()),
    };
    match posted(&request, &found, &message, &typed).await? {
        Ok(()) => Ok(found.back(AdminFlash::EmailAgain)),
        Err(why) => refused(&request, &number, &typed, why).await,
    }
}

/// Posts `message` to the shopper of `found`.
pub async fn posted(
    request: &AdminRequest,
    found: &RequestedOrder,
    message: &Message,
    typed: &FormValues,
) -> Result<Result<(), OrderActionError>, AppError> {
    let shop = &request.state.shop;
    let (form, actor, origin) = (form_of(typed), request.actor(), request.state.shop_origin());
    let by = ActionSource {
        actor: &actor,
        form: &form,
        saw: None,
        now: date::now(),
    };
    let done = messages::post(&shop.db, &shop.config, found.number(), message, &origin, by).await?;
    if done.is_ok() {
        shop.job_waits.notify_one();
    }
    Ok(done)
}
