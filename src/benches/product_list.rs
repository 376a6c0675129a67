//! (s) The list of products at 100,000 of them: every order, tab and search as somebody of the staff asks for them over the
//! network; a hundred rows saved at once; and what keeping every movement costs an order.

use crate::{catalogue::percentile, inbox::signed_in, load, median, scale, settings};
use awning::{
    admin::{AdminState, router},
    app::cli,
    catalog::{
        field_changes::{self, Edit, NewValue, ProductField},
        store::{
            list_columns,
            stock::{self, Cause, Kind, StockPlace},
        },
    },
    platform::{audit::Actor, config::SettingSources, db::Db},
};
use sea_orm::ConnectionTrait;
use std::time::Instant;

/// Products of a shop that `SHELF_PRODUCTS` says nothing else of.
const PRODUCTS: usize = 100_000;
/// Questions of each kind.
const QUESTIONS: usize = 40;
const ROUNDS: i64 = 9;
const ROWS: i64 = 100;

/// (s), on the engine that the bench was given.
pub async fn report() {
    let size = std::env::var("SHELF_PRODUCTS").ok();
    let size = size.map_or(PRODUCTS, |size| size.parse().expect("a number"));
    let dir = tempfile::tempdir().expect("a directory");
    let config = settings(dir.path());
    let db = cli::open(&config).await.expect("a database");
    scale::fill(&db, size).await;
    let began = Instant::now();
    let tx = db.begin().await.expect("a transaction");
    list_columns::fill(&tx).await.expect("listed");
    tx.commit().await.expect("listed");
    let engine = if db.is_shared() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    println!(
        "(s) {engine}: {size} products listed, as the migration does, in {:.1} s",
        began.elapsed().as_secs_f64()
    );
    rare(&db, size).await;
    let state = awning::app::open(config.clone(), db.clone()).await;
    let state = state.expect("a shop");
    let [front, back] = ["127.0.0.1:3000", "127.0.0.1:3080"].map(|it| it.parse().expect("one"));
    let office = AdminState::new(state, SettingSources::default(), front, back);
    let office = load::serve(router(office)).await;
    let cookie = signed_in(&db, &config).await;
    let last = "zz";
    let kinds: [(&str, &dyn Fn(usize) -> String); 12] = [
        ("by name", &|_| String::new()),
        ("by name, in the middle", &|n| {
            format!("after={}~mo", n * 97)
        }),
        ("changed last", &|_| "sort=changed".to_owned()),
        ("fewest left", &|_| "sort=stock".to_owned()),
        ("sold out, of which are few", &|_| {
            "only=sold-out".to_owned()
        }),
        ("running low, of which are many", &|_| "only=low".to_owned()),
        ("hidden, of which are few, by stock", &|_| {
            "only=hidden&sort=stock".to_owned()
        }),
        ("one of twenty categories", &|n| {
            format!("category={}", 1 + n % 20)
        }),
        ("a category, running low", &|n| {
            format!("category={}&only=low", 1 + n % 20)
        }),
        ("search by SKU", &|n| {
            format!("q=s-{}", 1 + n * 2_411 % size)
        }),
        ("search by what all hold", &|_| "q=made".to_owned()),
        ("search by a letter, after the last", &|n| {
            format!("q={}&after=1~{last}", char::from(b'a' + (n % 26) as u8))
        }),
    ];
    for (what, query) in kinds {
        let requests: Vec<_> = (0..QUESTIONS)
            .map(|n| {
                load::request(
                    "GET",
                    &format!("/products?{}", query(n)),
                    &cookie,
                    "text/html",
                )
            })
            .collect();
        let mut waits = load::waits(office, 1, &requests).await;
        println!(
            "(s) {what}: middle {:.1} ms, p95 {:.1} ms",
            percentile(&mut waits, 50),
            percentile(&mut waits, 95)
        );
    }
    println!("    (wanted: p95 < 50 ms)");
    save(&db).await;
    take(&db).await;
}

/// Lets a few products be what few are.
async fn rare(db: &Db, size: usize) {
    for (what, every) in [("fewest = 0, stock = 0", 997), ("enabled = FALSE", 1_009)] {
        let sql = format!("UPDATE products SET {what} WHERE id % {every} = 0 AND id <= {size}");
        db.write.execute_unprepared(&sql).await.expect("changed");
    }
}

/// A hundred rows with another price, stock and compare-to price each, in one transaction.
async fn save(db: &Db) {
    let prices = awning::base::money::PriceFormat::of("EUR").expect("a currency");
    let actor = Actor::command_line();
    let mut times = Vec::new();
    for round in 1..=ROUNDS {
        let edits: Vec<Edit> = (1..=ROWS).flat_map(|n| edits(1_000 * round + n)).collect();
        let began = Instant::now();
        let saved = field_changes::save(db, &edits, "bench", &prices, &actor).await;
        assert_eq!(saved.expect("saved"), Ok(100));
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
    }
    println!(
        "(s) 100 rows with three new facts each saved in {:.0} ms in the middle (wanted: < 200 ms)",
        median(times)
    );
}

fn edits(id: i64) -> [Edit; 3] {
    let price = 100 + id * 7 % 90_000;
    let edit = |cell, seen, wanted| Edit {
        place: StockPlace {
            product: id,
            variation: None,
        },
        field: cell,
        seen,
        wanted,
    };
    [
        edit(
            ProductField::Price,
            Some(price),
            NewValue::Set(Some(price + 1)),
        ),
        edit(
            ProductField::CompareTo,
            None,
            NewValue::Set(Some(price + 500)),
        ),
        edit(ProductField::Stock, None, NewValue::By(5)),
    ]
}

/// Taking something off the stock with its movement, against the bare statement of before.
async fn take(db: &Db) {
    const BARE: &str =
        "UPDATE products SET stock = stock - 1 WHERE id = $1 AND stock >= 1 RETURNING stock";
    const TIMES: i64 = 2_000;
    let actor = Actor::shopper();
    let cause = Cause::with_order(Kind::Sold, "BENCH", &actor);
    let set = "UPDATE products SET stock = 100000 WHERE id <= 50000";
    db.write.execute_unprepared(set).await.expect("stocked");
    let (mut bare, mut kept) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let tx = db.begin().await.expect("a transaction");
        let began = Instant::now();
        for id in 1..=TIMES {
            let sql = awning::platform::db::statement(&tx, BARE, [id.into()]);
            tx.query_one_raw(sql).await.expect("taken");
        }
        bare.push(began.elapsed().as_secs_f64() * 1e6 / 2_000.0);
        let began = Instant::now();
        for id in 1..=TIMES {
            let taken = stock::take(&tx, id, None, 1, &cause).await.expect("asked");
            assert_eq!(taken, Some(false));
        }
        kept.push(began.elapsed().as_secs_f64() * 1e6 / 2_000.0);
        tx.commit().await.expect("committed");
    }
    println!(
        "(s) taking one off the stock: {:.0} µs, of which the statement alone {:.0} µs\n",
        median(kept),
        median(bare)
    );
}
