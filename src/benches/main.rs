//! `make bench`: what the shop costs, as ratios against a reference in the same run.
//! `cargo bench --features ssr --bench shop -- f g` runs those two alone.

mod catalogue;
mod counting;
mod day;
mod engines;
mod inbox;
mod load;
mod memory;
mod payments;
mod product_list;
mod references;
mod rest_api;
mod scale;
mod selling;

#[path = "../tests/checkout"]
mod checkout {
    pub mod kills;
}
#[path = "../tests/payment"]
mod payment {
    pub mod kills;
}
#[path = "../tests/support"]
#[expect(dead_code, reason = "the tests use more of it")]
mod support {
    pub mod database;
    pub mod process;
}

use awning::{
    app::{cli, router::router},
    platform::{
        config::Config,
        cookies::{self, Token},
        db::{Db, statement},
    },
};
use sea_orm::ConnectionTrait;
use std::{fs, net::SocketAddr, path::Path};

/// As the server has it, for both sides of every ratio.
#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

const CONNECTIONS: usize = 16;
const SIGN_OUTS: usize = 8_000;
const PAGES: usize = 16_000;
const ROUNDS: usize = 3;

#[tokio::main]
async fn main() {
    let dir = tempfile::tempdir().expect("a directory");
    let opened = Opened::with(settings(dir.path())).await;
    let Opened {
        address: shop,
        db,
        config,
    } = opened;

    let wanted: Vec<String> = std::env::args().filter(|it| it.len() == 1).collect();
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|it| it == part);
    if wants("a") {
        sign_out(shop, &db, &config).await;
    }
    if wants("b") {
        home(shop, &db, &config).await;
    }
    if wants("c") {
        memory::report(&config).await;
    }
    if wants("d") {
        bytes();
    }
    if wants("f") {
        catalogue::pages(shop, &db, &config).await;
    }
    if wants("j") {
        selling::all(shop, &db, &config).await;
    }
    if wants("m") {
        let report = checkout::kills::survived(100).await;
        println!(
            "(m) killed 100 times: {} orders, {} of them confirmed before a kill; every invariant holds\n",
            report.orders, report.confirmed
        );
        let report = payment::kills::survived(1_000).await;
        println!(
            "(m) killed 1,000 times while it was paid: {} payments and as many orders, {} thanked for before a kill, {} left unpaid; every invariant holds\n",
            report.paid, report.thanked, report.left
        );
        if support::database::server().is_some() {
            let report = payment::kills::at_instances(300).await;
            println!(
                "(m) three instances, each told twice of every payment: {} payments and as many orders\n",
                report.paid
            );
        }
    }
    if wants("g") {
        catalogue::sizes().await;
    }
    if wants("r") {
        rest_api::report().await;
    }
    if wants("n") {
        scale::report().await;
    }
    if wants("o") {
        inbox::report().await;
    }
    if wants("s") {
        product_list::report().await;
    }
    if wants("t") {
        day::report().await;
    }
    if wants("u") {
        payments::report().await;
    }
    if wants("p") {
        engines::report().await;
    }
}

/// The demo shop, which is asked over the network.
struct Opened {
    address: SocketAddr,
    db: Db,
    config: Config,
}

impl Opened {
    /// The shop that `config` describes.
    async fn with(config: Config) -> Self {
        let db = cli::open(&config).await.expect("a database");
        let state = awning::app::open(config.clone(), db.clone())
            .await
            .expect("a shop");
        awning::demo::seed(&state).await.expect("seeded");
        Self {
            address: load::serve(router(state)).await,
            db,
            config,
        }
    }
}

/// A shop in `dir` that says nothing.
fn settings(dir: &Path) -> Config {
    Config {
        orders_per_address: u32::MAX,
        orders_per_email: u32::MAX,
        carts_per_address: u32::MAX,
        database: support::database::of(dir),
        images: dir.join("images").display().to_string(),
        files: dir.join("files").display().to_string(),
        mail: format!("file:{}/outbox", dir.display()),
        log_filter: "off".into(),
        ..Config::default()
    }
}

