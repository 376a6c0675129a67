//! (r) What programs ask, in a shop of 10,000 products: each for the first time, which reads the products, and again,
//! which is answered from memory; against the same bytes from memory.

use crate::{
    ROUNDS,
    catalogue::{self, percentile},
    load, median, references, settings,
};
use awning::{
    app::{cli, router::router},
    content::apps::Change,
};
use std::net::SocketAddr;

const PRODUCTS: usize = 10_000;
const QUESTIONS: usize = 60;

/// Middle and slow answers of one product, of a hundred, and of a search that is narrowed.
pub async fn report() {
    let dir = tempfile::tempdir().expect("a directory");
    let config = awning::platform::config::Config {
        api_requests_per_minute: u32::MAX,
        ..settings(dir.path())
    };
    let db = cli::open(&config).await.expect("a database");
    let state = awning::app::open(config, db.clone()).await.expect("a shop");
    catalogue::stocked(&state, dir.path(), PRODUCTS).await;
    let app = Change {
        public_token: Some("public_bench".into()),
        ..Change::default()
    };
    app.put(&db.write, "bench").await.expect("entered");
    state.catalog.refresh(&db).await.expect("known");
    let shop = load::serve(router(state)).await;
    let product: fn(usize) -> String = |n| format!("/products/{}", 1 + n * 37 % PRODUCTS);
    let hundred: fn(usize) -> String = |n| format!("/products?offset={}", n % 100 * 100);
    let narrowed: fn(usize) -> String =
        |n| format!("/products?keyword=moss&priceFrom={n}&sortBy=PRICE_ASC&limit=20");
    for (what, path, wanted) in [
        ("one product", product, 1.0),
        ("100 products", hundred, 5.0),
        ("20 that were searched for", narrowed, 5.0),
    ] {
        compared(shop, what, path, wanted).await;
    }
    println!();
}

async fn compared(shop: SocketAddr, what: &str, path: fn(usize) -> String, wanted: f64) {
    let request = |n: usize| {
        let path = format!("/api/v3/1003{}", path(n));
        let mark = if path.contains('?') { '&' } else { '?' };
        let path = format!("{path}{mark}token=public_bench");
        load::request("GET", &path, "", "application/json")
    };
    let answer = load::body(shop, &request(0)).await;
    let bytes = answer.len();
    let bare = load::serve(references::same_bytes(answer)).await;
    let bare_request = load::request("GET", "/", "", "application/json");
    let (mut first, mut again, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let questions: Vec<_> = (0..QUESTIONS)
            .map(|n| request(1 + round * QUESTIONS + n))
            .collect();
        first.push(middle(load::waits(shop, 1, &questions).await));
        let own = middle(load::waits(shop, 1, &vec![request(0); QUESTIONS]).await);
        let reference = vec![bare_request.clone(); QUESTIONS];
        ratios.push(own / middle(load::waits(bare, 1, &reference).await));
        again.push(own);
    }
    println!(
        "(r) {what}, {bytes} bytes: p50 {:.2} ms the first time, {:.2} ms again (wanted: {wanted} ms); again / same bytes from memory {:.1}",
        median(first),
        median(again),
        median(ratios)
    );
}

fn middle(mut waits: Vec<f64>) -> f64 {
    percentile(&mut waits, 50)
}
