//! The shop's payments beside their providers' books.

use super::{BACK, PayShop, SOLD, pay_shop};
use crate::admin::support::{fields, pairs};
use awning::{
    admin::staff::role::Role,
    base::date::{self, DAY, HOUR},
    demo::test_provider::{
        Payment, State,
        faults::{Delivery, Fault},
    },
    order::payment::{provider::shop_mark, report},
};

const OPEN: &str = "SELECT count(*) FROM payment_reports WHERE is_open";

/// Compares as it is done tomorrow; why something could not be.
async fn compare(it: &PayShop) -> Vec<String> {
    let services = it.office.shop.state.current().services();
    // A day is compared an hour after its end: within that hour, this time tomorrow is too early.
    let tomorrow = date::now() + DAY + 2 * HOUR;
    let compared = report::compare(&services, tomorrow).await;
    compared.expect("the database works")
}

/// What the reports hold: how many payments were compared, and what is the matter.
async fn found(it: &PayShop) -> (i64, Vec<report::Discrepancy>) {
    let reports = report::latest(&it.office.shop.db.read, 100).await;
    let reports = reports.expect("reports");
    let compared = reports.iter().map(|(it, _)| it.compared).sum();
    let what = reports
        .iter()
        .flat_map(|(_, it)| it.iter().map(|it| it.what));
    (compared, what.collect())
}

#[tokio::test]
async fn a_day_that_agrees_is_compared_once() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        it.ordered(method).await;
        it.becomes(State::Paid).await;
        it.work_off().await;
        for _ in 0..2 {
            assert_eq!(compare(&it).await, Vec::<String>::new());
            assert_eq!(found(&it).await, (1, vec![]), "{method}");
        }
        // Three days at each of two providers.
        let reports = "SELECT count(*) FROM payment_reports";
        assert_eq!(it.office.shop.count(reports).await, 6, "{method}");
        let mut owner = it.office.signed_in(Role::Owner).await;
        let page = owner.get("/payments").await.body;
        assert!(page.contains("1 payment") && page.contains("All of it agrees."));
    }
}

/// No message came, and the sweep was not there either.
#[tokio::test]
async fn money_that_nobody_told_of_is_found_and_the_order_placed() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        it.ordered(method).await;
        it.provider.faults().of_messages([Delivery::Lost]);
        it.becomes(State::Paid).await;
        compare(&it).await;
        assert_eq!(
            found(&it).await,
            (1, vec![report::Discrepancy::Mended]),
            "{method}"
        );
        assert_eq!(
            (it.state().await.as_str(), it.books().await),
            ("PAID", SOLD)
        );
        assert_eq!(it.office.shop.count(OPEN).await, 0, "nobody has to look");
    }
}

#[tokio::test]
async fn what_cannot_be_mended_is_seen_until_somebody_looked() {
    for method in ["card", "ideal"] {
        let it = pay_shop().await;
        it.ordered(method).await;
        it.becomes(State::Paid).await;
        it.work_off().await;
        let paid = it.payment();
        // A backup from before it was put back; and a payment of another shop at the same account.
        let mark = shop_mark(&it.office.shop.db).await.expect("a mark");
        for (name, shop) in [("lost", mark.as_str()), ("other", "another shop")] {
            it.provider.add(Payment {
                id: format!("{}{name}", &paid.id[..8]),
                key: name.to_owned(),
                shop: shop.to_owned(),
                ..paid.clone()
            });
        }
        compare(&it).await;
        assert_eq!(
            found(&it).await,
            (2, vec![report::Discrepancy::Unknown]),
            "{method}"
        );
        let mut owner = it.office.signed_in(Role::Owner).await;
        let today = owner.get("/").await.body;
        assert!(today.contains("payments to look at"), "{method}");
        let page = owner.get("/payments").await.body;
        assert!(page.contains("which knows no such payment"), "{page}");
        let form = fields(&page, "/payments/reports");
        let answer = owner.send_form("/payments/reports", &pairs(&form)).await;
        assert_eq!(answer.status, 303);
        assert_eq!(it.office.shop.count(OPEN).await, 0);
        let today = owner.get("/").await.body;
        assert!(!today.contains("payments to look at"), "{method}");
    }
}

#[tokio::test]
async fn money_that_is_not_there_and_other_amounts_are_found() {
    type Change = fn(&mut Payment);
    let changes: [(Change, report::Discrepancy); 2] = [
        (|it| it.state = State::Failed, report::Discrepancy::NotThere),
        (|it| it.amount -= 1, report::Discrepancy::OtherAmount),
    ];
    for method in ["card", "ideal"] {
        for (change, what) in changes {
            let it = pay_shop().await;
            it.ordered(method).await;
            it.becomes(State::Paid).await;
            it.work_off().await;
            it.provider.faults().of_messages([Delivery::Lost]);
            let key = it.payment().key;
            it.provider.change(&key, change).await;
            compare(&it).await;
            assert_eq!(found(&it).await, (1, vec![what]), "{method}");
            assert_eq!(it.office.shop.count(OPEN).await, 1);
            assert_eq!(it.books().await, SOLD, "nothing is undone by itself");
        }
    }
}

#[tokio::test]
async fn what_is_not_paid_is_no_difference() {
    let it = pay_shop().await;
    let (mut browser, number) = it.ordered("ideal").await;
    it.becomes(State::Failed).await;
    browser.get(&super::result(&number)).await;
    compare(&it).await;
    assert_eq!(found(&it).await, (1, vec![]));
    assert_eq!(it.books().await, BACK);
}

#[tokio::test]
async fn a_day_that_could_not_be_compared_is_compared_later() {
    let it = pay_shop().await;
    it.provider.faults().of_requests([Fault::Fail]);
    assert_eq!(compare(&it).await.len(), 1);
    let reports = "SELECT count(*) FROM payment_reports";
    assert_eq!(it.office.shop.count(reports).await, 5);
    assert_eq!(compare(&it).await.len(), 0);
    assert_eq!(it.office.shop.count(reports).await, 6);
}
