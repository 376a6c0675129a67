//! The list of products, changes of many, stock and its history, and stocktakings.

mod bulk;
mod bulk_task;
mod list;
mod low_stock;
mod search;
mod stock_movements;
mod stocktakings;

use super::support::{Office, fields, pairs, set};
use crate::{catalog::support::import_into, support::Browser, support::checkout::set_up};
use awning::{
    catalog::{
        Product,
        store::{
            self,
            stock::{self, Movement},
        },
    },
    platform::config::{Config, SettingSources},
};

/// The mug, of which there are seven.
pub const MUG: i64 = 1201;
/// The shirt, whose M is counted by itself: five.
pub const SHIRT: i64 = 1202;

/// The back office of a shop with the mug, the shirt and a few things more.
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
}

/// The product `id` as it is stored.
pub async fn stored(office: &Office, id: i64) -> Product {
    let found = store::product(&office.shop.db.read, id).await;
    found.expect("read").expect("a product")
}

/// Every movement of the product `id`, the last first.
pub async fn moved(office: &Office, id: i64) -> Vec<Movement> {
    let filter = stock::Filter {
        product: Some(id),
        ..stock::Filter::default()
    };
    let found = stock::latest(&office.shop.db.read, &filter, None, 1_000).await;
    found.expect("read")
}

/// Sends the list at `path` with these fields typed; the answer's status, where it leads to, and its page.
pub async fn save(
    browser: &mut Browser,
    path: &str,
    typed: &[(&str, &str)],
) -> (u16, String, String) {
    let page = browser.get(path).await.body;
    send(browser, &page, typed).await
}

/// Sends the form on `page`, a list that was drawn before, with `typed` in it; status, redirect target and body.
pub async fn send(
    browser: &mut Browser,
    page: &str,
    typed: &[(&str, &str)],
) -> (u16, String, String) {
    let mut form = fields(page, "/products");
    for (name, value) in typed {
        set(&mut form, name, value);
    }
    let answer = browser.send_form("/products", &pairs(&form)).await;
    let to = answer.header("location").to_owned();
    (answer.status, to, answer.body)
}

/// What moved since the beginning is what is there, of every place.
pub async fn is_explained(office: &Office) {
    const PRODUCTS: &str = "SELECT COUNT(*) FROM products p WHERE COALESCE(stock, 0) <> \
        COALESCE((SELECT SUM(delta) FROM stock_movements m WHERE m.product_id = p.id AND m.variation_id IS NULL), 0)";
    const VARIATIONS: &str = "SELECT COUNT(*) FROM variations v WHERE COALESCE(stock, 0) <> \
        COALESCE((SELECT SUM(delta) FROM stock_movements m WHERE m.variation_id = v.id), 0)";
    for sql in [PRODUCTS, VARIATIONS] {
        assert_eq!(office.shop.count(sql).await, 0, "{sql}");
    }
    // What the list goes by is what it would be anew.
    let rows = store::products_after(&office.shop.db.read, 0, 10_000).await;
    for (product, _) in rows.expect("read") {
        let sql = format!("SELECT fewest FROM products WHERE id = {}", product.id);
        let kept = office.shop.count(&sql).await;
        assert_eq!(
            kept,
            store::list_columns::fewest(&product),
            "{}",
            product.id
        );
        let sql = format!("SELECT low_from FROM products WHERE id = {}", product.id);
        let kept = office.shop.count(&sql).await;
        assert_eq!(
            kept,
            store::list_columns::low_from(&product),
            "{}",
            product.id
        );
    }
}
