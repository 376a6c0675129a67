//! Customers in the back office.

mod detail;
mod groups;
mod list;
mod merge;
mod personal_data;
mod tax;
mod visit;

use super::support::{Office, fields, pairs, set};
use crate::{
    catalog::support::import_into,
    support::checkout::{ordered, place, set_up, up_to_review},
    support::{Answer, Browser},
};
use awning::{
    account::{entity::customer, store},
    platform::config::{Config, SettingSources},
};

pub const ADA: &str = "ada@example.com";
pub const EVE: &str = "eve@example.com";

/// The back office of a shop with things in it.
pub async fn office() -> Office {
    office_with(|_| {}).await
}

pub async fn office_with(change: impl FnOnce(&mut Config)) -> Office {
    let with = |config: &mut Config| {
        set_up(config);
        change(config);
    };
    let office = Office::with(with, SettingSources::default()).await;
    import_into(&office.shop, "ecwid.csv").await;
    office
        .shop
        .execute("UPDATE products SET stock = 100000 WHERE stock IS NOT NULL")
        .await;
    office
}

/// The customer with this address, as stored.
pub async fn stored(office: &Office, email: &str) -> customer::Model {
    let found = store::by_email(&office.shop.db.read, email).await;
    found.expect("read").expect("a customer")
}

/// The page of the customer with this address.
pub async fn path_of(office: &Office, email: &str) -> String {
    format!("/customers/{}", stored(office, email).await.id)
}

/// Places an order of a mug; its number.
pub async fn order(browser: &mut Browser, email: &str) -> String {
    up_to_review(browser, email).await;
    ordered(&place(browser).await)
}

/// Sends the form of the page at `page` that posts to `action`, with these fields changed.
pub async fn send(
    browser: &mut Browser,
    page: &str,
    action: &str,
    changes: &[(&str, &str)],
) -> Answer {
    let shown = browser.get(page).await;
    let mut form = fields(&shown.body, action);
    for (name, value) in changes {
        set(&mut form, name, value);
    }
    browser.send_form(action, &pairs(&form)).await
}

/// What the log says was done, the first first, without what goes before.
pub async fn log(office: &Office) -> Vec<String> {
    use sea_orm::ConnectionTrait;
    let db = &office.shop.db.read;
    let sql = "SELECT verb, target, after FROM audit WHERE verb LIKE 'customer%' OR verb LIKE 'group%' ORDER BY id";
    let find = awning::platform::db::statement(db, sql, []);
    let rows = db.query_all_raw(find).await.expect("rows");
    let line = |row: &sea_orm::QueryResult| {
        let after: Option<String> = row.try_get_by_index(2).expect("text");
        let [verb, target]: [String; 2] = [0, 1].map(|at| row.try_get_by_index(at).expect("text"));
        format!("{verb} {target} {}", after.unwrap_or_default())
            .trim()
            .to_owned()
    };
    rows.iter().map(line).collect()
}
