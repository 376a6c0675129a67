//! What is left of a customer who had the account deleted.

use crate::{
    order::command_line::program,
    order::personal_data::{ADA, delete, deliver, export, shop_of_ada, tables_with},
    order::reviews::{guest_order, pay, send},
    support::checkout::{ADDRESS, ordered, place, selling_with, up_to_review},
};
use awning::{
    base::date::{DAY, now},
    order::anonymise,
};
use serde_json::json;

const YEARS: u32 = 10;

#[tokio::test]
async fn a_deleted_customer_is_nowhere_but_in_orders_that_are_under_way() {
    let (shop, mut ada, number) = shop_of_ada().await;
    let rating = "SELECT count(*) FROM reviews";
    assert_eq!(shop.count(rating).await, 2);
    delete(&shop, &mut ada).await;
    let page = ada.get("/account").await.body;
    assert!(page.contains("data-state=\"signed-out\""));
    let order = format!("/account/orders/{number}");
    let page = ada.get(&order).await.body;
    assert!(!page.contains("Elbchaussee"), "no browser sees the order");
    // What tells of it is forgotten as soon as it is sent.
    let last = shop.newest_email().await;
    assert!(last.contains("Your account is deleted"));
    deliver(&shop).await;
    assert_eq!(tables_with(&shop, &[ADA]).await, ["orders"]);
    let ended = "SELECT count(*) FROM subscriptions WHERE status = 'CANCELLED' AND email = '' AND customer_id IS NULL";
    assert_eq!(shop.count(ended).await, 1);
    assert_eq!(shop.count(rating).await, 1, "the other one is Eve's");
    // The address is free again.
    let mut again = shop.customer(ADA).await;
    assert!(!again.get("/account/orders").await.body.contains(&number));
}

#[tokio::test]
async fn an_order_keeps_what_tax_law_asks_for_and_then_nothing() {
    let (shop, mut ada, number) = shop_of_ada().await;
    shop.execute("DELETE FROM customers WHERE email = 'eve@example.com'")
        .await;
    shop.execute("DELETE FROM invoices WHERE number = '00001'")
        .await;
    shop.execute("DELETE FROM orders WHERE email = 'eve@example.com'")
        .await;
    let id = shop.count("SELECT id FROM orders").await;
    let typed = json!({ "Engraving": "For Anna" });
    shop.set("orders", "document", id, "/items/0/options", typed)
        .await;
    let typed = json!([["For Anna"]]);
    shop.set("orders", "document", id, "/items/0/chosen/answers", typed)
        .await;
    delete(&shop, &mut ada).await;
    let at = |days: i64| now() + days * DAY;
    let sweep = |days| anonymise::sweep(&shop.db, YEARS, at(days));
    assert_eq!(sweep(100).await.expect("looked"), 0, "it is not sent yet");
    let sent = program(
        &shop,
        &["orders", "status", &number, "--fulfillment", "shipped"],
    );
    assert!(sent.status.success(), "{sent:?}");
    deliver(&shop).await;
    assert_eq!(sweep(101).await.expect("looked"), 0, "seen closed");
    assert_eq!(sweep(130).await.expect("looked"), 0, "it may come back");
    assert_eq!(sweep(131).await.expect("looked"), 1);
    assert_eq!(sweep(131).await.expect("looked"), 0, "once");
    let contact = [ADA, "112233", "Ring twice"];
    assert!(tables_with(&shop, &contact).await.is_empty());
    let person = ["Ada Lovelace", "Elbchaussee"];
    let kept = tables_with(&shop, &person).await;
    assert_eq!(kept, ["invoices", "orders"]);
    let shown = program(&shop, &["orders", "show", &number]);
    assert!(shown.status.success(), "{shown:?}");
    // There is nobody to write to any more.
    let refund = [
        "orders",
        "status",
        &number,
        "--payment",
        "refunded",
        "--mail",
    ];
    let refunded = program(&shop, &refund);
    assert!(refunded.status.success(), "{refunded:?}");
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 0);
    assert_eq!(sweep(3_700).await.expect("looked"), 1);
    let kept = tables_with(&shop, &["Lovelace", "lovelace", "Elbchaussee", "For Anna"]).await;
    assert!(kept.is_empty(), "{kept:?}");
    assert_eq!(sweep(9_000).await.expect("looked"), 0);
    let total = format!("SELECT total FROM orders WHERE public_id = '{number}'");
    assert_eq!(shop.count(&total).await, 5_150, "what was sold stays");
    assert_eq!(shop.count("SELECT count(*) FROM invoices").await, 1);
}

#[tokio::test]
async fn the_hourly_job_deletes_whom_it_is_time_for() {
    let (shop, mut ada, _) = shop_of_ada().await;
    ada.post("account/delete_account", &[]).await;
    shop.execute("UPDATE deletions SET due_at = asked_at - 1")
        .await;
    let worker = awning::app::jobs::worker(&shop.state);
    worker.keep_periodic().await.expect("kept");
    deliver(&shop).await;
    let left = "SELECT count(*) FROM customers WHERE email = 'ada@example.com'";
    assert_eq!(shop.count(left).await, 0);
}

