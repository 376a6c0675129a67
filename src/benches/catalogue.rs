//! (f) Pages of the catalogue, against the same bytes from memory; (g) lists and searches as the
//! catalogue grows.

use crate::{CONNECTIONS, ROUNDS, cookie, load, median, references, sessions, settings};
use awning::{
    app::{cli, router::router},
    import::{self, ImportOptions},
    platform::{config::Config, db::Db},
    request::state::AppState,
};
use std::{fmt::Write, net::SocketAddr, path::Path, time::Instant};

const PAGES: usize = 6_000;
const QUESTIONS: usize = 300;
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const WORDS: [&str; 12] = [
    "ember", "tide", "moss", "salt", "harbour", "kiln", "lichen", "cinder", "brine", "spore",
    "ebb", "swell",
];

/// (f) Pages of the catalogue: signed out, as a browser asks that takes gzip, and signed in.
pub async fn pages(shop: SocketAddr, db: &Db, config: &Config) {
    let customer = cookie(&sessions(db, 1).await.remove(0), config);
    for (what, path) in [
        ("home page", "/"),
        ("category of 24 cards", "/Prints-c1"),
        ("product page", "/Lichen-Map-p126"),
    ] {
        let request = |cookie: &str| load::request("GET", path, cookie, "text/html");
        let (signed_out, signed_in) = (request(""), request(&customer));
        let as_browsers = load::taking_gzip(&signed_out);
        let out = compared(shop, &format!("{what}, signed out"), signed_out).await;
        let gzip = compared(shop, &format!("{what}, gzip"), as_browsers).await;
        let own = compared(shop, &format!("{what}, signed in"), signed_in).await;
        println!(
            "(f) {what}: signed in / signed out {:.2}; gzip / plain {:.2}\n",
            own / out,
            gzip / out
        );
    }
}

/// How many answers a second `request` gets, in the middle round; it is printed against the same bytes
/// from memory.
async fn compared(shop: SocketAddr, what: &str, request: Vec<u8>) -> f64 {
    let page = load::body(shop, &request).await;
    let bytes = page.len();
    let bare = load::serve(references::same_bytes(page)).await;
    let bare_request = load::request("GET", "/", "", "text/html");
    let (mut rates, mut ratios) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let full = load::run(shop, CONNECTIONS, &vec![request.clone(); PAGES]).await;
        let reference = load::run(bare, CONNECTIONS, &vec![bare_request.clone(); PAGES]).await;
        println!("{what}: {full:.0}/s, {bytes} bytes from memory: {reference:.0}/s");
        rates.push(full);
        ratios.push(full / reference);
    }
    let mut waits = load::waits(shop, 64, &vec![request; PAGES]).await;
    println!(
        "(f) {what} / same bytes from memory: {:.3}; p99 at 64 connections {:.1} ms",
        median(ratios),
        percentile(&mut waits, 99)
    );
    median(rates)
}

/// (g) p95 of lists and searches at 1,000, 10,000 and 100,000 products, each asked for the first time:
/// the middle one of three rounds.
pub async fn sizes() {
    for size in SIZES {
        let dir = tempfile::tempdir().expect("a directory");
        let config = settings(dir.path());
        let db = cli::open(&config).await.expect("a database");
        let state = awning::app::open(config.clone(), db.clone())
            .await
            .expect("a shop");
        let file = dir.path().join("many.jsonl");
        std::fs::write(&file, catalogue(size)).expect("written");
        let began = Instant::now();
        import_all(&state, &file).await;
        let imported = began.elapsed().as_secs_f64();
        let began = Instant::now();
        state.catalog.refresh(&db).await.expect("stocked");
        let load = began.elapsed().as_secs_f64();
        let shop = load::serve(router(state)).await;
        let (mut lists, mut searches) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            // No question is asked twice: none is answered from memory.
            let questions = round * QUESTIONS..(round + 1) * QUESTIONS;
            let list = |n: usize| format!("/Shelf-c{}?priceFrom={n}&sort=priceAsc", 1 + n % 20);
            let search = |n: usize| format!("/search?keyword={}+{}", WORDS[n % 12], rare(n * 7));
            lists.push(p95(shop, questions.clone().map(list)).await);
            searches.push(p95(shop, questions.map(search)).await);
        }
        println!(
            "(g) {size} products: imported in {imported:.1} s, loaded in {load:.2} s; category p95 {:.2} ms, search p95 {:.2} ms",
            median(lists),
            median(searches)
        );
    }
    println!("    (wanted: p95 at 100,000 at most twice that at 1,000)\n");
}

/// How long the slowest twentieth of `paths` takes at least, in milliseconds.
pub async fn p95(shop: SocketAddr, paths: impl Iterator<Item = String>) -> f64 {
    let requests: Vec<_> = paths
        .map(|path| load::request("GET", &path, "", "text/html"))
        .collect();
    percentile(&mut load::waits(shop, 1, &requests).await, 95)
}

async fn import_all(state: &AppState, file: &Path) {
    let (terms, plan) = (ImportOptions::of(&state.config), import::Plan::default());
    let report = import::import(&state.db, &state.images, file, &terms, plan, |_| {})
        .await
        .expect("imported");
    assert_eq!(report.refused, [], "every line is good");
}

/// Fills the shop with `size` products.
pub async fn stocked(state: &AppState, dir: &Path, size: usize) {
    let file = dir.join("many.jsonl");
    std::fs::write(&file, catalogue(size)).expect("written");
    import_all(state, &file).await;
    state.catalog.refresh(&state.db).await.expect("stocked");
}

/// Our own lines: twenty categories, and products with words, facts and options.
fn catalogue(size: usize) -> String {
    let mut lines = String::from("{\"awning\":1}\n");
    for id in 1..=20 {
        let _ = writeln!(
            lines,
            r#"{{"category":[{{"id":{id},"name":{{"en":"Shelf"}},"enabled":true}},["Category {id}"]]}}"#
        );
    }
    for id in 1..=size {
        let word = |by: usize| WORDS[(id / by) % 12];
        let _ = writeln!(
            lines,
            r#"{{"product":[{{"id":{id},"sku":"S-{id}","name":{{"en":"{} {} {id}"}},"description":{{"en":"<p>A thing of {}, {} and {}.</p>"}},"price":{},"stock":{},"enabled":true,"created_at":{id},"categories":[{}],"attributes":[{{"name":"Paper","value":"P{}"}},{{"name":"Mood","value":"M{}"}}],"options":[{{"kind":"select","name":"Size","choices":[{{"text":"A{}"}},{{"text":"B"}}]}}]}},""]}}"#,
            word(1),
            word(12),
            word(144),
            word(7),
            rare(id / 12),
            100 + id % 9_000,
            id % 7,
            1 + id % 20,
            id % 11,
            id % 5,
            id % 4
        );
    }
    lines
}

/// One of a thousand words that few products hold.
fn rare(n: usize) -> String {
    let syllable = |n: usize| ["ba", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu"][n % 10];
    [n, n / 10, n / 100].map(syllable).concat()
}

/// The wait that so many of a hundred do not exceed.
pub fn percentile(waits: &mut [f64], percent: usize) -> f64 {
    waits.sort_by(f64::total_cmp);
    waits[waits.len() * percent / 100]
}
