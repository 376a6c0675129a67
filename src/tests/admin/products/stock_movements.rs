//! Every change of stock is kept, whoever causes it.

use super::{MUG, SHIRT, is_explained, moved, office, save, stored};
use crate::support::checkout::{ordered, place, up_to_review};
use awning::{
    admin::staff::role::Role,
    base::date,
    catalog::store::{
        self,
        stock::{self, AddedStock, Cause, Kind, StockPlace},
    },
    order::change_status::{Change, Refusal, change_order},
    platform::audit::Actor,
    pricing::payment::PaymentStatus,
};

#[tokio::test]
async fn why_it_is_three_can_be_read() {
    let office = office().await;
    let mut ada = office.shop.browser();
    up_to_review(&mut ada, "ada@example.com").await;
    let number = ordered(&place(&mut ada).await);
    let mut owner = office.signed_in(Role::Owner).await;
    let typed = [("1201.stock", "-3"), ("reason", "Broken in the post")];
    let (status, ..) = save(&mut owner, "/products", &typed).await;
    assert_eq!(status, 303);
    let actor = Actor::command_line();
    let cancel = |_: &_| {
        Ok::<_, Refusal>(Change {
            payment: Some(PaymentStatus::Cancelled),
            restock: true,
            ..Change::default()
        })
    };
    let shop = &office.shop;
    let now = date::now();
    let done = change_order(&shop.db, &shop.config, &number, cancel, &actor, now).await;
    done.expect("stored").expect("an order").expect("changed");
    let found = moved(&office, MUG).await;
    let rows: Vec<_> = found
        .iter()
        .map(|it| {
            (
                it.kind,
                it.delta,
                it.after,
                it.order.as_str(),
                it.who.as_str(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            (
                Some(Kind::Restocked),
                1,
                Some(4),
                number.as_str(),
                "the command line"
            ),
            (Some(Kind::Typed), -3, Some(3), "", "owner@shop.example"),
            (
                Some(Kind::Sold),
                -1,
                Some(6),
                number.as_str(),
                "the shopper"
            ),
            (Some(Kind::Imported), 7, Some(7), "", "the command line"),
        ]
    );
    assert_eq!(found[1].reason, "Broken in the post");
    is_explained(&office).await;
    let page = owner.get(&format!("/stock?product={MUG}")).await.body;
    assert!(page.contains("4 left"), "{page}");
    assert!(
        page.contains(&format!("href=\"/orders/{number}\"")),
        "{page}"
    );
    assert!(page.contains("Broken in the post"), "{page}");
    let sold = owner.get("/stock?cause=sold").await.body;
    assert!(sold.contains(&number) && !sold.contains("Broken"), "{sold}");
    let mine = owner.get("/stock?who=owner@shop.example").await.body;
    assert!(mine.contains("Broken") && !mine.contains(&number), "{mine}");
    let file = owner.get(&format!("/stock/export.csv?product={MUG}")).await;
    let lines: Vec<&str> = file.body.lines().collect();
    assert_eq!(lines.len(), 5, "{}", file.body);
    assert!(
        lines[1].contains(&format!("MUG,1,4,restocked,{number}")),
        "{}",
        lines[1]
    );
}

/// An import that takes a variation away, and one that brings another, are explained too.
#[tokio::test]
async fn a_product_that_is_written_as_a_whole_is_explained() {
    let office = office().await;
    is_explained(&office).await;
    let mut shirt = stored(&office, SHIRT).await;
    let gone = shirt.variations.remove(0);
    let mut fresh = shirt.variations[0].clone();
    (fresh.id, fresh.stock) = (0, Some(11));
    fresh.options.insert("Size".into(), "XXL".into());
    shirt.variations.push(fresh);
    let by = crate::support::by_file();
    let put = store::put_product(&office.shop.db.write, shirt, "", 1, by).await;
    put.expect("stored");
    is_explained(&office).await;
    let last = moved(&office, SHIRT).await;
    assert!(last.iter().any(|it| it.delta == 11), "{last:?}");
    if let Some(stock) = gone.stock {
        let taken = last
            .iter()
            .any(|it| it.place.variation == Some(gone.id) && it.delta == -stock);
        assert!(taken, "{last:?}");
    }
}

#[tokio::test]
async fn nothing_falls_below_nothing_and_nothing_is_counted_where_nothing_is() {
    let office = office().await;
    let db = &office.shop.db.write;
    let actor = Actor::shop();
    let cause = Cause::of(Kind::Typed, &actor);
    let mug = StockPlace {
        product: MUG,
        variation: None,
    };
    let add = async |place, delta| stock::add(db, place, delta, &cause).await.expect("asked");
    assert_eq!(add(mug, -8).await, AddedStock::OutOfBounds(7));
    assert_eq!(add(mug, -7).await, AddedStock::Left(0));
    assert_eq!(add(mug, 2_000_000_000).await, AddedStock::OutOfBounds(0));
    let nowhere = StockPlace {
        product: 999_999,
        variation: None,
    };
    assert_eq!(add(nowhere, 1).await, AddedStock::NotCounted);
    let is_set = stock::set(db, mug, None, &cause).await.expect("set");
    assert!(is_set);
    assert_eq!(add(mug, 1).await, AddedStock::NotCounted);
    is_explained(&office).await;
}

/// What the list goes by is made anew of what is stored, as the migration does.
#[tokio::test]
async fn a_shop_of_before_is_listed_as_if_it_were_written_anew() {
    let office = office().await;
    let read = async |sql: &str| office.shop.count(sql).await;
    let sums = [
        "SELECT COUNT(*) FROM product_codes",
        "SELECT COUNT(*) FROM product_categories",
        "SELECT SUM(LENGTH(list_words) + LENGTH(list_name)) FROM products",
        "SELECT SUM(fewest) FROM products",
        "SELECT COUNT(*) FROM products WHERE on_sale",
    ];
    let mut before = Vec::new();
    for sql in sums {
        before.push(read(sql).await);
    }
    assert!(before.iter().all(|count| *count > 0), "{before:?}");
    for sql in [
        "DELETE FROM product_codes",
        "DELETE FROM product_categories",
        "UPDATE products SET list_words = '', list_name = '', on_sale = FALSE, fewest = 5",
    ] {
        office.shop.execute(sql).await;
    }
    store::list_columns::fill(&office.shop.db.write)
        .await
        .expect("filled");
    for (sql, before) in sums.iter().zip(before) {
        assert_eq!(read(sql).await, before, "{sql}");
    }
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/products?q=saucer").await.body;
    assert!(page.contains("Blue Mug"), "{page}");
}
