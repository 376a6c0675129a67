//! `/orders/{number}/write`: an e-mail to the shopper, in the merchant's own words.

use super::{
    super::{flash::AdminFlash, form_values::FormValues, request::AdminRequest},
    emails::posted,
    requested_order::{RequestedOrder, status_of},
};
use crate::{
    base::{error::AppError, html::in_textarea},
    order::{
        messages::{MAX_LENGTH, MAX_SUBJECT_LENGTH, Message},
        status_machine::OrderActionError,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// `GET /orders/{number}/write`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => {
            let status = StatusCode::OK;
            Ok(show(
                &request,
                &found,
                status,
                &FormValues::default(),
                BTreeMap::new(),
                None,
            ))
        }
        Err(missing) => Ok(missing),
    }
}

/// `POST /orders/{number}/write`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let text = typed.get("text").replace("\r\n", "\n").trim().to_owned();
    // A subject is one line.
    let subject = typed.get("subject").split_whitespace();
    let subject = subject.collect::<Vec<_>>().join(" ");
    let mut problems = BTreeMap::new();
    if text.is_empty() {
        problems.insert("text", "Please write something.".to_owned());
    }
    if text.chars().count() > MAX_LENGTH {
        problems.insert("text", format!("At most {MAX_LENGTH} characters."));
    }
    if subject.chars().count() > MAX_SUBJECT_LENGTH {
        problems.insert(
            "subject",
            format!("At most {MAX_SUBJECT_LENGTH} characters."),
        );
    }
    if !problems.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(show(&request, &found, status, &typed, problems, None));
    }
    let message = Message::Own(subject, text);
    Ok(match posted(&request, &found, &message, &typed).await? {
        Ok(()) => found.back(AdminFlash::Written),
        Err(why) => show(
            &request,
            &found,
            status_of(why),
            &typed,
            problems,
            Some(why),
        ),
    })
}

fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    typed: &FormValues,
    problems: BTreeMap<&'static str, String>,
    why: Option<OrderActionError>,
) -> Response {
    let title = format!("Write to the customer of order {}", found.number());
    let why = match found.whole.order.email.is_empty() {
        true => Some(OrderActionError::Nobody),
        false => why,
    };
    if let Some(why) = why {
        let view = view! { {found.refused(typed, why)}{found.way_back()} };
        return request.page_with(status, &title, view);
    }
    let config = &request.state.shop.config;
    let language = config.language(found.whole.document.language);
    let subject = match typed.find("subject") {
        Some(subject) => subject.to_owned(),
        None => language.after_sale_texts().message_subject(found.number()),
    };
    let problem = |name: &str| {
        let why = problems.get(name).cloned();
        why.map(|why| view! { <p class="problem" id=format!("{name}-problem")>{why}</p> })
    };
    let invalid = |name: &str| problems.contains_key(name).then_some("true");
    let described = |name: &str| {
        problems
            .contains_key(name)
            .then(|| format!("{name}-problem"))
    };
    let lead = format!(
        "To {}, who ordered in {}. The name of your shop and a link to the order follow what you write.",
        found.whole.order.email,
        language.name()
    );
    let text = typed.get("text").to_owned();
    let view = view! {
        <p class="lead">{lead}</p>
        <form method="post" action=found.path("/write") data-settings="">
            {found.carried()}
            <div class="field"><label for="subject">"Subject"</label>
                <input id="subject" name="subject" type="text" maxlength=MAX_SUBJECT_LENGTH.to_string() value=subject aria-invalid=invalid("subject") aria-describedby=described("subject")/>
                {problem("subject")}</div>
            <div class="field"><label for="text">"What you write"</label>
                <textarea id="text" name="text" rows="10" aria-invalid=invalid("text") aria-describedby=described("text")>{in_textarea(&text)}</textarea>
                {problem("text")}</div>
            <div class="save"><button class="button" type="submit">"Send it"</button></div>
        </form>
        {found.way_back()}
    };
    request.page_with(status, &title, view)
}
