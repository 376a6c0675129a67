//! What was changed of a page lately, and taking the last change back.

use super::{
    PageKey,
    write::{CHANGED, REMOVED, version, write},
};
use crate::{
    admin::{
        changes::{self, Change, Row},
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    base::error::AppError,
};
use axum::{Extension, response::Response};
use leptos::prelude::AnyView;

/// Where the last change of a page is taken back.
pub const UNDO: &str = "/pages/undo";

async fn changes_of(request: &AdminRequest, place: &PageKey) -> Result<Vec<Change>, AppError> {
    let (db, target) = (&request.state.shop.db.read, place.target());
    let mut all = Change::latest(db, CHANGED, &target).await?;
    all.extend(Change::latest(db, REMOVED, &target).await?);
    all.sort_by_key(|change| std::cmp::Reverse(change.id));
    Ok(all)
}

/// The latest changes of the page, the last with the way back.
pub async fn latest(request: &AdminRequest, place: &PageKey) -> Result<Option<AnyView>, AppError> {
    let all = changes_of(request, place).await?.into_iter().enumerate();
    let row = |(at, change): (usize, Change)| Row {
        label: if change.verb == REMOVED {
            "deleted"
        } else {
            "text"
        }
        .to_owned(),
        has_way_back: at == 0,
        change,
    };
    Ok(changes::table(request, all.map(row).collect(), UNDO))
}

/// `POST` of the way back.
pub async fn undo(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let change = Change::find(&request.state.shop.db.read, id).await?;
    let change = change.ok_or(AppError::BadRequest)?;
    let place = named(&request, &change)?;
    let text = |value: &Option<toml::Value>| Some(value.as_ref()?.as_str()?.to_owned());
    let (before, after) = (text(&change.before), text(&change.after));
    let is_last = changes_of(&request, &place).await?.first().map(|it| it.id) == Some(id);
    let seen = version(after.as_deref());
    let taken = match is_last {
        true => {
            write(
                &request,
                &place.slug,
                &place.language,
                before.as_deref(),
                &seen,
            )
            .await?
        }
        false => Err(None),
    };
    Ok(match taken {
        Ok(()) => redirect_with_flash(&place.path(), AdminFlash::Undone),
        Err(_) => redirect_with_flash(&place.path(), AdminFlash::ChangedSince),
    })
}

/// The page that `change` is one of.
fn named(request: &AdminRequest, change: &Change) -> Result<PageKey, AppError> {
    let named = change.target.strip_prefix("page ");
    let named = named.and_then(|it| it.strip_suffix(')')?.split_once(" ("));
    let (slug, language) = named.ok_or(AppError::BadRequest)?;
    let pairs = [("slug", slug), ("language", language)];
    let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    PageKey::read(request, &FormValues::of(pairs.into()))
}
