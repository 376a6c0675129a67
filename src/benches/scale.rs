//! (n) The catalogue at 100,000 and 1,000,000 products: what it takes to load, to keep, to change and to search.

use crate::{counting, median, settings};
use awning::{
    app::cli,
    base::{date, translated::Translated},
    catalog::{
        Product,
        filter::{Filter, Sort},
        snapshot::{Card, Scope},
        store::{
            self,
            stock::{Cause, Kind},
        },
    },
    content::version,
    platform::{audit::Actor, db::Db},
    request::state::AppState,
};
use sea_orm::ConnectionTrait;
use std::{
    fmt::Write,
    fs,
    time::{Duration, Instant},
};

const SIZES: [usize; 2] = [100_000, 1_000_000];
/// Rows of one statement.
const AT_ONCE: usize = 500;
const CHANGES: i64 = 9;

/// (n) at `sizes`, or at both.
pub async fn report() {
    for size in SIZES {
        let dir = tempfile::tempdir().expect("a directory");
        let config = settings(dir.path());
        let db = cli::open(&config).await.expect("a database");
        fill(&db, size).await;
        let before = resident();
        let began = Instant::now();
        let state = awning::app::open(config, db.clone()).await.expect("a shop");
        let (seconds, bytes) = (
            began.elapsed().as_secs_f64(),
            resident().saturating_sub(before),
        );
        println!(
            "(n) {size} products: loaded in {seconds:.2} s; {} bytes a product in all, {} of them its card",
            bytes / size,
            bytes_of_cards(&state) / size
        );
        let price = changes(&state, &db, |it| it.price += 7_000).await;
        let name = changes(&state, &db, |it| it.name = Translated::one("en", "Zebra")).await;
        let sale = sales(&state, &db).await;
        println!(
            "(n) {size} products: a price is seen after {price:.1} ms, a name after {name:.1} ms, a sell-out after {sale:.2} ms"
        );
        println!(
            "(n) {size} products: search p95 {:.2} ms, and {:.2} ms while all is loaded anew",
            searches(&state, 0..600),
            searches_meanwhile(&state, &db).await
        );
    }
    println!("    (wanted at 1,000,000: loaded in 15 s, 400 bytes a card, a change in 50 ms)\n");
}

/// How long it takes in the middle, in milliseconds, until a product that `change` changed is in the snapshot.
async fn changes(state: &AppState, db: &Db, change: fn(&mut Product)) -> f64 {
    let mut times = Vec::new();
    for id in (1..=CHANGES).map(|n| n * 997) {
        let found = store::product(&db.read, id).await.expect("read");
        let mut product = found.expect("there");
        change(&mut product);
        let tx = db.begin().await.expect("a transaction");
        let by = Actor::command_line();
        let cause = Cause::of(Kind::Imported, &by);
        let put = store::put_product(&tx, product, "", date::now(), &cause);
        let noted = [put.await.expect("stored").id()];
        let touched = version::touch_products(&tx, &noted);
        touched.await.expect("touched");
        tx.commit().await.expect("committed");
        times.push(refreshed(state, db).await);
    }
    median(times)
}

async fn sales(state: &AppState, db: &Db) -> f64 {
    let mut times = Vec::new();
    for n in 1..=CHANGES {
        let tx = db.begin().await.expect("a transaction");
        let sql = format!("UPDATE products SET stock = 0 WHERE id = {}", n * 991);
        tx.execute_unprepared(&sql).await.expect("sold");
        store::stock::note(&tx, &[n * 991]).await.expect("noted");
        tx.commit().await.expect("committed");
        times.push(refreshed(state, db).await);
    }
    median(times)
}

async fn refreshed(state: &AppState, db: &Db) -> f64 {
    let began = Instant::now();
    state.catalog.refresh(db).await.expect("seen");
    began.elapsed().as_secs_f64() * 1_000.0
}

/// How long the slowest twentieth of searches for two words takes at least, with its first page and its filters, in
/// milliseconds: none is asked twice.
fn searches(state: &AppState, questions: std::ops::Range<usize>) -> f64 {
    let snapshot = state.catalog.snapshot();
    let mut times = Vec::new();
    for n in questions {
        let question = format!("{} {}", word(n), word(n * 7 + 5));
        let began = Instant::now();
        let found = snapshot.find(&question);
        let filter = Filter {
            keyword: question.clone(),
            sort: Sort::Relevance,
            ..Filter::default()
        };
        let list = snapshot.list(&question, Scope::Found(&found), &filter, 24);
        times.push(began.elapsed().as_secs_f64() * 1_000.0);
        assert!(list.products.len() <= 24);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() * 95 / 100]
}

