//! Subscriptions: an order begins one, a job makes the orders of its dates, and its shopper ends it.

use crate::{
    order::command_line::program,
    support::checkout::{ADDRESS, ordered, place, selling_with},
    support::{Browser, Shop},
};
use awning::{
    app::jobs,
    base::date::{self, DAY},
    subscription::renew::renew_due,
};
use sea_orm::ConnectionTrait;
use serde_json::json;

/// A shop that sells the mug (1201: €24.50, 7 left) every month, with postage of €5.
async fn shop() -> Shop {
    let shop = selling_with(|config| config.notify = vec!["merchant@example.com".into()]).await;
    let monthly = json!({ "every": [{ "unit": "MONTH", "count": 1 }] });
    shop.set_product(1201, "/subscription", monthly).await;
    shop
}

/// Subscribes to two mugs; the number of the order, and its subscription.
async fn subscribe(shop: &Shop, browser: &mut Browser) -> (String, i64) {
    let wanted = [
        ("product", "1201"),
        ("quantity", "2"),
        ("subscription", "MONTH-1"),
    ];
    browser.post("cart/add", &wanted).await;
    browser
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    browser.post("checkout/address", &ADDRESS).await;
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    let last = browser.get("/checkout/payment").await.body;
    assert!(last.contains("Every month · €49.00 each time, plus delivery"));
    let number = ordered(&place(browser).await);
    work(shop).await;
    let id = shop.count("SELECT max(id) FROM subscriptions").await;
    (number, id)
}

async fn work(shop: &Shop) {
    jobs::worker(&shop.state).work_off().await.expect("worked");
}

/// Lets it be `days` later.
async fn after(shop: &Shop, days: i64) {
    let services = shop.state.services();
    let later = date::now() + days * DAY;
    renew_due(&services, later).await.expect("renewed");
}

async fn text(shop: &Shop, sql: &str) -> String {
    let db = &shop.db.read;
    let row = db
        .query_one_raw(awning::platform::db::statement(db, sql, []))
        .await;
    let row = row.expect("a query").expect("a row");
    row.try_get_by_index(0).expect("text")
}

const ORDERS: &str = "SELECT count(*) FROM orders";
const STOCK: &str = "SELECT stock FROM products WHERE id = 1201";

fn emails(subject: &str, to: &str) -> String {
    format!(
        "SELECT count(*) FROM letters WHERE subject LIKE '%{subject}%' AND recipient = '{to}@example.com'"
    )
}

#[tokio::test]
async fn an_order_begins_it_once_and_a_job_goes_on_with_it() {
    let shop = shop().await;
    let mut ada = shop.customer("ada@example.com").await;
    let (_, id) = subscribe(&shop, &mut ada).await;
    work(&shop).await;
    assert_eq!(shop.count("SELECT count(*) FROM subscriptions").await, 1);
    let begun = emails("Your subscription at", "ada");
    assert_eq!(shop.count(&begun).await, 1);
    let page = ada.get("/account/subscription").await.body;
    let terms = "2 × Blue Mug &amp; Saucer · Every month · €54.00 each time";
    assert!(page.contains(terms));
    assert!(page.contains("Active") && page.contains("Next order on"));
    // The price that was agreed, whatever it is now; but the taxes of today.
    shop.set_product(1201, "/price", 99_900).await;
    after(&shop, 3).await;
    assert_eq!(shop.count(ORDERS).await, 1, "nothing is due yet");
    for _ in 0..3 {
        after(&shop, 32).await;
    }
    assert_eq!(
        shop.count(ORDERS).await,
        2,
        "once, however often it is looked"
    );
    assert_eq!(shop.count("SELECT max(total) FROM orders").await, 5_400);
    assert_eq!(shop.count(STOCK).await, 7 - 4);
    assert_eq!(shop.count(&emails("Your order", "ada")).await, 2);
    assert_eq!(shop.count(&emails("New order", "merchant")).await, 2);
    let renewal = "SELECT count(*) FROM orders o JOIN subscription_orders s ON s.order_id = o.id WHERE payment_status = 'AWAITING_PAYMENT' AND customer_id IS NOT NULL";
    assert_eq!(shop.count(renewal).await, 1);
    work(&shop).await;
    let all = shop.count("SELECT count(*) FROM subscriptions").await;
    assert_eq!(all, 1, "a renewal begins none");
    assert!(ada.get("/account").await.body.contains("All subscriptions"));
    let one = ada
        .get(&format!("/account/subscription?id={id}"))
        .await
        .body;
    assert!(one.contains(terms));
    let mut eve = shop.customer("eve@example.com").await;
    let other = eve
        .get(&format!("/account/subscription?id={id}"))
        .await
        .body;
    assert!(!other.contains("Blue Mug"));
}

#[tokio::test]
async fn dates_that_passed_are_not_made_up_for() {
    let shop = shop().await;
    subscribe(&shop, &mut shop.browser()).await;
    after(&shop, 200).await;
    after(&shop, 200).await;
    assert_eq!(shop.count(ORDERS).await, 2);
    let next = shop.count("SELECT next_at FROM subscriptions").await;
    let later = date::now() + 200 * DAY;
    assert!(next > later && next <= later + 31 * DAY);
}

