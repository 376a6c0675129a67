//! The e-mail about an order that was not placed because it was not paid.

use super::{PayShop, pay_shop, result};
use awning::{base::date, demo::test_provider::State};

const TOLD: &str =
    "SELECT count(*) FROM letters WHERE subject LIKE 'Your order at % was not placed'";

/// Does what is due minutes from now.
async fn later(it: &PayShop, minutes: i64) {
    it.work_off_at(date::now() + minutes * 60).await;
}

#[tokio::test]
async fn who_did_not_pay_is_told_once_and_can_try_again_anywhere() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("ideal").await;
    it.becomes(State::Failed).await;
    browser.get(&result(&number)).await;
    // Where the cart is as it was, there is nothing to put into it.
    let page = browser
        .get(&format!("/checkout/failure?order={number}"))
        .await;
    assert!(page.body.contains("Try again") && !page.body.contains("into the cart again"));
    later(&it, 5).await;
    assert_eq!(it.office.shop.count(TOLD).await, 0, "not at once");
    for minutes in [11, 30, 60] {
        later(&it, minutes).await;
        assert_eq!(it.office.shop.count(TOLD).await, 1, "{minutes}");
    }
    let text = it.text("SELECT text FROM letters LIMIT 1").await;
    assert!(
        text.contains("Blue Mug") && text.contains(&number),
        "{text}"
    );
    let link = text
        .split_whitespace()
        .find(|it| it.contains("/account/pay/"));
    let link = link.expect("a link").splitn(4, '/').nth(3).expect("a path");
    // On another device, where nobody is known and nothing is in the cart.
    let mut phone = it.office.shop.browser();
    let mut path = format!("/{link}");
    let page = loop {
        let answer = phone.get(&path).await;
        if answer.status == 200 {
            break answer.body;
        }
        path = answer.header("location").to_owned();
    };
    assert!(
        page.contains("Put everything into the cart again"),
        "{page}"
    );
    let form = [("order", number.as_str())];
    let answer = phone.post("orders/again", &form).await;
    assert_eq!(answer.header("location"), "/cart");
    assert!(phone.get("/cart").await.body.contains("Blue Mug"));
}

#[tokio::test]
async fn who_tries_again_or_called_it_off_is_not_told() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("ideal").await;
    it.becomes(State::Failed).await;
    browser.get(&result(&number)).await;
    it.order(&mut browser, "card").await;
    later(&it, 30).await;
    assert_eq!(it.office.shop.count(TOLD).await, 0);

    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("card").await;
    let form = [("order", number.as_str())];
    browser.post("checkout/cancel-payment", &form).await;
    later(&it, 30).await;
    assert_eq!(it.office.shop.count(TOLD).await, 0);
}

#[tokio::test]
async fn whose_time_was_up_is_told() {
    let it = pay_shop().await;
    it.ordered("card").await;
    it.becomes(State::Expired).await;
    it.work_off().await;
    later(&it, 11).await;
    assert_eq!(it.office.shop.count(TOLD).await, 1);
}