#[tokio::test]
async fn nothing_begins_for_whoever_is_gone() {
    let shop = selling_with(|_| {}).await;
    let monthly = json!({ "every": [{ "unit": "MONTH", "count": 1 }] });
    shop.set_product(1201, "/subscription", monthly).await;
    let mut ada = shop.customer(ADA).await;
    let wanted = [("product", "1201"), ("subscription", "MONTH-1")];
    ada.post("cart/add", &wanted).await;
    ada.post("cart/checkout", &[("email", ADA)]).await;
    ada.post("checkout/address", &ADDRESS).await;
    ada.post("checkout/shipping", &[("delivery", "post")]).await;
    ordered(&place(&mut ada).await);
    // Its job comes late.
    delete(&shop, &mut ada).await;
    shop.deliver().await;
    let all = "SELECT count(*) FROM subscriptions";
    assert_eq!(shop.count(all).await, 0);
}

#[tokio::test]
async fn an_order_that_cannot_be_read_hides_and_holds_up_no_other() {
    let shop = selling_with(|_| {}).await;
    let mut ada = shop.customer(ADA).await;
    let mut numbers = Vec::new();
    for _ in 0..2 {
        up_to_review(&mut ada, ADA).await;
        let number = ordered(&place(&mut ada).await);
        program(
            &shop,
            &["orders", "status", &number, "--payment", "cancelled"],
        );
        numbers.push(number);
    }
    shop.execute(&format!(
        "UPDATE orders SET document = '{{' WHERE public_id = '{}'",
        numbers[0]
    ))
    .await;
    let data = export(&mut ada).await;
    let known = data["orders"].as_array().expect("orders");
    let known: Vec<&str> = known
        .iter()
        .filter_map(|it| it["number"].as_str())
        .collect();
    assert_eq!(known, [numbers[1].as_str(), &numbers[0]]);
    delete(&shop, &mut ada).await;
    deliver(&shop).await;
    let years = anonymise::sweep(&shop.db, YEARS, now() + DAY).await;
    assert_eq!(years.expect("looked"), 0);
    let years = anonymise::sweep(&shop.db, YEARS, now() + 32 * DAY).await;
    assert_eq!(years.expect("looked"), 2);
    let left = tables_with(&shop, &["Lovelace", "lovelace", "Elbchaussee"]).await;
    assert!(left.is_empty(), "{left:?}");
}

/// A site signs somebody in who says that Ada's address is theirs; nobody proved that.
#[tokio::test]
async fn what_is_known_by_an_address_alone_is_not_for_whoever_says_it() {
    let shop = selling_with(|_| {}).await;
    let (mut ada, number) = guest_order(&shop, ADA).await;
    shop.deliver().await;
    ada.post("stock-alerts", &[("product", "1202"), ("email", ADA)])
        .await;
    let mut eve = shop.customer(ADA).await;
    shop.execute(
        "INSERT INTO sso_identities (app, user_id, customer_id) SELECT 'site', 'eve', id FROM customers",
    )
    .await;
    shop.execute("UPDATE customers SET registered_at = 5").await;
    let data = export(&mut eve).await;
    assert_eq!(data["singleSignOn"][0]["userId"], json!("eve"));
    for list in ["emails", "stockAlerts", "requests", "orders"] {
        assert_eq!(data[list], json!([]), "{list}");
    }
    delete(&shop, &mut eve).await;
    let hers = format!(
        "SELECT count(*) FROM letters l JOIN orders o ON o.id = l.order_id WHERE public_id = '{number}'"
    );
    assert!(shop.count(&hers).await > 0, "Ada's e-mails are Ada's");
}

#[tokio::test]
async fn a_review_of_before_the_account_goes_with_it() {
    let shop = selling_with(|_| {}).await;
    let (mut ada, number) = guest_order(&shop, ADA).await;
    pay(&shop, &number);
    let review = [
        ("product", "1201"),
        ("stars", "5"),
        ("text", "It holds."),
        ("name", "Countess"),
    ];
    send(&mut ada, &review).await;
    ada.post("orders/open_account", &[("order", &number)]).await;
    let data = export(&mut ada).await;
    assert_eq!(data["orders"][0]["number"], json!(number));
    assert_eq!(data["reviews"][0]["text"], json!("It holds."));
    delete(&shop, &mut ada).await;
    assert_eq!(shop.count("SELECT count(*) FROM reviews").await, 0);
}

#[tokio::test]
async fn an_order_that_is_claimed_again_is_let_be() {
    let shop = selling_with(|_| {}).await;
    let mut ada = shop.customer(ADA).await;
    up_to_review(&mut ada, ADA).await;
    let number = ordered(&place(&mut ada).await);
    program(
        &shop,
        &["orders", "status", &number, "--fulfillment", "shipped"],
    );
    delete(&shop, &mut ada).await;
    let mut again = shop.browser();
    let find = [("number", number.as_str()), ("email", ADA)];
    again.post("orders/find", &find).await;
    again
        .post("orders/open_account", &[("order", &number)])
        .await;
    let data = export(&mut again).await;
    assert_eq!(data["orders"][0]["number"], json!(number));
    for days in [1, 40] {
        let swept = anonymise::sweep(&shop.db, YEARS, now() + days * DAY).await;
        assert_eq!(swept.expect("looked"), 0);
    }
    assert_eq!(export(&mut again).await["orders"][0]["email"], json!(ADA));
}
