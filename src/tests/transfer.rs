//! Moving a shop into another database.

use crate::{
    support::checkout::{ordered, place, selling, up_to_review},
    support::{Browser, Shop, database},
};
use awning::{
    app::{cli, router::router, transfer::transfer},
    platform::config::Config,
};

/// A shop somebody has an account, a cart and an order in, and that customer's browser.
async fn used() -> (Shop, Browser) {
    let shop = selling().await;
    let mut ada = shop.customer("ada@example.com").await;
    up_to_review(&mut ada, "ada@example.com").await;
    ordered(&place(&mut ada).await);
    ada.post("cart/add", &[("product", "1202"), ("Size", "M")])
        .await;
    (shop, ada)
}

/// The settings of `shop` for the database at `url`.
fn at(shop: &Shop, url: String) -> Config {
    Config {
        database: url,
        ..shop.config.clone()
    }
}

/// Whatever was there is there, the browser is still signed in, and what is new gets ids of its own.
#[tokio::test]
async fn a_moved_shop_goes_on_where_it_was() {
    let (shop, mut ada) = used().await;
    let dirs = [(); 2].map(|()| tempfile::tempdir().expect("a directory"));
    // To the other engine, if there is a server, and back.
    let file = |dir: &tempfile::TempDir| format!("sqlite:{}/moved.db", dir.path().display());
    let there = at(&shop, file(&dirs[0]));
    let back = at(&shop, database::empty(dirs[1].path()));
    let moved = transfer(&shop.config, &there, |_, _| {})
        .await
        .expect("moved");
    let again = transfer(&there, &back, |_, _| {}).await.expect("moved");
    assert_eq!(moved, again);
    let rows = |table: &str| {
        moved
            .rows
            .iter()
            .find(|(name, _)| name == table)
            .map(|it| it.1)
    };
    assert_eq!(rows("orders"), Some(1));
    assert_eq!(rows("carts"), Some(1));
    for config in [there, back] {
        let db = cli::open(&config).await.expect("a database");
        let state = awning::app::open(config.clone(), db.clone()).await;
        let cookies = std::mem::take(&mut ada.cookies);
        ada = Browser::new(router(state.expect("a shop")));
        ada.cookies = cookies;
        let page = ada.get("/cart").await.body;
        assert!(page.contains("data-state=\"signed-in\"") && page.contains("Cart, 1 item"));
        let orders = ada.get("/account/orders").await.body;
        assert!(orders.contains("/account/orders/"), "the order is there");
        let mut bob = Browser::new(router(
            awning::app::open(config.clone(), db.clone())
                .await
                .expect("a shop"),
        ));
        up_to_review(&mut bob, "bob@example.com").await;
        ordered(&place(&mut bob).await);
        db.close().await;
        database::delete(&config.database);
    }
}

/// Nothing is written over, and a shop that cannot be moved is not moved by half.
#[tokio::test]
async fn a_shop_is_moved_into_an_empty_database_alone() {
    let (shop, _) = used().await;
    let other = selling().await;
    let refused = transfer(&shop.config, &other.config, |_, _| {}).await;
    let why = refused.expect_err("there is a shop already");
    assert!(why.contains("empty database only"), "{why}");
    assert_eq!(other.count("SELECT count(*) FROM orders").await, 0);

    let dir = tempfile::tempdir().expect("a directory");
    let nothing = at(&shop, database::empty(dir.path()));
    let why = transfer(&nothing, &other.config, |_, _| {}).await;
    assert!(why.expect_err("nothing to move").contains("no shop"));
    database::delete(&nothing.database);
}
