//! Drafts of a screen: kept without being shown to shoppers, looked at, let go.

use super::{
    save::{SentForm, refused},
    show::{Present, ScreenState, shown},
};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        preview,
        request::{AdminRequest, redirect_with_flash},
        screens::Screen,
    },
    base::{date, error::AppError},
    content::{
        drafts::{self, Draft, DraftKind, NewDraft},
        version,
    },
    platform::{
        audit::{self, Entry},
        db::retried,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// The drafts of `screen`, by key.
pub async fn of(
    request: &AdminRequest,
    screen: &Screen,
) -> Result<BTreeMap<String, Draft>, AppError> {
    if !screen.has_drafts() {
        return Ok(BTreeMap::new());
    }
    let mut all = drafts::all(&request.state.shop.db.read, DraftKind::Setting).await?;
    all.retain(|key, _| screen.fields.iter().any(|field| field.key == key));
    Ok(all)
}

/// What `drafts` say, each with the version of the setting that it was begun with.
pub fn begun(drafts: &BTreeMap<String, Draft>) -> (Table, BTreeMap<String, i64>) {
    let mut values = Table::new();
    let mut seen = BTreeMap::new();
    for (key, draft) in drafts {
        // What a newer version of the shop wrote may be of no use here: what holds is shown then.
        if let (Ok(value), Ok(version)) = (
            serde_json::from_str::<Value>(&draft.value),
            draft.began.parse(),
        ) {
            values.insert(key.clone(), value);
            seen.insert(key.clone(), version);
        }
    }
    (values, seen)
}

/// What is said above a form that shows `drafts`, with the way to let them go.
pub fn note(
    request: &AdminRequest,
    screen: &'static Screen,
    drafts: &BTreeMap<String, Draft>,
) -> Option<AnyView> {
    let latest = drafts.values().max_by_key(|draft| draft.changed_at)?;
    let said = preview::draft_text(request, latest);
    Some(view! {
        <form class="notice notice--draft" method="post" action=screen.draft>
            <p>{said}</p>
            <button class="button--small" type="submit" name="act" value="discard" data-confirm="Throw this draft away?">"Throw the draft away"</button>
        </form>
    }
    .into_any())
}

/// `POST` of a screen's draft.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    if typed.get("act") == "discard" {
        discard(&request, screen).await?;
        return Ok(redirect_with_flash(screen.path, AdminFlash::DraftGone));
    }
    let is_framed = typed.get("to") == "frame";
    let path = typed.get("preview_path").to_owned();
    let present = Present::read(&request).await?;
    let sent = SentForm::read(&request, typed, screen, &present).await?;
    let changed = present.other(&sent.values);
    let problems = sent.problems(&present, &changed);
    if !problems.is_empty() {
        return match is_framed {
            true => Ok(preview::nothing(problems.into_values())),
            false => refused(&request, screen, &present, sent, problems).await,
        };
    }
    match keep(&request, &sent, &changed).await? {
        None if is_framed => preview::redirect_to_preview(&request, &path).await,
        None => Ok(redirect_with_flash(screen.path, AdminFlash::DraftSaved)),
        Some((_, other)) if is_framed => Ok(preview::nothing([preview::stale(&other)])),
        Some((key, other)) => {
            let theirs = serde_json::from_str::<Value>(&other.value).ok();
            let shown_now = ScreenState {
                notice: format!(
                    "{} changed this draft meanwhile. Look at both, and save what is right.",
                    other.who
                ),
                stale: vec![key.clone()],
                theirs: theirs.map(|value| (key, value)).into_iter().collect(),
                typed: sent.values,
                seen: sent.seen,
                ..ScreenState::default()
            };
            shown(&request, screen, &present, StatusCode::CONFLICT, shown_now).await
        }
    }
}

/// Keeps what differs from what holds as drafts, and no draft of the rest; the key and the draft of somebody else that is in
/// the way.
async fn keep(
    request: &AdminRequest,
    sent: &SentForm,
    changed: &Table,
) -> Result<Option<(String, Draft)>, AppError> {
    let mut values = Vec::new();
    for field in &sent.open {
        let json = changed
            .get(field.key)
            .map(serde_json::to_string)
            .transpose();
        let json = json.map_err(AppError::internal)?;
        let began = sent.seen.get(field.key).copied().unwrap_or_default();
        let seen = sent.drafts_seen.get(field.key).copied().unwrap_or_default();
        values.push((field.key, json, began.to_string(), seen));
    }
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        version::lock(&tx).await?;
        for (name, value, began, seen) in &values {
            let new = NewDraft {
                kind: DraftKind::Setting,
                name,
                value: value.as_deref(),
                began,
                seen: *seen,
            };
            if let Err(other) = drafts::put(&tx, new, &request.actor(), date::now()).await? {
                return Ok(Some(((*name).to_owned(), other)));
            }
        }
        tx.commit().await?;
        Ok(None)
    };
    retried(attempt).await
}

async fn discard(request: &AdminRequest, screen: &Screen) -> Result<(), AppError> {
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        for field in screen.fields {
            if drafts::end(&tx, DraftKind::Setting, field.key).await? {
                let entry = Entry::of(preview::DISCARDED, field.key);
                audit::record(&tx, &request.actor(), entry, date::now()).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    };
    retried(attempt).await
}
