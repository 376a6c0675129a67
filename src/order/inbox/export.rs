//! Orders as a table: a row for each item, with the order's columns repeated; one row if there are no items.

use crate::{
    base::error::AppError,
    order::{Item, Method, OrderDocument, emails, entity::order, status::name},
    platform::{config::Config, csv_rows::written},
};

const COLUMNS: [&str; 21] = [
    "number",
    "placed",
    "email",
    "payment_status",
    "fulfillment_status",
    "name",
    "address",
    "delivery",
    "payment",
    "delivery_price",
    "discount",
    "total",
    "paid_back",
    "tax",
    "coupon",
    "item_sku",
    "item_name",
    "item_quantity",
    "item_price",
    "carrier",
    "tracking_number",
];

/// The names of the columns, as CSV.
pub fn head() -> Result<Vec<u8>, AppError> {
    written(std::iter::once(COLUMNS.map(str::to_owned)))
}

/// The rows of `order`, of which so many minor units were `paid_back`, as CSV: what it comes to stands in its first row alone, so
/// that a column can be added up.
pub fn rows(
    order: &order::Model,
    document: &OrderDocument,
    paid_back: i64,
    config: &Config,
) -> Result<Vec<u8>, AppError> {
    let prices = emails::prices(document, &config.shop(), config.own_language());
    let title =
        |method: &Option<Method>| method.as_ref().map_or(String::new(), |it| it.title.clone());
    let totals = &document.totals;
    let off = totals.discounts.total() + totals.coupon;
    let row = |(place, item): (usize, Option<&Item>)| {
        let once = |amount| match place {
            0 => prices.plain(amount),
            _ => String::new(),
        };
        [
            order.public_id.clone(),
            config.time_zone.minute(order.placed_at),
            order.email.clone(),
            name(order.payment_status),
            name(order.fulfillment_status),
            document.shipping.name.clone(),
            document.shipping.lines(config.store_language).join(", "),
            title(&document.delivery),
            title(&document.payment),
            once(totals.shipping),
            once(off),
            once(totals.total),
            once(paid_back),
            once(totals.tax()),
            document.coupon.clone().unwrap_or_default(),
            item.map_or(String::new(), |it| it.sku.clone()),
            item.map_or(String::new(), |it| it.name.clone()),
            item.map_or(String::new(), |it| it.quantity.to_string()),
            item.map_or(String::new(), |it| prices.plain(it.price)),
            order.carrier.clone(),
            order.tracking_number.clone(),
        ]
    };
    let mut items: Vec<Option<&Item>> = document.items.iter().map(Some).collect();
    if items.is_empty() {
        items.push(None);
    }
    written(items.into_iter().enumerate().map(row))
}
