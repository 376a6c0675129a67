//! Apps: programs that the merchant lets in, with their tokens.

mod change;
mod detail;
mod scope_labels;

use super::{
    access::Access, form_values::FormValues, request::AdminRequest, route::Route, sign_in::field,
    staff::role::Right,
};
use crate::{
    base::{error::AppError, url},
    content::apps::{self, Key, Scope, entity::Model},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Where they are listed.
const LIST: &str = "/apps";
/// Looking at them.
const SEE: Access = Access::Right(Right::ManageKeys);
/// Whatever lets somebody in, or shuts them out.
const CHANGE: Access = Access::Proved(Right::ManageKeys);

/// The routes of apps.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get(LIST, SEE, page),
        Route::post("/apps/add", CHANGE, change::post_add),
        Route::get("/apps/edit", SEE, detail::page),
        Route::post("/apps/edit", CHANGE, change::post),
        Route::post("/apps/key", CHANGE, change::post_key),
        Route::post("/apps/key/remove", CHANGE, change::post_key_remove),
        Route::post("/apps/storage/remove", CHANGE, change::post_forget),
        Route::post("/apps/remove", CHANGE, change::post_remove),
    ]
}

/// Where the app `client_id` is.
fn path(client_id: &str) -> String {
    format!("/apps/edit?id={}", url::encoded(client_id))
}

/// `GET /apps`.
async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    list(&request, StatusCode::OK, &FormValues::default(), None).await
}

/// The list, and the form for a new one as it was `typed`.
async fn list(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let all = apps::rows(&request.state.shop.db.read).await?;
    let chosen: Vec<String> = match typed.pairs.is_empty() {
        true => vec![Scope::CATALOG.0.to_owned()],
        false => typed.all("scope").map(str::to_owned).collect(),
    };
    let nothing = all.is_empty().then(|| {
        view! { <p>"None yet. Nobody's program may ask your shop for anything but its pages."</p> }
    });
    let view = view! {
        <p class="lead">"Programs of yours and of others that may ask your shop for data, and apps that your scripts belong to."</p>
        {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
        {nothing}
        <div class="cards">{all.iter().map(card).collect_view()}</div>
        <form class="card" method="post" action="/apps/add">
            <h2>"A new app"</h2>
            {field("id", "Its client id: the name by which it is known", "text", "off", typed.get("id"))}
            {scope_labels::scopes(&chosen)}
            <button class="button" type="submit">"Add it"</button>
        </form>
    };
    Ok(request.page_with(status, "Apps", view))
}

fn card(app: &Model) -> impl IntoView + use<> {
    let keys: Vec<&str> = app.keys().into_iter().map(Key::name).collect();
    let keys = match keys.is_empty() {
        true => "No keys: it cannot ask for anything.".to_owned(),
        false => format!("Has a {}.", keys.join(", a ")),
    };
    let to = path(&app.client_id);
    let scopes = app.scopes.split_whitespace().map(scope_labels::of);
    let scopes = scopes
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    view! {
        <section class="card">
            <h2><a href=to>{app.client_id.clone()}</a></h2>
            <p>{keys}</p>
            <ul>{scopes}</ul>
        </section>
    }
}
