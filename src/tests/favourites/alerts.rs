//! Who asks is told that a product is back: once, whichever way it came.

use crate::{
    catalog::support::run,
    order::mail::send_due,
    support::{
        Answer, Browser, Shop,
        checkout::{ordered, place, selling, selling_with, up_to_review},
    },
};
use awning::{
    app::jobs::worker,
    catalog::store::{self, stock},
};

const MUG: &str = "/Blue-Mug-Saucer-p1201";

/// A shop whose mug is sold out.
async fn without_mugs() -> Shop {
    let shop = selling().await;
    sell_out(&shop).await;
    shop
}

async fn sell_out(shop: &Shop) {
    stock_of_mugs(shop, 0).await;
}

async fn stock_of_mugs(shop: &Shop, left: i64) {
    shop.execute(&format!(
        "UPDATE products SET stock = {left} WHERE id = 1201"
    ))
    .await;
    stock::note(&shop.db.write, &[1201]).await.expect("noted");
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
}

async fn ask(browser: &mut Browser, form: &[(&str, &str)]) -> Answer {
    browser
        .post("stock-alerts", &[&[("product", "1201")], form].concat())
        .await
}

/// Looks as the shop does now and then.
async fn look(shop: &Shop) {
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    shop.execute("DELETE FROM jobs WHERE kind = 'back in stock'")
        .await;
    worker(&shop.state).keep_periodic().await.expect("kept");
    send_due(&shop.state).await.expect("done");
}

async fn emails(shop: &Shop) -> i64 {
    shop.count("SELECT count(*) FROM letters").await
}

/// What the last e-mail says.
async fn last_email(shop: &Shop) -> String {
    use sea_orm::ConnectionTrait;
    let sql = "SELECT subject, text FROM letters ORDER BY id DESC LIMIT 1";
    let row = shop
        .db
        .read
        .query_one_raw(awning::platform::db::statement(&shop.db.read, sql, []))
        .await;
    let row = row.expect("a query").expect("an e-mail");
    let (subject, text): (String, String) = (
        row.try_get_by_index(0).expect("text"),
        row.try_get_by_index(1).expect("text"),
    );
    format!("{subject}\n{text}")
}

#[tokio::test]
async fn who_asks_is_told_once_in_the_language_of_the_question() {
    let shop = without_mugs().await;
    let mut guest = shop.browser();
    let page = guest.get(&format!("{MUG}?lang=de")).await.body;
    assert!(page.contains("Bescheid geben, wenn es wieder da ist"));
    guest
        .headers
        .push(("referer", format!("http://shop.test{MUG}")));
    let answer = ask(&mut guest, &[("email", "Ada@example.com")]).await;
    assert_eq!(answer.header("location"), MUG);
    assert!(
        guest
            .get(MUG)
            .await
            .body
            .contains("Wir schreiben Ihnen einmal")
    );
    ask(&mut guest, &[("email", "ada@example.com")]).await;
    look(&shop).await;
    assert_eq!(emails(&shop).await, 0, "it is not back");
    stock_of_mugs(&shop, 3).await;
    look(&shop).await;
    let said = last_email(&shop).await;
    assert!(said.contains("Blue Mug & Saucer ist wieder da"), "{said}");
    assert!(said.contains(&format!("http://shop.test{MUG}")), "{said}");
    for _ in 0..2 {
        sell_out(&shop).await;
        look(&shop).await;
        stock_of_mugs(&shop, 3).await;
        look(&shop).await;
    }
    assert_eq!(emails(&shop).await, 1, "asked twice, told once");
    // Who asks again is told again.
    sell_out(&shop).await;
    ask(&mut guest, &[("email", "ada@example.com")]).await;
    stock_of_mugs(&shop, 3).await;
    look(&shop).await;
    assert_eq!(emails(&shop).await, 2);
}

/// Two instances look at once: nobody is told twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_tell_once() {
    let shop = without_mugs().await;
    for number in 0..5 {
        let email = format!("reader-{number}@example.com");
        ask(&mut shop.browser(), &[("email", &email)]).await;
    }
    stock_of_mugs(&shop, 3).await;
    let other = awning::app::open(shop.config.clone(), shop.db.clone())
        .await
        .expect("a shop");
    shop.execute("DELETE FROM jobs").await;
    for state in [&shop.state, &other] {
        // Each with a job of its own, as if a lease had been lost.
        worker(state).keep_periodic().await.expect("kept");
        shop.execute("UPDATE jobs SET key = NULL WHERE kind = 'back in stock'")
            .await;
    }
    let (one, two) = tokio::join!(send_due(&shop.state), send_due(&other));
    assert!(one.is_ok() && two.is_ok());
    send_due(&shop.state).await.expect("done");
    assert_eq!(emails(&shop).await, 5);
}

