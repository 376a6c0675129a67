//! Looking a stocktaking through: what is other than was expected, what nobody counted, and making stock of it.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    APPLY, DROP, REVIEW, TAKES,
    location_names::Names,
    review_path, take_path,
};
use crate::{
    base::error::AppError,
    catalog::{
        stocktake::{self, Ended, Row, State, Stocktake, Totals},
        store::stock::StockPlace,
    },
};
use axum::{
    Extension,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

/// How many rows a page shows.
const MAX: usize = 200;

async fn found(request: &AdminRequest, typed: &FormValues) -> Result<Option<Stocktake>, AppError> {
    match typed.number("id") {
        Some(id) => stocktake::find(&request.state.shop.db.read, id).await,
        None => Ok(None),
    }
}

/// `GET /stock/take/review`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(take) = found(&request, &typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let shows_all = typed.get("show") == "all";
    let after = typed.number("after").map(|product| StockPlace {
        product,
        variation: typed.number("after_variation"),
    });
    let mut rows = stocktake::rows(db, take.id, !shows_all, after, MAX + 1).await?;
    let has_more = rows.len() > MAX;
    rows.truncate(MAX);
    let missing = match take.state {
        State::Open => stocktake::missing(db, take.id, take.category, MAX).await?,
        _ => Vec::new(),
    };
    let totals = stocktake::totals(db, take.id).await?;
    let places = rows.iter().map(|row| row.place);
    let places = places.chain(missing.iter().copied());
    let language = shop.config.store_language.code();
    let names = Names::of(db, places, language).await?;
    let next = rows.last().filter(|_| has_more).map(|last| {
        let all = if shows_all { "&show=all" } else { "" };
        let variation = last.place.variation.unwrap_or(0);
        let to = format!(
            "{}{all}&after={}&after_variation={variation}",
            review_path(take.id),
            last.place.product
        );
        view! { <p><a class="button button--plain" rel="next" href=to>"More"</a></p> }
    });
    let view = view! {
        {lead(&request, &take)}
        {tiles(&totals)}
        {tabs(take.id, shows_all)}
        {table(&request, &take, &rows, &names)}
        {next}
        {uncounted(take.id, &missing, &names)}
        {(take.state == State::Open).then(|| buttons(take.id, &totals))}
        <p><a class="button button--plain" href=TAKES>"All stocktakings"</a></p>
    };
    Ok(request.page(&take.name, view))
}

fn lead(request: &AdminRequest, take: &Stocktake) -> impl IntoView + use<> {
    let ended = take
        .ended_at
        .map(|at| request.clock(at))
        .unwrap_or_default();
    let text = match take.state {
        State::Open => {
            "It is still being counted. What was sold since something was counted stays sold: only the differences move."
                .to_owned()
        }
        State::Applied => format!("Made stock on {ended} by {}.", take.ended_by),
        State::Dropped => format!(
            "Given up on {ended} by {}: stock stayed as it was.",
            take.ended_by
        ),
    };
    view! { <p class="lead">{text}</p> }
}

fn tiles(totals: &Totals) -> impl IntoView + use<> {
    let tile = |number: i64, what: &'static str| {
        view! { <li class="tile"><strong>{number}</strong><span>{what}</span></li> }
    };
    view! {
        <ul class="tiles">
            {tile(totals.places, "things counted")}
            {tile(totals.different, "with another number")}
            {tile(totals.more, "pieces more")}
            {tile(totals.fewer, "pieces missing")}
        </ul>
    }
}

fn tabs(id: i64, shows_all: bool) -> impl IntoView + use<> {
    let tab = |to: String, name: &'static str, is_current: bool| {
        view! { <li><a href=to aria-current=is_current.then_some("page")>{name}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label="What is shown"><ul>
            {tab(review_path(id), "Differences", !shows_all)}
            {tab(format!("{REVIEW}?id={id}&show=all"), "All that is counted", shows_all)}
        </ul></nav>
    }
}

