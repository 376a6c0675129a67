//! What was sold by time, and what became of carts.

use super::{
    query::ReportQuery,
    report::{ReportContent, Tile, prices},
    table::{Cell, Table},
};
use crate::{
    admin::chart::Bar,
    base::error::AppError,
    order::{
        abandoned_carts::statistics::{ReminderStatistics, within},
        sales::{
            Range,
            carts::{self, Carts},
            figures::{self, Sold},
        },
    },
    request::state::AppState,
};

/// What was sold within each part of the days.
pub async fn sales(shop: &AppState, asked: &ReportQuery) -> Result<ReportContent, AppError> {
    let (db, currency) = (&shop.db.read, asked.currency.as_str());
    let prices = prices(shop, currency);
    let days = figures::days(db, currency, asked.range).await?;
    let before = figures::days(db, currency, asked.range.before()).await?;
    let whole = |days: &std::collections::BTreeMap<_, Sold>| {
        days.values()
            .fold(Sold::default(), |mut whole, day: &Sold| {
                whole.sums += day.sums;
                whole.refunded += day.refunded;
                whole
            })
    };
    let (now, then) = (whole(&days), whole(&before));
    let parts = figures::gathered(&days, asked.range, asked.by);
    let bar = |(start, sold): &(_, Sold)| {
        let name = asked.by.name(*start);
        let told = format!(
            "{name}: {} from {} orders",
            prices.minor(sold.sums.gross),
            sold.sums.orders
        );
        Bar {
            name,
            value: sold.sums.gross,
            told,
        }
    };
    let bars: Vec<Bar> = parts.iter().map(bar).collect();
    let about = format!(
        "{} from {} orders.",
        prices.minor(now.sums.gross),
        now.sums.orders
    );
    let row = |name: String, sold: &Sold| {
        vec![
            Cell::Text(name),
            Cell::Number(sold.sums.orders),
            Cell::Number(sold.sums.quantity),
            Cell::Money(sold.sums.gross),
            Cell::Money(sold.sums.tax),
            Cell::Money(sold.sums.net),
            Cell::Money(sold.sums.shipping),
            Cell::Money(sold.sums.discount),
            Cell::Money(sold.refunded),
            Cell::Money(sold.left()),
            Cell::Money(sold.sums.average()),
        ]
    };
    let table = Table {
        head: vec![
            "When",
            "Orders",
            "Things",
            "Sold",
            "Tax in it",
            "Without tax",
            "Delivery in that",
            "Taken off",
            "Paid back",
            "Left",
            "An order",
        ],
        rows: parts
            .iter()
            .map(|(start, sold)| row(asked.by.name(*start), sold))
            .collect(),
        total: Some(row("Together".to_owned(), &now)),
    };
    let tile = |what: &'static str, of: fn(&Sold) -> Cell| Tile {
        what,
        now: of(&now),
        before: of(&then),
    };
    Ok(ReportContent {
        tiles: vec![
            tile("orders", |it| Cell::Number(it.sums.orders)),
            tile("sold", |it| Cell::Money(it.sums.gross)),
            tile("without tax", |it| Cell::Money(it.sums.net)),
            tile("tax", |it| Cell::Money(it.sums.tax)),
            tile("paid back", |it| Cell::Money(it.refunded)),
            tile("an order on average", |it| Cell::Money(it.sums.average())),
        ],
        chart: Some(("Sold".to_owned(), about, bars)),
        ..ReportContent::of(table)
    })
}

/// Carts with something in them, and how many became orders.
pub async fn carts(shop: &AppState, asked: &ReportQuery) -> Result<ReportContent, AppError> {
    let (db, zone) = (&shop.db.read, &shop.config.time_zone);
    let days = carts::days(db, zone, asked.range).await?;
    let before = carts::days(db, zone, asked.range.before()).await?;
    let whole = |days: &std::collections::BTreeMap<_, Carts>| {
        days.values()
            .fold(Carts::default(), |whole, day: &Carts| Carts {
                begun: whole.begun + day.begun,
                ordered: whole.ordered + day.ordered,
            })
    };
    let (now, then) = (whole(&days), whole(&before));
    let parts = carts::gathered(&days, asked.range, asked.by);
    let share = |carts: &Carts| Cell::Share(carts.permille());
    let prices = prices(shop, &asked.currency);
    let bar = |(start, carts): &(_, Carts)| {
        let name = asked.by.name(*start);
        let told = format!(
            "{name}: {} of {} carts, {}",
            carts.ordered,
            carts.begun,
            share(carts).text(&prices)
        );
        Bar {
            name,
            value: carts.begun,
            told,
        }
    };
    let bars: Vec<Bar> = parts.iter().map(bar).collect();
    let about = format!("{} of {} carts became orders.", now.ordered, now.begun);
    let row = |name: String, carts: &Carts| {
        vec![
            Cell::Text(name),
            Cell::Number(carts.begun),
            Cell::Number(carts.ordered),
            share(carts),
        ]
    };
    let table = Table {
        head: vec!["Begun", "Carts", "Became orders", "Of a hundred"],
        rows: parts
            .iter()
            .map(|(start, carts)| row(asked.by.name(*start), carts))
            .collect(),
        total: Some(row("Together".to_owned(), &now)),
    };
    let tile = |what: &'static str, of: fn(&Carts) -> Cell| Tile {
        what,
        now: of(&now),
        before: of(&then),
    };
    let since = carts::since(db).await?;
    let note = since.map(|at| {
        let day = crate::order::sales::Day::at(zone, at).text();
        format!("Carts that are gone are counted since {day}.")
    });
    let mut tiles = vec![
        tile("carts with something in them", |it| Cell::Number(it.begun)),
        tile("of them became orders", |it| Cell::Number(it.ordered)),
        tile("of a hundred", |it| Cell::Share(it.permille())),
    ];
    tiles.extend(reminders(shop, asked).await?);
    Ok(ReportContent {
        tiles,
        chart: Some(("Carts with something in them".to_owned(), about, bars)),
        scale: Cell::Number,
        notes: note.into_iter().collect(),
        ..ReportContent::of(table)
    })
}

/// What reminders brought, if there are any.
async fn reminders(shop: &AppState, asked: &ReportQuery) -> Result<Vec<Tile>, AppError> {
    let (db, zone) = (&shop.db.read, &shop.config.time_zone);
    let of = async |range: Range| {
        let (from, until) = range.seconds(zone);
        within(db, from, until, &asked.currency).await
    };
    let (now, then) = (of(asked.range).await?, of(asked.range.before()).await?);
    if !shop.config.cart_reminders && now == ReminderStatistics::default() && then == now {
        return Ok(Vec::new());
    }
    let tile = |what: &'static str, of: fn(&ReminderStatistics) -> Cell| Tile {
        what,
        now: of(&now),
        before: of(&then),
    };
    Ok(vec![
        tile("reminders sent", |it| Cell::Number(it.sent)),
        tile("orders after a reminder", |it| Cell::Number(it.recovered)),
        tile("sold by that", |it| Cell::Money(it.total)),
    ])
}
