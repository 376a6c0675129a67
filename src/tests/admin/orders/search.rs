//! What an order is found by.

use super::{Copies, office, rows_at};
use awning::{admin::staff::role::Role, base::url::encoded, order::anonymise};

#[tokio::test]
async fn an_order_is_found_by_number_name_email_sku_and_words() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let ada = copies.add(&office, |_, _| {}).await;
    let jürgen = copies
        .add(&office, |order, document| {
            order.email = "Jürgen.Groß+shop@büro.example".into();
            document.shipping.name = "Jürgen Groß-Hölzl".into();
            document.billing.name = "Haus & Hof O'Neil".into();
            document.items[0].name = "Zange 3000, 180 mm".into();
            document.items[0].sku = "ZA-180/3.b".into();
        })
        .await;
    let mut owner = office.signed_in(Role::Owner).await;
    for (words, wanted) in [
        ("N00001", vec![&ada]),
        ("n0000", vec![&jürgen, &ada]),
        ("n00002", vec![&jürgen]),
        ("ada@example.com", vec![&ada]),
        ("ADA@exam", vec![&ada]),
        ("lovelace", vec![&ada]),
        ("love", vec![&ada]),
        ("blue mug", vec![&ada]),
        ("mug zange", vec![]),
        ("MUG", vec![&ada]),
        ("jürgen", vec![&jürgen]),
        ("JÜRGEN GROSS", vec![]),
        ("GROß", vec![&jürgen]),
        ("hölzl", vec![&jürgen]),
        ("büro", vec![&jürgen]),
        ("za-180", vec![&jürgen]),
        ("ZA-180/3.b", vec![&jürgen]),
        ("180 zange", vec![&jürgen]),
        ("o'neil", vec![&jürgen]),
        ("shop@büro.example", vec![&jürgen]),
        ("ovelace", vec![]),
        ("\" OR 1 = 1; --", vec![]),
        ("* : ! & |", vec![&jürgen, &ada]),
        ("NEAR(a b)", vec![]),
        ("हिन्दी", vec![]),
        ("nobody", vec![]),
    ] {
        let rows = rows_at(&mut owner, &format!("/orders?q={}", encoded(words))).await;
        assert_eq!(rows.iter().collect::<Vec<_>>(), wanted, "{words}");
    }
    // Together with what else narrows a list.
    assert_eq!(
        rows_at(&mut owner, "/orders?tab=cancelled&q=mug")
            .await
            .len(),
        0
    );
    assert_eq!(
        rows_at(&mut owner, "/orders?tab=unpaid&q=n0000&country=DE&least=1")
            .await
            .len(),
        2
    );
}

#[tokio::test]
async fn pages_of_a_search_follow_each_other() {
    let office = office().await;
    let mut copies = Copies::new(&office).await;
    let mut wanted = Vec::new();
    for n in 0..70 {
        wanted.insert(
            0,
            copies
                .add(&office, |order, _| order.placed_at -= 60 * (n / 3))
                .await,
        );
    }
    let mut owner = office.signed_in(Role::Owner).await;
    let page = owner.get("/orders?q=mug").await.body;
    let mut found = super::numbers(&page);
    let next = super::link(&page, "Earlier orders").expect("a second page");
    found.extend(rows_at(&mut owner, &next).await);
    let (mut sorted, count) = (found.clone(), found.len());
    sorted.sort();
    sorted.dedup();
    wanted.sort();
    assert_eq!((sorted, count), (wanted, 70));
    // Both walk the same way.
    let mut all = rows_at(&mut owner, "/orders?tab=all").await;
    all.truncate(50);
    assert_eq!(all, found[..50]);
}

/// Who asked to be forgotten is not found any more.
#[tokio::test]
async fn what_was_taken_out_of_an_order_finds_it_no_more() {
    let office = office().await;
    let mut ada = office.shop.customer("ada@example.com").await;
    crate::selling::support::up_to_review(&mut ada, "ada@example.com").await;
    let number = crate::selling::support::ordered(&crate::selling::support::place(&mut ada).await);
    let mut owner = office.signed_in(Role::Owner).await;
    assert_eq!(
        rows_at(&mut owner, "/orders?q=lovelace").await,
        [number.as_str()]
    );
    let customer = office.shop.count("SELECT id FROM customers").await;
    let tx = office.shop.db.begin().await.expect("a transaction");
    anonymise::release(&tx, customer, 1)
        .await
        .expect("released");
    tx.commit().await.expect("it holds");
    let long_after = awning::base::date::now() + 20 * 366 * awning::base::date::DAY;
    let swept = anonymise::sweep(&office.shop.db, 10, long_after).await;
    assert_eq!(swept.expect("swept"), 1);
    for words in ["lovelace", "ada", "example"] {
        assert_eq!(
            rows_at(&mut owner, &format!("/orders?q={words}"))
                .await
                .len(),
            0,
            "{words}"
        );
    }
    assert_eq!(rows_at(&mut owner, "/orders?q=mug").await, [number]);
}
