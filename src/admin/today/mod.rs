//! The start page: what waits, and how it goes.

mod notices;
mod pace;
mod to_do;

use super::{guide, request::AdminRequest, staff::role::Right};
use crate::base::{date, error::AppError};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// `GET /`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let now = date::now();
    let name = request.signed.as_ref().map(|it| it.staff.name.clone());
    let notices = notices::of(&request, now).await?;
    let waits = to_do::of(&request, now).await?;
    let pace = match request.may(Right::SeeReports) {
        true => Some(pace::of(&request, now).await?),
        false => None,
    };
    let left = match request.may(Right::ChangeSettings) {
        true => guide::left(&request.state.shop.db.read).await?,
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
    Ok(request.page("Today", view))
}
