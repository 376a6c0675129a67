//! An account for a guest by one click where the shop thanks for the order.

use crate::{
    support::checkout::{ordered, place, selling, selling_with, up_to_review},
    support::{Browser, Shop},
};

const GUEST: &str = "guest@example.com";

async fn bought(shop: &Shop) -> (Browser, String) {
    let mut guest = shop.browser();
    up_to_review(&mut guest, GUEST).await;
    let id = ordered(&place(&mut guest).await);
    (guest, id)
}

async fn click(browser: &mut Browser, id: &str) -> String {
    let answer = browser.post("orders/open_account", &[("order", id)]).await;
    answer.header("location").to_owned()
}

#[tokio::test]
async fn where_emails_reach_nobody_the_account_is_there_at_once_with_order_and_address() {
    let shop = selling().await;
    let (mut guest, id) = bought(&shop).await;
    let thanks = format!("/checkout/order-confirmation?order={id}");
    let page = guest.get(&thanks).await.body;
    assert!(page.contains("Open my account") && page.contains(GUEST));
    let own = format!("/account/orders/{id}");
    assert_eq!(click(&mut guest, &id).await, own);
    let page = guest.get(&own).await.body;
    assert!(page.contains("Your account is ready") && page.contains(&id));
    assert!(!page.contains("Open my account"));
    let of_customer = "SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.email = 'guest@example.com'";
    assert_eq!(shop.count(of_customer).await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM addresses").await, 1);
    assert!(guest.get("/account/orders").await.body.contains(&id));
    // It is nobody else's to open.
    let mut stranger = shop.browser();
    let answer = stranger
        .call("orders/open_account", &[("order", &id)])
        .await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn where_emails_go_out_the_address_is_proved_first() {
    let shop = selling_with(|config| {
        config.mail = "smtp://127.0.0.1:9".into();
        config.public_url = "http://shop.test".into();
    })
    .await;
    let (mut guest, id) = bought(&shop).await;
    assert_eq!(click(&mut guest, &id).await, "/account/code");
    assert_eq!(shop.count("SELECT count(*) FROM customers").await, 0);
    let text = shop.newest_email().await;
    assert!(text.contains(&format!("with your order {id} in it")));
    let link = shop.newest_link().await;
    let token = link.split("token=").nth(1).expect("a token");
    let mut phone = shop.browser();
    let form = [("token", token)];
    let answer = phone.post("account/use_link", &form).await;
    let own = format!("/account/orders/{id}");
    assert_eq!(answer.header("location"), own);
    assert!(phone.get(&own).await.body.contains(&id));
    assert_eq!(shop.count("SELECT count(*) FROM addresses").await, 1);
}

/// Who ordered as a guest and has an account proves to read its mail, and finds the order there.
#[tokio::test]
async fn an_order_of_somebody_with_an_account_joins_it_by_a_code() {
    let shop = selling().await;
    shop.customer(GUEST).await;
    let (mut guest, id) = bought(&shop).await;
    assert_eq!(click(&mut guest, &id).await, "/account/code");
    let text = shop.newest_email().await;
    let code = &text.split("Your code is ").nth(1).expect("a code")[..6];
    let none = "SELECT count(*) FROM orders WHERE customer_id IS NOT NULL";
    assert_eq!(shop.count(none).await, 0);
    let form = [("code", code), ("way", "code")];
    guest.post("account/sign_in", &form).await;
    assert_eq!(shop.count(none).await, 1);
    let page = guest.get("/account/orders").await.body;
    assert!(page.contains(&id));
    assert_eq!(shop.count("SELECT count(*) FROM addresses").await, 0);
}
