//! Where the two engines differ, and the shop must not.

use crate::{
    catalog::support::{fixture, import_into, run},
    support::checkout::{ADDRESS, field, ordered, selling_with, up_to_review},
    support::{Browser, Shop},
};
use awning::{
    account::store as customers,
    catalog::{Product, store},
    platform::db::{Db, statement},
};
use sea_orm::ConnectionTrait;
use std::{fs, path::Path};

/// What is given ids by a file, and what is made after it, never share one.
#[tokio::test]
async fn ids_that_a_file_gave_are_not_given_again() {
    let shop = Shop::open().await;
    import_into(&shop, "ecwid.csv").await;
    let highest = shop.count("SELECT max(id) FROM products").await;
    let variations = shop.count("SELECT max(id) FROM variations").await;
    let tx = shop.db.begin().await.expect("a transaction");
    let product = Product {
        name: awning::base::translated::Translated::one("en", "Lamp"),
        ..Product::default()
    };
    let put = store::put_product(&tx, product, "lamp", 0, crate::support::by_file()).await;
    tx.commit().await.expect("stored");
    assert!(put.expect("a new product").id() > highest);
    let report = run(&shop, fixture("shopify.csv"), false).await;
    assert!(report.created > 0, "{report:?}");
    assert!(shop.count("SELECT max(id) FROM variations").await > variations);
}

/// An address that is taken is no fault, and the transaction that found it out goes on.
#[tokio::test]
async fn a_taken_address_breaks_no_transaction() {
    let shop = Shop::open().await;
    shop.customer("ada@example.com").await;
    let tx = shop.db.begin().await.expect("a transaction");
    let hash = || "hash".to_owned();
    let taken = customers::add(&tx, "ada@example.com", "Ada", hash(), 0).await;
    assert_eq!(taken, Ok(None));
    let free = customers::add(&tx, "bob@example.com", "Bob", hash(), 0).await;
    assert!(free.expect("added").is_some());
    tx.commit().await.expect("the transaction holds");
    assert_eq!(shop.count("SELECT count(*) FROM customers").await, 2);
}

/// No text with a NUL is a fault of the shop's, wherever it is sent.
#[tokio::test]
async fn a_nul_is_refused_and_changes_nothing() {
    let shop = selling_with(|_| {}).await;
    let mut browser = shop.browser();
    for path in [
        "/%00",
        "/search?keyword=a%00b",
        "/mug%00-p1201",
        "/cart?x=%00",
    ] {
        let status = browser.get(path).await.status;
        assert!(
            status == 200 || status == 404 || status == 301,
            "{path}: {status}"
        );
    }
    for (endpoint, form) in [
        ("cart/checkout", [("email", "a\0da@example.com")]),
        ("cart/coupon", [("coupon", "INK\0")]),
        ("orders/find", [("number", "A\0B")]),
        ("account/sign_in", [("email", "\0")]),
    ] {
        assert_eq!(
            browser.post(endpoint, &form).await.status,
            400,
            "{endpoint}"
        );
    }
    let json = r#"{"orderComments":"a\u0000b"}"#;
    let answer = browser.send_json("/api/cart/profile", json).await;
    assert_eq!(answer.status, 400, "{}", answer.body);
    assert_eq!(shop.count("SELECT count(*) FROM carts").await, 0);
    // What only looks like one is text.
    let json = r#"{"orderComments":"C:\\u0000 100%00"}"#;
    assert_eq!(
        browser.send_json("/api/cart/profile", json).await.status,
        200
    );
}

/// Words are found in whatever case, and with letters that stand for others in patterns.
#[tokio::test]
async fn orders_are_found_by_their_letters() {
    use awning::order::store::{OrderQuery, list};
    let shop = selling_with(|_| {}).await;
    let mut browser = shop.browser();
    browser.post("cart/add", &[("product", "1201")]).await;
    let email = [("email", "ada@example.com")];
    browser.post("cart/checkout", &email).await;
    let mut address = ADDRESS;
    address[0].1 = "Ärger 100%_\\ Söhne";
    browser.post("checkout/address", &address).await;
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
    ordered(&crate::support::checkout::place(&mut browser).await);
    for (words, is_found) in [
        ("ÄRGER söhne", true),
        ("ADA@example", true),
        ("100%_\\", true),
        ("1_0%", false),
        ("a%e", false),
        ("\\", true),
    ] {
        let query = OrderQuery {
            words: words.to_owned(),
            ..OrderQuery::default()
        };
        let found = list(&shop.db.read, &query).await.expect("a list");
        assert_eq!(!found.is_empty(), is_found, "{words}");
    }
}

