//! `GET /reports/{report}`: a report as a page.

use super::{
    super::{chart, request::AdminRequest},
    Report,
    query::{ReportQuery, usual_ranges},
    report::{ReportContent, Tile, make, prices},
    rules,
};
use crate::{
    base::{date, error::AppError, money::PriceFormat},
    order::sales::{Day, Period, figures},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Most rows of a page.
const MAX: u32 = 200;

/// `GET /reports`.
pub async fn first(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, Report::Sales).await
}

/// `GET /reports/{report}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(code): Path<String>,
) -> Result<Response, AppError> {
    match Report::of_code(&code) {
        Some(report) => shown(&request, report).await,
        None => {
            let view = view! { <p>"There is no such report."</p><p><a href="/reports">"All reports"</a></p> };
            Ok(request.page_with(StatusCode::NOT_FOUND, "No such report", view))
        }
    }
}

async fn shown(request: &AdminRequest, report: Report) -> Result<Response, AppError> {
    let (shop, wanted) = (&request.state.shop, ReportQuery::of(request));
    let currencies = figures::currencies(&shop.db.read).await?;
    let head = view! { {tabs(report, &wanted)}{form(report, &wanted, &currencies)} };
    if wanted.is_wrong() {
        let (status, title) = (StatusCode::UNPROCESSABLE_ENTITY, "Reports");
        return Ok(request.page_with(status, title, head));
    }
    let made = make(shop, report, &wanted, MAX).await?;
    let prices = prices(shop, &wanted.currency);
    let today = Day::at(&shop.config.time_zone, date::now());
    let zone = shop.config.time_zone.name().to_owned();
    let view = view! {
        {head}
        {ranges(report, &wanted, today)}
        {body(report, &wanted, &made, &prices)}
        {what_counts(report, zone)}
    };
    Ok(request.page("Reports", view))
}

fn tabs(report: Report, wanted: &ReportQuery) -> impl IntoView + use<> {
    let tab = |it: Report| {
        let to = format!("/reports/{}?{}", it.code(), wanted.query());
        view! { <li><a href=to aria-current=(it == report).then_some("page")>{it.title()}</a></li> }
    };
    let tabs = Report::ALL.map(tab);
    view! { <nav class="tabs" aria-label="Reports"><ul>{tabs}</ul></nav> }
}

fn ranges(report: Report, wanted: &ReportQuery, today: Day) -> impl IntoView + use<> {
    let link = |(name, range, by): (&'static str, _, Period)| {
        let to = format!("/reports/{}?{}", report.code(), wanted.query_of(range, by));
        view! { <li><a href=to aria-current=(range == wanted.range).then_some("true")>{name}</a></li> }
    };
    let links = usual_ranges(today).map(link);
    view! { <ul class="choices" aria-label="Days that are asked for often">{links}</ul> }
}

fn form(report: Report, wanted: &ReportQuery, currencies: &[String]) -> impl IntoView + use<> {
    let day = |name: &'static str,
               label: &'static str,
               value: String,
               problem: Option<&'static str>| {
        let note = format!("{name}-note");
        let described = problem.map(|_| note.clone());
        // What is no day could not be typed into a field for days, and is shown.
        let kind = if problem.is_some() { "text" } else { "date" };
        view! {
            <div class="field"><label for=name>{label}</label>
                <input id=name name=name type=kind value=value aria-invalid=problem.map(|_| "true") aria-describedby=described/>
                {problem.map(|why| view! { <p class="problem" id=note>{why}</p> })}</div>
        }
    };
    let by = report.is_by_time().then(|| {
        let option = |it: Period| {
            let name = match it {
                Period::Day => "Day",
                Period::Week => "Week",
                Period::Month => "Month",
                Period::Year => "Year",
            };
            view! { <option value=it.code() selected=it == wanted.by>{name}</option> }
        };
        let options = Period::ALL.map(option);
        view! { <div class="field"><label for="by">"By"</label><select id="by" name="by">{options}</select></div> }
    });
    let most = matches!(report, Report::Products | Report::Categories).then(|| {
        view! {
            <div class="field"><label for="most">"The most first by"</label><select id="most" name="most">
                <option value="gross">"Money"</option>
                <option value="quantity" selected=wanted.by_quantity>"Things"</option>
            </select></div>
        }
    });
    let mut known = currencies.to_vec();
    if !known.contains(&wanted.currency) {
        known.push(wanted.currency.clone());
    }
    let currency = match known.len() {
        1 => view! { <input type="hidden" name="currency" value=wanted.currency.clone()/> }
            .into_any(),
        _ => {
            let option = |code: String| {
                let is_chosen = code == wanted.currency;
                view! { <option value=code.clone() selected=is_chosen>{code.clone()}</option> }
            };
            let options = known.into_iter().map(option).collect_view();
            view! { <div class="field"><label for="currency">"Currency"</label><select id="currency" name="currency">{options}</select></div> }.into_any()
        }
    };
    let ((from, until), (wrong_from, wrong_until)) = (wanted.typed.clone(), wanted.problems);
    view! {
        <form class="row" method="get" action=format!("/reports/{}", report.code()) aria-label="Which days">
            {day("from", "From", from, wrong_from)}
            {day("until", "Until", until, wrong_until)}
            {by}{most}{currency}
            <button class="button" type="submit">"Show"</button>
        </form>
    }
}

fn body(
    report: Report,
    wanted: &ReportQuery,
    made: &ReportContent,
    prices: &PriceFormat,
) -> impl IntoView + use<> {
    let behind = made.is_behind.then(|| {
        view! { <p class="notice">"Orders of these days are still being counted: look again in a minute."</p> }
    });
    let notes = made
        .notes
        .iter()
        .map(|note| view! { <p class="note">{note.clone()}</p> });
    let notes = notes.collect_view();
    let tile = |tile: &Tile| {
        let (now, change) = (tile.now.text(prices), tile.change(prices));
        view! { <li class="tile"><strong>{now}</strong><span>{tile.what}</span><span class="note">{change}</span></li> }
    };
    let tiles = (!made.tiles.is_empty()).then(|| {
        let tiles = made.tiles.iter().map(tile).collect_view();
        view! { <ul class="tiles tiles--figures">{tiles}</ul> }
    });
    if made.table.rows.is_empty() {
        return view! { {behind}{tiles}<p>"There is nothing of these days."</p>{notes} }.into_any();
    }
    let scale = made.scale;
    let chart = made.chart.as_ref().map(|(title, about, bars)| {
        chart::bars("report", title, about, bars, |it| scale(it).text(prices))
    });
    let days = format!(
        "{} \u{2013} {}",
        wanted.range.from.text(),
        wanted.range.until.text()
    );
    let before = wanted.range.before();
    let compared = format!(
        "Compared with {} \u{2013} {}.",
        before.from.text(),
        before.until.text()
    );
    let to = format!("/reports/{}/table.csv?{}", report.code(), wanted.query());
    view! {
        {behind}{tiles}
        <p class="note">{compared}</p>
        {chart}
        {made.table.view(&format!("{}, {days}", report.title()), prices)}
        {notes}
        <p><a href=to>"This table as a file (CSV)"</a></p>
    }
    .into_any()
}

fn what_counts(report: Report, zone: String) -> impl IntoView {
    let rule = |rule: &&'static str| view! { <li>{*rule}</li> };
    let rules = rules::of(report).iter().map(rule).collect_view();
    view! {
        <details class="part">
            <summary>"What counts"</summary>
            <ul class="words">{rules}<li>{format!("Days begin and end by the clocks of {zone}.")}</li></ul>
        </details>
    }
}