#[tokio::test]
async fn a_cancelled_order_and_an_import_bring_it_back() {
    let shop = selling().await;
    let mut buyer = shop.browser();
    buyer
        .post("cart/add", &[("product", "1201"), ("quantity", "6")])
        .await;
    up_to_review(&mut buyer, "grace@example.com").await;
    let number = ordered(&place(&mut buyer).await);
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let before = emails(&shop).await;
    ask(&mut shop.browser(), &[("email", "ada@example.com")]).await;
    let cancel = [
        "orders",
        "status",
        &number,
        "--payment",
        "cancelled",
        "--restock",
    ];
    let output = crate::order::command_line::program(&shop, &cancel);
    assert!(output.status.success(), "{output:?}");
    look(&shop).await;
    assert_eq!(emails(&shop).await, before + 1, "restocked");
    sell_out(&shop).await;
    ask(&mut shop.browser(), &[("email", "ada@example.com")]).await;
    let product = store::product(&shop.db.read, 1201)
        .await
        .expect("a query")
        .expect("a mug");
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("mug.jsonl");
    let more = awning::catalog::Product {
        stock: Some(9),
        ..product
    };
    let line = serde_json::json!({ "product": [more, ""] });
    std::fs::write(&file, format!("{{\"awning\":1}}\n{line}\n")).expect("written");
    run(&shop, file, false).await;
    look(&shop).await;
    assert_eq!(emails(&shop).await, before + 2, "imported");
}

#[tokio::test]
async fn a_variation_is_waited_for_by_itself() {
    let shop = selling().await;
    let small = shop
        .count("SELECT id FROM variations WHERE sku = 'TEE-S'")
        .await
        .to_string();
    let mut guest = shop.browser();
    let page = guest
        .get(&format!("/Tide-Shirt-p1202?variation={small}"))
        .await
        .body;
    assert!(
        page.contains(&format!("name=\"variation\" value=\"{small}\"")),
        "S is sold out"
    );
    let form = [
        ("product", "1202"),
        ("variation", small.as_str()),
        ("email", "ada@example.com"),
    ];
    guest.post("stock-alerts", &form).await;
    look(&shop).await;
    assert_eq!(emails(&shop).await, 0, "others are there, this one is not");
    shop.execute(&format!(
        "UPDATE variations SET stock = 1 WHERE id = {small}"
    ))
    .await;
    look(&shop).await;
    let said = last_email(&shop).await;
    assert!(
        said.contains(&format!("/Tide-Shirt-p1202?variation={small}")),
        "{said}"
    );
}

#[tokio::test]
async fn a_customer_need_not_type_an_address() {
    let shop = without_mugs().await;
    let mut guest = shop.browser();
    ask(&mut guest, &[("email", "")]).await;
    assert!(
        guest
            .get(MUG)
            .await
            .body
            .contains("Please enter an email address")
    );
    ask(&mut guest, &[("email", "not an address")]).await;
    assert_eq!(shop.count("SELECT count(*) FROM stock_alerts").await, 0);
    let mut ada = shop.customer("ada@example.com").await;
    ada.post("favourites", &[("add", "1201")]).await;
    assert!(
        ada.get("/account/favorites")
            .await
            .body
            .contains("Tell me when it is back")
    );
    ask(&mut ada, &[]).await;
    let own = "SELECT count(*) FROM stock_alerts WHERE email = 'ada@example.com' AND customer_id IS NOT NULL";
    assert_eq!(shop.count(own).await, 1);
    assert!(
        ada.get("/account/favorites")
            .await
            .body
            .contains("We tell you when it is back.")
    );
    ada.post("stock-alerts/stop", &[("product", "1201")]).await;
    assert_eq!(shop.count("SELECT count(*) FROM stock_alerts").await, 0);
}

#[tokio::test]
async fn a_link_in_the_email_stops_the_others() {
    let shop = without_mugs().await;
    let mut guest = shop.browser();
    ask(&mut guest, &[("email", "ada@example.com")]).await;
    let other = [("product", "1202"), ("email", "ada@example.com")];
    let small = shop
        .count("SELECT id FROM variations WHERE sku = 'TEE-S'")
        .await
        .to_string();
    guest
        .post(
            "stock-alerts",
            &[&other[..], &[("variation", small.as_str())]].concat(),
        )
        .await;
    stock_of_mugs(&shop, 3).await;
    look(&shop).await;
    let said = last_email(&shop).await;
    let path = said
        .split("http://shop.test")
        .find(|it| it.contains("token="))
        .expect("a link");
    let path = path.split_whitespace().next().expect("its end").to_owned();
    let open = "SELECT count(*) FROM stock_alerts WHERE told_at IS NULL";
    let mut reader = shop.browser();
    let page = reader.get(&path).await;
    assert!(page.status == 200 && page.body.contains("Stop these emails"));
    assert_eq!(
        shop.count(open).await,
        1,
        "who only looks at a link stops nothing"
    );
    let (_, token) = path.split_once("token=").expect("a token");
    reader.post("stock-alerts/stop", &[("token", "AAAA")]).await;
    assert_eq!(shop.count(open).await, 1);
    reader.post("stock-alerts/stop", &[("token", token)]).await;
    assert_eq!(shop.count(open).await, 0);
}

