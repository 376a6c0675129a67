//! The catalogue is not what it was when something was chosen: it is said, and nothing is sold as
//! it was.

use crate::{
    support::checkout::{field, ordered, place, selling, up_to_review},
    support::{Browser, Shop},
};
use awning::platform::config::Config;
use serde_json::json;

async fn alter(shop: &Shop, id: i64, pointer: &str, value: serde_json::Value) {
    shop.set_product(id, pointer, value).await;
    shop.execute("UPDATE catalog_version SET version = version + 1")
        .await;
    let refreshed = shop.state.catalog.refresh(&shop.db).await;
    refreshed.expect("seen");
}

/// The cart says `said`, and cannot be ordered.
async fn is_refused(browser: &mut Browser, shop: &Shop, said: &str) {
    let orders = shop.count("SELECT count(*) FROM orders").await;
    let page = browser.get("/cart").await.body;
    assert!(page.contains(said), "{said}");
    place(browser).await;
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, orders);
}

#[tokio::test]
async fn a_named_price_below_the_minimum_of_now_buys_nothing() {
    let shop = selling().await;
    alter(&shop, 1201, "/name_your_price", json!({ "least": 500 })).await;
    let mut browser = shop.browser();
    let form = [("product", "1201"), ("price", "6")];
    browser.post("cart/add", &form).await;
    up_to_review(&mut browser, "ada@example.com").await;
    browser.post("cart/remove", &[("line", "2")]).await;
    let answer = place(&mut browser).await;
    let order = ordered(&answer);
    browser.get(answer.header("location")).await;
    alter(&shop, 1201, "/name_your_price", json!({ "least": 2000 })).await;
    browser.post("orders/again", &[("order", &order)]).await;
    assert_eq!(shop.count("SELECT count(*) FROM cart_lines").await, 0);

    alter(&shop, 1201, "/name_your_price", json!({ "least": 500 })).await;
    browser.post("cart/add", &form).await;
    alter(&shop, 1201, "/name_your_price", json!({ "least": 2000 })).await;
    is_refused(
        &mut browser,
        &shop,
        "Please name a price within the limits.",
    )
    .await;
}

#[tokio::test]
async fn a_choice_that_was_removed_is_not_sold_at_the_bare_price() {
    let shop = selling().await;
    let mut browser = shop.browser();
    let form = [("product", "1202"), ("Size", "M"), ("Print", "Back")];
    browser.post("cart/add", &form).await;
    up_to_review(&mut browser, "ada@example.com").await;
    alter(&shop, 1202, "/options/1/choices/0/text", json!("Front")).await;
    is_refused(&mut browser, &shop, "What was chosen is no longer offered.").await;
}

#[tokio::test]
async fn limits_hold_for_all_that_is_in_the_cart() {
    let shop = selling().await;
    alter(&shop, 1202, "/max_quantity", json!(3)).await;
    let mut browser = shop.browser();
    let add = |quantity: i64, note: &str| json!({ "id": 1202, "quantity": quantity, "options": { "Size": "M", "Note": note } });
    for (wanted, success, held) in [
        (add(2, "a"), true, 2),
        (add(2, "a"), false, 2),
        (add(2, "b"), false, 2),
        (add(1, "b"), true, 3),
    ] {
        let answer = browser.ask("/api/cart/products", &wanted).await;
        assert_eq!(answer["success"], success, "{wanted}");
        assert_eq!(answer["cart"]["productsQuantity"], held, "{wanted}");
    }
    let page = browser
        .post("cart/quantity", &[("line", "2"), ("quantity", "2")])
        .await;
    assert_eq!(page.status, 303);
    assert_eq!(shop.count("SELECT sum(quantity) FROM cart_lines").await, 3);
    up_to_review(&mut browser, "ada@example.com").await;
    alter(&shop, 1202, "/max_quantity", json!(2)).await;
    let orders = place(&mut browser).await;
    assert!(!orders.header("location").contains("confirmation"));
    alter(&shop, 1202, "/max_quantity", json!(3)).await;
    let order = ordered(&place(&mut browser).await);
    for _ in 0..2 {
        browser.post("orders/again", &[("order", &order)]).await;
    }
    let held = shop.count("SELECT sum(quantity) FROM cart_lines WHERE product_id = 1202");
    assert!(held.await <= 3, "ordering again twice");
}

#[tokio::test]
async fn what_cannot_be_read_is_set_aside_and_not_overwritten() {
    let shop = selling().await;
    let mut browser = shop.browser();
    browser
        .post("cart/add", &[("product", "1202"), ("Size", "M")])
        .await;
    shop.execute("UPDATE carts SET details = '{\"email\":\"ada@'")
        .await;
    shop.execute("UPDATE cart_lines SET chosen = '{\"answers\":[['")
        .await;
    assert_eq!(browser.get("/cart").await.status, 200);
    up_to_review(&mut browser, "ada@example.com").await;
    ordered(&place(&mut browser).await);
    let kept = "SELECT count(*) FROM unreadable_documents WHERE document IN ('{\"email\":\"ada@', '{\"answers\":[[')";
    assert_eq!(shop.count(kept).await, 2);
}

/// The merchant's settings take effect while shoppers are on their way.
#[tokio::test]
async fn nobody_orders_in_another_currency_than_the_page_showed() {
    let shop = selling().await;
    let mut ada = shop.browser();
    up_to_review(&mut ada, "ada@example.com").await;
    let page = ada.get("/checkout/payment").await.body;
    let [key, total, currency] = ["key", "total", "currency"].map(|name| field(&page, name));
    assert_eq!(currency, "EUR");
    let config = Config {
        currency: "USD".into(),
        ..shop.config.clone()
    };
    shop.state.set_config(config).expect("taken");
    let form = [("key", &*key), ("total", &*total), ("currency", &*currency)];
    let answer = ada.post("checkout/place", &form).await;
    assert_eq!(answer.header("location"), "/checkout/payment?total");
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 0);
    let page = ada.get("/checkout/payment").await.body;
    let form = [("key", &*key), ("total", &*total), ("currency", "USD")];
    assert!(page.contains("value=\"USD\""));
    ordered(&ada.post("checkout/place", &form).await);
}
