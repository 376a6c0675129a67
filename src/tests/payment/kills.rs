//! The server is killed while shoppers pay at a provider that lives on: no money is lost, and none is counted twice.

use crate::{
    checkout::kills::{ADDRESS, count, field, load, settings_of},
    support::process::{Client, Server},
};
use awning::{
    app,
    base::date,
    demo::test_provider::{
        Payment, STRIPE_HOOK_KEY, STRIPE_KEY, State, TestProvider, faults::Delivery,
    },
    order::payment::{
        self,
        provider::{Keys, Name},
    },
    platform::{
        config::{Config, ProviderName},
        db::Db,
    },
};
use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

const SHOPPERS: usize = 4;
const INSTANCES: usize = 3;
/// How soon what was paid is placed, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(60);
const STOCK: i64 = 1_000_000;
/// Most answers between two kills.
const MAX_ANSWERS: u64 = 60;
const WAYS: &str = "[{ id = 'card', title = { en = 'Card' }, provider = 'stripe' }]";
/// Shoppers so far.
static SHOPPED: AtomicUsize = AtomicUsize::new(0);

/// What came of it.
#[derive(Debug)]
pub struct Report {
    /// Payments that the provider has.
    pub paid: usize,
    /// Orders that shoppers were thanked for.
    pub thanked: usize,
    /// Orders that were left unpaid.
    pub left: usize,
}

/// Has as many shoppers pay at three instances of one shop. Every one of them is told of each payment, at once and twice, and none
/// of those who paid comes back.
pub async fn at_instances(shoppers: usize) -> Report {
    let dir = tempfile::tempdir().expect("a directory");
    let (db, provider) = (opened(dir.path()).await, provider().await);
    let url = provider.url();
    let servers: Vec<Server> = (0..INSTANCES)
        .map(|_| Server::start(dir.path(), &settings(&url)))
        .collect();
    let shops: Vec<String> = servers.iter().map(|it| it.url.clone()).collect();
    let mut shopping = Vec::new();
    for number in 0..shoppers {
        let (shop, told) = (shops[number % INSTANCES].clone(), mpsc::channel().0);
        let ordering = move || {
            let client = Client::new(&shop);
            let mut shopper = Shopper { client, told };
            shopper.order(&format!("payer-{number}@example.com"))
        };
        shopping.push(tokio::task::spawn_blocking(ordering));
    }
    for ordered in shopping {
        assert!(ordered.await.expect("no panic").is_some(), "it is ordered");
    }
    let payments = provider.payments();
    assert_eq!(payments.len(), shoppers, "each is asked for once");
    let messages = vec![Delivery::Twice; shoppers * INSTANCES];
    provider.faults().of_messages(messages);
    let mut telling = Vec::new();
    for payment in payments {
        for shop in &shops {
            let (provider, key) = (provider.clone(), payment.key.clone());
            let hook = format!("{shop}/hooks/stripe");
            telling.push(tokio::spawn(async move {
                let paid = |it: &mut Payment| (it.hook, it.state) = (hook, State::Paid);
                provider.change(&key, paid).await
            }));
        }
    }
    for told in telling {
        told.await.expect("no panic").expect("a payment");
    }
    let since = Instant::now();
    let placed = "SELECT count(*) FROM orders WHERE payment_status = 'PAID'";
    while usize::try_from(count(&db, placed).await) != Ok(shoppers) {
        assert!(
            since.elapsed() < PATIENCE,
            "orders that are paid are not placed"
        );
    }
    drop(servers);
    check(&db, &provider, &BTreeSet::new()).await
}

/// The database of a shop that sells, with the keys of its provider.
async fn opened(dir: &Path) -> Db {
    let db = load(dir).await;
    for (name, key) in [(Name::Secret, STRIPE_KEY), (Name::Hook, STRIPE_HOOK_KEY)] {
        let kept = Keys::keep(&db.write, ProviderName::Stripe, name, key).await;
        kept.expect("kept");
    }
    db
}

