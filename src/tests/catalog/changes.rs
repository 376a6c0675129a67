//! What changes is taken over alone; where it is not known what changed, everything is read.

use super::lists::numbered;
use crate::support::Shop;
use awning::{
    base::{date, translated::Translated},
    catalog::{
        Product,
        filter::{Filter, Sort},
        snapshot::{Catalog, CatalogSnapshot, Scope, Viewer},
        store,
    },
    content::{pages, version},
};
use std::sync::Arc;

/// Stores `change` of product `id`, says so, and returns the snapshot after it.
async fn changed(shop: &Shop, id: i64, change: impl FnOnce(&mut Product)) -> Arc<CatalogSnapshot> {
    let mut product = stored(shop, id).await;
    change(&mut product);
    let tx = shop.db.begin().await.expect("a transaction");
    let put = store::put_product(&tx, product, "", 0, crate::support::by_file())
        .await
        .expect("stored");
    version::touch_products(&tx, &[put.id()])
        .await
        .expect("noted");
    tx.commit().await.expect("committed");
    refreshed(shop).await
}

async fn stored(shop: &Shop, id: i64) -> Product {
    let found = store::product(&shop.db.read, id).await.expect("read");
    found.unwrap_or_default()
}

async fn refreshed(shop: &Shop) -> Arc<CatalogSnapshot> {
    shop.state.catalog.refresh(&shop.db).await.expect("seen");
    shop.state.catalog.snapshot()
}

/// Whether a product far from those that changed is the very same in both: not everything was read anew.
fn is_shared(before: &CatalogSnapshot, now: &CatalogSnapshot) -> bool {
    before
        .card(9)
        .zip(now.card(9))
        .is_some_and(|(before, now)| std::ptr::eq(before, now))
}

fn answers(snapshot: &CatalogSnapshot) -> Vec<String> {
    let ids = |slots: &[u32]| snapshot.each(slots).map(|card| card.id).collect::<Vec<_>>();
    let mut answers: Vec<String> = snapshot.cards().map(|card| format!("{card:?}")).collect();
    for (sort, _) in Sort::ALL {
        for category in 0..3 {
            let filter = Filter {
                sort,
                ..Filter::default()
            };
            let list = snapshot.list(
                &category.to_string(),
                Scope::Category(category),
                &filter,
                50,
            );
            answers.push(format!("{:?} {:?}", ids(&list.products), list.facets));
        }
    }
    for typed in ["thing", "cotton", "coton", "n 7", "zebra"] {
        let found = snapshot.find(typed);
        answers.push(format!(
            "{:?} {}",
            ids(&snapshot.best(&found, 50)),
            found.is_corrected
        ));
    }
    answers
}

#[tokio::test]
async fn a_changed_product_is_taken_over_alone() {
    let shop = numbered(200).await;
    let before = shop.state.catalog.snapshot();
    let found = |snapshot: &CatalogSnapshot, typed| snapshot.best(&snapshot.find(typed), 9).len();
    let cheaper = changed(&shop, 107, |it| it.price = 1).await;
    assert_eq!(cheaper.card(107).map(|card| card.price), Some(1));
    let renamed = changed(&shop, 107, |it| it.name = Translated::one("en", "Zebra")).await;
    assert_eq!((found(&before, "zebra"), found(&renamed, "zebra")), (0, 1));
    assert_eq!(renamed.card(107).map(|card| &*card.slug), Some("zebra"));
    changed(&shop, 104, |it| it.categories = vec![1]).await;
    let hidden = changed(&shop, 105, |it| it.enabled = false).await;
    assert!(hidden.card(105).is_none());
    let new = Product {
        id: 299,
        price: 5,
        enabled: true,
        categories: vec![2],
        ..Product::default()
    };
    let last = changed(&shop, 299, |it| *it = new).await;
    assert!(is_shared(&before, &last), "not everything was read anew");
    let anew = Catalog::open(&shop.db, Viewer::Shopper)
        .await
        .expect("loaded")
        .snapshot();
    assert_eq!(answers(&last), answers(&anew));
    assert_eq!(last.versions(), anew.versions());
}

#[tokio::test]
async fn a_page_of_text_changes_no_product() {
    let shop = numbered(10).await;
    let before = shop.state.catalog.snapshot();
    pages::put(&shop.db.write, "about", "en", "# About us")
        .await
        .expect("stored");
    let now = refreshed(&shop).await;
    assert_eq!((before.pages.len(), now.pages.len()), (0, 1));
    assert!(is_shared(&before, &now));
}

/// An import of the last release notes nothing; and what was noted long ago is forgotten.
#[tokio::test]
async fn what_is_not_noted_is_read_as_a_whole() {
    let shop = numbered(10).await;
    let mut product = stored(&shop, 3).await;
    product.price = 5;
    store::put_product(&shop.db.write, product, "", 0, crate::support::by_file())
        .await
        .expect("stored");
    version::touch(&shop.db.write).await.expect("raised");
    assert_eq!(
        refreshed(&shop).await.card(3).map(|card| card.price),
        Some(5)
    );

    let mut product = stored(&shop, 3).await;
    product.price = 6;
    store::put_product(&shop.db.write, product, "", 0, crate::support::by_file())
        .await
        .expect("stored");
    version::touch_products(&shop.db.write, &[3])
        .await
        .expect("noted");
    let rows = shop.count("SELECT count(*) FROM catalog_changes").await;
    let purge = async |now| version::purge(&shop.db.write, now).await.expect("purged");
    assert_eq!(purge(date::now()).await, 0);
    assert_eq!(
        i64::try_from(purge(date::now() + 2 * date::DAY).await),
        Ok(rows)
    );
    version::touch_products(&shop.db.write, &[4])
        .await
        .expect("noted");
    assert_eq!(
        refreshed(&shop).await.card(3).map(|card| card.price),
        Some(6)
    );
}

#[tokio::test]
async fn where_much_changed_everything_is_read() {
    let shop = numbered(100).await;
    let before = shop.state.catalog.snapshot();
    let ids: Vec<i64> = (10..=100).collect();
    for (price, id) in (1..).zip(&ids) {
        let product = Product {
            price,
            ..stored(&shop, *id).await
        };
        store::put_product(&shop.db.write, product, "", 0, crate::support::by_file())
            .await
            .expect("stored");
    }
    version::touch_products(&shop.db.write, &ids)
        .await
        .expect("noted");
    let now = refreshed(&shop).await;
    assert_eq!(now.card(100).map(|card| card.price), Some(91));
    assert!(!is_shared(&before, &now));
}
