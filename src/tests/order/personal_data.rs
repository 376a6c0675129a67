//! Whoever has an account sees everything that is kept of them, takes it along, and has it deleted.

use crate::{
    order::command_line::program,
    support::checkout::{ADDRESS, ordered, selling_with, up_to_review},
    support::{Browser, Shop},
};
use awning::{
    account::personal_data::erase_due,
    base::date::{DAY, now},
    platform::{
        config::Seller,
        db::{statement, tables::tables},
    },
};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

pub const ADA: &str = "ada@example.com";
const DATA: &str = "/account/data";
const DELETE: &str = "/account/delete";

/// A shop in which Ada has left a trace of every kind, with Ada's browser and the number of an order; and Eve, who is like her.
pub async fn shop_of_ada() -> (Shop, Browser, String) {
    let shop = selling_with(|config| {
        config.seller = Seller {
            name: "Tide & Line GmbH".into(),
            address: "Hamburg".into(),
            vat_id: "DE123456789".into(),
            ..Seller::default()
        };
    })
    .await;
    let monthly = json!({ "every": [{ "unit": "MONTH", "count": 1 }] });
    shop.set_product(1202, "/subscription", monthly).await;
    shop.execute("UPDATE products SET stock = 50").await;
    let mut numbers = Vec::new();
    for email in ["eve@example.com", ADA] {
        let mut browser = shop.customer(email).await;
        numbers.push((leave_traces(&shop, &mut browser, email).await, browser));
    }
    let (number, ada) = numbers.pop().expect("Ada");
    (shop, ada, number)
}

/// Every kind of thing that the shop keeps of a customer; the number of a paid order.
async fn leave_traces(shop: &Shop, browser: &mut Browser, email: &str) -> String {
    let wanted = [
        ("product", "1202"),
        ("Size", "M"),
        ("subscription", "MONTH-1"),
    ];
    browser.post("cart/add", &wanted).await;
    up_to_review(browser, email).await;
    let with_phone = [&ADDRESS[..], &[("phone", "+49 40 112233")]].concat();
    browser.post("checkout/address", &with_phone).await;
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (
        crate::support::checkout::field(&page, "key"),
        crate::support::checkout::field(&page, "total"),
    );
    let last = [
        ("key", key.as_str()),
        ("total", &total),
        ("comments", "Ring twice"),
    ];
    let number = ordered(&browser.post("checkout/place", &last).await);
    let paid = program(shop, &["orders", "status", &number, "--payment", "paid"]);
    assert!(paid.status.success(), "{paid:?}");
    let invoice = format!("/account/orders/{number}/invoice");
    assert_eq!(browser.get(&invoice).await.status, 200);
    shop.deliver().await;
    browser.post("cart/add", &[("product", "1201")]).await;
    browser.post("cart/checkout", &[("email", email)]).await;
    browser.post("favourites", &[("add", "1201")]).await;
    let review = [
        ("product", "1201"),
        ("stars", "4"),
        ("text", "It holds."),
        ("name", "Countess L."),
    ];
    browser.send_form("/account/review", &review).await;
    shop.execute("UPDATE variations SET stock = 0 WHERE product_id = 1202")
        .await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    browser.post("stock-alerts", &[("product", "1202")]).await;
    shop.execute("UPDATE variations SET stock = 50 WHERE product_id = 1202")
        .await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    browser
        .call(
            "account/change_email",
            &[("email", &format!("new-{email}"))],
        )
        .await;
    number
}

/// Whatever stands anywhere in the database: table, and the row as text.
async fn everything(shop: &Shop) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for table in tables(&shop.db).await.expect("tables") {
        let names: Vec<&str> = table
            .columns
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        let sql = format!("SELECT {} FROM {}", names.join(", "), table.name);
        let rows = shop
            .db
            .read
            .query_all_raw(statement(&shop.db.read, &sql, []))
            .await;
        for row in rows.expect("rows") {
            let values = table.columns.iter().enumerate();
            let values = values.map(|(index, (_, kind))| kind.read(&row, index).expect("a value"));
            all.push((
                table.name.clone(),
                values.map(|it| format!("{it:?} ")).collect(),
            ));
        }
    }
    all
}

