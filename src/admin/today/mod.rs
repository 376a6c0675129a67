//! The start page: what waits, and how it goes.

mod notices;
mod pace;
mod to_do;

use super::{guide, request::AdminRequest, staff::role::Right};
use crate::base::{date, error::AppError};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// `GET /`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let now = date::now();
    let name = asked.signed.as_ref().map(|it| it.staff.name.clone());
    let notices = notices::of(&asked, now).await?;
    let waits = to_do::of(&asked, now).await?;
    let pace = match asked.may(Right::SeeReports) {
        true => Some(pace::of(&asked, now).await?),
        false => None,
    };
    let left = match asked.may(Right::ChangeSettings) {
        true => guide::left(&asked.state.shop.db.read).await?,
        false => 0,
    };
    // Once it is done, the way there is in the menu.
    let guide = (left > 0).then(|| {
        let left = match left {
            1 => "One step is left.".to_owned(),
            left => format!("{left} steps are left."),
        };
        view! { <p><a class="button" href="/guide">"Set up your shop"</a>" "<span class="note">{left}</span></p> }
    });
    let view = view! {
        <p class="lead">{format!("Hello, {}.", name.unwrap_or_default())}</p>
        {notices}
        {waits}
        {pace}
        {guide}
    };
    Ok(asked.page("Today", view))
}
