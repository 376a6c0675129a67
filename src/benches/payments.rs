//! (u) What paying costs: an order that is paid by card, against the bare rows; and how long a provider waits that sends 200
//! messages a second.

use crate::{
    CONNECTIONS, ROUNDS, catalogue::percentile, load, load::Rate, median, references, selling,
    settings,
};
use awning::{
    app::{self, cli, jobs, router::router},
    base::date,
    demo::test_provider::{STRIPE_HOOK_KEY, STRIPE_KEY, TestProvider},
    order::payment::provider::{Keys, Name},
    platform::{
        config::{Config, ProviderName},
        db::{Db, statement},
    },
};
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::ConnectionTrait;
use sha2::Sha256;
use std::{net::SocketAddr, path::Path};

const ORDERS: usize = 400;
/// Messages a second, and how many there are.
const RATE: u32 = 200;
const MESSAGES: usize = 2_000;
/// How long a provider may wait, in milliseconds.
const WANTED: f64 = 50.0;

/// (u), on the engine that the bench was given.
pub async fn report() {
    let dir = tempfile::tempdir().expect("a directory");
    let provider = TestProvider::start().await.expect("a provider");
    let config = taking_cards(dir.path(), &provider);
    let db = cli::open(&config).await.expect("a database");
    for (name, key) in [(Name::Secret, STRIPE_KEY), (Name::Hook, STRIPE_HOOK_KEY)] {
        let kept = Keys::keep(&db.write, ProviderName::Stripe, name, key).await;
        kept.expect("kept");
    }
    let opened = app::open(config.clone(), db.clone()).await;
    let state = opened.expect("a shop");
    awning::demo::seed(&state).await.expect("seeded");
    let shop = load::serve(router(state.clone())).await;
    placing(shop, &db, &config).await;
    let working = tokio::spawn(async move {
        let worker = jobs::worker(&state);
        loop {
            worker.work_off().await.expect("the database works");
            tokio::task::yield_now().await;
        }
    });
    telling(shop, &db).await;
    working.abort();
}

fn taking_cards(dir: &Path, provider: &TestProvider) -> Config {
    let ways = "payment = [{ id = 'bank', title = { en = 'Bank' } }, { id = 'card', title = { en = 'Card' }, provider = 'stripe' }]";
    let table = ways.parse::<toml::Table>().expect("TOML");
    let ways = table["payment"].clone();
    Config {
        payment: ways.try_into().expect("ways"),
        test_payments: true,
        test_providers: provider.url(),
        ..settings(dir)
    }
}

async fn placing(shop: SocketAddr, db: &Db, config: &Config) {
    selling::stock(db, 1_000_000).await;
    let bare = load::serve(references::selling(db.clone())).await;
    // The reference copies an order and an e-mail.
    let first = selling::orders(db, config, "bank", 1).await;
    load::run(shop, 1, &first).await;
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let wanted = selling::orders(db, config, "card", ORDERS).await;
        let full = load::run(shop, CONNECTIONS, &wanted).await;
        let least = selling::orders(db, config, "bank", ORDERS).await;
        let least: Vec<_> = least.iter().map(|it| selling::to(it, "/place")).collect();
        let reference = load::run(bare, CONNECTIONS, &least).await;
        println!("order by card, and ask its provider: {full:.0}/s, bare rows: {reference:.0}/s");
        ratios.push(full / reference);
    }
    println!(
        "(u) at {CONNECTIONS} connections: place an order by card / bare rows {:.2}",
        median(ratios)
    );
}

async fn telling(shop: SocketAddr, db: &Db) {
    let keys = statement(
        &db.read,
        "SELECT key FROM payments WHERE provider <> ''",
        [],
    );
    let keys = db.read.query_all_raw(keys).await.expect("a query");
    let keys = keys
        .iter()
        .map(|row| row.try_get_by_index(0).expect("text"));
    let keys: Vec<String> = keys.collect();
    let message = |number: usize| signed(number, &keys[number % keys.len()]);
    let messages: Vec<Vec<u8>> = (0..MESSAGES).map(message).collect();
    let rate = Rate {
        a_second: RATE,
        connections: CONNECTIONS,
    };
    let mut waits = load::waits_at(shop, rate, &messages).await;
    let kept = statement(&db.read, "SELECT count(*) FROM payment_events", []);
    let kept = db.read.query_one_raw(kept).await.expect("a query");
    let kept: i64 = kept.expect("a row").try_get_by_index(0).expect("a number");
    assert_eq!(usize::try_from(kept), Ok(MESSAGES), "every message is kept");
    let [half, most] = [50, 99].map(|it| percentile(&mut waits, it));
    println!(
        "(u) {MESSAGES} messages of a provider, {RATE} a second, while their payments are looked at: half within {half:.1} ms, 99 of 100 within {most:.1} ms (wanted: {WANTED} ms)\n"
    );
}

/// A message of Stripe's about the payment `key`.
fn signed(number: usize, key: &str) -> Vec<u8> {
    let body = format!(
        "{{\"id\":\"evt_{number}\",\"data\":{{\"object\":{{\"object\":\"checkout.session\",\"metadata\":{{\"awning\":\"{key}\"}}}}}}}}"
    );
    let now = date::now();
    let mut mac = Hmac::<Sha256>::new_from_slice(STRIPE_HOOK_KEY.as_bytes()).expect("a key");
    mac.update(format!("{now}.{body}").as_bytes());
    let signature = data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes());
    format!(
        "POST /hooks/stripe HTTP/1.1\r\nhost: shop.test\r\ncontent-type: application/json\r\nstripe-signature: t={now},v1={signature}\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
