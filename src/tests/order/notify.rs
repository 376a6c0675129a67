//! The merchant is told of what shoppers do.

use crate::{
    support::checkout::{ordered, place, selling_with, up_to_review},
    support::code,
};

#[tokio::test]
async fn orders_and_withdrawals_are_told_to_the_merchant_in_the_shops_language() {
    let shop = selling_with(|config| {
        config.notify = vec!["desk@shop.example".into(), "boss@shop.example".into()];
        config.store_language = code("de");
    })
    .await;
    let mut browser = shop.browser();
    browser.get("/?lang=en").await;
    up_to_review(&mut browser, "ada@example.com").await;
    let id = ordered(&place(&mut browser).await);
    browser.post("orders/withdraw", &[("order", &id)]).await;
    browser.post("orders/withdraw", &[("order", &id)]).await;
    for (recipient, subject) in [
        ("ada@example.com", "Your order %"),
        ("desk@shop.example", "Neue Bestellung %"),
        ("boss@shop.example", "Neue Bestellung %"),
        ("ada@example.com", "Your withdrawal %"),
        ("desk@shop.example", "Widerruf der Bestellung %"),
        ("boss@shop.example", "Widerruf der Bestellung %"),
    ] {
        let sql = format!(
            "SELECT count(*) FROM letters WHERE recipient = '{recipient}' AND subject LIKE '{subject}' \
             AND (text LIKE '%Mug%' OR text LIKE '%' || order_id || '%' OR text LIKE '%{id}%')"
        );
        assert_eq!(shop.count(&sql).await, 1, "{recipient} {subject}");
    }
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 6);
}