/// Tables in which a row holds one of `words`.
pub async fn tables_with(shop: &Shop, words: &[&str]) -> Vec<String> {
    let rows = everything(shop).await.into_iter();
    let found = rows.filter(|(_, row)| words.iter().any(|word| row.contains(word)));
    let mut names: Vec<String> = found.map(|(table, _)| table).collect();
    names.dedup();
    names
}

/// Sends every e-mail, also those that a limit holds back.
pub async fn deliver(shop: &Shop) {
    shop.execute("UPDATE jobs SET due_at = 0 WHERE kind = 'email'")
        .await;
    shop.deliver().await;
}

/// Ada asks to be deleted, and her time is up.
pub async fn delete(shop: &Shop, ada: &mut Browser) {
    let answer = ada.post("account/delete_account", &[]).await;
    assert_eq!(answer.header("location"), DELETE);
    let count = erase_due(&shop.state.accounts, now() + DAY + 1).await;
    assert_eq!(count.expect("deleted"), 1);
}

/// What the export of whoever is signed in says.
pub async fn export(browser: &mut Browser) -> Value {
    let file = browser.get("/account/data.json").await;
    serde_json::from_str(&file.body).expect("JSON")
}

#[tokio::test]
async fn everything_that_is_kept_is_in_the_files_and_nothing_of_others() {
    let (shop, mut ada, number) = shop_of_ada().await;
    for arguments in [
        &["orders", "status", &number, "--fulfillment", "shipped"][..],
        &["orders", "refund", &number, "1.50", "--reason", "A chip"],
    ] {
        let done = program(&shop, arguments);
        assert!(done.status.success(), "{done:?}");
    }
    shop.execute("UPDATE order_parcels SET carrier = 'UPS', tracking_number = '1Z 999'")
        .await;
    shop.execute(&format!(
        "INSERT INTO payments (order_id, method, state, cart, created_at, key, provider, reference, amount, currency) \
         SELECT id, 'card', 'FAILED', '', 1800000000, 'k-1', 'mollie', 'tr_kept', 5150, 'EUR' FROM orders \
         WHERE public_id = '{number}'"
    ))
    .await;
    let file = ada.get("/account/data.json").await;
    assert_eq!(file.header("content-type"), "application/json");
    let named = file.header("content-disposition");
    assert_eq!(named, "attachment; filename=\"my-data.json\"");
    assert_eq!(file.header("cache-control"), "no-store");
    let data: Value = serde_json::from_str(&file.body).expect("JSON");
    for (pointer, expected) in [
        ("/account/0/email", json!(ADA)),
        ("/account/0/hasPassword", json!(true)),
        ("/addresses/0/street", json!("Elbchaussee 1")),
        ("/addresses/0/phone", json!("+49 40 112233")),
        ("/requests/0/email", json!("new-ada@example.com")),
        ("/cart/0/email", json!(ADA)),
        ("/cart/0/items/0/product", json!("Blue Mug & Saucer")),
        ("/favourites/0/name", json!("Blue Mug & Saucer")),
        ("/stockAlerts/0/email", json!(ADA)),
        ("/orders/0/number", json!(number)),
        ("/orders/0/comments", json!("Ring twice")),
        ("/orders/0/shippingAddress/0/phone", json!("+49 40 112233")),
        ("/orders/0/total", json!("51.50")),
        ("/orders/0/invoice", json!("00002")),
        ("/orders/0/parcels/0/carrier", json!("UPS")),
        ("/orders/0/parcels/0/trackingNumber", json!("1Z 999")),
        (
            "/orders/0/parcels/0/contents",
            json!("1 × Tide Shirt\n1 × Blue Mug & Saucer"),
        ),
        ("/orders/0/payments/0/provider", json!("mollie")),
        ("/orders/0/payments/0/reference", json!("tr_kept")),
        ("/orders/0/payments/0/status", json!("FAILED")),
        ("/orders/0/payments/0/amount", json!("51.50")),
        ("/orders/0/refunds/0/amount", json!("1.50")),
        ("/orders/0/refunds/0/reason", json!("A chip")),
        ("/orders/0/items/0/options/0/Size", json!("M")),
        ("/subscriptions/0/interval", json!("Every month")),
        ("/reviews/0/text", json!("It holds.")),
    ] {
        assert_eq!(
            data.pointer(pointer),
            Some(&expected),
            "{pointer} in {data:#}"
        );
    }
    assert!(data["orders"][0]["emails"].as_array().map(Vec::len) > Some(1));
    for list in ["sessions", "knownDevices"] {
        let length = data[list].as_array().map(Vec::len);
        assert!(length > Some(0), "{list}");
    }
    let page = ada.get(DATA).await.body;
    let file = ada.get("/account/data.html").await;
    assert!(file.header("content-disposition").starts_with("attachment"));
    for html in [&page, &file.body] {
        for part in [
            "<h2>Reviews</h2>",
            "<dd>It holds.</dd>",
            "<dt>Refunded</dt>",
            "Ring twice",
            "€51.50",
        ] {
            assert!(html.contains(part), "{part}");
        }
        assert!(!html.contains("eve@example.com") && !html.contains("$argon2"));
    }
    assert!(!data.to_string().contains("eve@example.com"));
}