/// The same while everything is loaded anew, as after a change that is not noted.
async fn searches_meanwhile(state: &AppState, db: &Db) -> f64 {
    version::touch(&db.write).await.expect("touched");
    let (shop, db) = (state.clone(), db.clone());
    let loading = tokio::spawn(async move { shop.catalog.refresh(&db).await });
    let mut times = Vec::new();
    for first in (600..).step_by(60) {
        if loading.is_finished() {
            break;
        }
        times.push(searches(state, first..first + 60));
        // As many shoppers as would search in a quarter of a second, not a core of them.
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    loading.await.expect("done").expect("loaded");
    median(times)
}

/// What a copy of every card asks for.
fn bytes_of_cards(state: &AppState) -> usize {
    let snapshot = state.catalog.snapshot();
    let (bytes, cards) = counting::bytes(|| -> Vec<Card> { snapshot.cards().cloned().collect() });
    drop(cards);
    bytes
}

/// Writes `size` products of twenty categories, as an import would, without its checks.
pub async fn fill(db: &Db, size: usize) {
    let tx = db.begin().await.expect("a transaction");
    for id in 1..=20 {
        let sql = format!(
            r#"INSERT INTO categories (id, path, doc) VALUES ({id}, 'Category {id}', '{{"id":{id},"name":{{"en":"Category {id}"}},"enabled":true}}')"#
        );
        tx.execute_unprepared(&sql).await.expect("a category");
    }
    for first in (1..=size).step_by(AT_ONCE) {
        let ids = first..(first + AT_ONCE).min(size + 1);
        let (mut rows, mut slugs) = (String::new(), String::new());
        for id in ids {
            let comma = if id == first { "" } else { "," };
            let _ = write!(
                rows,
                "{comma}({id}, 'S-{id}', '', TRUE, {}, '{}')",
                1 + id % 7,
                doc(id)
            );
            let _ = write!(slugs, "{comma}('thing-{id}', TRUE, {id}, TRUE)");
        }
        for sql in [
            format!("INSERT INTO products (id, sku, handle, enabled, stock, doc) VALUES {rows}"),
            format!("INSERT INTO slugs (slug, is_product, target_id, current) VALUES {slugs}"),
        ] {
            tx.execute_unprepared(&sql).await.expect("rows");
        }
    }
    tx.commit().await.expect("committed");
}

/// A product with a picture, thirty words, two facts and a choice.
fn doc(id: usize) -> String {
    let fraction = id as f64;
    let hash: String = (0..8)
        .map(|n| format!("{:08x}", (fraction.sin() * 1e9) as i32 ^ (n * 77_777)))
        .collect();
    format!(
        r##"{{"id":{id},"sku":"S-{id}","name":{{"en":"{} {} {id}"}},"subtitle":{{"en":"Made by hand"}},"description":{{"en":"<p>{}</p>"}},"price":{},"enabled":true,"created_at":{},"categories":[{}],"images":[{{"hash":"{hash}","width":1600,"height":2000,"border":{{"color":"#fafafa","even":true,"transparent":false}}}}],"attributes":[{{"name":"Paper","value":"P{}"}},{{"name":"Mood","value":"{}"}}],"options":[{{"kind":"select","name":"Size","choices":[{{"text":"A{}"}},{{"text":"B"}}]}}]}}"##,
        word(id),
        word(id / 7),
        text(id),
        100 + id * 7 % 90_000,
        1_700_000_000 + id,
        1 + id % 20,
        id % 11,
        word(id % 50),
        id % 4
    )
}

/// Thirty words.
fn text(id: usize) -> String {
    let words: Vec<String> = (1..=30).map(|n| word(id * n + n * n)).collect();
    words.join(" ")
}

/// One of ten thousand words, some of them common.
fn word(n: usize) -> String {
    let n = n % 10_007;
    let n = n * n / 10_007;
    let syllable = |n: usize| ["ba", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu"][n % 10];
    [n, n / 10, n / 100, n / 1_000].map(syllable).concat()
}

/// Bytes of this process.
fn resident() -> usize {
    let status = fs::read_to_string("/proc/self/statm").expect("Linux");
    let pages = status
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse().ok());
    pages.unwrap_or(0) * 4_096
}
