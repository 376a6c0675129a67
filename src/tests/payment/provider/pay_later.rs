//! Orders that are placed and not paid: paid online afterwards, from their page or from the link of an e-mail.

use super::{BACK, PayShop, STOCK, buy, pay_shop};
use crate::{
    admin::support::{fields, pairs, set},
    support::Browser,
};
use awning::{admin::staff::role::Role, demo::test_provider::State};

const PAID: &str = "SELECT count(*) FROM orders WHERE payment_status = 'PAID'";
const OPEN: &str = "SELECT count(*) FROM orders WHERE payment_status = 'AWAITING_PAYMENT'";

/// A shop with an order to be paid by bank transfer: the browser that placed it, and its number.
async fn transfer() -> (PayShop, Browser, String) {
    let it = pay_shop().await;
    let mut browser = it.ready_to_pay().await;
    let answer = buy(&mut browser, "bank").await;
    let thanks = answer.header("location").to_owned();
    browser.get(&thanks).await;
    let number = thanks.split('=').next_back().expect("a number").to_owned();
    assert_eq!(it.office.shop.count(OPEN).await, 1);
    (it, browser, number)
}

fn page_of(number: &str) -> String {
    format!("/account/orders/{number}")
}

/// Clicks the button that pays by `method`; where that leads.
async fn pay(browser: &mut Browser, number: &str, method: &str) -> String {
    let form = [("order", number), ("payment", method)];
    let answer = browser.post("orders/pay", &form).await;
    answer.header("location").to_owned()
}

#[tokio::test]
async fn an_order_by_bank_transfer_can_be_paid_by_card_afterwards() {
    for method in ["card", "ideal"] {
        let (it, mut browser, number) = transfer().await;
        let page = browser.get(&page_of(&number)).await;
        assert!(page.body.contains("This order is not paid yet"));
        let policy = page.header("content-security-policy");
        let allowed = format!("form-action 'self' {};", it.provider.url());
        assert!(policy.contains(&allowed), "{policy}");
        let to = pay(&mut browser, &number, method).await;
        assert_eq!(to, format!("/checkout/result?order={number}&pay"));
        // A second click, and the order's page, lead to the same payment.
        assert_eq!(pay(&mut browser, &number, method).await, to);
        let page = browser.get(&page_of(&number)).await.body;
        assert!(page.contains("Continue to the payment"));
        it.becomes(State::Paid).await;
        let answer = browser.get(&to).await;
        assert_eq!(answer.header("location"), page_of(&number), "{method}");
        it.work_off().await;
        assert_eq!(it.office.shop.count(PAID).await, 1);
        assert_eq!(it.office.shop.count(STOCK).await, 6, "taken once");
        let page = browser.get(&page_of(&number)).await.body;
        assert!(!page.contains("not paid yet") && !page.contains("Bank transfer"));
        let told = "SELECT count(*) FROM letters WHERE subject LIKE '%Paid%'";
        assert_eq!(it.office.shop.count(told).await, 1);
        let event =
            "SELECT count(*) FROM orders WHERE paid_at IS NOT NULL AND payment_method <> 'bank'";
        assert_eq!(it.office.shop.count(event).await, 1);
    }
}

#[tokio::test]
async fn an_order_whose_card_is_refused_is_still_to_be_paid() {
    let (it, mut browser, number) = transfer().await;
    let to = pay(&mut browser, &number, "ideal").await;
    it.becomes(State::Failed).await;
    let answer = browser.get(&to).await;
    assert_eq!(answer.header("location"), page_of(&number));
    let page = browser.get(&page_of(&number)).await.body;
    assert!(page.contains("The payment did not go through"), "{page}");
    assert_eq!(it.office.shop.count(OPEN).await, 1);
    assert_eq!(it.office.shop.count(STOCK).await, 6, "the goods are theirs");
    // Nobody is told of an order that was not placed: it is.
    it.work_off_at(awning::base::date::now() + 3_600).await;
    let told = "SELECT count(*) FROM letters WHERE subject LIKE '%not placed%'";
    assert_eq!(it.office.shop.count(told).await, 0);
    pay(&mut browser, &number, "card").await;
    assert_eq!(it.latest().await.state, State::Open, "another attempt");
}

