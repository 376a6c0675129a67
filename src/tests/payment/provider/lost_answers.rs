//! Answers that get lost, observers that come at once, shoppers who want the same piece, a provider that is away.

use super::{BACK, HELD, MINUTE, SOLD, buy, pay_shop, result, thanks};
use awning::{
    demo::test_provider::{
        State,
        faults::{Delivery, Fault},
    },
    order::payment::provider::{Keys, Name},
    platform::config::ProviderName,
};

/// The shopper paid and closed the browser; nobody told us.
#[tokio::test]
async fn an_order_that_is_paid_is_placed_though_nobody_comes_back() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        it.ordered(method).await;
        it.provider.faults().of_messages([Delivery::Lost]);
        it.becomes(State::Paid).await;
        assert_eq!(it.sweep_in(MINUTE).await, 0, "{method}: not yet");
        assert_eq!(it.sweep_in(2 * MINUTE + 1).await, 1, "{method}");
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD)
        );
        assert_eq!(
            it.sweep_in(60 * MINUTE).await,
            0,
            "{method}: nothing is left to be learned"
        );
    }
}

#[tokio::test]
async fn an_answer_that_is_lost_makes_no_second_payment() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        let mut browser = it.ready_to_pay().await;
        it.provider
            .faults()
            .of_requests([Fault::LoseAnswer, Fault::Fail]);
        let answer = buy(&mut browser, method).await;
        let result = answer.header("location").to_owned();
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("STARTED", HELD),
            "{method}"
        );
        assert_eq!(
            it.provider.payments().len(),
            1,
            "{method}: the provider knows of it"
        );
        // The first look is answered with 500, the second is the same request once more.
        assert!(
            !browser.get(&result).await.body.contains("/pay/"),
            "{method}"
        );
        assert!(
            browser.get(&result).await.body.contains("/pay/"),
            "{method}"
        );
        assert_eq!(it.payment().key.len(), 32);
        it.becomes(State::Paid).await;
        browser.get(&result).await;
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_return_a_message_and_the_sweep_at_once_place_one_order() {
    for _ in 0..3 {
        let it = pay_shop().await;
        let (browser, number) = it.ordered("card").await;
        it.provider.faults().of_messages([Delivery::Twice]);
        it.becomes(State::Paid).await;
        let looks = (0..4).map(|_| {
            let (mut browser, path) = (browser.clone(), result(&number));
            tokio::spawn(async move { browser.get(&path).await.header("location").to_owned() })
        });
        let looks: Vec<_> = looks.collect();
        let (_, swept) = tokio::join!(it.work_off(), it.sweep_in(3 * MINUTE));
        assert!(swept <= 1);
        for look in looks {
            assert_eq!(look.await.expect("an answer"), thanks(&number));
        }
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD)
        );
    }
}

#[tokio::test]
async fn the_last_piece_is_held_until_its_payment_ends() {
    let it = pay_shop().await;
    it.office
        .shop
        .execute("UPDATE products SET stock = 1 WHERE id = 1201")
        .await;
    let mut second = it.ready_to_pay().await;
    let page = second.get("/checkout/payment").await.body;
    let (mut first, number) = it.ordered("card").await;
    assert_eq!(it.books().await.0, 0);
    let key = super::field(&page, "key");
    let total = super::field(&page, "total");
    let form = [
        ("key", key.as_str()),
        ("total", &total),
        ("payment", "card"),
    ];
    let refused = second.post("checkout/place", &form).await;
    assert!(
        !refused.header("location").contains("result"),
        "it is not there"
    );
    first
        .post("checkout/cancel-payment", &[("order", &number)])
        .await;
    let placed = second.post("checkout/place", &form).await;
    assert!(placed.header("location").contains("result"), "now it is");
    assert_eq!(it.books().await.0, 0);
}

/// We never give up alone: what the provider does not call unpaid keeps the goods.
#[tokio::test]
async fn time_alone_frees_nothing() {
    let it = pay_shop().await;
    it.ordered("card").await;
    it.provider.faults().of_requests([Fault::Fail]);
    assert_eq!(it.sweep_in(40 * MINUTE).await, 1);
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("WAITING", HELD),
        "it could not be asked"
    );
    assert_eq!(it.sweep_in(3 * 60 * MINUTE).await, 1, "it is asked again");
    assert_ne!(it.payment().state, State::Open);
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("CANCELLED", BACK)
    );
}