#[tokio::test]
async fn what_is_paused_waits_until_it_is_resumed() {
    let shop = shop().await;
    let mut ada = shop.customer("ada@example.com").await;
    let (_, id) = subscribe(&shop, &mut ada).await;
    let id = id.to_string();
    ada.post("subscriptions/pause", &[("id", &id)]).await;
    after(&shop, 40).await;
    assert_eq!(shop.count(ORDERS).await, 1);
    let page = ada.get("/account/subscription").await.body;
    assert!(page.contains("Paused") && page.contains("Resume"));
    let answer = ada.post("subscriptions/resume", &[("id", &id)]).await;
    assert_eq!(
        answer.header("location"),
        format!("/account/subscription?id={id}")
    );
    after(&shop, 40).await;
    assert_eq!(shop.count(ORDERS).await, 2);
}

#[tokio::test]
async fn a_guest_cancels_by_the_link_in_the_email() {
    let shop = shop().await;
    subscribe(&shop, &mut shop.browser()).await;
    let email = text(
        &shop,
        "SELECT text FROM letters WHERE subject LIKE 'Your subscription%'",
    )
    .await;
    let (_, link) = email.split_once("/account/subscription?").expect("a link");
    let link = format!("/account/subscription?{}", link.lines().next().expect("it"));
    let mut reader = shop.browser();
    let wrong = link.replace("token=", "token=x");
    assert!(!reader.get(&wrong).await.body.contains("Blue Mug"));
    let page = reader.get(&link).await.body;
    assert!(page.contains("Blue Mug") && page.contains("Cancel subscription"));
    let question = reader.get(&format!("{link}&cancel")).await.body;
    assert!(question.contains("Cancel this subscription?") && question.contains("Cancel now"));
    assert_eq!(
        shop.count(&emails("is cancelled", "ada")).await,
        0,
        "one click more"
    );
    let (id, token) = link
        .split_once("id=")
        .and_then(|(_, rest)| rest.split_once("&token="))
        .expect("both");
    let form = [("id", id), ("token", token)];
    for _ in 0..2 {
        let answer = reader.post("subscriptions/cancel", &form).await;
        assert_eq!(answer.header("location"), link);
    }
    assert!(reader.get(&link).await.body.contains("Cancelled on"));
    assert_eq!(shop.count(&emails("is cancelled", "ada")).await, 1);
    assert_eq!(shop.count(&emails("was cancelled", "merchant")).await, 1);
    let resumed = reader.post("subscriptions/resume", &form).await;
    assert_eq!(resumed.status, 303);
    after(&shop, 400).await;
    assert_eq!(shop.count(ORDERS).await, 1);
}

