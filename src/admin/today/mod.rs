//! The start page: what waits, and how it goes.

mod notices;
mod pace;
mod waits;

use super::{request::AdminRequest, staff::role::Right};
use crate::base::{date, error::AppError};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// `GET /`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let now = date::now();
    let name = asked.signed.as_ref().map(|it| it.staff.name.clone());
    let notices = notices::of(&asked, now).await?;
    let waits = waits::of(&asked, now).await?;
    let pace = match asked.may(Right::SeeReports) {
        true => Some(pace::of(&asked, now).await?),
        false => None,
    };
    let guide = asked.may(Right::ChangeSettings).then(|| {
        view! { <p><a class="button" href="/guide">"Set up your shop"</a></p> }
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
