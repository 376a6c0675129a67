//! Stocktakings, and beginning one.

use super::{
    super::{
        form_values::FormValues,
        products::Categories,
        request::{AdminRequest, redirect},
    },
    TAKES, review_path, take_path,
};
use crate::{
    base::{date, error::AppError, validate},
    catalog::stocktake::{self, State, Stocktake},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// How many are listed.
const LISTED: u32 = 50;
/// Longest name, in characters.
const MAX_LENGTH: usize = 80;

/// `GET /stock/takes`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, &FormValues::default(), None).await
}

async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<&'static str>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let categories = Categories::read(db, shop.config.store_language.code()).await?;
    let latest = stocktake::latest(db, LISTED).await?;
    let row = |it: &Stocktake| {
        let (to, state) = match it.state {
            State::Open => (take_path(it.id), "Being counted"),
            State::Applied => (review_path(it.id), "Done"),
            State::Dropped => (review_path(it.id), "Given up"),
        };
        let what = it.category.map_or("Everything", |id| {
            categories.name(id).unwrap_or("A category that is gone")
        });
        view! { <tr><td><a href=to>{it.name.clone()}</a></td><td>{what.to_owned()}</td><td>{state}</td><td>{request.clock(it.began_at)}</td><td>{it.began_by.clone()}</td></tr> }
    };
    let before = (!latest.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>"Stocktakings so far"</h2>
                <div class="scroll" tabindex="0"><table>
                    <thead><tr><th>"Name"</th><th>"What"</th><th>"How it stands"</th><th>{request.by_clock("Begun")}</th><th>"By"</th></tr></thead>
                    <tbody>{latest.iter().map(row).collect_view()}</tbody>
                </table></div>
            </section>
        }
    });
    let name = match typed.find("name") {
        Some(name) => name.to_owned(),
        None => format!(
            "Stocktaking of {}",
            request.state.shop.config.time_zone.day(date::now())
        ),
    };
    let is_wrong = problem.map(|_| "true");
    let view = view! {
        <p class="lead">"Count what is on the shelves, with as many people at once as you like. The shop goes on selling: what is sold while you count is taken into account."</p>
        <form class="card" method="post" action=TAKES>
            <h2>"Begin one"</h2>
            <div class="field"><label for="name">"Name"</label>
                <input id="name" name="name" type="text" maxlength="80" value=name required aria-invalid=is_wrong/>
                {problem.map(|text| view! { <p class="problem" role="alert">{text}</p> })}</div>
            {categories.select("category", "What is counted", "Everything, or whatever you scan", typed.number("category"))}
            <button class="button" type="submit">"Begin to count"</button>
        </form>
        {before}
    };
    Ok(request.page_with(status, "Stocktaking", view))
}

/// `POST /stock/takes`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let name = validate::name(typed.get("name"));
    let Some(name) = name.filter(|name| name.chars().count() <= MAX_LENGTH) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let problem = Some("Please give it a short name.");
        return shown(&request, status, &typed, problem).await;
    };
    let db = &request.state.shop.db;
    let category = typed.number("category");
    let id = stocktake::begin(db, &name, category, &request.actor()).await?;
    Ok(redirect(&take_path(id)))
}