/// The merchant marks it as paid, because the transfer came: nobody can pay it once more, and who did gets it back.
#[tokio::test]
async fn what_was_paid_another_way_is_not_paid_twice() {
    for is_too_late in [false, true] {
        let (it, mut browser, number) = transfer().await;
        pay(&mut browser, &number, "card").await;
        let mut owner = it.office.signed_in(Role::Owner).await;
        let path = format!("/orders/{number}/paid");
        let page = owner.get(&format!("/orders/{number}")).await.body;
        let form = fields(&page, &path);
        assert_eq!(owner.send_form(&path, &pairs(&form)).await.status, 303);
        if is_too_late {
            it.becomes(State::Paid).await;
        }
        it.sweep_in(1).await;
        if !is_too_late {
            assert_eq!(it.payment().state, State::Expired, "nobody can pay it now");
            assert_eq!(it.state().await, "CANCELLED");
            continue;
        }
        assert_eq!(it.state().await, "PAID_LATE");
        let page = owner.get(&format!("/orders/{number}")).await.body;
        assert!(page.contains("Give it back") && !page.contains("Accept it"));
        let path = format!("/orders/{number}/payment");
        let mut form = fields(&page, &path);
        set(&mut form, "does", "accept");
        owner.send_form(&path, &pairs(&form)).await;
        assert_eq!(it.state().await, "PAID_LATE", "it is not ours to keep");
        set(&mut form, "does", "return");
        owner.send_form(&path, &pairs(&form)).await;
        it.work_off().await;
        assert_eq!(it.payment().refunds.len(), 1);
        assert_eq!(it.office.shop.count(PAID).await, 1, "the order stays paid");
        assert_eq!(it.office.shop.count(STOCK).await, 6);
    }
}

/// The shopper withdraws while a payment is open: nobody can pay it any more.
#[tokio::test]
async fn a_withdrawal_that_is_settled_ends_the_payment() {
    let (it, mut browser, number) = transfer().await;
    pay(&mut browser, &number, "card").await;
    browser.post("orders/withdraw", &[("order", &number)]).await;
    let mut owner = it.office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/refund");
    let page = owner.get(&format!("{path}?settles=yes")).await.body;
    let done = owner.send_form(&path, &pairs(&fields(&page, &path))).await;
    assert_eq!(done.status, 303, "{}", done.body);
    it.sweep_in(1).await;
    assert_eq!(it.payment().state, State::Expired, "nobody can pay it now");
    let (stock, uses, ..) = it.books().await;
    assert_eq!((stock, uses), (BACK.0, BACK.1), "once, and the coupon too");
}

/// The card was begun and given up: its provider has no money to send back.
#[tokio::test]
async fn what_was_paid_by_hand_goes_back_by_hand_whatever_way_was_chosen() {
    let (it, mut browser, number) = transfer().await;
    pay(&mut browser, &number, "card").await;
    let mut owner = it.office.signed_in(Role::Owner).await;
    let path = format!("/orders/{number}/paid");
    let page = owner.get(&format!("/orders/{number}")).await.body;
    let marked = owner.send_form(&path, &pairs(&fields(&page, &path))).await;
    assert_eq!(marked.status, 303, "{}", marked.body);
    for page in ["refund", "cancel"] {
        let page = owner.get(&format!("/orders/{number}/{page}")).await.body;
        assert!(page.contains("You send the money yourself"), "{page}");
    }
}

#[tokio::test]
async fn nobody_pays_what_is_not_theirs_or_not_due() {
    let (it, mut browser, number) = transfer().await;
    let mut eve = it.office.shop.browser();
    let form = [("order", number.as_str()), ("payment", "card")];
    assert_eq!(eve.post("orders/pay", &form).await.status, 400);
    // A way that is none, and one that takes no money online.
    for method in ["bank", "gold"] {
        assert_eq!(pay(&mut browser, &number, method).await, page_of(&number));
    }
    let paid = "UPDATE orders SET payment_status = 'PAID'";
    it.office.shop.execute(paid).await;
    assert_eq!(pay(&mut browser, &number, "card").await, page_of(&number));
    assert_eq!(it.provider.payments().len(), 0);
}
