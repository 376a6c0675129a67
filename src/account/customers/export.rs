//! Customers as a table.

use crate::{
    account::entity::customer,
    base::{error::AppError, money::PriceFormat, time_zone::TimeZone},
    platform::csv_rows::written,
};

const COLUMNS: [&str; 11] = [
    "id",
    "name",
    "email",
    "phone",
    "registered",
    "group",
    "orders",
    "spent",
    "last_order",
    "tax_exempt",
    "tax_id",
];

/// The names of the columns, as CSV.
pub fn head() -> Result<Vec<u8>, AppError> {
    written(std::iter::once(COLUMNS.map(str::to_owned)))
}

/// The rows of `customers`, as CSV, with times of `zone`; `group_of` says what a group is called.
pub fn rows(
    customers: &[customer::Model],
    group_of: impl Fn(i64) -> String,
    prices: &PriceFormat,
    zone: &TimeZone,
) -> Result<Vec<u8>, AppError> {
    let last_order = |it: &customer::Model| match it.last_order_at {
        0 => String::new(),
        at => zone.minute(at),
    };
    let row = |it: &customer::Model| {
        [
            it.id.to_string(),
            it.name.clone(),
            it.email.clone(),
            it.phone.clone(),
            zone.minute(it.registered_at),
            it.group_id.map(&group_of).unwrap_or_default(),
            it.order_count.to_string(),
            prices.plain(it.spent),
            last_order(it),
            if it.is_exempt { "yes" } else { "no" }.to_owned(),
            it.tax_id.clone(),
        ]
    };
    written(customers.iter().map(row))
}
