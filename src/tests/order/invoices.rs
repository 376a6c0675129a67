//! Invoices: one after the other, each as it was written.

use crate::{
    support::checkout::{ordered, place, selling_with, up_to_review},
    support::{Browser, Shop},
};
use awning::{
    order::{
        change_status::{Change, change_status},
        store,
    },
    platform::{
        audit::Actor,
        config::{Config, Seller},
    },
    pricing::payment::PaymentStatus,
};

fn seller(config: &mut Config) {
    config.seller = Seller {
        name: "Tide & Line GmbH".into(),
        address: "Hafenstraße 1\n20457 Hamburg".into(),
        vat_id: "DE123456789".into(),
        note: "Thank you.".into(),
    };
    config.invoice_prefix = "R-".into();
}

async fn order(browser: &mut Browser) -> String {
    up_to_review(browser, "ada@example.com").await;
    ordered(&place(browser).await)
}

async fn set(shop: &Shop, number: &str, payment: PaymentStatus, mail: bool) {
    let tx = shop.db.begin().await.expect("a transaction");
    let order = store::to_change(&tx, number).await.expect("found");
    let change = Change {
        payment: Some(payment),
        mail,
        ..Change::default()
    };
    let (order, now) = (order.expect("an order"), awning::base::date::now());
    let changed = change_status(
        &tx,
        &order,
        &change,
        &shop.config,
        &Actor::command_line(),
        now,
    )
    .await;
    changed.expect("looked at").expect("changed");
    tx.commit().await.expect("it holds");
}

#[tokio::test]
async fn a_paid_order_has_an_invoice_that_never_changes() {
    let shop = selling_with(seller).await;
    let mut ada = shop.customer("ada@example.com").await;
    let number = order(&mut ada).await;
    let (page, path) = (
        format!("/account/orders/{number}"),
        format!("/account/orders/{number}/invoice"),
    );
    assert_eq!(ada.get(&path).await.header("location"), page, "not yet");
    assert!(!ada.get(&page).await.body.contains("/invoice"));
    set(&shop, &number, PaymentStatus::Paid, true).await;
    assert!(
        ada.get(&page)
            .await
            .body
            .contains(&format!("href=\"{path}\""))
    );
    let invoice = ada.get(&path).await;
    assert_eq!(invoice.status, 200);
    for part in [
        "Invoice R-00001",
        "Tide &amp; Line GmbH",
        "20457 Hamburg",
        "DE123456789",
        "Ada Lovelace",
        "Blue Mug",
        "20 %",
        "€20.42",
        "€4.08",
        "€24.50",
        "VAT 20 % on €24.59",
        "€4.91",
        "€29.50",
        "Thank you.",
        "Invoice date",
        "Date of delivery",
    ] {
        assert!(invoice.body.contains(part), "{part}: {}", invoice.body);
    }
    let letter = format!("SELECT count(*) FROM letters WHERE text LIKE '%Invoice R-00001%{path}%'");
    assert_eq!(shop.count(&letter).await, 1);
    let id = shop.count("SELECT id FROM orders").await;
    shop.set("orders", "document", id, "/billing/name", "Eve".into())
        .await;
    shop.set_product(1201, "/name", serde_json::json!({ "en": "Other" }))
        .await;
    set(&shop, &number, PaymentStatus::Refunded, false).await;
    let later = ada.get(&path).await.body;
    assert!(later.contains("Ada Lovelace") && later.contains("Blue Mug"));
    let mut eve = shop.customer("eve@example.com").await;
    assert_eq!(eve.get(&path).await.header("location"), page);
    let link = eve.get(&page).await;
    assert!(
        link.header("location").contains("number="),
        "who has only the link is asked"
    );
}

#[tokio::test]
async fn numbers_follow_each_other_without_a_gap() {
    let shop = selling_with(seller).await;
    let mut orders = Vec::new();
    for _ in 0..3 {
        orders.push(order(&mut shop.browser()).await);
    }
    // What fails takes no number.
    let tx = shop.db.begin().await.expect("a transaction");
    let found = store::to_change(&tx, &orders[0]).await.expect("found");
    let change = Change {
        payment: Some(PaymentStatus::Paid),
        ..Change::default()
    };
    let changed = change_status(
        &tx,
        &found.expect("it"),
        &change,
        &shop.config,
        &Actor::command_line(),
        0,
    )
    .await;
    changed.expect("looked at").expect("changed");
    tx.rollback().await.expect("rolled back");
    for number in orders.iter().rev() {
        set(&shop, number, PaymentStatus::Paid, false).await;
        set(&shop, number, PaymentStatus::Paid, false).await;
    }
    let first = format!(
        "SELECT count(*) FROM invoices i JOIN orders o ON o.id = i.order_id WHERE number = 'R-00001' AND public_id = '{}'",
        orders[2]
    );
    assert_eq!(shop.count(&first).await, 1, "in the order of payments");
    let last = "SELECT count(*) FROM invoices WHERE number IN ('R-00001', 'R-00002', 'R-00003')";
    assert_eq!(shop.count(last).await, 3);
    assert_eq!(shop.count("SELECT count(*) FROM invoices").await, 3);
}

/// An order that was paid before the merchant said who sells gets its invoice when it is asked for, once.
#[tokio::test(flavor = "multi_thread")]
async fn looks_at_once_write_one_invoice() {
    let shop = selling_with(seller).await;
    let mut browser = shop.browser();
    let number = order(&mut browser).await;
    shop.execute("UPDATE orders SET payment_status = 'PAID'")
        .await;
    let looks = (0..6).map(|_| {
        let (mut browser, path) = (browser.clone(), format!("/account/orders/{number}/invoice"));
        tokio::spawn(async move { browser.get(&path).await.body.contains("R-00001") })
    });
    for look in looks.collect::<Vec<_>>() {
        assert!(look.await.expect("an answer"));
    }
    assert_eq!(shop.count("SELECT value FROM counters").await, 1);
}

#[tokio::test]
async fn nobody_writes_invoices_for_a_seller_without_a_name() {
    let shop = selling_with(|_| {}).await;
    let mut browser = shop.browser();
    let number = order(&mut browser).await;
    set(&shop, &number, PaymentStatus::Paid, false).await;
    let page = browser.get(&format!("/account/orders/{number}")).await.body;
    assert!(!page.contains("/invoice"));
    assert_eq!(shop.count("SELECT count(*) FROM invoices").await, 0);
}
