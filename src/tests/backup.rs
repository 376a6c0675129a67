//! Backups: written while the shop goes on, and brought back.

use crate::{
    support::checkout::{ordered, place, selling, up_to_review},
    support::{Shop, database},
};
use awning::{
    app::{
        backup::{back_up, restore},
        cli,
        schema::Shape,
    },
    platform::{config::Config, db::statement},
};
use sea_orm::ConnectionTrait;
use std::{
    fs,
    sync::atomic::{AtomicBool, Ordering},
};

const BUYERS: usize = 6;

async fn count(config: &Config, sql: &str) -> i64 {
    let db = cli::open(config).await.expect("a database");
    let sql = format!("SELECT CAST(({sql}) AS BIGINT)");
    let row = db.read.query_one_raw(statement(&db.read, &sql, [])).await;
    let count = row.expect("a query").expect("a row").try_get_by_index(0);
    db.close().await;
    count.expect("a number")
}

/// The settings of `shop` with a database of nothing in `dir`.
fn empty(shop: &Shop, dir: &tempfile::TempDir) -> Config {
    Config {
        database: database::empty(dir.path()),
        ..shop.config.clone()
    }
}

/// Shoppers order all the while. What the backup holds is a shop at one moment: as many pieces are gone as
/// orders say, every order has its e-mail, and no cart is an order too.
#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_load_is_a_whole_shop() {
    let shop = selling().await;
    shop.execute("UPDATE products SET stock = 1000000 WHERE id = 1201")
        .await;
    let done = AtomicBool::new(false);
    let buyers = (0..BUYERS).map(|number| {
        let (shop, done) = (&shop, &done);
        async move {
            let mut orders = 0;
            while !done.load(Ordering::Relaxed) {
                let mut browser = shop.browser();
                let email = format!("buyer-{number}-{orders}@example.com");
                up_to_review(&mut browser, &email).await;
                ordered(&place(&mut browser).await);
                orders += 1;
            }
            orders
        }
    });
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("backup");
    let backing_up = async {
        while shop.count("SELECT COUNT(*) FROM orders").await < 10 {
            tokio::task::yield_now().await;
        }
        let before = shop.count("SELECT COUNT(*) FROM orders").await;
        let backup = back_up(&shop.db, &shop.config, &file).await;
        done.store(true, Ordering::Relaxed);
        (before, backup)
    };
    let (_, (before, backup)) = futures::join!(futures::future::join_all(buyers), backing_up);
    let backup = backup.expect("backed up");
    assert_eq!(fs::metadata(&file).expect("a file").len(), backup.bytes);
    let list = fs::read_to_string(&backup.list).expect("a list");
    assert_eq!(list.lines().count(), backup.pictures);

    let place = tempfile::tempdir().expect("a directory");
    let config = empty(&shop, &place);
    assert_eq!(restore(&config, &file).await, Ok(Shape::Fits));
    let orders = count(&config, "SELECT COUNT(*) FROM orders").await;
    assert!(orders >= before, "what was told before is in it");
    for (sql, number) in [
        (
            "SELECT 1000000 - stock FROM products WHERE id = 1201",
            orders,
        ),
        (
            "SELECT COUNT(*) FROM letters WHERE order_id IS NOT NULL",
            orders,
        ),
        (
            "SELECT COUNT(*) FROM orders WHERE id IN (SELECT id FROM carts)",
            0,
        ),
        (
            "SELECT COUNT(*) FROM cart_lines WHERE cart_id NOT IN (SELECT id FROM carts)",
            0,
        ),
    ] {
        assert_eq!(count(&config, sql).await, number, "{sql}");
    }
    let again = restore(&config, &file).await.expect_err("not empty");
    assert!(again.contains("empty place"), "{again}");
    database::delete(&config.database);
}

#[tokio::test]
async fn what_is_there_is_not_written_over_and_what_is_damaged_is_refused() {
    let shop = selling().await;
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("backup");
    back_up(&shop.db, &shop.config, &file)
        .await
        .expect("backed up");
    let again = back_up(&shop.db, &shop.config, &file).await;
    assert!(again.expect_err("there").contains("is there already"));

    let bytes = fs::read(&file).expect("a file");
    let half = dir.path().join("half");
    fs::write(&half, &bytes[..bytes.len() / 2]).expect("written");
    let place = tempfile::tempdir().expect("a directory");
    let config = empty(&shop, &place);
    let why = restore(&config, &half).await.expect_err("damaged");
    assert!(!why.is_empty());
    // Nothing of it is there: the whole one fits in.
    assert_eq!(restore(&config, &file).await, Ok(Shape::Fits));
    assert_eq!(
        count(&config, "SELECT COUNT(*) FROM products").await,
        shop.count("SELECT COUNT(*) FROM products").await
    );
    database::delete(&config.database);
}
