//! The orders inbox.

mod bulk;
mod counts;
mod file;
mod list;
mod search;

use super::support::Office;
use crate::{
    catalog::support::import_into,
    support::Browser,
    support::checkout::{ordered, place, set_up, up_to_review},
};
use awning::{
    order::{OrderDocument, entity::order, status::FulfillmentStatus, store},
    platform::config::{Config, Seller, SettingSources},
    pricing::payment::PaymentStatus,
};
use regex::Regex;

pub const PLACED: i64 = 1_800_000_000;

/// The back office of a shop with things in it.
pub async fn office() -> Office {
    office_with(|_| {}).await
}

pub async fn office_with(change: impl FnOnce(&mut Config)) -> Office {
    let with = |config: &mut Config| {
        set_up(config);
        config.seller = Seller {
            name: "Tide & Line GmbH".into(),
            address: "Hamburg".into(),
            vat_id: "DE123456789".into(),
            ..Seller::default()
        };
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

/// Places an order of a mug; its number.
pub async fn placed(office: &Office, email: &str) -> String {
    let mut browser = office.shop.browser();
    up_to_review(&mut browser, email).await;
    ordered(&place(&mut browser).await)
}

/// The order `number` as it is stored.
pub async fn stored(office: &Office, number: &str) -> order::Model {
    let found = store::by_public_id(&office.shop.db.read, number).await;
    found.expect("read").expect("an order")
}

/// An order like another one.
pub struct Copies {
    order: order::Model,
    document: OrderDocument,
    count: i64,
}

impl Copies {
    /// Of an order that is placed for it, and taken away again.
    pub async fn new(office: &Office) -> Self {
        let number = placed(office, "ada@example.com").await;
        let order = stored(office, &number).await;
        for table in ["letters", "orders"] {
            office.shop.execute(&format!("DELETE FROM {table}")).await;
        }
        Self {
            document: store::document(&order).expect("a document"),
            order,
            count: 0,
        }
    }

    /// Stores one more, `change`d, placed a minute after the last one; its number.
    pub async fn add(
        &mut self,
        office: &Office,
        change: impl FnOnce(&mut order::Model, &mut OrderDocument),
    ) -> String {
        self.count += 1;
        let (mut order, mut document) = (self.order.clone(), self.document.clone());
        order.id = 1_000 + self.count;
        order.public_id = format!("N{:05}", self.count);
        order.placed_at = PLACED + 60 * self.count;
        change(&mut order, &mut document);
        order.words = document.words_of(&order.public_id, &order.email);
        order.document = serde_json::to_string(&document).expect("JSON");
        order.total = document.totals.total;
        let order = order.listed_by(&document);
        let number = order.public_id.clone();
        store::add(&office.shop.db.write, order)
            .await
            .expect("stored");
        number
    }

    /// Stores one more that stands so.
    pub async fn standing(
        &mut self,
        office: &Office,
        payment: PaymentStatus,
        fulfillment: FulfillmentStatus,
    ) -> String {
        self.add(office, |order, _| {
            order.payment_status = payment;
            order.fulfillment_status = fulfillment;
        })
        .await
    }
}

/// The numbers of the rows on a page, from the top.
pub fn numbers(html: &str) -> Vec<String> {
    let row = Regex::new(r#"<td class="orders__number"><a href="/orders/([^"?]+)[^"]*">"#);
    let row = row.expect("a pattern");
    row.captures_iter(html).map(|it| it[1].to_owned()).collect()
}

/// The rows of the page at `path`.
pub async fn rows_at(browser: &mut Browser, path: &str) -> Vec<String> {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    numbers(&page.body)
}

/// Where the link called `name` leads.
pub fn link(html: &str, name: &str) -> Option<String> {
    let end = html.find(&format!(">{name}</a>"))?;
    let start = html[..end].rfind("href=\"")? + 6;
    let link = html[start..end].split('"').next()?;
    Some(link.replace("&amp;", "&"))
}
