//! Reports, against the orders themselves.

mod exact;
mod pages;
mod taxes_back;

use super::orders::{Copies, office_with};
use crate::admin::support::Office;
use awning::{
    base::time_zone::TimeZone,
    order::{OrderDocument, entity::order},
    platform::db::statement,
};
use sea_orm::ConnectionTrait;

/// 1 June 2026, midnight in Berlin.
pub const JUNE: i64 = 1_780_264_800;
pub const DAY: i64 = 86_400;

/// The office of a shop in Berlin.
pub async fn office() -> Office {
    office_with(|config| {
        config.time_zone = TimeZone::try_from("Europe/Berlin".to_owned()).expect("a zone");
    })
    .await
}

/// Stores an order that was placed so many seconds after June began, `change`d.
pub async fn placed(
    copies: &mut Copies,
    office: &Office,
    after: i64,
    change: impl FnOnce(&mut order::Model, &mut OrderDocument),
) -> String {
    copies
        .add(office, |order, document| {
            order.placed_at = JUNE + after;
            change(order, document);
        })
        .await
}

/// Says when the money of the order `number` came, and went back.
pub async fn times(office: &Office, number: &str, paid: Option<i64>, refunded: Option<i64>) {
    let db = &office.shop.db.write;
    let sql = "UPDATE orders SET paid_at = $2, refunded_at = $3 WHERE public_id = $1";
    let values = [number.into(), paid.into(), refunded.into()];
    db.execute_raw(statement(db, sql, values))
        .await
        .expect("stored");
}