#[tokio::test]
async fn a_bank_that_takes_its_time_keeps_the_goods() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("card").await;
    it.becomes(State::Processing).await;
    let page = browser.get(&result(&number)).await;
    assert!(page.status == 200 && page.body.contains("We are waiting for your payment"));
    for hours in [1, 3, 5] {
        it.sweep_in(hours * 60 * MINUTE).await;
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PROCESSING", HELD)
        );
    }
    it.becomes(State::Paid).await;
    it.sweep_in(7 * 60 * MINUTE).await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("PAID", SOLD)
    );
}

/// As many as a provider leaves behind whose messages did not come for an hour.
#[tokio::test]
async fn all_that_is_due_is_looked_at_in_one_go() {
    const NUMBERS: &str =
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 120)";
    const LEFT: &str = "SELECT (SELECT count(*) FROM payments WHERE look_at < 9) \
        + (SELECT count(*) FROM payment_returns WHERE look_at < 9)";
    let it = pay_shop().await;
    it.ordered("card").await;
    for copies in [
        "INSERT INTO payments (order_id, method, state, cart, created_at, key, provider, reference, amount, currency, origin, look_at) \
         SELECT order_id, 'gone', 'CANCELLED', cart, created_at, key || n, '', '', amount, currency, origin, 0 FROM payments, n",
        "INSERT INTO payment_returns (payment_id, key, amount, currency, state, reference, why, created_at, look_at) \
         SELECT id, key || n, amount, currency, 'DONE', '', '', created_at, 0 FROM payments, n WHERE method = 'card'",
    ] {
        it.office.shop.execute(&format!("{NUMBERS} {copies}")).await;
    }
    assert_eq!(it.office.shop.count(LEFT).await, 240);
    assert_eq!(it.sweep_in(1).await, 240);
    assert_eq!(it.office.shop.count(LEFT).await, 0);
}

/// The provider was away all the time, and nobody was ever led to it.
#[tokio::test]
async fn what_no_provider_ever_heard_of_ends_with_its_time() {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    it.provider.faults().of_requests([Fault::Fail; 4]);
    buy(&mut browser, "card").await;
    for minutes in [3, 6, 40] {
        it.sweep_in(minutes * MINUTE).await;
    }
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("EXPIRED", BACK)
    );
    assert_eq!(it.provider.payments().len(), 0);
}

#[tokio::test]
async fn another_amount_is_never_taken_for_the_right_one() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("card").await;
    let key = it.payment().key;
    let wrong = it
        .provider
        .change(&key, |it| (it.amount, it.state) = (100, State::Paid));
    wrong.await.expect("a payment");
    let page = browser.get(&result(&number)).await;
    assert!(
        page.status == 200 && page.body.contains("We are looking into your payment"),
        "{}",
        page.status
    );
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("MISMATCH", HELD)
    );
    assert_eq!(
        it.office
            .shop
            .count("SELECT seen_amount FROM payments")
            .await,
        100
    );
    it.becomes(State::Paid).await;
    it.work_off().await;
    assert_eq!(it.state().await, "MISMATCH");
}

/// The merchant forgot the keys while it was paid: nothing is given back, and it is seen.
#[tokio::test]
async fn a_payment_whose_keys_are_gone_is_seen() {
    let it = pay_shop().await;
    it.ordered("card").await;
    let keep = Keys::keep(
        &it.office.shop.db.write,
        ProviderName::Stripe,
        Name::Secret,
        "",
    );
    keep.await.expect("forgotten");
    it.sweep_in(40 * MINUTE).await;
    assert_eq!(
        (it.state().await.as_str(), it.books().await),
        ("WAITING", HELD)
    );
    let told =
        "SELECT count(*) FROM payments WHERE trouble = 'its keys are gone' AND look_at IS NOT NULL";
    assert_eq!(it.office.shop.count(told).await, 1);
}