fn table(
    request: &AdminRequest,
    take: &Stocktake,
    rows: &[Row],
    names: &Names,
) -> impl IntoView + use<> {
    if rows.is_empty() {
        return view! { <p>"Everything that was counted is as it was expected."</p> }.into_any();
    }
    let is_open = take.state == State::Open;
    let each = rows.iter().map(|row| {
        let variation = row.place.variation.map(|id| format!("-{id}"));
        let place = format!("{}{}", row.place.product, variation.unwrap_or_default());
        let name = names.name(row.place);
        let name = match is_open {
            true => {
                let to = format!("{}&last={place}", take_path(take.id));
                view! { <a href=to>{name}</a> }.into_any()
            }
            false => name.into_any(),
        };
        let expected = row
            .expected
            .map_or_else(|| "not counted".to_owned(), |it| it.to_string());
        let becomes = match (is_open, row.expected) {
            (false, _) => row.applied.map_or("–".to_owned(), |it| format!("{it:+}")),
            (true, None) => row.counted.to_string(),
            (true, Some(_)) => {
                let left = names.left(row.place).unwrap_or(0);
                (left + row.difference()).max(0).to_string()
            }
        };
        let note = format!("{} · {}", request.clock(row.counted_at), row.who);
        view! {
            <tr>
                <td class="orders__name">{name}<span class="note">{note}</span></td>
                <td class="amount" data-label="Counted">{row.counted}</td>
                <td class="amount" data-label="Expected">{expected}</td>
                <td class="amount" data-label="Difference">{format!("{:+}", row.difference())}</td>
                <td class="amount" data-label=if is_open { "Stock becomes" } else { "Stock moved" }>{becomes}</td>
            </tr>
        }
    });
    let last = if is_open {
        "Stock becomes"
    } else {
        "Stock moved"
    };
    view! {
        <table class="orders review">
            <thead><tr><th scope="col">"What"</th><th scope="col">"Counted"</th><th scope="col">"Expected then"</th><th scope="col">"Difference"</th><th scope="col">{last}</th></tr></thead>
            <tbody>{each.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn uncounted(id: i64, missing: &[StockPlace], names: &Names) -> Option<impl IntoView + use<>> {
    if missing.is_empty() {
        return None;
    }
    let each = missing.iter().map(|place| {
        let variation = place.variation.map(|it| format!("-{it}"));
        let to = format!(
            "{}&place={}{}",
            take_path(id),
            place.product,
            variation.unwrap_or_default()
        );
        let left = names.left(*place).unwrap_or(0);
        view! { <li><a href=to>{names.name(*place)}</a>{format!(": {left} expected")}</li> }
    });
    let each = each.collect_view();
    let title = match missing.len() {
        MAX => format!("Not counted: {MAX} or more"),
        count => format!("Not counted: {count}"),
    };
    Some(view! {
        <details class="part">
            <summary>{title}</summary>
            <p class="note">"Their stock stays as it is. If there are none of something, count 0 of it."</p>
            <ul class="plain">{each}</ul>
        </details>
    })
}

fn buttons(id: i64, totals: &Totals) -> impl IntoView + use<> {
    let name = match totals.different {
        0 => "Finish: stock is right".to_owned(),
        1 => "Make one difference the stock".to_owned(),
        count => format!("Make {count} differences the stock"),
    };
    view! {
        <div class="row">
            <a class="button button--plain" href=take_path(id)>"Count on"</a>
            <form method="post" action=APPLY><button class="button" type="submit" name="id" value=id.to_string()>{name}</button></form>
            <form method="post" action=DROP><button class="button button--danger" type="submit" name="id" value=id.to_string() data-confirm="Give this stocktaking up?">"Give it up"</button></form>
        </div>
    }
}

/// `POST /stock/take/apply`.
pub async fn post_apply(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    end(&request, &typed, true).await
}

/// `POST /stock/take/drop`.
pub async fn post_drop(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    end(&request, &typed, false).await
}

async fn end(
    request: &AdminRequest,
    typed: &FormValues,
    applies: bool,
) -> Result<Response, AppError> {
    let Some(take) = found(request, typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let (db, actor) = (&request.state.shop.db, request.actor());
    let ended = match applies {
        true => stocktake::apply(db, take.id, &actor).await?,
        false => stocktake::drop_it(db, take.id, &actor).await?,
    };
    request.state.shop.catalog.note_sale();
    let said = match (ended, applies) {
        (Ended::Already, _) => AdminFlash::StocktakeOver,
        (Ended::Changed(_), true) => AdminFlash::StocktakeApplied,
        (Ended::Changed(_), false) => AdminFlash::StocktakeDropped,
    };
    Ok(redirect_with_flash(&review_path(take.id), said))
}
