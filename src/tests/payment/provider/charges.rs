//! Subscriptions that are paid online: the card of the first order is kept, and charged for those that follow.

use super::{PayShop, STOCK, pay_shop};
use crate::{order::personal_data::delete, support::Browser};
use awning::{
    app::jobs,
    base::date::{self, DAY},
    demo::test_provider::{State, faults::Charge},
    order::anonymise,
    subscription::renew::renew_due,
};
use serde_json::json;

const PAID: &str = "SELECT count(*) FROM orders WHERE payment_status = 'PAID'";
const DUE: &str = "SELECT count(*) FROM orders WHERE payment_status = 'AWAITING_PAYMENT'";
const ASKED: &str = "SELECT count(*) FROM letters WHERE subject LIKE 'Please pay for order%'";

/// A shop with a mug that comes every month, subscribed to and paid by `method`.
async fn subscribed(method: &str) -> (PayShop, Browser) {
    let it = pay_shop().await;
    let monthly = json!({ "every": [{ "unit": "MONTH", "count": 1 }] });
    it.office
        .shop
        .set_product(1201, "/subscription", monthly)
        .await;
    let mut browser = it.office.shop.customer("ada@example.com").await;
    let wanted = [("product", "1201"), ("subscription", "MONTH-1")];
    browser.post("cart/add", &wanted).await;
    let mut browser = it.answered(browser).await;
    it.order(&mut browser, method).await;
    it.becomes(State::Paid).await;
    work(&it).await;
    assert_eq!(it.office.shop.count(PAID).await, 1);
    let begun = "SELECT count(*) FROM subscriptions";
    assert_eq!(it.office.shop.count(begun).await, 1, "{method}");
    (it, browser)
}

async fn work(it: &PayShop) {
    let worker = jobs::worker(&it.office.shop.state);
    worker.work_off().await.expect("worked");
}

/// Lets it be the next date, `months` from now.
async fn next(it: &PayShop, months: i64) {
    let services = it.office.shop.state.current().services();
    let later = date::now() + months * 31 * DAY + DAY;
    renew_due(&services, later).await.expect("renewed");
    it.work_off_at(later).await;
}

#[tokio::test]
async fn the_card_of_the_first_order_is_charged_for_the_next() {
    for method in ["card", "ideal"] {
        let (it, mut browser) = subscribed(method).await;
        let first = it.payment();
        assert!(first.customer.is_some(), "{method}: it is kept");
        next(&it, 1).await;
        next(&it, 1).await;
        assert_eq!(it.office.shop.count(PAID).await, 2, "{method}: once");
        assert_eq!(it.provider.payments().len(), 2, "{method}");
        let charged = it.latest().await;
        assert_eq!(charged.customer, first.customer);
        assert_eq!(
            charged.amount,
            it.office
                .shop
                .count("SELECT total FROM orders ORDER BY id DESC LIMIT 1")
                .await
        );
        assert_eq!(it.office.shop.count(STOCK).await, 5);
        assert_eq!(it.office.shop.count(ASKED).await, 0);
        let page = browser.get("/account/orders").await.body;
        assert!(!page.contains("Awaiting payment"), "{method}");
    }
}