#[tokio::test]
async fn a_network_asks_only_so_often() {
    let shop = selling_with(|config| config.stock_alerts_per_address = 3).await;
    sell_out(&shop).await;
    for number in 0..5 {
        let email = format!("reader-{number}@example.com");
        let answer = ask(&mut shop.browser(), &[("email", &email)]).await;
        assert_eq!(
            answer.status,
            if number < 3 { 303 } else { 429 },
            "{number}"
        );
    }
    assert_eq!(shop.count("SELECT count(*) FROM stock_alerts").await, 3);
}

/// Nobody has to be told of what is there; a stranger could have somebody written to so.
/// Who waits for as much as one may is asked nothing new of, and may ask again for what they wait for.
#[tokio::test]
async fn an_address_waits_for_so_much_and_asks_again_for_that() {
    let shop = without_mugs().await;
    for variation in 1..50 {
        let sql = format!(
            "INSERT INTO stock_alerts (product_id, variation_id, email, language, origin, asked_at) \
             VALUES (1202, {variation}, 'ada@example.com', 'en', 'http://shop.test', 1)"
        );
        shop.execute(&sql).await;
    }
    let mut guest = shop.browser();
    let form = [("email", "ada@example.com")];
    for _ in 0..2 {
        assert_eq!(ask(&mut guest, &form).await.status, 303);
    }
    shop.execute("UPDATE variations SET stock = 0 WHERE product_id = 1202")
        .await;
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    let another = [("product", "1202"), ("email", "ada@example.com")];
    let refused = guest.post("stock-alerts", &another).await;
    assert_eq!(refused.status, 429, "{}", refused.body);
}

#[tokio::test]
async fn what_is_in_stock_is_not_waited_for() {
    let shop = selling().await;
    ask(&mut shop.browser(), &[("email", "ada@example.com")]).await;
    look(&shop).await;
    assert_eq!(shop.count("SELECT count(*) FROM stock_alerts").await, 0);
    assert_eq!(emails(&shop).await, 0);
}

/// An order is confirmed at once, however much came back that its shopper waited for.
#[tokio::test]
async fn what_is_back_keeps_no_order_waiting() {
    let shop = without_mugs().await;
    ask(&mut shop.browser(), &[("email", "ada@example.com")]).await;
    stock_of_mugs(&shop, 9).await;
    look(&shop).await;
    shop.execute("UPDATE letters SET due_at = due_at + 36000")
        .await;
    for _ in 0..3 {
        shop.execute("INSERT INTO letters (order_id, recipient, subject, text, html, created_at, attempts, due_at, is_secret) \
            SELECT order_id, recipient, subject, text, html, created_at, attempts, due_at, is_secret FROM letters LIMIT 1").await;
    }
    let mut ada = shop.browser();
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    let late = "SELECT count(*) FROM letters WHERE order_id IS NOT NULL AND due_at > created_at";
    assert_eq!(shop.count(late).await, 0);
}

/// The way out of an e-mail that is there already works after another question too.
#[tokio::test]
async fn asking_again_leaves_the_way_out_open() {
    let shop = without_mugs().await;
    let mut ada = shop.browser();
    ask(&mut ada, &[("email", "ada@example.com")]).await;
    stock_of_mugs(&shop, 3).await;
    look(&shop).await;
    let said = last_email(&shop).await;
    let token = said.split("token=").nth(1).expect("a link");
    let token = token.split_whitespace().next().expect("a token").to_owned();
    sell_out(&shop).await;
    ask(&mut ada, &[("email", "ada@example.com")]).await;
    ada.post("stock-alerts/stop", &[("token", &token)]).await;
    stock_of_mugs(&shop, 3).await;
    look(&shop).await;
    assert_eq!(emails(&shop).await, 1);
}

/// Who gets another address is told there.
#[tokio::test]
async fn what_a_customer_waits_for_goes_to_the_new_address() {
    let shop = without_mugs().await;
    let mut ada = shop.customer("ada@example.com").await;
    ask(&mut ada, &[]).await;
    ada.post("account/change_email", &[("email", "countess@example.com")])
        .await;
    let link = shop.newest_link().await;
    let token = link.split("token=").nth(1).expect("a token");
    ada.post("account/confirm_email", &[("token", token)]).await;
    let moved = "SELECT count(*) FROM stock_alerts WHERE email = 'countess@example.com'";
    assert_eq!(shop.count(moved).await, 1);
}
