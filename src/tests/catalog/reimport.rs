//! Importing again: the shop goes on selling between two files.

use super::support::{fixture, run, run_as, shop_of};
use crate::support::Shop;
use awning::import::{Plan, Report, Stock};

/// Prices are changed, a mug and shirts are sold.
async fn goes_on_selling(shop: &Shop) {
    shop.set_product(1201, "/price", 2600).await;
    shop.set_product(1202, "/variations/1/price", 2300).await;
    for sql in [
        "UPDATE products SET stock = 2 WHERE id = 1201",
        "UPDATE variations SET stock = 1 WHERE sku = 'TEE-M'",
    ] {
        shop.execute(sql).await;
    }
}

async fn facts(shop: &Shop) -> [i64; 4] {
    let mug = shop
        .count("SELECT stock FROM products WHERE id = 1201")
        .await;
    let price = shop.product_value(1201, "/price").await;
    let tee = shop
        .count("SELECT stock FROM variations WHERE sku = 'TEE-M'")
        .await;
    let own = shop.product_value(1202, "/variations/1/price").await;
    let [price, own] = [price, own].map(|it| it.as_i64().expect("a price"));
    [mug, price, tee, own]
}

fn counts(report: &Report) -> [u64; 3] {
    [report.created, report.updated, report.unchanged]
}

#[tokio::test]
async fn what_was_sold_and_changed_since_stays() {
    let (shop, _) = shop_of("ecwid.csv").await;
    goes_on_selling(&shop).await;
    let again = run(&shop, fixture("ecwid.csv"), false).await;
    assert_eq!(again.updated, 0);
    assert_eq!(facts(&shop).await, [2, 2_600, 1, 2_300]);
    for (stock, left) in [
        (Stock::Keep, [2, 1]),
        (Stock::Add, [9, 6]),
        (Stock::Set, [7, 5]),
    ] {
        let plan = Plan { stock, dry: false };
        run_as(&shop, fixture("ecwid.csv"), plan).await;
        let [mug, price, tee, own] = facts(&shop).await;
        assert_eq!(([mug, tee], price, own), (left, 2_600, 2_300), "{stock:?}");
    }
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("next.csv");
    let text = std::fs::read_to_string(fixture("ecwid.csv")).expect("text");
    std::fs::copy(fixture("mug.png"), dir.path().join("mug.png")).expect("copied");
    std::fs::write(&file, text.replace(",7,true,\"", ",20,true,\"")).expect("written");
    let next = run(&shop, file, false).await;
    assert_eq!(next.updated, 1, "the mug's stock is what the file changed");
    assert_eq!(facts(&shop).await, [20, 2_600, 5, 2_300]);
}

#[tokio::test]
async fn a_dry_run_reports_what_the_run_then_does() {
    let shop = Shop::open().await;
    for name in ["ecwid.csv", "ecwid.csv", "ecwid-broken.csv", "shopify.csv"] {
        let dry = run(&shop, fixture(name), true).await;
        let before = shop.count("SELECT count(*) FROM products").await;
        let real = run(&shop, fixture(name), false).await;
        assert_eq!(dry, real, "{name}");
        let made = i64::try_from(real.created).expect("small");
        assert!(shop.count("SELECT count(*) FROM products").await - before <= made);
    }
}

/// A product twice in a file that is written in several batches is new once, dry or not.
#[tokio::test]
async fn a_product_that_comes_twice_is_counted_the_same() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("twice.csv");
    let row = |id: usize| format!("product,{id},Thing {id},5\n");
    let rows: String = (1..=600).chain(1..=600).map(row).collect();
    let header = "type,product_internal_id,product_name,product_price\n";
    std::fs::write(&file, format!("{header}{rows}")).expect("written");
    let shop = Shop::open().await;
    let dry = run(&shop, file.clone(), true).await;
    assert_eq!(counts(&dry), [600, 0, 600]);
    assert_eq!(dry, run(&shop, file, false).await);
}

#[tokio::test]
async fn lines_are_counted_alike_however_they_end_and_untaken_columns_are_named() {
    let dir = tempfile::tempdir().expect("a directory");
    let text = std::fs::read_to_string(fixture("ecwid-broken.csv")).expect("text");
    let unix = run(&Shop::open().await, fixture("ecwid-broken.csv"), false).await;
    for end in ["\r\n", "\r"] {
        let file = dir.path().join("windows.csv");
        std::fs::write(&file, text.replace('\n', end)).expect("written");
        let other = run(&Shop::open().await, file, false).await;
        assert_eq!(other.refused, unix.refused, "{end:?}");
    }
    let file = dir.path().join("tags.csv");
    let rows = "type,product_name,product_price,product_tags,product_barcode,product_empty\n\
                product,One,5,\"red, blue\",,\nproduct,Two,5,,4006381333931,\n";
    std::fs::write(&file, rows).expect("written");
    let report = run(&Shop::open().await, file, false).await;
    assert_eq!(report.untaken, ["product_tags", "product_barcode"]);
    assert_eq!(report.created, 2);
}
