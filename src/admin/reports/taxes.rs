//! Taxes by country and rate, as they are filed.

use super::{
    query::ReportQuery,
    report::{ReportContent, Tile},
    table::{Cell, Table},
};
use crate::{
    base::{countries::country, error::AppError},
    order::sales::{
        Range, SalesTotals, Topic,
        figures::{self, Figure, SortBy},
    },
    request::state::AppState,
};

/// Most rows: countries times rates.
const MAX: u32 = 10_000;

/// The taxes of the days, a row for each country and rate.
pub async fn taxes(shop: &AppState, asked: &ReportQuery) -> Result<ReportContent, AppError> {
    let found = all(shop, asked, asked.range).await?;
    let before = all(shop, asked, asked.range.before()).await?;
    let language = shop.config.store_language;
    let row = |figure: &Figure| {
        let mut parts = figure.key.splitn(3, '|');
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let (code, rate, name) = (part(), part(), part());
        let place = country(&code).map_or(code.clone(), |it| it.name(language).to_owned());
        let (rate, name) = match rate.as_str() {
            "" if name.is_empty() => ("0".to_owned(), "No tax".to_owned()),
            "" => ("?".to_owned(), name),
            _ => (rate, name),
        };
        vec![
            Cell::Text(place),
            Cell::Text(code),
            Cell::Text(name),
            Cell::Text(format!("{rate} %")),
            Cell::Number(figure.sums.orders),
            Cell::Money(figure.sums.net),
            Cell::Money(figure.sums.tax),
            Cell::Money(figure.sums.gross),
        ]
    };
    let whole = |figures: &[Figure]| {
        figures
            .iter()
            .fold(SalesTotals::default(), |mut whole, figure| {
                whole += figure.sums;
                whole
            })
    };
    let (now, then) = (whole(&found), whole(&before));
    let together = vec![
        Cell::Text("Together".to_owned()),
        Cell::Text(String::new()),
        Cell::Text(String::new()),
        Cell::Text(String::new()),
        Cell::Text(String::new()),
        Cell::Money(now.net),
        Cell::Money(now.tax),
        Cell::Money(now.gross),
    ];
    let table = Table {
        head: vec![
            "Country",
            "Code",
            "Tax",
            "Rate",
            "Orders",
            "Taxed, without tax",
            "Tax",
            "Together",
        ],
        rows: found.iter().map(row).collect(),
        total: (!found.is_empty()).then_some(together),
    };
    let tile = |what: &'static str, of: fn(&SalesTotals) -> i64| Tile {
        what,
        now: Cell::Money(of(&now)),
        before: Cell::Money(of(&then)),
    };
    Ok(ReportContent {
        tiles: vec![tile("tax", |it| it.tax), tile("without tax", |it| it.net)],
        ..ReportContent::of(table)
    })
}

async fn all(shop: &AppState, asked: &ReportQuery, range: Range) -> Result<Vec<Figure>, AppError> {
    let db = &shop.db.read;
    let found = figures::by_key(db, Topic::Tax, &asked.currency, range, SortBy::Key, MAX).await?;
    // What was charged and went back altogether.
    let is_any = |it: &Figure| it.sums != SalesTotals::default();
    Ok(found.into_iter().filter(is_any).collect())
}
