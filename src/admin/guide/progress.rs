//! How far one is: which steps are done, which were skipped, and what is left.

use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect, redirect_with_flash},
    },
    base::{date, error::AppError},
    content::drafts::{self, DraftKind},
    platform::db::statement,
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// Every step: where it is, and what it is about.
pub const STEPS: [(&str, &str); 8] = [
    ("/guide/store", "Name and country"),
    ("/guide/money", "Language, currency and taxes"),
    ("/guide/products", "Something to sell"),
    ("/guide/delivery", "How you deliver"),
    ("/guide/payment", "How you are paid"),
    ("/guide/legal", "Legal pages"),
    ("/guide/email", "E-mails"),
    ("/guide/address", "Your address on the internet"),
];

/// Steps that are passed, each with whether it was skipped.
async fn passed(db: &impl ConnectionTrait) -> Result<BTreeMap<String, bool>, AppError> {
    const ALL: &str = "SELECT step, skipped FROM guide_steps";
    let rows = db.query_all_raw(statement(db, ALL, [])).await?;
    let step =
        |row: &sea_orm::QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.iter().map(step).collect()
}

/// How many steps are not passed yet.
pub async fn left(db: &impl ConnectionTrait) -> Result<usize, AppError> {
    let passed = passed(db).await?;
    let open = STEPS.iter().filter(|(path, _)| !passed.contains_key(*path));
    Ok(open.count())
}

/// Notes that the step at `path` is passed.
async fn pass(
    db: &impl ConnectionTrait,
    path: &str,
    skipped: bool,
    now: i64,
) -> Result<(), AppError> {
    const PUT: &str = "INSERT INTO guide_steps (step, skipped, at) VALUES ($1, $2, $3) \
        ON CONFLICT (step) DO UPDATE SET skipped = $2, at = $3";
    let values = [path.into(), skipped.into(), now.into()];
    db.execute_raw(statement(db, PUT, values)).await?;
    Ok(())
}

/// The next step that is not passed, after `path` first; the overview if there is none.
async fn next(db: &impl ConnectionTrait, path: &str) -> Result<&'static str, AppError> {
    let passed = passed(db).await?;
    let at = STEPS
        .iter()
        .position(|(step, _)| *step == path)
        .map_or(0, |at| at + 1);
    let in_turn = STEPS.iter().skip(at).chain(STEPS.iter().take(at));
    let open = in_turn
        .map(|(step, _)| *step)
        .find(|step| !passed.contains_key(*step));
    Ok(open.unwrap_or("/guide"))
}

/// Notes that the step at `path` is done, and leads to the next.
pub async fn done(
    request: &AdminRequest,
    path: &str,
    said: AdminFlash,
) -> Result<Response, AppError> {
    let db = &request.state.shop.db;
    pass(&db.write, path, false, date::now()).await?;
    Ok(redirect_with_flash(next(&db.write, path).await?, said))
}

/// Notes that the step at `path` is begun, and leads back to it: something is left to do there.
pub async fn stay(
    request: &AdminRequest,
    path: &'static str,
    said: AdminFlash,
) -> Result<Response, AppError> {
    let db = &request.state.shop.db;
    pass(&db.write, path, false, date::now()).await?;
    Ok(redirect_with_flash(path, said))
}

/// The way on from the step at `path`, called `label`: one that is not passed is skipped by it, or it would come again and again.
pub async fn onwards(
    request: &AdminRequest,
    path: &'static str,
    label: &'static str,
) -> Result<AnyView, AppError> {
    let db = &request.state.shop.db.read;
    if passed(db).await?.contains_key(path) {
        let next = next(db, path).await?;
        return Ok(
            view! { <p><a class="button button--plain" href=next>{label}</a></p> }.into_any(),
        );
    }
    let skip = view! {
        <form method="post" action="/guide/skip"><button class="button button--plain" type="submit" name="step" value=path>{label}</button></form>
    };
    Ok(skip.into_any())
}

