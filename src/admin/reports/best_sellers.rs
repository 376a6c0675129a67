//! What sold best: products, categories, coupons, and the ways to pay and to deliver.

use super::{
    Report,
    query::ReportQuery,
    report::{ReportContent, prices},
    table::{Cell, Table},
};
use crate::{
    admin::chart::Bar,
    base::error::AppError,
    order::sales::{
        Topic,
        figures::{self, Figure, SortBy},
    },
    request::state::AppState,
};
use std::collections::HashMap;

/// Most things of the period before that are compared with.
const COMPARED: u32 = 20_000;
/// Bars of a chart.
const BARS: usize = 20;

/// What sold best of `report`, at most `limit` of it.
pub async fn goods(
    shop: &AppState,
    report: Report,
    asked: &ReportQuery,
    limit: u32,
) -> Result<ReportContent, AppError> {
    let topic = match report {
        Report::Categories => Topic::Category,
        Report::Coupons => Topic::Coupon,
        Report::Payments => Topic::Payment,
        Report::Deliveries => Topic::Delivery,
        _ => Topic::Product,
    };
    let most = match asked.by_quantity {
        true => SortBy::Quantity,
        false => SortBy::Gross,
    };
    let (db, currency) = (&shop.db.read, asked.currency.as_str());
    let found = figures::by_key(db, topic, currency, asked.range, most, limit).await?;
    let before = figures::by_key(
        db,
        topic,
        currency,
        asked.range.before(),
        SortBy::Gross,
        COMPARED,
    )
    .await?;
    let before: HashMap<&str, i64> = before
        .iter()
        .map(|it| (it.key.as_str(), it.sums.gross))
        .collect();
    let prices = prices(shop, currency);
    let bar = |figure: &Figure| {
        let name = name(shop, topic, figure);
        let told = format!("{name}: {}", prices.minor(figure.sums.gross));
        Bar {
            name,
            value: figure.sums.gross,
            told,
        }
    };
    let bars: Vec<Bar> = found.iter().take(BARS).map(bar).collect();
    let about = bars.first().map(|bar| format!("The most: {}.", bar.told));
    let row = |figure: &Figure| {
        let sums = figure.sums;
        let mut row = vec![
            Cell::Text(name(shop, topic, figure)),
            Cell::Number(sums.orders),
        ];
        match topic {
            Topic::Coupon => row.push(Cell::Money(sums.discount)),
            _ => row.push(Cell::Number(sums.quantity)),
        }
        row.push(Cell::Money(sums.gross));
        row.push(Cell::Money(
            before.get(figure.key.as_str()).copied().unwrap_or(0),
        ));
        row
    };
    let third = match topic {
        Topic::Coupon => "Taken off",
        _ => "Things",
    };
    let table = Table {
        head: vec![what(topic), "Orders", third, "Sold", "Period before"],
        rows: found.iter().map(row).collect(),
        total: None,
    };
    let mut made = ReportContent::of(table);
    if let Some(about) = about {
        made.chart = Some(("Sold, the most first".to_owned(), about, bars));
    }
    if found.len() >= usize::try_from(limit).unwrap_or(usize::MAX) {
        made.notes
            .push(format!("These are the first {limit}. The file has more."));
    }
    Ok(made)
}

fn what(topic: Topic) -> &'static str {
    match topic {
        Topic::Category => "Category",
        Topic::Coupon => "Coupon",
        Topic::Payment => "Way to pay",
        Topic::Delivery => "Way of delivery",
        _ => "Product",
    }
}

/// What `figure` is called today, or was when it was sold.
fn name(shop: &AppState, topic: Topic, figure: &Figure) -> String {
    let (config, snapshot) = (&shop.config, shop.catalog.snapshot());
    let code = config.store_language.code();
    let id = figure.key.parse().unwrap_or(0);
    let titled = |title: Option<&crate::base::translated::Translated>| {
        let title = title.map(|it| it.get(code).to_owned());
        title.filter(|it| !it.is_empty())
    };
    let now = match topic {
        Topic::Product => titled(snapshot.card(id).map(|card| &card.name)),
        Topic::Category => titled(snapshot.tree.get(id).map(|node| &node.category.name)),
        Topic::Payment => titled(
            config
                .payment
                .iter()
                .find(|it| it.id == figure.key)
                .map(|it| &it.title),
        ),
        Topic::Delivery => titled(
            config
                .shipping
                .iter()
                .find(|it| it.id == figure.key)
                .map(|it| &it.title),
        ),
        Topic::Coupon => Some(match figure.label == figure.key {
            true => figure.key.clone(),
            false => format!("{} ({})", figure.key, figure.label),
        }),
        _ => None,
    };
    let then = match (topic, figure.label.as_str()) {
        (Topic::Category, "") => "In no category any more".to_owned(),
        (Topic::Payment, "") => "Nothing was to be paid".to_owned(),
        (Topic::Delivery, "") => "Nothing was to be sent".to_owned(),
        (_, "") => figure.key.clone(),
        (_, label) => label.to_owned(),
    };
    now.unwrap_or(then)
}
