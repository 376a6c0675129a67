//! Finding products: pages, words, filters and orders.

use super::{office, save};
use crate::admin::support::Office;
use awning::{
    admin::staff::role::Role,
    base::translated::Translated,
    catalog::{
        Product,
        listing::{
            filter::{Filter, Sort, StockFilter},
            page::{self, by_code},
        },
        product::{Attribute, Variation},
        store,
    },
};

/// Stores `count` products called by their numbers.
pub async fn add(office: &Office, count: i64, change: impl Fn(i64, &mut Product)) {
    let tx = office.shop.db.begin().await.expect("a transaction");
    for n in 0..count {
        let mut product = Product {
            id: 5_000 + n,
            sku: format!("N-{n}"),
            name: Translated::one("en", &format!("Nail {:03}", n * 7 % 1_000)),
            price: 100 + n,
            stock: Some(n % 50 + 10),
            enabled: true,
            ..Product::default()
        };
        change(n, &mut product);
        let by = crate::support::by_file();
        store::put_product(&tx, product, "", n, by)
            .await
            .expect("stored");
    }
    tx.commit().await.expect("stored");
}

async fn all(office: &Office, filter: &Filter, size: usize) -> Vec<i64> {
    let db = &office.shop.db.read;
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = page::page(db, filter, 3, after.as_ref(), size)
            .await
            .expect("a page");
        found.extend(page.products.iter().map(|it| it.id));
        after = page.next;
        if after.is_none() {
            return found;
        }
    }
}

#[tokio::test]
async fn every_order_shows_each_product_once() {
    let office = office().await;
    // Several share each key, so that ids decide.
    add(&office, 90, |n, product| {
        product.name = Translated::one("en", &format!("Nail {}", n % 9));
        product.stock = Some(n % 4);
    })
    .await;
    let count = office.shop.count("SELECT COUNT(*) FROM products").await;
    for sort in Sort::ALL {
        let filter = Filter {
            sort,
            ..Filter::default()
        };
        let whole = all(&office, &filter, 1_000).await;
        assert_eq!(i64::try_from(whole.len()).expect("few"), count);
        assert_eq!(all(&office, &filter, 7).await, whole, "{sort:?}");
        let mut once = whole.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), whole.len());
    }
    let fewest = Filter {
        sort: Sort::Stock,
        only: Some(StockFilter::SoldOut),
        ..Filter::default()
    };
    let sold_out = all(&office, &fewest, 7).await;
    assert!(sold_out.len() >= 22, "{sold_out:?}");
}

#[tokio::test]
async fn products_are_found_by_what_stands_on_them() {
    let office = office().await;
    add(&office, 3, |n, product| {
        if n == 1 {
            product.name =
                Translated::from_iter([("en", "Wood screw"), ("de", "Holzschraube für Türen")]);
            product.attributes.push(Attribute {
                name: "EAN".into(),
                value: "4006381333931".into(),
                shown: false,
            });
            product.variations.push(Variation {
                sku: "WS-4x30".into(),
                stock: Some(0),
                ..Variation::default()
            });
        }
    })
    .await;
    let found = async |words: &str| {
        let filter = Filter {
            words: words.to_owned(),
            ..Filter::default()
        };
        all(&office, &filter, 50).await
    };
    for words in ["screw", "HOLZ tur", "ws-4x30", "40063", "N-1 wood"] {
        assert_eq!(found(words).await, [5_001], "{words}");
    }
    assert_eq!(found("screw nail").await, Vec::<i64>::new());
    assert_eq!(found("\" OR 1=1 *").await, Vec::<i64>::new());
    let db = &office.shop.db.read;
    let code = async |text: &str| by_code(db, text).await.expect("asked");
    assert_eq!(code("4006381 333931").await, Some((5_001, None)));
    let variation = code("ws-4X30").await.expect("a variation");
    assert!(variation.0 == 5_001 && variation.1.is_some());
    assert_eq!(code("nothing").await, None);
    // What is gone is found no more.
    let tx = office.shop.db.begin().await.expect("a transaction");
    store::delete_product(&tx, 5_001, 0).await.expect("deleted");
    tx.commit().await.expect("deleted");
    assert_eq!(found("screw").await, Vec::<i64>::new());
    assert_eq!(code("4006381333931").await, None);
}

#[tokio::test]
async fn a_list_is_narrowed_by_what_its_address_says() {
    let office = office().await;
    add(&office, 4, |n, product| {
        product.enabled = n != 0;
        product.compare_to = (n == 1).then_some(900);
        product.stock = [Some(9), Some(9), Some(2), Some(0)][usize::try_from(n).expect("few")];
    })
    .await;
    let mut owner = office.signed_in(Role::Owner).await;
    for (query, shown) in [
        ("only=hidden", "N-0"),
        ("only=on-sale&q=nail", "N-1"),
        ("only=low&q=n-2", "N-2"),
        ("only=sold-out&q=nail", "N-3"),
    ] {
        let page = owner.get(&format!("/products?{query}")).await.body;
        let skus: Vec<&str> = ["N-0", "N-1", "N-2", "N-3"]
            .into_iter()
            .filter(|sku| page.contains(&format!(">{sku}<")))
            .collect();
        assert_eq!(skus, [shown], "{query}: {page}");
    }
    let kitchen = office
        .shop
        .count("SELECT MIN(category_id) FROM product_categories WHERE product_id = 1201")
        .await;
    let page = owner
        .get(&format!("/products?category={kitchen}"))
        .await
        .body;
    assert!(page.contains("Blue Mug") && !page.contains("N-1"), "{page}");
    let nothing = owner.get("/products?q=zzz").await.body;
    assert!(nothing.contains("No product fits this."), "{nothing}");
    let (status, to, _) = save(
        &mut owner,
        "/products?only=low&q=n-2",
        &[("5002.stock", "50")],
    )
    .await;
    assert_eq!(
        (status, to.as_str()),
        (303, "/products?q=n-2&only=low&said=products-saved")
    );
    let page = owner.get("/products?only=low").await.body;
    assert!(!page.contains(">N-2<"), "{page}");
}
