//! Answers that are ready: chosen by their name, and put into what is typed.

use super::detail::{self, UnsentForm};
use crate::{
    admin::{form_values::FormValues, request::AdminRequest},
    base::error::AppError,
    contact::{emails::language, entity::thread},
    order,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// What each answer is chosen by, and its text for who asks in `thread`, in their language.
pub async fn filled(
    request: &AdminRequest,
    thread: &thread::Model,
) -> Result<Vec<(String, String)>, AppError> {
    let config = &request.state.shop.config;
    if config.ready_answers.is_empty() {
        return Ok(Vec::new());
    }
    let order = match thread.order_id {
        Some(id) => order::store::by_id(&request.state.shop.db.read, id).await?,
        None => None,
    };
    let order = order.map(|it| it.public_id);
    let code = language(thread, config).code().to_owned();
    let each = config.ready_answers.iter();
    let each = each.map(|it| {
        let text = it.filled(&code, &thread.name, order.as_deref());
        (it.name.clone(), text)
    });
    Ok(each.collect())
}

/// Where one is chosen; nothing if there are none.
pub fn choice(thread: &thread::Model, all: Vec<(String, String)>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let option = |(name, text): (String, String)| {
        let value = name.clone();
        view! { <option value=value data-text=text>{name}</option> }
    };
    let options = all.into_iter().map(option).collect_view();
    let action = format!("/questions/{}/ready", thread.id);
    let view = view! {
        <div class="row" data-ready="text">
            <div class="field"><label for="ready">"An answer that is ready"</label>
                <select id="ready" name="ready"><option value="">"Choose"</option>{options}</select></div>
            <button class="button button--plain" type="submit" formaction=action formnovalidate>"Put it in"</button>
        </div>
    };
    Some(view.into_any())
}

/// `POST /questions/{id}/ready`: the form comes back with the answer behind what is typed, and nothing is sent.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let thread = crate::contact::store::find(&request.state.shop.db.read, id).await?;
    let ready = match &thread {
        Some(thread) => filled(&request, thread).await?,
        None => Vec::new(),
    };
    let chosen = typed.get("ready");
    let chosen = ready.into_iter().find(|(name, _)| name == chosen);
    let text = typed.get("text");
    let (problem, text) = match chosen {
        None => ("Please choose an answer first.", text.to_owned()),
        Some((_, ready)) if text.trim().is_empty() => ("", ready),
        Some((_, ready)) => ("", format!("{}\n\n{ready}", text.trim_end())),
    };
    let status = match problem {
        "" => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let begun = UnsentForm {
        form: "answer",
        text,
        problem,
    };
    detail::shown(&request, id, status, Some(begun)).await
}
