//! Money that comes after everything was given back, goods that went meanwhile, banks that want it back.

use super::{BACK, PayShop, SOLD, pay_shop, result};
use awning::{
    base::date,
    demo::test_provider::State,
    order::change_status::{Change, Refusal, change_order},
    platform::audit::Actor,
    pricing::payment::PaymentStatus,
};

async fn expired(it: &PayShop) -> (crate::support::Browser, String) {
    let (mut browser, number) = it.ordered("card").await;
    it.becomes(State::Expired).await;
    it.work_off().await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("EXPIRED", BACK)
    );
    let answer = browser.get(&result(&number)).await;
    assert!(answer.header("location").starts_with("/checkout/failure"));
    (browser, number)
}

#[tokio::test]
async fn money_that_is_late_buys_what_is_still_there() {
    let it = pay_shop().await;
    expired(&it).await;
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("PAID", SOLD)
    );
}

#[tokio::test]
async fn money_that_is_too_late_waits_for_the_merchant() {
    let it = pay_shop().await;
    let (mut browser, number) = expired(&it).await;
    it.office
        .shop
        .execute("UPDATE products SET stock = 0 WHERE id = 1201")
        .await;
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("PAID_LATE", (0, 0, 0, 0))
    );
    let page = browser.get(&result(&number)).await;
    assert!(page.status == 200 && page.body.contains("We are looking into your payment"));
    // Said once more it changes nothing.
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(it.state().await, "PAID_LATE");
}

/// Of several things that were ordered nothing is taken, unless all of it is there.
#[tokio::test]
async fn what_is_only_partly_there_is_left_alone() {
    let it = pay_shop().await;
    let mut browser = it.office.shop.browser();
    browser
        .post("cart/add", &[("product", "1202"), ("option-Size", "M")])
        .await;
    let mut browser = it.ready_to_pay_in(browser).await;
    it.order(&mut browser, "card").await;
    it.becomes(State::Expired).await;
    it.work_off().await;
    let shirts = "SELECT CAST(sum(stock) AS BIGINT) FROM variations WHERE product_id = 1202";
    let before = it.office.shop.count(shirts).await;
    // The mug comes first, and would be taken.
    it.office
        .shop
        .execute("UPDATE variations SET stock = 0 WHERE product_id = 1202 AND stock IS NOT NULL")
        .await;
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert!(before > 0);
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("PAID_LATE", BACK)
    );
}

#[tokio::test]
async fn an_order_that_the_merchant_called_off_is_not_revived() {
    let it = pay_shop().await;
    let (_, number) = it.ordered("card").await;
    let cancel = |_: &_| {
        Ok::<Change, Refusal>(Change {
            payment: Some(PaymentStatus::Cancelled),
            ..Change::default()
        })
    };
    let done = change_order(
        &it.office.shop.db,
        &it.office.shop.config,
        &number,
        cancel,
        &Actor::command_line(),
        date::now(),
    )
    .await;
    assert!(done.expect("an order").is_some_and(|it| it.is_ok()));
    assert_eq!(
        (it.state().await.as_str(), it.books().await.0),
        ("CANCELLED", 7)
    );
    // It is ended at the provider too, so that it is not paid at all.
    assert_eq!(it.sweep_in(0).await, 1);
    assert_ne!(it.payment().state, State::Open);
    assert_eq!(it.sweep_in(0).await, 0);
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(it.state().await, "PAID_LATE");
    assert_eq!(
        it.books().await.0,
        7,
        "no stock is taken for what was called off"
    );
}

#[tokio::test]
async fn what_is_paid_stays_paid_whatever_comes_later() {
    let it = pay_shop().await;
    it.ordered("card").await;
    for state in [State::Paid, State::Expired, State::Failed, State::Paid] {
        it.becomes(state).await;
        it.work_off().await;
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD),
            "{state:?}"
        );
    }
}

/// A mark, and nothing else: neither the order nor the stock moves.
#[tokio::test]
async fn a_bank_that_wants_the_money_back_is_seen() {
    let it = pay_shop().await;
    it.ordered("card").await;
    it.becomes(State::Paid).await;
    it.work_off().await;
    let key = it.payment().key;
    for (disputed, count) in [(true, 1), (false, 0)] {
        it.provider
            .change(&key, |it| it.disputed = disputed)
            .await
            .expect("a payment");
        it.work_off().await;
        let marked = "SELECT count(*) FROM payments WHERE disputed";
        assert_eq!(it.office.shop.count(marked).await, count);
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD)
        );
    }
    let told = "SELECT count(*) FROM audit WHERE after LIKE '%DISPUTED%'";
    assert_eq!(it.office.shop.count(told).await, 2);
}
