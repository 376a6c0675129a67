//! What an order is found by.

use super::{Copies, PLACED, office, rows_at};
use awning::{
    admin::staff::role::Role,
    base::url::encoded,
    order::{
        anonymise,
        inbox::{filter::Filter, list, tab::Tab},
    },
};

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
    crate::support::checkout::up_to_review(&mut ada, "ada@example.com").await;
    let number =
        crate::support::checkout::ordered(&crate::support::checkout::place(&mut ada).await);
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

/// An order of many, as its number makes it.
struct Row {
    id: i64,
    placed_at: i64,
    words: String,
    country: &'static str,
    payment_method: &'static str,
    is_cancelled: bool,
}

impl Row {
    fn of(id: i64) -> Self {
        let metal = if id < 4_500 { "brass" } else { "steel" };
        Self {
            id,
            placed_at: PLACED + id / 3,
            words: format!(
                "n{id} {metal} claw-hammer{} galvanised{}",
                id % 40,
                id % 2_250
            ),
            country: if id % 3_000 == 7 { "IS" } else { "DE" },
            payment_method: if id < 5_000 { "card" } else { "bank" },
            is_cancelled: id % 10 == 0,
        }
    }

    fn sql(&self) -> String {
        let Self {
            id,
            placed_at,
            words,
            country,
            payment_method,
            is_cancelled,
        } = self;
        let payment = if *is_cancelled { "CANCELLED" } else { "PAID" };
        format!(
            "({id}, 'N{id}', 'ada@example.com', {placed_at}, '{payment}', 'DELIVERED', {id}, '{words}', '{{}}', TRUE, \
             '{payment_method}', 'post', '{country}', {SECRET})"
        )
    }

    fn has(&self, words: &str) -> bool {
        let mine: Vec<&str> = self.words.split([' ', '-']).collect();
        words
            .split_whitespace()
            .all(|word| mine.iter().any(|it| it.starts_with(word)))
    }
}

const SECRET: &str = "CAST('' AS BYTES)";

/// Whether a list is walked along, or the few that fit are sorted, nobody can tell.
#[tokio::test]
async fn of_thousands_the_same_orders_are_listed_however_they_are_found() {
    let office = office().await;
    let rows: Vec<Row> = (1..=9_000).map(Row::of).collect();
    let bytes = match office.shop.db.is_shared() {
        true => "BYTEA",
        false => "BLOB",
    };
    for some in rows.chunks(500) {
        let values: Vec<String> = some.iter().map(Row::sql).collect();
        let insert = format!(
            "INSERT INTO orders (id, public_id, email, placed_at, payment_status, fulfillment_status, total, words, document, \
             announced, payment_method, delivery_method, country, secret_hash) VALUES {}",
            values.join(", ").replace("BYTES", bytes)
        );
        office.shop.execute(&insert).await;
    }
    let all = Filter::default;
    let words = |words: &str| Filter {
        words: words.to_owned(),
        ..all()
    };
    for (what, filter) in [
        ("what all hold", words("hammer claw")),
        ("what few hold", words("galvanised17")),
        ("what only old ones hold", words("brass")),
        ("two words", words("brass n8")),
        ("two that never meet", words("brass n8999")),
        ("what none holds", words("copper claw")),
        ("long words", words("galvanised1 hammer3")),
        (
            "in a tab",
            Filter {
                tab: Tab::Cancelled,
                ..words("bra claw")
            },
        ),
        (
            "in an empty tab",
            Filter {
                tab: Tab::Withdrawn,
                ..words("claw")
            },
        ),
        (
            "a rare country",
            Filter {
                country: "IS".to_owned(),
                ..all()
            },
        ),
        (
            "a rare country and words",
            Filter {
                country: "IS".to_owned(),
                ..words("claw")
            },
        ),
        (
            "what only old ones were paid by",
            Filter {
                payment_method: "card".to_owned(),
                ..all()
            },
        ),
        (
            "what old ones were paid by, in a tab",
            Filter {
                payment_method: "card".to_owned(),
                tab: Tab::Cancelled,
                ..all()
            },
        ),
        (
            "the largest",
            Filter {
                least: Some(8_990),
                ..all()
            },
        ),
        (
            "none",
            Filter {
                least: Some(9_001),
                ..words("claw")
            },
        ),
        (
            "the smallest",
            Filter {
                most: Some(70),
                country: "DE".to_owned(),
                ..words("claw")
            },
        ),
    ] {
        let fits = |row: &&Row| {
            row.has(&filter.words)
                && [row.country, ""].contains(&&*filter.country)
                && [row.payment_method, ""].contains(&&*filter.payment_method)
                && filter.least.is_none_or(|least| row.id >= least)
                && filter.most.is_none_or(|most| row.id <= most)
                && match filter.tab {
                    Tab::Withdrawn => false,
                    Tab::Cancelled => row.is_cancelled,
                    _ => true,
                }
        };
        let mut wanted: Vec<&Row> = rows.iter().filter(fits).collect();
        wanted.sort_by_key(|row| std::cmp::Reverse((row.placed_at, row.id)));
        let wanted: Vec<i64> = wanted.iter().map(|row| row.id).collect();
        let (mut found, mut after) = (Vec::new(), None);
        let zone = &office.shop.config.time_zone;
        for _ in 0..3 {
            let page = list::page(&office.shop.db.read, &filter, zone, after, 60).await;
            let page = page.expect("a page");
            found.extend(page.orders.iter().map(|order| order.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        let first: Vec<i64> = wanted.iter().copied().take(180).collect();
        assert_eq!(found, first, "{what}");
        if let [newer, at, older, ..] = wanted[wanted.len() / 2..] {
            let place = list::KeysetCursor {
                value: Row::of(at).placed_at,
                id: at,
            };
            let beside = list::neighbours(&office.shop.db.read, &filter, zone, place).await;
            let wanted = [newer, older].map(|id| Some(format!("N{id}")));
            assert_eq!(beside.expect("read"), wanted, "beside one of {what}");
        }
    }
}
