//! A report as it was made: tiles, a chart, a table, and what there is to say of them.

use super::{
    Report, best_sellers,
    query::ReportQuery,
    sales,
    table::{Cell, Table, tenths},
    taxes,
};
use crate::{
    admin::chart::Bar,
    base::{error::AppError, money::PriceFormat},
    order::sales::catch_up,
    request::state::AppState,
};

/// Orders that are counted while somebody waits for a report: the rest is counted behind it.
const COUNTED_AT_ONCE: usize = 3_000;

/// A number, and the same of the period before.
pub struct Tile {
    /// What it is.
    pub what: &'static str,
    /// The number.
    pub now: Cell,
    /// Of the period before.
    pub before: Cell,
}

impl Tile {
    /// How it changed, in words.
    pub fn change(&self, prices: &PriceFormat) -> String {
        let before = self.before.text(prices);
        let number = |cell: &Cell| match cell {
            Cell::Number(it) | Cell::Money(it) => Some(*it),
            // What is a share already is told in points.
            _ => None,
        };
        match (number(&self.now), number(&self.before)) {
            (Some(now), Some(then)) if then > 0 => {
                let change = i128::from(now - then) * 1_000 / i128::from(then);
                let change = i64::try_from(change).unwrap_or(i64::MAX);
                let sign = if change > 0 { "+" } else { "" };
                format!("{before} before, {sign}{}\u{a0}%", tenths(change))
            }
            _ => format!("{before} before"),
        }
    }
}

/// A report.
pub struct ReportContent {
    /// What it comes to.
    pub tiles: Vec<Tile>,
    /// What its chart is called, what that says, and its bars, which are amounts of money or shares or numbers.
    pub chart: Option<(String, String, Vec<Bar>)>,
    /// How the chart writes what its bars are high.
    pub scale: fn(i64) -> Cell,
    /// Its table.
    pub table: Table,
    /// What there is to say of it.
    pub notes: Vec<String>,
    /// Whether figures of these days are still being counted.
    pub is_behind: bool,
}

impl ReportContent {
    /// A report of nothing but a table.
    pub fn of(table: Table) -> Self {
        Self {
            tiles: Vec::new(),
            chart: None,
            scale: Cell::Money,
            table,
            notes: Vec::new(),
            is_behind: false,
        }
    }
}

/// The `report` that is `asked` for, with at most `limit` rows of what there may be many of.
pub async fn make(
    shop: &AppState,
    report: Report,
    asked: &ReportQuery,
    limit: u32,
) -> Result<ReportContent, AppError> {
    let snapshot = shop.catalog.snapshot();
    let zone = &shop.config.time_zone;
    catch_up(&shop.db, &shop.config, &*snapshot, Some(COUNTED_AT_ONCE)).await?;
    let mut made = match report {
        Report::Sales => sales::sales(shop, asked).await?,
        Report::Carts => sales::carts(shop, asked).await?,
        Report::Taxes => taxes::taxes(shop, asked).await?,
        _ => best_sellers::goods(shop, report, asked, limit).await?,
    };
    let seconds = asked.range.seconds(zone);
    made.is_behind = crate::order::sales::is_behind(&shop.db.read, zone, seconds).await?;
    Ok(made)
}

/// How amounts of the `currency` are written: as the shop writes those of its own.
pub fn prices(shop: &AppState, currency: &str) -> PriceFormat {
    let own = shop.config.own_language().prices(currency);
    own.unwrap_or_else(|| shop.shop.prices.clone())
}
