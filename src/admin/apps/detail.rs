//! One app: what it may do and publishes, its keys, what it keeps in the shop.

use super::scope_labels;
use crate::{
    admin::{form::capitalised, form_values::FormValues, request::AdminRequest},
    base::{error::AppError, html::in_textarea},
    content::{
        apps::{self, Key, entity::Model, hash},
        storage,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::fmt::Write;

/// How many of an app's texts are listed.
const LISTED: u32 = 200;

/// What the form says of an app.
pub struct Form {
    /// What it may do.
    pub scopes: Vec<String>,
    /// What it publishes.
    pub config: String,
    /// What the app was when the form was opened.
    pub version: String,
}

impl Form {
    /// The form of `app` as it is.
    pub fn of(app: &Model) -> Self {
        Self {
            scopes: app.scopes.split_whitespace().map(str::to_owned).collect(),
            config: app.config.clone().unwrap_or_default(),
            version: version(app),
        }
    }
}

/// What tells whether somebody else changed `app` since: no column counts its changes.
pub fn version(app: &Model) -> String {
    let text = format!(
        "{}\n{}",
        app.scopes,
        app.config.as_deref().unwrap_or_default()
    );
    let bytes = hash(&text);
    bytes.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What stands above the form.
#[derive(Default)]
pub struct AppNotice {
    /// What is wrong.
    pub problem: Option<String>,
    /// What somebody else saved meanwhile.
    pub theirs: Option<Form>,
}

/// `GET /apps/edit`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let app = apps::one(&request.state.shop.db.read, typed.get("id")).await?;
    let app = app.ok_or(AppError::BadRequest)?;
    let form = Form::of(&app);
    shown(&request, StatusCode::OK, &app, form, AppNotice::default()).await
}

/// The page of `app`, with `form` as it was filled in.
pub async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    app: &Model,
    form: Form,
    notice: AppNotice,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let kept = storage::sizes(&shop.db.read, &app.client_id, LISTED).await?;
    let id = app.client_id.clone();
    let theirs = notice.theirs.map(|theirs| {
        let may: Vec<String> = theirs.scopes.iter().map(|it| scope_labels::of(it)).collect();
        view! {
            <div class="theirs">
                <p>"Somebody else saved this meanwhile. Look at both, and save what is right. Saved now:"</p>
                <p>{may.join(", ")}</p>
                <pre tabindex="0">{theirs.config}</pre>
            </div>
        }
    });
    let view = view! {
        <p><a href=super::LIST>"All apps"</a></p>
        {notice.problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
        {theirs}
        <form class="card" method="post" action="/apps/edit">
            <input type="hidden" name="id" value=id.clone()/>
            <input type="hidden" name="version" value=form.version/>
            {scope_labels::scopes(&form.scopes)}
            <div class="field">
                <label for="config">"What it publishes to the shop's scripts"</label>
                <textarea id="config" name="config" rows="5" spellcheck="false" aria-describedby="config-note">{in_textarea(&form.config)}</textarea>
                <p class="note" id="config-note">"Scripts read it with "<code>"Ecwid.getAppPublicConfig"</code>". Everybody can read it: no passwords here."</p>
            </div>
            <button class="button" type="submit">"Save"</button>
        </form>
        <section class="card">
            <h2>"Keys"</h2>
            {Key::ALL.map(|each| key(app, each)).collect_view()}
            {address(request)}
        </section>
        {storage_card(&id, kept)}
        <form class="card" method="post" action="/apps/remove">
            <h2>"Remove the app"</h2>
            <p>"Its keys open nothing from then on, and what it kept in the shop is gone."</p>
            <button class="button button--danger" type="submit" name="id" value=id data-confirm="Remove this app, its keys and what it kept?">"Remove it"</button>
        </form>
    };
    Ok(request.page_with(status, &app.client_id, view))
}

fn key(app: &Model, key: Key) -> impl IntoView + use<> {
    let has = app.keys().contains(&key);
    let token = app.token.clone().filter(|_| key == Key::Public);
    let state = match (token, has) {
        (Some(token), _) => view! { <code class="long" data-copy="">{token}</code> }.into_any(),
        (None, true) => {
            "It has one. It is not shown again; make a new one if it is lost.".into_any()
        }
        (None, false) => "It has none.".into_any(),
    };
    let make = if has { "Make a new one" } else { "Make one" };
    let name = key.name();
    // Buttons that say the same are told apart by what they are for.
    let spoken = format!("{make}: {name}");
    let away = has.then(|| {
        let spoken = format!("Revoke: {name}");
        view! { <button class="button button--danger" type="submit" formaction="/apps/key/remove" aria-label=spoken data-confirm="Whoever uses it is shut out. Go on?">"Revoke"</button> }
    });
    view! {
        <form class="key" method="post" action="/apps/key">
            <h3 class="row__name">{capitalised(name)}</h3>
            <p class="note">{scope_labels::about(key)}</p>
            <p>{state}</p>
            <input type="hidden" name="id" value=app.client_id.clone()/>
            <input type="hidden" name="key" value=name/>
            <div class="row">
                <button class="button button--plain" type="submit" aria-label=spoken data-confirm=has.then_some("The one of now opens nothing any more. Go on?")>{make}</button>
                {away}
            </div>
        </form>
    }
}

/// How a program asks.
fn address(request: &AdminRequest) -> impl IntoView + use<> {
    let (origin, id) = (
        request.state.shop_origin(),
        request.state.shop.config.store_id,
    );
    view! {
        <p class="note">"Programs ask at this address, and send the token as "<code>"Authorization: Bearer …"</code>":"</p>
        <p><code class="long" data-copy="">{format!("{origin}/api/v3/{id}/profile")}</code></p>
    }
}

fn storage_card(id: &str, kept: Vec<(String, u64)>) -> Option<impl IntoView + use<>> {
    if kept.is_empty() {
        return None;
    }
    let row = |(name, length): (String, u64)| {
        let spoken = format!("Forget {name}");
        view! {
            <tr><td>{name.clone()}</td><td>{length.to_string()}</td>
            <td><button class="button button--small" type="submit" name="key" value=name aria-label=spoken data-confirm="The app cannot get it back. Go on?">"Forget"</button></td></tr>
        }
    };
    Some(view! {
        <form class="card" method="post" action="/apps/storage/remove">
            <h2>"What it keeps in the shop"</h2>
            <input type="hidden" name="id" value=id.to_owned()/>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>"Name"</th><th>"Characters"</th><td></td></tr></thead>
                <tbody>{kept.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </form>
    })
}
