//! Sessions that end in the middle of a checkout.

use crate::support::checkout::{field, ordered, place, selling, up_to_review};

#[tokio::test]
async fn a_session_that_ends_meanwhile_loses_nothing() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    let page = ada.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    shop.execute("DELETE FROM sessions").await;
    let answer = ada
        .post("checkout/place", &[("key", &key), ("total", &total)])
        .await;
    assert_eq!(
        answer.header("location"),
        "/account?returnurl=/checkout/payment"
    );
    let again = [
        ("email", "ada@example.com"),
        ("password", crate::support::PASSWORD),
    ];
    ada.call("account/sign_in", &again).await;
    ordered(&place(&mut ada).await);
}

#[tokio::test]
async fn what_is_typed_when_a_session_has_ended_comes_along_with_signing_in() {
    let shop = selling().await;
    for (step, path, form, kept) in [
        (
            "address",
            "/checkout/address",
            vec![("name", "Ada Typed")],
            "Ada Typed",
        ),
        (
            "shipping",
            "/checkout/shipping",
            vec![("delivery", "pickup")],
            "\"delivery\":\"pickup\"",
        ),
        (
            "place",
            "/checkout/payment",
            vec![("comments", "Ring twice."), ("total", "1")],
            "Ring twice.",
        ),
    ] {
        let email = format!("{step}@example.com");
        let mut ada = shop.customer(&email).await;
        up_to_review(&mut ada, &email).await;
        let key = field(&ada.get("/checkout/payment").await.body, "key");
        shop.execute("DELETE FROM sessions").await;
        let form = [&form[..], &[("key", key.as_str())]].concat();
        let answer = ada.post(&format!("checkout/{step}"), &form).await;
        assert_eq!(
            answer.header("location"),
            format!("/account?returnurl={path}")
        );
        let again = [
            ("email", email.as_str()),
            ("password", crate::support::PASSWORD),
        ];
        ada.call("account/sign_in", &again).await;
        let count = format!(
            "SELECT count(*) FROM carts WHERE public_id = '{key}' AND details LIKE '%{kept}%'"
        );
        assert_eq!(shop.count(&count).await, 1, "{step}");
        assert!(ada.get("/cart").await.body.contains("Blue Mug"), "{step}");
    }
}

#[tokio::test]
async fn a_stranger_with_the_number_of_a_cart_changes_nothing_in_it() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    let key = field(&ada.get("/checkout/payment").await.body, "key");
    let mut eve = shop.browser();
    let form = [("key", key.as_str()), ("name", "Eve"), ("country", "DE")];
    let answer = eve.post("checkout/address", &form).await;
    assert_eq!(
        answer.header("location"),
        "/account?returnurl=/checkout/address"
    );
    let changed =
        "SELECT count(*) FROM carts WHERE customer_id IS NOT NULL AND details LIKE '%Eve%'";
    assert_eq!(shop.count(changed).await, 0);
    assert!(!eve.get("/cart").await.body.contains("Blue Mug"));
}