/// The bank wants the customer to say yes, or the card is refused: the order is there, and the customer is asked.
#[tokio::test]
async fn a_charge_that_fails_asks_the_customer_who_pays_then() {
    for (method, charge) in [
        ("card", Charge::Asks),
        ("card", Charge::Declined),
        ("ideal", Charge::Declined),
    ] {
        let (it, _) = subscribed(method).await;
        it.provider.faults().of_charges([charge]);
        next(&it, 1).await;
        assert_eq!(it.office.shop.count(DUE).await, 1, "{method} {charge:?}");
        assert_eq!(it.office.shop.count(ASKED).await, 1, "{method} {charge:?}");
        let text = "SELECT text FROM letters WHERE subject LIKE 'Please pay for order%'";
        let text = it.text(text).await;
        let link = text
            .split_whitespace()
            .find(|it| it.contains("/account/pay/"));
        let link = link.expect("a link").splitn(4, '/').nth(3).expect("a path");
        let mut phone = it.office.shop.browser();
        let answer = phone.get(&format!("/{link}")).await;
        let order = answer.header("location").to_owned();
        let page = phone.get(&order).await.body;
        assert!(page.contains("This order is not paid yet"), "{page}");
        let number = order.rsplit('/').next().expect("a number").to_owned();
        let form = [("order", number.as_str()), ("payment", method)];
        phone.post("orders/pay", &form).await;
        let key = it.latest().await.key;
        it.provider.change(&key, |it| it.state = State::Paid).await;
        work(&it).await;
        assert_eq!(it.office.shop.count(PAID).await, 2, "{method} {charge:?}");
        // What they paid by is what is charged from now on.
        next(&it, 2).await;
        assert_eq!(it.office.shop.count(PAID).await, 3, "{method} {charge:?}");
        let known = it.provider.payments();
        let again = known.iter().find(|it| it.key == key).expect("one");
        assert_eq!(it.latest().await.customer, again.customer);
    }
}

/// The answer to a charge is lost: asked again by the same key, the provider knows it.
#[tokio::test]
async fn a_charge_whose_answer_is_lost_is_made_once() {
    for method in ["card", "ideal"] {
        let (it, _) = subscribed(method).await;
        it.provider.faults().of_charges([Charge::PaidUnheard]);
        next(&it, 1).await;
        assert_eq!(
            it.office.shop.count(PAID).await,
            1,
            "{method}: nobody knows"
        );
        it.sweep_in(32 * DAY + 180).await;
        assert_eq!(it.office.shop.count(PAID).await, 2, "{method}");
        assert_eq!(it.provider.payments().len(), 2, "{method}: one charge");
    }
}

/// The shop died after the charge, and is started again when the provider has forgotten the request: it finds the charge there.
#[tokio::test]
async fn a_charge_that_is_asked_for_again_much_later_is_made_once() {
    for method in ["card", "ideal"] {
        let (it, _) = subscribed(method).await;
        it.provider.faults().of_charges([Charge::PaidUnheard]);
        next(&it, 1).await;
        let charged = it.provider.payments().len();
        assert_eq!((charged, it.office.shop.count(PAID).await), (2, 1));
        it.provider.forget_requests();
        it.sweep_in(32 * DAY + 180).await;
        assert_eq!(it.office.shop.count(PAID).await, 2, "{method}");
        assert_eq!(it.provider.payments().len(), 2, "{method}: one charge");
    }
}

/// A first order before cards were kept: the shopper and the merchant are told, and no goods leave.
#[tokio::test]
async fn without_a_card_that_is_kept_no_order_is_made() {
    let (it, _) = subscribed("card").await;
    it.office
        .shop
        .execute("UPDATE payments SET saved = ''")
        .await;
    next(&it, 1).await;
    assert_eq!(it.office.shop.count("SELECT count(*) FROM orders").await, 1);
    let trouble = "SELECT count(*) FROM subscriptions WHERE trouble = 'NOT_PAYABLE'";
    assert_eq!(it.office.shop.count(trouble).await, 1);
}

#[tokio::test]
async fn what_was_kept_to_charge_goes_with_what_else_is_personal_in_the_orders() {
    let (it, mut browser) = subscribed("card").await;
    next(&it, 1).await;
    let kept = "SELECT count(*) FROM payments WHERE saved <> '' OR by_saved <> ''";
    assert_eq!(it.office.shop.count(kept).await, 2);
    delete(&it.office.shop, &mut browser).await;
    let sweep = |days| anonymise::sweep(&it.office.shop.db, 10, date::now() + days * DAY);
    assert_eq!(sweep(1).await.expect("looked"), 0);
    assert_eq!(it.office.shop.count(kept).await, 2, "it is not over");
    assert_eq!(sweep(400).await.expect("swept"), 2);
    assert_eq!(it.office.shop.count(kept).await, 0);
}
