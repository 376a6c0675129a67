//! What changes in the shop is answered so at once, and when it changed is told.

use super::support::{ask, get, ids, shop};
use crate::{order::command_line::program, support::Shop};
use awning::catalog::store;
use serde_json::json;

async fn refreshed(shop: &Shop) {
    shop.state.catalog.refresh(&shop.db).await.expect("read");
}

/// Enables or disables the product `id`, at the time `now`.
async fn enable(shop: &Shop, id: i64, enabled: bool, now: i64) {
    let tx = shop.db.begin().await.expect("begun");
    let product = store::product(&tx, id).await.expect("read").expect("there");
    let product = awning::catalog::Product { enabled, ..product };
    store::put_product(&tx, product, "", now, crate::support::by_file())
        .await
        .expect("put");
    awning::content::version::touch_products(&tx, &[id])
        .await
        .expect("touched");
    tx.commit().await.expect("stored");
    refreshed(shop).await;
}

#[tokio::test]
async fn a_product_that_is_disabled_is_gone_for_shoppers_and_stays_for_the_merchant() {
    let shop = shop().await;
    let before = get(&shop, "/products/12", "secret_reader").await;
    enable(&shop, 12, false, 1_800_000_000).await;
    assert_eq!(ask(&shop, "/products/12", "public_reader").await.0, 404);
    let after = get(&shop, "/products/12", "secret_reader").await;
    assert_eq!(
        (&before["enabled"], &after["enabled"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        ids(&get(&shop, "/products?enabled=false", "secret_reader").await),
        [12, 13]
    );
    enable(&shop, 12, true, 1_800_000_001).await;
    assert_eq!(
        ids(&get(&shop, "/products?enabled=false", "secret_reader").await),
        [13]
    );
    assert_eq!(ask(&shop, "/products/12", "public_reader").await.0, 200);
}

#[tokio::test]
async fn what_was_changed_last_is_told_and_found() {
    let shop = shop().await;
    enable(&shop, 13, true, 1_800_000_000).await;
    for token in ["public_reader", "secret_reader"] {
        let jug = get(&shop, "/products/13", token).await;
        assert_eq!(jug["updateTimestamp"], 1_800_000_000);
        assert_eq!(jug["updated"], "2027-01-15 08:00:00 +0000");
        let list = get(&shop, "/products?sortBy=UPDATED_TIME_DESC&limit=1", token).await;
        assert_eq!(ids(&list), [13]);
        let list = get(&shop, "/products?sortBy=UPDATED_TIME_ASC", token).await;
        assert_eq!(ids(&list), [11, 12, 14, 13]);
        let list = get(&shop, "/products?updatedFrom=2027-01-15", token).await;
        assert_eq!(ids(&list), [13]);
        let list = get(&shop, "/products?updatedTo=1799999999", token).await;
        assert_eq!(ids(&list).len(), 3);
    }
}

/// Selling out is a change of a product, without anybody writing it anew.
#[tokio::test]
async fn what_sold_out_is_a_change() {
    let shop = shop().await;
    let before = get(&shop, "/products/11", "public_reader").await;
    let tx = shop.db.begin().await.expect("begun");
    store::stock::note(&tx, &[11]).await.expect("noted");
    tx.commit().await.expect("stored");
    refreshed(&shop).await;
    let time = |object: &serde_json::Value| object["updateTimestamp"].as_i64().expect("a time");
    let after = get(&shop, "/products/11", "public_reader").await;
    assert!(time(&after) > time(&before));
    let list = get(
        &shop,
        "/products?sortBy=UPDATED_TIME_DESC&limit=1",
        "public_reader",
    )
    .await;
    assert_eq!(ids(&list), [11]);
}

#[tokio::test]
async fn a_sale_is_seen_at_once() {
    let shop = shop().await;
    assert_eq!(
        get(&shop, "/products/11", "public_reader").await["quantity"],
        7
    );
    let taken = store::stock::take(&shop.db.write, 11, None, 3, crate::support::by_file()).await;
    assert_eq!(taken.expect("taken"), Some(false));
    shop.state.catalog.note_sale();
    assert_eq!(
        get(&shop, "/products/11", "public_reader").await["quantity"],
        4
    );
    assert_eq!(
        get(&shop, "/products/11", "secret_reader").await["quantity"],
        4
    );
}

#[tokio::test]
async fn what_is_deleted_is_listed_with_the_time() {
    let shop = shop().await;
    let before = get(&shop, "/latest-stats", "public_reader").await;
    assert!(
        before["productsUpdated"]
            .as_str()
            .is_some_and(|time| time.starts_with("20"))
    );
    let none = get(&shop, "/products/deleted", "public_reader").await;
    assert_eq!((&none["total"], &none["items"]), (&json!(0), &json!([])));
    let refused = program(&shop, &["product", "delete", "12", "99"]);
    assert!(!refused.status.success(), "all or none");
    assert!(
        program(&shop, &["product", "delete", "12", "14"])
            .status
            .success()
    );
    refreshed(&shop).await;
    let left = get(&shop, "/products?sortBy=ADDED_TIME_ASC", "secret_reader").await;
    assert_eq!(ids(&left), [11, 13]);
    let gone = get(&shop, "/products/deleted?limit=1&offset=1", "public_reader").await;
    assert_eq!((&gone["total"], ids(&gone)), (&json!(2), vec![14]));
    assert!(
        gone["items"][0]["date"]
            .as_str()
            .is_some_and(|date| date.ends_with(" +0000"))
    );
    let later = get(
        &shop,
        "/products/deleted?from_date=2100-01-01",
        "public_reader",
    )
    .await;
    assert_eq!(later["total"], 0);
    let earlier = get(
        &shop,
        "/products/deleted?to_date=2001-01-01",
        "public_reader",
    )
    .await;
    assert_eq!(earlier["total"], 0);
}
