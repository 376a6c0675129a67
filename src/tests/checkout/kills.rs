//! The server is killed while shoppers order, again and again: whatever was confirmed is there, and
//! nothing is there by half.

use crate::support::process::{Client, Server, settings};
use awning::{
    app::cli,
    import::{self, ImportOptions},
    order::entity::order,
    platform::{
        config::Config,
        db::{Db, statement},
    },
};
use sea_orm::{ConnectionTrait, EntityTrait};
use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::Duration,
};

const SHOPPERS: usize = 4;
/// Shoppers so far.
static SHOPPED: AtomicUsize = AtomicUsize::new(0);
const STOCK: i64 = 1_000_000;
/// Most answers between two kills.
const MAX_ANSWERS: u64 = 60;

/// An address in Germany, as the form has it.
pub const ADDRESS: [(&str, &str); 6] = [
    ("name", "Ada Lovelace"),
    ("street", "Elbchaussee 1"),
    ("city", "Hamburg"),
    ("country", "DE"),
    ("postal-code", "20095"),
    ("same", "yes"),
];

/// What came of it.
#[derive(Debug)]
pub struct Report {
    /// Orders that shoppers were told are in.
    pub confirmed: usize,
    /// Orders that are in.
    pub orders: usize,
}

/// Kills the server `kills` times at random moments, and checks what is left.
pub async fn survived(kills: usize) -> Report {
    let dir = tempfile::tempdir().expect("a directory");
    let db = load(dir.path()).await;
    let seed = fastrand::u64(..);
    println!("seed: {seed}");
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut confirmed = BTreeSet::new();
    for _ in 0..kills {
        let server = Server::start(dir.path(), &[]);
        let (told, answers) = mpsc::channel();
        let shoppers: Vec<_> = (0..SHOPPERS)
            .map(|number| {
                let (url, told) = (server.url.clone(), told.clone());
                thread::spawn(move || shop(&url, number, &told))
            })
            .collect();
        drop(told);
        for _ in 0..chance.u64(1..=MAX_ANSWERS) {
            if answers.recv().is_err() {
                break;
            }
        }
        server.kill();
        for shopper in shoppers {
            confirmed.extend(shopper.join().expect("no panic"));
        }
    }
    // What a killed server was at would be left to it for a minute.
    let over = "UPDATE jobs SET leased_until = 0";
    db.write.execute_unprepared(over).await.expect("free");
    let server = Server::start(dir.path(), &[]);
    let orders = check(&db, dir.path(), &confirmed).await;
    server.kill();
    Report {
        confirmed: confirmed.len(),
        orders,
    }
}

async fn check(db: &Db, dir: &Path, confirmed: &BTreeSet<String>) -> usize {
    // Every e-mail is sent in the end: the server is up, so the ones that wait are on their way.
    let mut looks = tokio::time::interval(Duration::from_millis(50));
    while count(db, "SELECT count(*) FROM letters WHERE sent_at IS NULL").await > 0 {
        looks.tick().await;
    }
    let orders = order::Entity::find().all(&db.read).await.expect("orders");
    let numbers: BTreeSet<String> = orders.iter().map(|it| it.public_id.clone()).collect();
    assert_eq!(numbers.len(), orders.len(), "no order is there twice");
    let lost: Vec<_> = confirmed.difference(&numbers).collect();
    assert!(lost.is_empty(), "confirmed orders are gone: {lost:?}");
    let sold = i64::try_from(orders.len()).expect("few");
    let left = count(db, "SELECT stock FROM products WHERE id = 1201").await;
    assert_eq!(
        left,
        STOCK - sold,
        "the stock is what it was, less what was sold"
    );
    for orphans in [
        "SELECT count(*) FROM cart_lines WHERE cart_id NOT IN (SELECT id FROM carts)",
        "SELECT count(*) FROM letters WHERE order_id NOT IN (SELECT id FROM orders)",
        "SELECT count(*) FROM orders WHERE id NOT IN (SELECT order_id FROM letters)",
        "SELECT count(*) FROM orders WHERE id IN (SELECT id FROM carts)",
    ] {
        assert_eq!(count(db, orphans).await, 0, "{orphans}");
    }
    let mut emails = String::new();
    for file in std::fs::read_dir(dir.join("outbox"))
        .into_iter()
        .flatten()
        .flatten()
    {
        emails += &std::fs::read_to_string(file.path()).unwrap_or_default();
    }
    let unsent = confirmed.iter().find(|number| !emails.contains(*number));
    assert_eq!(unsent, None, "a confirmed order's e-mail was not sent");
    orders.len()
}

