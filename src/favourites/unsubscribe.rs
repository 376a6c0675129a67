//! No more e-mails about what is back: by the link in one of them, or by the button beside a favourite.

use super::{
    alert,
    form::{back, number},
};
use crate::{
    base::{error::AppError, paths::ShopPath},
    cart::form::{Pairs, text},
    platform::cookies::Token,
    request::context::RequestContext,
    text::{Language, notice::Notice},
    ui::served::ServedPage,
};
use axum::{Extension, Form, response::Response};
use leptos::prelude::*;

/// Where the link leads; opening it changes nothing, since who checks e-mails for viruses opens it too.
pub const PATH: &str = ShopPath::StopAlerts.text();

/// The page of the link.
pub fn page(query: &str, context: &RequestContext) -> ServedPage {
    let token = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "token")
        .map(|(_, token)| token.into_owned())
        .unwrap_or_default();
    let title = context.language.favourite_texts().stop_title;
    ServedPage::drawn("SITE", title, move || {
        view! { <StopPage token=token.clone()/> }.into_any()
    })
}

/// Deletes the customer's alert for `product`, or, without one, all pending alerts of the address that received the `token`.
pub async fn stop(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> Result<Response, AppError> {
    let db = &context.state.db;
    if let Some(product) = number(&form, "product") {
        let session = context.signed_in()?;
        alert::forget(&db.write, &session.customer.email, product).await?;
        return Ok(back(&context, Notice::AlertsStopped, None));
    }
    let stopped = match Token::parse(text(&form, "token")) {
        Some(token) => alert::forget_all(&db.write, token.hash()).await?,
        None => false,
    };
    let notice = if stopped {
        Notice::AlertsStopped
    } else {
        Notice::LinkOver
    };
    Ok(back(&context, notice, Some("/")))
}

#[component]
fn StopPage(token: String) -> impl IntoView {
    let f = expect_context::<Language>().favourite_texts();
    view! {
        <section class="card card--narrow">
            <h1>{f.stop_title}</h1>
            <p class="lead">{f.stop_lead}</p>
            <form method="post" action="/api/stock-alerts/stop" data-step="">
                <input type="hidden" name="token" value=token/>
                <button class="button" type="submit">{f.stop_button}</button>
            </form>
        </section>
    }
}
