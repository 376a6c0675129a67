//! Changing apps: adding, what they may do, their keys, removing.

use super::{
    LIST,
    detail::{AppNotice, Form, shown, version},
    list, path,
};
use crate::{
    admin::{
        flash::AdminFlash,
        form::capitalised,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    base::{date, error::AppError},
    content::{
        apps::{self, Change, Key, entity::Model},
        storage,
    },
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// What is ticked.
fn ticked(typed: &FormValues) -> Vec<String> {
    typed.all("scope").map(str::to_owned).collect()
}

/// `why` as a sentence.
fn sentence(why: &str) -> String {
    capitalised(why) + "."
}

/// The app that `typed` is about.
async fn app(request: &AdminRequest, typed: &FormValues) -> Result<Model, AppError> {
    let app = apps::one(&request.state.shop.db.read, typed.get("id")).await?;
    app.ok_or(AppError::BadRequest)
}

/// `POST /apps/add`.
pub async fn post_add(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, id) = (&request.state.shop, typed.get("id").trim());
    let change = Change {
        scopes: Some(ticked(&typed)),
        ..Change::default()
    };
    if let Some(why) = Change::fault_of_id(id).or_else(|| change.fault()) {
        return list(&request, WRONG, &typed, Some(sentence(&why))).await;
    }
    let add = || async {
        let tx = shop.db.begin().await?;
        if apps::one(&tx, id).await?.is_some() {
            return Ok(false);
        }
        let is_new = apps::enter(&tx, id, change.clone(), &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(is_new)
    };
    match retried(add).await? {
        true => Ok(redirect_with_flash(&path(id), AdminFlash::AppAdded)),
        false => {
            let why = "There is an app of that name already.".to_owned();
            list(&request, WRONG, &typed, Some(why)).await
        }
    }
}

/// `POST /apps/edit`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let (shop, now) = (&request.state.shop, app(&request, &typed).await?);
    let form = Form {
        scopes: ticked(&typed),
        config: typed.get("config").replace("\r\n", "\n"),
        version: typed.get("version").to_owned(),
    };
    let change = Change {
        scopes: Some(form.scopes.clone()),
        config: (now.config.is_some() || !form.config.is_empty()).then(|| form.config.clone()),
        ..Change::default()
    };
    if let Some(why) = change.fault() {
        let notice = AppNotice {
            problem: Some(sentence(&why)),
            theirs: None,
        };
        return shown(&request, WRONG, &now, form, notice).await;
    }
    let id = &now.client_id;
    let save = || async {
        let tx = shop.db.begin().await?;
        let stored = apps::one_to_change(&tx, id).await?;
        let stored = stored.ok_or(AppError::BadRequest)?;
        if version(&stored) != form.version {
            return Ok(Some(stored));
        }
        apps::enter(&tx, id, change.clone(), &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(None)
    };
    match retried(save).await? {
        None => Ok(redirect_with_flash(&path(id), AdminFlash::Saved)),
        Some(stored) => {
            let notice = AppNotice {
                problem: None,
                theirs: Some(Form::of(&stored)),
            };
            let form = Form {
                version: version(&stored),
                ..form
            };
            shown(&request, StatusCode::CONFLICT, &stored, form, notice).await
        }
    }
}

/// `POST /apps/key`: makes one, and shows it this once.
pub async fn post_key(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let app = app(&request, &typed).await?;
    let key = Key::of_name(typed.get("key")).ok_or(AppError::BadRequest)?;
    let made = key.made()?;
    enter(&request, &app.client_id, &Change::of_key(key, made.clone())).await?;
    let to = path(&app.client_id);
    if key == Key::Public {
        return Ok(redirect_with_flash(&to, AdminFlash::KeyMade));
    }
    let title = format!("A new {}", key.name());
    let view = view! {
        <section class="card">
            <p><strong>"Keep it now."</strong>" It is not shown again, and nobody here can read it later."</p>
            <p><code class="long" data-copy="">{made}</code></p>
            <p><a class="button" href=to>"I have kept it"</a></p>
        </section>
    };
    Ok(request.page(&title, view))
}

/// `POST /apps/key/remove`.
pub async fn post_key_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let app = app(&request, &typed).await?;
    let key = Key::of_name(typed.get("key")).ok_or(AppError::BadRequest)?;
    let change = Change {
        revoked: vec![key],
        ..Change::default()
    };
    enter(&request, &app.client_id, &change).await?;
    Ok(redirect_with_flash(
        &path(&app.client_id),
        AdminFlash::KeyTaken,
    ))
}

async fn enter(request: &AdminRequest, id: &str, change: &Change) -> Result<(), AppError> {
    let enter = || async {
        let tx = request.state.shop.db.begin().await?;
        // Removed meanwhile, it does not come back by this.
        let stored = apps::one_to_change(&tx, id).await?;
        stored.ok_or(AppError::BadRequest)?;
        apps::enter(&tx, id, change.clone(), &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(enter).await
}

/// `POST /apps/storage/remove`.
pub async fn post_forget(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let app = app(&request, &typed).await?;
    let (id, key) = (&app.client_id, typed.get("key"));
    let target = format!("{key} of {id}");
    let forget = || async {
        let tx = request.state.shop.db.begin().await?;
        storage::remove(&tx, id, key).await?;
        let entry = Entry::of("app.forget", &target);
        audit::record(&tx, &request.actor(), entry, date::now()).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(forget).await?;
    Ok(redirect_with_flash(&path(id), AdminFlash::Forgotten))
}

/// `POST /apps/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let app = app(&request, &typed).await?;
    let remove = || async {
        let tx = request.state.shop.db.begin().await?;
        apps::remove(&tx, &app.client_id, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(remove).await?;
    Ok(redirect_with_flash(LIST, AdminFlash::AppRemoved))
}