#[tokio::test]
async fn only_whoever_signed_in_just_now_sees_it_or_deletes_the_account() {
    let (shop, mut ada, _) = shop_of_ada().await;
    let mut guest = shop.browser();
    for path in [DATA, "/account/data.json", "/account/data.html", DELETE] {
        let page = if path == DELETE { DELETE } else { DATA };
        let to = format!("/account?returnurl={}", page.replace('/', "%2F"));
        assert_eq!(guest.get(path).await.header("location"), to, "{path}");
    }
    shop.execute("UPDATE sessions SET created_at = created_at - 601")
        .await;
    for path in [DATA, "/account/data.json", "/account/data.html", DELETE] {
        let page = if path == DELETE { DELETE } else { DATA };
        let again = format!(
            "/account/sign-in-again?returnurl={}",
            page.replace('/', "%2F")
        );
        assert_eq!(ada.get(path).await.header("location"), again, "{path}");
    }
    let again = "/account/sign-in-again?returnurl=%2Faccount%2Fdelete";
    let answer = ada.post("account/delete_account", &[]).await;
    assert_eq!(answer.header("location"), again);
    let asked = "SELECT count(*) FROM deletions";
    assert_eq!(shop.count(asked).await, 0);
    let answer = guest.call("account/delete_account", &[]).await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn a_mind_can_be_changed_for_a_day() {
    let (shop, mut ada, _) = shop_of_ada().await;
    let page = ada.get(DELETE).await.body;
    assert!(page.contains("What is deleted") && page.contains("for 10 years"));
    for _ in 0..2 {
        ada.post("account/delete_account", &[]).await;
    }
    let told = "SELECT count(*) FROM letters WHERE subject LIKE '%will be deleted' AND recipient = 'ada@example.com'";
    assert_eq!(shop.count(told).await, 1, "told once, asked twice");
    assert_eq!(shop.newest_link().await, "/account");
    // That the account can be kept is not for whoever signed in just now alone.
    shop.execute("UPDATE sessions SET created_at = created_at - 601")
        .await;
    for path in ["/account", DELETE] {
        let page = ada.get(path).await.body;
        assert!(
            page.contains("Your account will be deleted on") && page.contains("Keep my account")
        );
    }
    let soon = now() + DAY - 60;
    assert_eq!(
        erase_due(&shop.state.accounts, soon).await.expect("looked"),
        0
    );
    let answer = ada.post("account/keep_account", &[]).await;
    assert_eq!(answer.header("location"), "/account");
    let page = ada.get("/account").await.body;
    assert!(page.contains("Your account stays.") && !page.contains("will be deleted on"));
    let late = now() + 2 * DAY;
    assert_eq!(
        erase_due(&shop.state.accounts, late).await.expect("looked"),
        0
    );
    assert!(ada.get("/account").await.body.contains(ADA));
}