/// What is still to be done before the shop is as its merchant would have it, though every step is passed: what, and where.
async fn open_ends(request: &AdminRequest) -> Result<Vec<(String, &'static str)>, AppError> {
    let shop = &request.state.shop;
    let drafts = drafts::all(&shop.db.read, DraftKind::Page).await?.len();
    let pages = match drafts {
        0 => None,
        1 => Some("1 page is a draft that shoppers do not see.".to_owned()),
        many => Some(format!("{many} pages are drafts that shoppers do not see.")),
    };
    let mail = (!shop.mailer.has_server())
        .then(|| "E-mails are written into files and reach nobody.".to_owned());
    let address = (!shop.config.public_url.starts_with("https://"))
        .then(|| "Shoppers cannot reach the shop over https yet.".to_owned());
    let found = [
        (pages, "/guide/legal"),
        (mail, "/guide/email"),
        (address, "/guide/address"),
    ];
    let open = found.into_iter().filter_map(|(what, to)| Some((what?, to)));
    Ok(open.collect())
}

/// `POST /guide/skip`.
pub async fn skip(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let path = typed.get("step");
    if !STEPS.iter().any(|(step, _)| *step == path) {
        return Err(AppError::BadRequest);
    }
    let db = &request.state.shop.db;
    pass(&db.write, path, true, date::now()).await?;
    Ok(redirect(next(&db.write, path).await?))
}

/// `GET /guide`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let passed = passed(&request.state.shop.db.read).await?;
    let shop = request.state.shop_origin();
    let open = open_ends(&request).await?;
    let step = |(path, title): (&'static str, &'static str)| {
        let left = open.iter().find(|(_, to)| *to == path);
        let state = match (passed.get(path), left) {
            (Some(false), Some((left, _))) => format!("Begun: {left}"),
            (Some(false), None) => "Done".to_owned(),
            (Some(true), _) => "Skipped".to_owned(),
            (None, _) => "To do".to_owned(),
        };
        view! { <li class="card"><a href=path><strong>{title}</strong></a><p class="note">{state}</p></li> }
    };
    let left = STEPS
        .iter()
        .filter(|(path, _)| !passed.contains_key(*path))
        .count();
    let steps = STEPS.map(step);
    let lead = match left {
        0 if !open.is_empty() => {
            "Every step is passed. Before you tell anybody, look at what is left:".to_owned()
        }
        0 => "Every step is passed. Have a look at your shop: it is open.".to_owned(),
        1 => "One step is left.".to_owned(),
        left => format!("{left} steps are left. Each can be skipped, and changed later."),
    };
    let first = STEPS.iter().find(|(path, _)| !passed.contains_key(*path));
    let go_on = first.map(|(path, _)| view! { <p><a class="button" href=*path>"Go on"</a></p> });
    let open = (left == 0 && !open.is_empty()).then(|| {
        let each = open
            .into_iter()
            .map(|(what, to)| view! { <li><a href=to>{what}</a></li> });
        view! { <ul class="card open-ends">{each.collect_view()}</ul> }
    });
    let view = view! {
        <p class="lead">{lead}</p>
        {open}
        <p><progress max=STEPS.len().to_string() value=(STEPS.len() - left).to_string() aria-label="How far you are"></progress></p>
        {go_on}
        <ol class="steps">{steps}</ol>
        <p>"What it looks like is up to you: "<a href="/settings/brand">"logo, colours and fonts"</a>", "<a href="/settings/home">"the home page"</a>"."</p>
        <p><a href=shop target="_blank" rel="noopener">"Open the shop"</a></p>
    };
    Ok(request.page("Set up your shop", view))
}

/// Where in the guide the step at `path` is, and the way past it.
pub async fn bar(request: &AdminRequest, path: &str) -> Result<Option<AnyView>, AppError> {
    let Some(at) = STEPS.iter().position(|(step, _)| *step == path) else {
        return Ok(None);
    };
    let passed = passed(&request.state.shop.db.read).await?;
    let place = format!("Step {} of {}", at + 1, STEPS.len());
    let path = path.to_owned();
    Ok(Some(
        view! {
            <form class="row" method="post" action="/guide/skip">
                <progress max=STEPS.len().to_string() value=passed.len().to_string() aria-label="How far you are"></progress>
                <span class="note">{place}</span>
                <a href="/guide">"All steps"</a>
                <button class="button button--plain" type="submit" name="step" value=path>"Skip this step"</button>
            </form>
        }
        .into_any(),
    ))
}
