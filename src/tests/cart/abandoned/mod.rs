//! Carts that were left: who agreed to it is reminded once, and the link brings the cart back, wherever it is opened.

mod links;
mod reminding;

use crate::{
    order::mail::send_due,
    support::checkout::{ADDRESS, field, ordered, place},
    support::{Answer, Browser, Shop},
};
use awning::{
    app::jobs::worker,
    platform::{config::Config, db::statement},
};
use sea_orm::ConnectionTrait;

const EMAIL: &str = "grace@example.com";

pub fn on(config: &mut Config) {
    config.cart_reminders = true;
}

/// Puts two mugs into the cart and types the address there; `more` fields are sent with it.
pub async fn leave(browser: &mut Browser, email: &str, more: &[(&str, &str)]) {
    browser
        .post("cart/add", &[("product", "1201"), ("quantity", "2")])
        .await;
    type_address(browser, email, more).await;
}

async fn type_address(browser: &mut Browser, email: &str, more: &[(&str, &str)]) -> Answer {
    let form = [&[("email", email)], more].concat();
    browser.post("cart/checkout", &form).await
}

/// Puts mugs into the cart, types the address there and asks for a reminder.
pub async fn leave_and_ask(browser: &mut Browser, email: &str) {
    leave(browser, email, &[("remind", "yes")]).await;
}

/// Lets a day and a bit pass for every cart.
pub async fn wait(shop: &Shop) {
    shop.execute("UPDATE carts SET updated_at = updated_at - 90000")
        .await;
}

/// Looks as the shop does now and then.
pub async fn look(shop: &Shop) {
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    shop.execute("DELETE FROM jobs WHERE kind = 'remind of carts'")
        .await;
    worker(&shop.state).keep_periodic().await.expect("kept");
    send_due(&shop.state).await.expect("done");
}

async fn reminders(shop: &Shop) -> i64 {
    let sent = shop
        .count("SELECT COUNT(*) FROM letters WHERE unsubscribe <> ''")
        .await;
    assert_eq!(
        sent,
        shop.count("SELECT COUNT(*) FROM cart_reminders").await
    );
    sent
}

/// The newest reminder's subject and text.
async fn reminder(shop: &Shop) -> String {
    let sql = "SELECT subject || '\n' || text FROM letters WHERE unsubscribe <> '' ORDER BY id DESC LIMIT 1";
    let row = shop
        .db
        .read
        .query_one_raw(statement(&shop.db.read, sql, []))
        .await;
    let row = row.expect("a query").expect("a reminder");
    row.try_get_by_index(0).expect("text")
}

/// The path in the newest reminder that begins so.
pub async fn link(shop: &Shop, path: &str) -> String {
    let text = reminder(shop).await;
    let mut links = text.split("http://shop.test").skip(1);
    let link = links.find(|it| it.starts_with(path)).expect("a link");
    link.split_whitespace().next().expect("its end").to_owned()
}

/// Presses the button of the page at `path`, which posts to `endpoint`.
async fn press(browser: &mut Browser, path: &str, endpoint: &str) -> Answer {
    let page = browser.get(path).await.body;
    assert!(
        page.contains(&format!("action=\"/api/{endpoint}\"")),
        "{page}"
    );
    let (id, token) = (field(&page, "id"), field(&page, "token"));
    browser
        .post(endpoint, &[("id", &id), ("token", &token)])
        .await
}

/// Orders what is in the cart, from its page on.
async fn order(browser: &mut Browser, email: &str) -> String {
    type_address(browser, email, &[]).await;
    browser.post("checkout/address", &ADDRESS).await;
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    ordered(&place(browser).await)
}

async fn recovered(shop: &Shop) -> i64 {
    shop.count("SELECT COUNT(*) FROM cart_reminders WHERE order_id IS NOT NULL")
        .await
}