#[tokio::test]
async fn the_browser_that_ordered_needs_no_link_and_others_do() {
    let shop = shop().await;
    let mut browser = shop.browser();
    let (number, id) = subscribe(&shop, &mut browser).await;
    let order = browser.get(&format!("/account/orders/{number}")).await.body;
    assert!(order.contains("Manage subscription") && order.contains("Every month"));
    let told = "SELECT count(*) FROM letters WHERE text LIKE '%Every month: €49.00%'";
    assert_eq!(shop.count(told).await, 2, "to shopper and merchant");
    let page = browser.get("/account/subscription").await.body;
    assert!(page.contains("Blue Mug"));
    let mut eve = shop.browser();
    let page = eve.get("/account/subscription").await.body;
    assert!(page.contains("Subscribed as a guest?"));
    let form = [("id", id.to_string())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(eve.post("subscriptions/cancel", &form).await.status, 400);
}

#[tokio::test]
async fn what_has_sold_out_is_told_once_and_tried_every_day() {
    let shop = shop().await;
    subscribe(&shop, &mut shop.browser()).await;
    shop.execute("UPDATE products SET stock = 1 WHERE id = 1201")
        .await;
    after(&shop, 32).await;
    after(&shop, 32).await;
    after(&shop, 34).await;
    assert_eq!(shop.count(ORDERS).await, 1);
    let told = [
        emails("could not go on", "ada"),
        emails("could not be renewed", "merchant"),
    ];
    for told in &told {
        assert_eq!(shop.count(told).await, 1, "{told}");
    }
    shop.execute("UPDATE products SET stock = 2 WHERE id = 1201")
        .await;
    after(&shop, 36).await;
    assert_eq!((shop.count(ORDERS).await, shop.count(STOCK).await), (2, 0));
    // Its dates are the same as before, and the next trouble is told anew.
    let due = shop.count("SELECT due_at FROM subscriptions").await;
    assert!(due < date::now() + 64 * DAY);
    shop.set_product(1201, "/enabled", false).await;
    after(&shop, 64).await;
    assert_eq!(shop.count(&told[0]).await, 2);
    assert!(text(&shop, "SELECT trouble FROM subscriptions").await == "NOT_SOLD");
}

#[tokio::test]
async fn what_was_taken_for_an_order_that_cannot_be_made_goes_back() {
    let shop = shop().await;
    subscribe(&shop, &mut shop.browser()).await;
    let document = text(&shop, "SELECT document FROM subscriptions").await;
    let mut document: serde_json::Value = serde_json::from_str(&document).expect("JSON");
    let mut too_many = document["items"][0].clone();
    too_many["quantity"] = json!(6);
    document["items"]
        .as_array_mut()
        .expect("items")
        .push(too_many);
    let document = document.to_string().replace('\'', "''");
    let sql = format!("UPDATE subscriptions SET document = '{document}'");
    shop.execute(&sql).await;
    after(&shop, 32).await;
    assert!(text(&shop, "SELECT trouble FROM subscriptions").await == "SOLD_OUT");
    assert_eq!((shop.count(ORDERS).await, shop.count(STOCK).await), (1, 5));
}

#[tokio::test]
async fn it_ends_with_the_order_that_it_began_with() {
    let shop = shop().await;
    subscribe(&shop, &mut shop.browser()).await;
    shop.execute("UPDATE orders SET payment_status = 'REFUNDED'")
        .await;
    after(&shop, 40).await;
    assert_eq!(shop.count(ORDERS).await, 1);
    assert!(text(&shop, "SELECT status FROM subscriptions").await == "CANCELLED");
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_at_once_make_one_order() {
    let shop = shop().await;
    subscribe(&shop, &mut shop.browser()).await;
    let looks = (0..4).map(|_| {
        let services = shop.state.services();
        tokio::spawn(async move { renew_due(&services, date::now() + 32 * DAY).await })
    });
    for look in looks.collect::<Vec<_>>() {
        look.await.expect("done").expect("no fault");
    }
    assert_eq!(shop.count(ORDERS).await, 2);
    assert_eq!(shop.count(STOCK).await, 7 - 4);
}

#[tokio::test]
async fn the_merchant_lists_and_ends_them() {
    let shop = shop().await;
    let (_, id) = subscribe(&shop, &mut shop.browser()).await;
    let id = id.to_string();
    let said = |words: &[&str]| {
        let output = program(&shop, &[&["subscriptions"], words].concat());
        let said = [output.stdout, output.stderr].concat();
        String::from_utf8(said).expect("text")
    };
    let list = said(&["list"]);
    for part in [
        "ada@example.com\tACTIVE\t",
        "2 × Blue Mug & Saucer · Every month",
    ] {
        assert!(list.contains(part), "{part}: {list}");
    }
    assert_eq!(said(&["cancel", &id]), format!("{id}: cancelled\n"));
    assert_eq!(said(&["cancel", &id]), format!("{id}: cancelled before\n"));
    assert!(said(&["cancel", "999"]).contains("there is no subscription 999"));
    assert_eq!(shop.count(&emails("is cancelled", "ada")).await, 1);
}

/// The customer's subscription goes where the customer goes: into the account, and to the new address.
#[tokio::test]
async fn it_follows_its_customer_into_an_account_and_to_another_address() {
    let shop = shop().await;
    let mut ada = shop.browser();
    let (order, _) = subscribe(&shop, &mut ada).await;
    ada.post("orders/open_account", &[("order", &order)]).await;
    let owned = "SELECT count(*) FROM subscriptions s JOIN customers c ON c.id = s.customer_id";
    assert_eq!(shop.count(owned).await, 1);
    let sql = "SELECT text FROM letters WHERE text LIKE '%/account/subscription%' ORDER BY id DESC LIMIT 1";
    let said = text(&shop, sql).await;
    let at = said.find("/account/subscription?").expect("a link");
    let old = said[at..]
        .split_whitespace()
        .next()
        .expect("a link")
        .to_owned();
    assert!(shop.browser().get(&old).await.body.contains("Every month"));
    let email = "countess@example.com";
    ada.post("account/change_email", &[("email", email)]).await;
    let link = shop.newest_link().await;
    let token = link.split("token=").nth(1).expect("a token");
    ada.post("account/confirm_email", &[("token", token)]).await;
    let moved = "SELECT count(*) FROM subscriptions WHERE email = 'countess@example.com'";
    assert_eq!(shop.count(moved).await, 1);
    let seen = shop.browser().get(&old).await.body;
    assert!(
        !seen.contains("Every month"),
        "the old mailbox opens nothing"
    );
}

/// What needs no parcel pays for none, though the first order had one.
#[tokio::test]
async fn a_file_that_comes_again_pays_no_delivery() {
    let shop = shop().await;
    shop.set_product(1201, "/digital", json!(true)).await;
    let mut ada = shop.browser();
    ada.post(
        "cart/add",
        &[("product", "1201"), ("subscription", "MONTH-1")],
    )
    .await;
    ada.post("cart/add", &[("product", "1202")]).await;
    ada.post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    ada.post("checkout/address", &ADDRESS).await;
    ada.post("checkout/shipping", &[("delivery", "post")]).await;
    ordered(&place(&mut ada).await);
    work(&shop).await;
    let document = text(&shop, "SELECT document FROM subscriptions").await;
    let document: serde_json::Value = serde_json::from_str(&document).expect("JSON");
    assert_eq!(document["totals"]["shipping"], json!(0), "{document}");
    assert!(document["delivery"].is_null(), "{document}");
}
