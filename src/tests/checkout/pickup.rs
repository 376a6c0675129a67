//! What is fetched: where, and when, is said wherever it matters.

use crate::support::checkout::{ADDRESS, field, ordered, selling_with};
use awning::{
    base::translated::Translated,
    platform::config::{Config, Seller},
};

async fn fetched(change: impl FnOnce(&mut Config)) -> (String, String, String) {
    let shop = selling_with(|config| {
        config.seller = Seller {
            name: "Iron & Son".into(),
            address: "Quay 1\n20095 Hamburg".into(),
            ..Seller::default()
        };
        config.review_order = true;
        change(config);
    })
    .await;
    let mut ada = shop.browser();
    ada.post("cart/add", &[("product", "1201")]).await;
    ada.post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    ada.post("checkout/address", &ADDRESS).await;
    let offered = ada.get("/checkout/shipping").await.body;
    ada.post("checkout/shipping", &[("delivery", "pickup")])
        .await;
    ada.post("checkout/payment", &[("payment", "counter")])
        .await;
    let review = ada.get("/checkout/place-order").await.body;
    let (key, total) = (field(&review, "key"), field(&review, "total"));
    let form = [("key", key.as_str()), ("total", total.as_str())];
    let number = ordered(&ada.post("checkout/place", &form).await);
    let page = ada.get(&format!("/account/orders/{number}")).await.body;
    let said = crate::order::command_line::program(
        &shop,
        &[
            "orders",
            "status",
            &number,
            "--fulfillment",
            "ready-for-pickup",
            "--mail",
        ],
    );
    assert!(said.status.success(), "{said:?}");
    let ready = shop.newest_email().await;
    assert!(review.contains("Pick up at"), "{review}");
    (offered, page, ready)
}

#[tokio::test]
async fn the_sellers_address_is_where_orders_are_fetched() {
    let (checkout, page, ready) = fetched(|_| {}).await;
    assert!(
        checkout.contains("Iron &amp; Son, Quay 1, 20095 Hamburg"),
        "{checkout}"
    );
    assert!(
        page.replace("<!>", "")
            .contains("<dt>Pick up at</dt><dd><span>Iron &amp; Son</span><span>Quay 1</span>"),
        "{page}"
    );
    assert!(!page.contains("Delivery address"), "{page}");
    assert!(
        ready.contains("Pick up at:\nIron & Son\nQuay 1\n20095 Hamburg"),
        "{ready}"
    );
}

#[tokio::test]
async fn what_the_merchant_wrote_of_it_goes_before() {
    let (checkout, page, ready) = fetched(|config| {
        let counter = config.shipping.iter_mut().find(|it| it.pickup);
        let counter = counter.expect("a way");
        counter.pickup_at = Translated::one("en", "Back door, Mon to Fri 9 to 18");
    })
    .await;
    for (place, text) in [("checkout", checkout), ("page", page), ("email", ready)] {
        assert!(
            text.contains("Back door, Mon to Fri 9 to 18") && !text.contains("Quay 1\n"),
            "{place}: {text}"
        );
    }
}
