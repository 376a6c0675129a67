//! What was changed of a screen lately, and taking a change back.

use super::show::{Present, ScreenState, shown};
use crate::{
    admin::{
        changes::{self, Change, Row},
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        screens::Screen,
    },
    base::error::AppError,
    content::settings::{CHANGED, Edit, SettingRefusal},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::AnyView;
use toml::Table;

/// The latest changes of `screen`, each with the way back.
pub async fn latest(
    request: &AdminRequest,
    screen: &'static Screen,
) -> Result<Option<AnyView>, AppError> {
    let db = &request.state.shop.db.read;
    let may = screen
        .change
        .right()
        .is_some_and(|right| request.may(right));
    let mut rows = Vec::new();
    for field in screen.fields {
        let changes = Change::latest(db, CHANGED, field.key).await?;
        rows.extend(changes.into_iter().enumerate().map(|(place, change)| Row {
            change,
            label: field.label.to_owned(),
            has_way_back: place == 0 && may,
        }));
    }
    Ok(changes::table(request, rows, screen.undo))
}

/// `POST` of a screen's way back.
pub async fn undo(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let change = Change::find(&shop.db.read, id).await?;
    let change = change.filter(|it| {
        it.verb == CHANGED && screen.fields.iter().any(|field| field.key == it.target)
    });
    let change = change.ok_or(AppError::BadRequest)?;
    let present = Present::read(&request).await?;
    let is_as_changed =
        present.stored.get(&change.target).map(|it| &it.value) == change.after.as_ref();
    let conflict = |notice: String| {
        let shown_now = ScreenState {
            notice,
            ..ScreenState::default()
        };
        shown(&request, screen, &present, StatusCode::CONFLICT, shown_now)
    };
    if !is_as_changed {
        return conflict("It was changed again since: take that back first.".to_owned()).await;
    }
    let key = change.target;
    let mut edit = Edit {
        seen: [(key.clone(), present.version(&key))].into(),
        ..Edit::default()
    };
    match change.before {
        Some(before) => edit.values = Table::from_iter([(key, before)]),
        None => edit.forgotten.push(key),
    }
    match present.change(&request, &edit).await {
        Ok(()) => Ok(redirect_with_flash(screen.path, AdminFlash::Undone)),
        Err(SettingRefusal::Fault(fault)) => Err(fault),
        Err(other) => conflict(other.to_string()).await,
    }
}