/// (a) Sign-out through the whole shop, against a bare handler that deletes the same row.
async fn sign_out(shop: SocketAddr, db: &Db, config: &Config) {
    let bare_db = Db::open(&config.database, config.database_limits())
        .await
        .expect("the same settings");
    let bare = load::serve(references::delete_session(bare_db)).await;
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let full = load::run(
            shop,
            CONNECTIONS,
            &posts(
                "/api/account/sign_out",
                &sessions(db, SIGN_OUTS).await,
                config,
            ),
        )
        .await;
        let reference = load::run(
            bare,
            CONNECTIONS,
            &posts("/", &sessions(db, SIGN_OUTS).await, config),
        )
        .await;
        assert_eq!(count(db).await, 0, "every session was ended");
        println!("sign-out: {full:.0}/s, bare delete: {reference:.0}/s");
        ratios.push(full / reference);
    }
    println!(
        "(a) sign-out / bare delete at {CONNECTIONS} connections: {:.2} (wanted: 0.50)\n",
        median(ratios)
    );
}

/// (b) The home page of a customer, against the same bytes from memory.
async fn home(shop: SocketAddr, db: &Db, config: &Config) {
    let token = sessions(db, 1).await.remove(0);
    let request = load::request("GET", "/", &cookie(&token, config), "text/html");
    let page = load::body(shop, &request).await;
    assert!(
        page.windows(11).any(|part| part == b"Robin Marsh"),
        "signed in"
    );
    let bare = load::serve(references::same_bytes(page.clone())).await;
    let requests = vec![request; PAGES];
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let full = load::run(shop, CONNECTIONS, &requests).await;
        let reference = load::run(bare, CONNECTIONS, &requests).await;
        println!(
            "home page: {full:.0}/s, {} bytes from memory: {reference:.0}/s",
            page.len()
        );
        ratios.push(full / reference);
    }
    println!(
        "(b) home page / same bytes from memory: {:.3} (wanted: 0.100)\n",
        median(ratios)
    );
}

/// (d) What a first visit transfers.
fn bytes() {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let size = |name: &str| fs::metadata(target.join(name)).map_or(0, |file| file.len());
    let [wasm, js, own, css] = [
        "site/pkg/awning.wasm.br",
        "site/pkg/awning.js.br",
        "scripts/page.js.br",
        "site/pkg/awning.css.br",
    ]
    .map(size);
    println!(
        "(d) first visit in brotli: {wasm} WASM + {js} JS + {own} the page's own script = {} (at most 130000); CSS {css}",
        wasm + js + own
    );
}

/// Sessions of the demo customer, as sign-in makes them.
async fn sessions(db: &Db, number: usize) -> Vec<Token> {
    let tokens: Vec<Token> = (0..number)
        .map(|_| Token::random().expect("random"))
        .collect();
    let tx = db.begin().await.expect("a transaction");
    for token in &tokens {
        let now = awning::base::date::now();
        let sql = "INSERT INTO sessions (token_hash, customer_id, auth_epoch, created_at, last_seen_at, expires_at, user_agent) \
                   VALUES ($1, 1, 0, $2, $3, $4, 'bench')";
        let values = [
            token.hash().into(),
            now.into(),
            now.into(),
            (now + 86_400).into(),
        ];
        tx.execute_raw(statement(&tx, sql, values))
            .await
            .expect("a row");
    }
    tx.commit().await.expect("committed");
    tokens
}

async fn count(db: &Db) -> i64 {
    let row = db
        .read
        .query_one_raw(statement(&db.read, "SELECT count(*) FROM sessions", []))
        .await;
    row.expect("a query")
        .expect("a row")
        .try_get_by_index(0)
        .expect("a number")
}

fn posts(path: &str, tokens: &[Token], config: &Config) -> Vec<Vec<u8>> {
    tokens
        .iter()
        .map(|token| load::request("POST", path, &cookie(token, config), "application/json"))
        .collect()
}

fn cookie(token: &Token, config: &Config) -> String {
    let header = cookies::set_session(token, config);
    header
        .to_str()
        .expect("text")
        .split(';')
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