async fn provider() -> TestProvider {
    TestProvider::start().await.expect("a provider")
}

/// The settings of a shop whose provider is at `url`.
fn settings(url: &str) -> [(&'static str, &str); 3] {
    [
        ("test_payments", "true"),
        ("test_providers", url),
        ("payment", WAYS),
    ]
}

/// Kills the server `kills` times at random moments while shoppers pay, and checks what is left.
pub async fn survived(kills: usize) -> Report {
    let dir = tempfile::tempdir().expect("a directory");
    let (db, provider) = (opened(dir.path()).await, provider().await);
    let url = provider.url();
    let more = settings(&url);
    let mut chance = fastrand::Rng::new();
    println!("seed: {}", chance.get_seed());
    let mut thanked = BTreeSet::new();
    for _ in 0..kills {
        let server = Server::start(dir.path(), &more);
        let (told, answers) = mpsc::channel();
        let shoppers: Vec<_> = (0..SHOPPERS)
            .map(|number| {
                let (shop, provider, told) = (server.url.clone(), url.clone(), told.clone());
                thread::spawn(move || shopping((&shop, &provider), number, &told))
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
            thanked.extend(shopper.join().expect("no panic"));
        }
    }
    settle(dir.path(), &db, &url).await;
    check(&db, &provider, &thanked).await
}

/// What the sweep of a shop does that is up for an hour.
async fn settle(dir: &Path, db: &Db, url: &str) {
    let mut config = Config {
        test_payments: true,
        test_providers: url.to_owned(),
        ..settings_of(dir)
    };
    let table = format!("payment = {WAYS}").parse::<toml::Table>();
    let ways = table.expect("TOML").remove("payment").expect("ways");
    config.payment = ways.try_into().expect("ways");
    let state = app::open(config, db.clone()).await.expect("a shop");
    for minutes in [3, 60, 120] {
        let now = date::now() + minutes * 60;
        loop {
            let swept = payment::sweep(&state.services(), now).await;
            if swept.expect("the database works") == 0 {
                break;
            }
        }
    }
}

async fn check(db: &Db, provider: &TestProvider, thanked: &BTreeSet<String>) -> Report {
    let payments = provider.payments();
    let paid: Vec<&str> = payments
        .iter()
        .filter(|it| it.state == State::Paid)
        .map(|it| it.key.as_str())
        .collect();
    let open = payments.iter().filter(|it| it.state == State::Open);
    assert_eq!(
        open.count(),
        0,
        "nothing can be paid any more that was given up"
    );
    for key in &paid {
        let placed = format!(
            "SELECT count(*) FROM payments p JOIN orders o ON o.id = p.order_id \
             WHERE p.key = '{key}' AND p.state = 'PAID' AND o.payment_status = 'PAID'"
        );
        assert_eq!(count(db, &placed).await, 1, "{key} is paid, and no order");
    }
    let number = i64::try_from(paid.len()).expect("few");
    for (what, sql, expected) in [
        (
            "orders are paid that were not",
            "SELECT count(*) FROM orders WHERE payment_status = 'PAID'",
            number,
        ),
        (
            "the stock is other than what was sold",
            "SELECT stock FROM products WHERE id = 1201",
            STOCK - number,
        ),
        (
            "payments wait for ever",
            "SELECT count(*) FROM payments WHERE state IN ('STARTED', 'WAITING', 'PROCESSING')",
            0,
        ),
        (
            "an order has more payments",
            "SELECT count(*) FROM orders WHERE (SELECT count(*) FROM payments p WHERE p.order_id = orders.id) <> 1",
            0,
        ),
        (
            "confirmations are other than orders",
            "SELECT count(*) FROM letters",
            number,
        ),
        (
            "an order was confirmed twice",
            "SELECT count(*) FROM (SELECT order_id FROM letters GROUP BY order_id HAVING count(*) > 1) t",
            0,
        ),
        (
            "unpaid orders were confirmed",
            "SELECT count(*) FROM letters WHERE order_id NOT IN (SELECT id FROM orders WHERE payment_status = 'PAID')",
            0,
        ),
    ] {
        assert_eq!(count(db, sql).await, expected, "{what}");
    }
    let names: Vec<String> = thanked.iter().map(|it| format!("'{it}'")).collect();
    let names = if names.is_empty() {
        "''".to_owned()
    } else {
        names.join(",")
    };
    let found = format!(
        "SELECT count(*) FROM orders WHERE payment_status = 'PAID' AND public_id IN ({names})"
    );
    let found = usize::try_from(count(db, &found).await).expect("few");
    assert_eq!(
        found,
        thanked.len(),
        "shoppers were thanked for what is not there"
    );
    let orders = usize::try_from(count(db, "SELECT count(*) FROM orders").await).expect("few");
    Report {
        paid: paid.len(),
        thanked: thanked.len(),
        left: orders - paid.len(),
    }
}

/// One shopper after the other, until nobody answers any more; the orders that were thanked for.
fn shopping((shop, provider): (&str, &str), number: usize, told: &mpsc::Sender<()>) -> Vec<String> {
    let mut thanked = Vec::new();
    loop {
        let at = SHOPPED.fetch_add(1, Ordering::Relaxed);
        let mut shopper = Shopper {
            client: Client::new(shop),
            told: told.clone(),
        };
        match shopper.buy(&format!("payer-{number}-{at}@example.com"), provider) {
            Some(order) => thanked.extend(order),
            None => return thanked,
        }
    }
}

struct Shopper {
    client: Client,
    told: mpsc::Sender<()>,
}

impl Shopper {
    /// The number of the order, if the shopper was thanked for it; `None` where the shop does not answer any more.
    fn buy(&mut self, email: &str, provider: &str) -> Option<Option<String>> {
        let to = self.order(email)?;
        let result = to.trim_end_matches("&pay").to_owned();
        let page = self.page(&to)?.1;
        let link = page.split("href=\"").find(|it| it.starts_with(provider));
        let link = link.and_then(|it| it.split('"').next()).map(str::to_owned);
        let does = fastrand::u8(0..10);
        if let Some(link) = link.filter(|_| does < 8) {
            pay(&link);
        }
        // Some close the tab.
        if does < 6 {
            let (to, _) = self.page(&result)?;
            let number = to.strip_prefix("/checkout/order-confirmation?order=");
            return Some(number.map(str::to_owned));
        }
        Some(None)
    }

    /// Orders a mug by card; where that leads, or `None` where the shop does not answer any more.
    fn order(&mut self, email: &str) -> Option<String> {
        self.post("cart/add", &[("product", "1201")])?;
        self.post("cart/checkout", &[("email", email)])?;
        self.post("checkout/address", &ADDRESS)?;
        self.post("checkout/shipping", &[("delivery", "standard")])?;
        let page = self.page("/checkout/payment")?.1;
        let (key, total) = (field(&page, "key"), field(&page, "total"));
        let form = [
            ("key", key.as_str()),
            ("total", &total),
            ("payment", "card"),
        ];
        self.post("checkout/place", &form)
    }

    /// Where a form leads to.
    fn post(&mut self, endpoint: &str, form: &[(&str, &str)]) -> Option<String> {
        let (_, to, _) = self.client.post(&format!("/api/{endpoint}"), form)?;
        let _ = self.told.send(());
        (!to.is_empty()).then_some(to)
    }

    /// Where a page leads to, and what it says.
    fn page(&mut self, path: &str) -> Option<(String, String)> {
        let (_, to, body) = self.client.open(path)?;
        let _ = self.told.send(());
        Some((to, body))
    }
}

/// Clicks "Pay" at the provider, which is always there.
fn pay(link: &str) {
    let agent = ureq::Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(Duration::from_secs(20)))
        .build();
    let agent: ureq::Agent = agent.into();
    let paid = agent.post(link).send_form([("does", "pay")]);
    paid.expect("the provider answers");
}
