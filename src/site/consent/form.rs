//! The question below a page until it is answered, and what answers it.

use super::PATH;
use crate::{
    base::{
        consent::{Consent, Purpose},
        error::AppError,
        html::escaped,
    },
    platform::cookies,
    request::{answer::redirect, context::RequestContext},
    text::Texts,
};
use axum::{
    Extension, Form, Router,
    http::header,
    response::{Html, Response},
    routing::get,
};
use serde::Deserialize;

/// Where it is answered.
const ACTION: &str = "/api/consent";

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new().route(ACTION, get(asked).post(answered))
}

/// The question; empty where it was answered, or the shop does not ask.
pub fn question(context: &RequestContext) -> String {
    if context.state.config.ask_consent && context.consent.is_none() {
        banner(context.language.texts())
    } else {
        String::new()
    }
}

/// `GET`: the question, for a script that wants it asked where the shop does not.
async fn asked(Extension(context): Extension<RequestContext>) -> Html<String> {
    Html(banner(context.language.texts()))
}

/// What the forms hold.
#[derive(Deserialize)]
struct ConsentForm {
    choice: Choice,
    analytics: Option<String>,
    personalisation: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Choice {
    Accept,
    Decline,
    /// What is ticked.
    Chosen,
}

/// `POST`: keeps the answer, and leads back.
async fn answered(
    Extension(context): Extension<RequestContext>,
    Form(answer): Form<ConsentForm>,
) -> Result<Response, AppError> {
    let consent = match answer.choice {
        Choice::Accept => Consent::Accepted,
        Choice::Decline => Consent::Declined,
        Choice::Chosen => Consent::to(answer.analytics.is_some(), answer.personalisation.is_some()),
    };
    let back = context.came_from.as_deref().unwrap_or("/");
    let is_settings = back.split('?').next() == Some(PATH);
    let kept = format!("{PATH}?kept=yes");
    let mut response = redirect(if is_settings { &kept } else { back });
    let cookie = cookies::set_consent(consent, &context.state.config);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Both answers look alike, and the choice between is one more press: a form of its own, whose Enter keeps what is ticked.
fn banner(t: &Texts) -> String {
    format!(
        "<section class=\"consent\" aria-labelledby=\"consent-title\">\
         <p class=\"consent__title\" id=\"consent-title\">{title}</p><p>{lead} <a href=\"{PATH}\">{more}</a></p>\
         <form method=\"post\" action=\"{ACTION}\">{answers}</form>\
         <details class=\"consent__choice\"><summary>{choose}</summary>\
         <form method=\"post\" action=\"{ACTION}\">{boxes}{keep}</form></details></section>",
        title = escaped(t.consent_title),
        lead = escaped(t.consent_lead),
        more = escaped(t.consent_more),
        answers = answers(t),
        choose = escaped(t.consent_choose),
        boxes = boxes(t, None),
        keep = button("chosen", "button button--quiet", t.consent_keep),
    )
}

/// The consent form on the page of cookie settings, with the answer that holds `now` filled in.
pub(super) fn settings(t: &Texts, now: Option<Consent>) -> String {
    format!(
        "<form class=\"consent-form\" method=\"post\" action=\"{ACTION}\">{boxes}<div class=\"actions\">{keep}</div>{answers}</form>",
        boxes = boxes(t, now),
        keep = button("chosen", "button", t.consent_keep),
        answers = answers(t),
    )
}

fn answers(t: &Texts) -> String {
    let each = [("accept", t.consent_accept), ("decline", t.consent_decline)];
    let buttons = each.map(|(choice, text)| button(choice, "button", text));
    format!("<div class=\"actions\">{}</div>", buttons.concat())
}

fn button(choice: &str, class: &str, text: &str) -> String {
    format!(
        "<button class=\"{class}\" type=\"submit\" name=\"choice\" value=\"{choice}\">{}</button>",
        escaped(text)
    )
}

fn boxes(t: &Texts, now: Option<Consent>) -> String {
    let each = [
        (Purpose::Analytics, "analytics", t.consent_analytics),
        (
            Purpose::Personalisation,
            "personalisation",
            t.consent_personalisation,
        ),
    ];
    let boxes = each.map(|(purpose, name, text)| {
        let is_allowed = now.is_some_and(|now| now.allows(purpose));
        let checked = if is_allowed { " checked" } else { "" };
        format!(
            "<label class=\"consent__purpose\"><input type=\"checkbox\" name=\"{name}\"{checked}> <span>{}</span></label>",
            escaped(text)
        )
    });
    boxes.concat()
}
