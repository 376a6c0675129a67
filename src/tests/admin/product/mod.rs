//! One product in the back office.

mod categories;
mod categories_undo;
mod concurrent_edits;
mod draft;
mod extras;
mod form;
mod pictures;
mod scheduled_prices;

use super::support::{Office, fields, pairs, set};
use crate::{
    catalog::support::import_into,
    support::checkout::set_up,
    support::{Answer, Browser},
};
use awning::{
    catalog::{Product, store},
    platform::config::{Config, SettingSources},
};

/// The mug of the fixture.
pub const MUG: &str = "/products/1201";
/// Its shirt.
pub const SHIRT: &str = "/products/1202";

/// A form as it is sent.
pub type Form = Vec<(String, String)>;

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
}

/// The form of the page at `path`.
pub async fn form_at(browser: &mut Browser, path: &str) -> Form {
    let page = browser.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    form_in(&page, path)
}

/// The form of a page that posts to `path`, without its buttons.
pub fn form_in(page: &Answer, path: &str) -> Form {
    let form = fields(&page.body, path).into_iter();
    form.filter(|(name, _)| name != "act").collect()
}

/// `form` with `changes`, sent to `path`.
pub async fn send(
    browser: &mut Browser,
    path: &str,
    form: &Form,
    changes: &[(&str, &str)],
) -> Answer {
    let mut form = form.clone();
    for (name, value) in changes {
        set(&mut form, name, value);
    }
    browser.send_form(path, &pairs(&form)).await
}

/// Opens the form at `path` and sends it with `changes`; fails the test unless they are stored.
pub async fn save(browser: &mut Browser, path: &str, changes: &[(&str, &str)]) {
    let form = form_at(browser, path).await;
    let saved = send(browser, path, &form, changes).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

/// The product `id` as it is stored.
pub async fn stored(office: &Office, id: i64) -> Product {
    let found = store::product(&office.shop.db.read, id).await;
    found.expect("read").expect("a product")
}

/// What shoppers see by now.
pub async fn shown(office: &Office, path: &str) -> Answer {
    let shop = &office.shop;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    shop.browser().get(path).await
}