/// One shopper after the other, until nobody answers any more; the orders that were confirmed.
fn shop(url: &str, number: usize, told: &mpsc::Sender<()>) -> Vec<String> {
    let mut confirmed = Vec::new();
    loop {
        let mut shopper = Shopper::new(url, told.clone());
        // Nobody gets more than a few confirmations at once.
        let count = SHOPPED.fetch_add(1, Ordering::Relaxed);
        let email = format!("shopper-{number}-{count}@example.com");
        match shopper.order(&email) {
            Some(order) => confirmed.push(order),
            None => return confirmed,
        }
    }
}

struct Shopper {
    client: Client,
    told: mpsc::Sender<()>,
}

impl Shopper {
    fn new(url: &str, told: mpsc::Sender<()>) -> Self {
        let client = Client::new(url);
        Self { client, told }
    }

    /// The number of the order, if the shopper was told that it is in.
    fn order(&mut self, email: &str) -> Option<String> {
        self.post("cart/add", &[("product", "1201")])?;
        self.post("cart/checkout", &[("email", email)])?;
        self.post("checkout/address", &ADDRESS)?;
        self.post("checkout/shipping", &[("delivery", "standard")])?;
        let page = self.page("/checkout/payment")?;
        let field = |name| field(&page, name);
        let (key, total) = (field("key"), field("total"));
        let to = self.post(
            "checkout/place",
            &[("key", &key), ("total", &total), ("payment", "bank")],
        )?;
        let order = to.strip_prefix("/checkout/order-confirmation?order=");
        Some(
            order
                .unwrap_or_else(|| panic!("not placed: {to}"))
                .to_owned(),
        )
    }

    /// Where a form leads to.
    fn post(&mut self, endpoint: &str, form: &[(&str, &str)]) -> Option<String> {
        let (_, to, _) = self.client.post(&format!("/api/{endpoint}"), form)?;
        let _ = self.told.send(());
        (!to.is_empty()).then_some(to)
    }

    fn page(&mut self, path: &str) -> Option<String> {
        let (_, body) = self.client.get(path)?;
        let _ = self.told.send(());
        Some(body)
    }
}

/// The value of the hidden field `name`.
pub fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.split(&start).nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// The settings of the shop in `dir`.
pub fn settings_of(dir: &Path) -> Config {
    let text = |key: &str| {
        let all = settings(dir);
        let found = all.into_iter().find(|(name, _)| name == key);
        found.expect("a setting").1
    };
    Config {
        database: text("database"),
        images: text("images"),
        mail: text("mail"),
        ..Config::default()
    }
}

/// A shop with mugs for everybody.
pub async fn load(dir: &Path) -> Db {
    let config = settings_of(dir);
    let db = cli::open(&config).await.expect("a database");
    let state = awning::app::open(config.clone(), db.clone())
        .await
        .expect("a shop");
    let terms = ImportOptions::of(&config);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/fixtures/ecwid.csv");
    import::import(
        &db,
        &state.images,
        &file,
        &terms,
        import::Plan::default(),
        |_| {},
    )
    .await
    .expect("imported");
    let stock = format!("UPDATE products SET stock = {STOCK} WHERE id = 1201");
    db.write.execute_unprepared(&stock).await.expect("stocked");
    db
}

/// The result of a counting query.
pub async fn count(db: &Db, sql: &str) -> i64 {
    let statement = statement(&db.read, sql, []);
    let row = db.read.query_one_raw(statement).await.expect("a query");
    row.expect("a row").try_get_by_index(0).expect("a number")
}
