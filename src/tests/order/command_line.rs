//! `awning orders`, as the merchant types it.

use crate::{
    support::Shop,
    support::checkout::{ordered, place, selling, up_to_review},
};
use std::process::{Command, Output};

/// A shop with an order of one mug; its number.
async fn shop_with_an_order() -> (Shop, String) {
    let shop = selling().await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let number = ordered(&place(&mut browser).await);
    (shop, number)
}

fn run(shop: &Shop, arguments: &[&str]) -> Output {
    program(shop, &[&["orders"], arguments].concat())
}

/// Runs the program as the merchant of `shop`.
pub fn program(shop: &Shop, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_awning"))
        .args(arguments)
        .args(["--set", &format!("database={}", shop.config.database)])
        .output()
        .expect("it runs")
}

/// What a command that goes well says.
fn said(shop: &Shop, arguments: &[&str]) -> String {
    let output = run(shop, arguments);
    let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {wrong}");
    String::from_utf8(output.stdout).expect("text")
}

/// What a command that is refused says.
fn refused(shop: &Shop, arguments: &[&str]) -> String {
    let output = run(shop, arguments);
    assert!(!output.status.success(), "{arguments:?}");
    String::from_utf8(output.stderr).expect("text")
}

#[tokio::test]
async fn orders_are_listed_and_shown() {
    let (shop, number) = shop_with_an_order().await;
    for (words, found) in [("", true), ("mug", true), ("nobody", false)] {
        let list = said(&shop, &["list", words]);
        assert_eq!(list.contains(&number), found, "{words}: {list}");
    }
    let shown = said(&shop, &["show", &number.to_lowercase()]);
    for part in ["ada@example.com", "AWAITING_PAYMENT", "Blue Mug"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(refused(&shop, &["show", "NOSUCH"]).contains("there is no order NOSUCH"));
    assert!(!said(&shop, &["list"]).contains("withdrawn"));
    shop.execute("UPDATE orders SET withdrawn_at = 1700000000")
        .await;
    assert!(said(&shop, &["list"]).contains("withdrawn 2023-11-14"));
}

#[tokio::test]
async fn a_status_is_changed_and_the_shopper_told() {
    let (shop, number) = shop_with_an_order().await;
    let change = [
        "status",
        &number,
        "--payment",
        "paid",
        "--fulfillment",
        "ready-for-pickup",
    ];
    said(&shop, &[&change[..], &["--mail"]].concat());
    let list = said(&shop, &["list"]);
    assert!(list.contains("PAID\tREADY_FOR_PICKUP"), "{list}");
    let letters = "SELECT count(*) FROM letters WHERE lower(text) LIKE '%ready%'";
    assert_eq!(shop.count(letters).await, 1);
    let wrong = refused(&shop, &["status", &number, "--payment", "perhaps"]);
    assert!(
        wrong.contains("PERHAPS") && wrong.contains("REFUNDED"),
        "{wrong}"
    );
    assert!(refused(&shop, &["status", &number]).contains("expected --payment"));
    assert!(refused(&shop, &["status", &number, "--mail", "--restock"]).contains("--mail"));
    assert_eq!(
        said(&shop, &["list"]),
        list,
        "what is refused changes nothing"
    );
}

#[tokio::test]
async fn what_was_cancelled_goes_back_into_stock_once() {
    let (shop, number) = shop_with_an_order().await;
    let left = "SELECT stock FROM products WHERE id = 1201";
    assert_eq!(shop.count(left).await, 6);
    let cancel = ["status", &number, "--payment", "cancelled", "--restock"];
    assert!(said(&shop, &cancel).ends_with("restocked\n"));
    assert!(said(&shop, &cancel).ends_with("restocked before\n"));
    assert_eq!(shop.count(left).await, 7);
    assert!(said(&shop, &["show", &number]).contains("restocked"));
}

#[tokio::test]
async fn variations_go_back_where_they_were_counted() {
    let shop = selling().await;
    let mut browser = shop.browser();
    let shirt = [("product", "1202"), ("option-Size", "M"), ("quantity", "2")];
    browser.post("cart/add", &shirt).await;
    let stock = "SELECT sum(stock) FROM variations WHERE product_id = 1202";
    let before = shop.count(stock).await;
    up_to_review(&mut browser, "ada@example.com").await;
    let number = ordered(&place(&mut browser).await);
    assert_eq!(shop.count(stock).await, before - 2);
    said(&shop, &["status", &number, "--restock"]);
    assert_eq!(shop.count(stock).await, before);
}

#[tokio::test]
async fn an_export_holds_every_order_and_no_formula() {
    let (shop, number) = shop_with_an_order().await;
    let id = shop.count("SELECT id FROM orders").await;
    for (pointer, value) in [
        ("/shipping/name", "=HYPERLINK(\"http://evil.example\")"),
        ("/items/0/sku", "-5"),
    ] {
        shop.set("orders", "document", id, pointer, value.into())
            .await;
    }
    let dir = tempfile::tempdir().expect("a directory");
    let file = |name: &str| dir.path().join(name).display().to_string();
    let (csv, json) = (file("orders.csv"), file("orders.jsonl"));
    assert!(said(&shop, &["export", &csv]).starts_with("1 orders written"));
    said(&shop, &["export", &json, "--format", "json"]);
    let rows = std::fs::read_to_string(csv).expect("a file");
    let mut lines = rows.lines();
    assert!(
        lines
            .next()
            .is_some_and(|first| first.starts_with("number,placed,email"))
    );
    let row = lines.next().expect("an item");
    assert!(
        row.starts_with(&number) && row.contains("\"'=HYPERLINK"),
        "{row}"
    );
    assert!(row.contains(",-5,"), "a number is no formula: {row}");
    let line = std::fs::read_to_string(json).expect("a file");
    let order: serde_json::Value = serde_json::from_str(line.trim()).expect("JSON");
    assert_eq!(order["number"], number.as_str());
    assert_eq!(order["order"]["totals"]["total"], 2450 + 500);
}