/// Two carts with the same two things, put in the other way round: neither waits for the other for ever.
#[tokio::test(flavor = "multi_thread")]
async fn carts_in_any_order_are_ordered_at_once() {
    let shop = selling_with(|_| {}).await;
    for table in ["products", "variations"] {
        shop.execute(&format!("UPDATE {table} SET stock = 1000"))
            .await;
    }
    let things: [&[(&str, &str)]; 2] = [
        &[("product", "1201")],
        &[("product", "1202"), ("Size", "M")],
    ];
    let mut buyers = Vec::new();
    for number in 0..24 {
        let mut browser = shop.browser();
        let (first, second) = (things[number % 2], things[1 - number % 2]);
        browser.post("cart/add", first).await;
        browser.post("cart/add", second).await;
        up_to_address(&mut browser, &format!("buyer-{number}@example.com")).await;
        buyers.push(browser);
    }
    let placing = buyers.into_iter().map(|mut browser| {
        tokio::spawn(async move { ordered(&crate::support::checkout::place(&mut browser).await) })
    });
    for one in placing.collect::<Vec<_>>() {
        one.await.expect("placed");
    }
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 24);
}

async fn up_to_address(browser: &mut Browser, email: &str) {
    browser.post("cart/checkout", &[("email", email)]).await;
    browser.post("checkout/address", &ADDRESS).await;
    browser
        .post("checkout/shipping", &[("delivery", "post")])
        .await;
}

/// Two clicks on the same button place one order, and both lead to it.
#[tokio::test(flavor = "multi_thread")]
async fn two_clicks_at_once_are_one_order() {
    let shop = selling_with(|_| {}).await;
    let mut browser = shop.browser();
    up_to_review(&mut browser, "ada@example.com").await;
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let clicks = (0..4).map(|_| {
        let (mut browser, key, total) = (browser.clone(), key.clone(), total.clone());
        tokio::spawn(async move {
            let form = [("key", key.as_str()), ("total", &total)];
            ordered(&browser.post("checkout/place", &form).await)
        })
    });
    let mut orders = Vec::new();
    for click in clicks.collect::<Vec<_>>() {
        orders.push(click.await.expect("an order"));
    }
    orders.dedup();
    assert_eq!(orders.len(), 1);
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM letters").await, 1);
}

/// What the settings say of time is what the server was told.
#[tokio::test]
async fn a_statement_takes_no_longer_than_the_settings_say() {
    let shop = Shop::with(|config| config.database_statement_ms = 1_500).await;
    if !shop.is_on_server() {
        return;
    }
    let shown = statement(&shop.db.read, "SHOW statement_timeout", []);
    let row = shop.db.read.query_one_raw(shown).await.expect("an answer");
    let shown: String = row.expect("a row").try_get_by_index(0).expect("text");
    assert_eq!(shown, "1500ms");
    let db = Db::open(&shop.config.database, shop.config.database_limits()).await;
    let slow = statement(&shop.db.read, "SELECT pg_sleep(30)", []);
    let error = db.expect("a pool").read.execute_raw(slow).await;
    assert!(awning::platform::db::is_unavailable(
        &error.expect_err("too slow")
    ));
}

/// A dry run writes nothing, on either engine, and what it numbered is not missing later.
#[tokio::test]
async fn a_dry_run_leaves_no_trace() {
    let shop = Shop::open().await;
    import_into(&shop, "ecwid.csv").await;
    let counts = "SELECT (SELECT count(*) FROM products) * 1000000 + (SELECT count(*) FROM variations) * 1000 + (SELECT version FROM catalog_version)";
    let before = shop.count(counts).await;
    let report = run(&shop, fixture("shopify.csv"), true).await;
    assert!(report.created > 0);
    assert_eq!(shop.count(counts).await, before);
}

/// Statements that only one engine knows stand in the engines' own files.
#[test]
fn what_one_engine_alone_knows_stands_in_its_own_file() {
    const OWN: [&str; 4] = [
        "src/platform/db/",
        "src/app/migration/",
        "src/tests/",
        "src/benches/",
    ];
    const SPECIFIC: [&str; 16] = [
        "DbBackend",
        "DatabaseBackend",
        "Sqlite",
        "Postgres",
        " rowid",
        "INSERT OR ",
        "PRAGMA ",
        "VACUUM ",
        "group_concat",
        "string_agg",
        "json_extract",
        "json_set",
        "ILIKE",
        "::bigint",
        "pg_",
        " = ?",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for file in crate::architecture::sources(&root.join("src")) {
        let name = file
            .strip_prefix(root)
            .expect("inside")
            .display()
            .to_string();
        if OWN.iter().any(|own| name.starts_with(own)) {
            continue;
        }
        for (number, line) in fs::read_to_string(&file).expect("text").lines().enumerate() {
            let code = line.trim_start();
            if !code.starts_with("//") && SPECIFIC.iter().any(|it| code.contains(it)) {
                found.push(format!("{name}:{}: {code}", number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
