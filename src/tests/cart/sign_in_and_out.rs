use crate::support::checkout::{selling, selling_with, up_to_review};
use awning::platform::config::CartOnSignOut;

const CREDENTIALS: [(&str, &str); 2] = [
    ("email", "ada@example.com"),
    ("password", crate::support::PASSWORD),
];

#[tokio::test]
async fn signing_in_brings_the_guests_lines_to_the_customers() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.post("cart/add", &[("product", "1201"), ("quantity", "2")])
        .await;
    let mut elsewhere = shop.browser();
    elsewhere.post("cart/add", &[("product", "1201")]).await;
    elsewhere
        .post("cart/add", &[("product", "1202"), ("Size", "M")])
        .await;
    elsewhere.call("account/sign_in", &CREDENTIALS).await;
    let page = elsewhere.get("/cart").await.body;
    assert!(page.contains("Cart, 4 items") && page.contains("Tide Shirt"));
    assert!(
        ada.get("/cart").await.body.contains("Cart, 4 items"),
        "it is one cart"
    );
    assert_eq!(shop.count("SELECT count(*) FROM carts").await, 1);
}

#[tokio::test]
async fn a_first_sign_in_keeps_the_guests_cart() {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let form = [("name", "Ada"), CREDENTIALS[0], CREDENTIALS[1]];
    browser.call("account/register", &form).await;
    assert_eq!(
        browser.get("/checkout/payment").await.status,
        200,
        "nothing typed is lost"
    );
}

#[tokio::test]
async fn signing_out_clears_the_browser_and_keeps_the_customers_cart() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.post("cart/add", &[("product", "1201")]).await;
    ada.call("account/sign_out", &[]).await;
    assert!(ada.get("/cart").await.body.contains("Your cart is empty."));
    ada.call("account/sign_in", &CREDENTIALS).await;
    assert!(ada.get("/cart").await.body.contains("Cart, 1 item"));
}

#[tokio::test]
async fn signing_out_may_leave_the_things_and_nothing_personal() {
    let shop = selling_with(|config| config.cart_on_sign_out = CartOnSignOut::Keep).await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    ada.call("account/sign_out", &[]).await;
    let page = ada.get("/cart").await.body;
    assert!(page.contains("Cart, 1 item") && page.contains("Blue Mug"));
    assert!(!page.contains("ada@example.com"));
    let answer = ada
        .post("cart/checkout", &[("email", "eve@example.com")])
        .await;
    assert_eq!(answer.header("location"), "/checkout/address");
    assert!(
        !ada.get("/checkout/address")
            .await
            .body
            .contains("Elbchaussee")
    );
}

#[tokio::test]
async fn going_out_and_in_again_doubles_nothing() {
    let shop = selling_with(|config| config.cart_on_sign_out = CartOnSignOut::Keep).await;
    let mut ada = shop.customer("ada@example.com").await;
    let two = [("product", "1201"), ("quantity", "2")];
    ada.post("cart/add", &two).await;
    for round in 1..=3 {
        ada.call("account/sign_out", &[]).await;
        if round == 2 {
            ada.post("cart/add", &[("product", "1201")]).await;
        }
        ada.call("account/sign_in", &CREDENTIALS).await;
        let held = shop.count("SELECT sum(quantity) FROM cart_lines").await;
        assert_eq!(held, if round == 1 { 2 } else { 3 }, "round {round}");
    }
}

/// The merge fails in its middle: the customer is signed in, and both carts are as they were.
#[tokio::test]
async fn a_cart_that_cannot_be_merged_keeps_nobody_out_and_is_not_lost() {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    ada.post("cart/add", &[("product", "1201")]).await;
    let mut elsewhere = shop.browser();
    elsewhere.post("cart/add", &[("product", "1201")]).await;
    let shirt = [("product", "1202"), ("Size", "M")];
    elsewhere.post("cart/add", &shirt).await;
    let lines = "SELECT sum(cart_id * 1000 + product_id * quantity) FROM cart_lines";
    let before = shop.count(lines).await;
    shop.forbid("INSERT", "cart_lines", "NEW.product_id = 1202")
        .await;
    let answer = elsewhere.call("account/sign_in", &CREDENTIALS).await;
    assert!(answer.body.contains("SignedIn"), "{}", answer.body);
    assert_eq!(shop.count(lines).await, before);
    shop.allow("cart_lines").await;
    elsewhere.call("account/sign_out", &[]).await;
    elsewhere.call("account/sign_in", &CREDENTIALS).await;
    let page = elsewhere.get("/cart").await.body;
    assert!(page.contains("Cart, 3 items") && page.contains("Tide Shirt"));
}
