//! Three instances of one shop on one `PostgreSQL`; without a server to test on there is nothing to share.

use crate::{
    selling::kills::{ADDRESS, field},
    support::{
        PASSWORD, database,
        process::{Client, Server, settings},
    },
};
use awning::platform::db::{Db, statement};
use sea_orm::ConnectionTrait;
use std::{
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

const BUYERS: usize = 200;
/// Buyers at once.
const AT_ONCE: usize = 24;
const PIECES: i64 = 50;
const COUPON_USES: usize = 20;
/// How soon every instance shows what was changed.
const SEEN_WITHIN: Duration = Duration::from_secs(2);

/// Three instances on one database.
struct Instances {
    dir: TempDir,
    servers: Vec<Server>,
}

impl Instances {
    /// Instances that are started at once, each with the demo; `None` without a server for their database.
    fn start() -> Option<Self> {
        database::server()?;
        let dir = tempfile::tempdir().expect("a directory");
        database::of(dir.path());
        let coupon = format!(
            "[{{ code = \"TWENTY\", name = \"Twenty\", off = {{ percent = \"10\" }}, uses = {COUPON_USES} }}]"
        );
        let start = || Server::serve(dir.path(), &[("coupons", coupon.as_str())], &["--demo"]);
        let servers = thread::scope(|scope| {
            let starting: Vec<_> = (0..3).map(|_| scope.spawn(start)).collect();
            let started = starting.into_iter().map(|it| it.join().expect("it opens"));
            started.collect()
        });
        Some(Self { dir, servers })
    }

    fn url(&self, number: usize) -> &str {
        &self.servers[number % self.servers.len()].url
    }

    /// The result of a counting query.
    fn count(&self, sql: &str) -> i64 {
        let (url, sql) = (database::of(self.dir.path()), sql.to_owned());
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let db = Db::open(&url, database::LIMITS).await.expect("the server");
            let sql = format!("SELECT CAST(({sql}) AS BIGINT)");
            let row = db.read.query_one_raw(statement(&db.read, &sql, [])).await;
            let row = row.expect("a query").expect("a row");
            let count = row.try_get_by_index(0).expect("a number");
            db.close().await;
            count
        })
    }

    /// Runs a command of the shop on their database.
    fn run(&self, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_awning"));
        for (key, value) in settings(self.dir.path()) {
            command.args(["--set", &format!("{key}={value}")]);
        }
        let done = command.args(arguments).output().expect("it runs");
        assert!(
            done.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}

impl Drop for Instances {
    fn drop(&mut self) {
        self.servers.clear();
        database::delete(&database::of(self.dir.path()));
    }
}

/// One after the other is enough: each has three servers.
#[test]
fn three_instances_are_one_shop() {
    let Some(shop) = Instances::start() else {
        return;
    };
    assert_eq!(
        shop.count("SELECT count(*) FROM customers"),
        1,
        "the demo is filled in once"
    );
    a_sign_out_holds_everywhere_at_once(&shop);
    a_change_of_the_catalogue_is_seen_by_all(&shop);
    no_more_is_sold_than_there_is(&shop);
    a_killed_instance_takes_nothing_with_it(shop);
}

fn a_sign_out_holds_everywhere_at_once(shop: &Instances) {
    let mut ada = Client::new(shop.url(0));
    let form = [
        ("name", "Ada"),
        ("email", "ada@example.com"),
        ("password", PASSWORD),
    ];
    let (status, ..) = ada.post("/api/account/register", &form).expect("an answer");
    assert_eq!(status, 200);
    // The same token in another place: its cookie is not removed by the sign-out of the first.
    let mut other = ada.clone();
    for number in 0..3 {
        other.go_to(shop.url(number));
        let (_, page) = other.get("/account").expect("a page");
        assert!(page.contains("data-state=\"signed-in\""), "{number}");
    }
    let (_, _, body) = ada.post("/api/account/sign_out", &[]).expect("an answer");
    assert!(body.contains("\"success\":true"), "{body}");
    for number in 0..3 {
        other.go_to(shop.url(number));
        let (_, page) = other.get("/account").expect("a page");
        assert!(page.contains("data-state=\"signed-out\""), "{number}");
    }
}

fn a_change_of_the_catalogue_is_seen_by_all(shop: &Instances) {
    let file = shop.dir.path().join("new.csv");
    let columns = "type,product_internal_id,product_sku,product_name,product_price,product_is_inventory_tracked,product_quantity,product_is_available";
    let lamp = format!("product,77001,NEW-1,Brand new lamp,42,true,{PIECES},true");
    std::fs::write(&file, format!("{columns}\n{lamp}\n")).expect("written");
    shop.run(&["import", &file.display().to_string()]);
    let imported = Instant::now();
    for number in 0..3 {
        let mut guest = Client::new(shop.url(number));
        let is_shown = |guest: &mut Client| {
            let (status, page) = guest.get("/Brand-new-lamp-p77001").expect("a page");
            status == 200 && page.contains("Brand new lamp")
        };
        while !is_shown(&mut guest) {
            assert!(imported.elapsed() < SEEN_WITHIN, "instance {number}");
            thread::yield_now();
        }
    }
}

/// Everybody wants one of fifty pieces, and half of them with a coupon for twenty orders; each click may
/// reach another instance.
fn no_more_is_sold_than_there_is(shop: &Instances) {
    let next = AtomicUsize::new(0);
    let placed: usize = thread::scope(|scope| {
        let buyers = (0..AT_ONCE).map(|_| {
            scope.spawn(|| {
                let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
                let numbers = numbers.take_while(|number| *number < BUYERS);
                numbers.filter(|number| buys(shop, *number)).count()
            })
        });
        let buyers: Vec<_> = buyers.collect();
        buyers
            .into_iter()
            .map(|it| it.join().expect("no panic"))
            .sum()
    });
    let pieces = usize::try_from(PIECES).expect("few");
    assert_eq!(placed, pieces);
    assert_eq!(shop.count("SELECT count(*) FROM orders"), PIECES);
    assert_eq!(shop.count("SELECT stock FROM products WHERE id = 77001"), 0);
    let emails = shop.count("SELECT count(*) FROM letters WHERE order_id IS NOT NULL");
    assert_eq!(emails, PIECES, "an e-mail each");
    let used = shop.count("SELECT orders FROM coupon_uses WHERE code = 'TWENTY'");
    let with = shop
        .count("SELECT count(*) FROM orders WHERE document LIKE '%\"coupon_code\":\"TWENTY\"%'");
    assert!(used <= 20, "{used} uses of twenty");
    assert_eq!(used, with, "as many orders have it as it was counted");
    assert_eq!(used, 20, "it was wanted by more");
}

/// Whether the buyer's order was placed; whose coupon is used up meanwhile orders without it.
fn buys(shop: &Instances, number: usize) -> bool {
    let mut client = Client::new(shop.url(number));
    let email = format!("buyer-{number}@example.com");
    let coupon = if number.is_multiple_of(2) {
        "TWENTY"
    } else {
        ""
    };
    let steps: [(&str, &[(&str, &str)]); 5] = [
        ("cart/add", &[("product", "77001")]),
        ("cart/coupon", &[("coupon", coupon)]),
        ("cart/checkout", &[("email", &email)]),
        ("checkout/address", &ADDRESS),
        ("checkout/shipping", &[("delivery", "standard")]),
    ];
    for (turn, (step, form)) in steps.into_iter().enumerate() {
        client.go_to(shop.url(number + turn));
        let (status, ..) = client
            .post(&format!("/api/{step}"), form)
            .expect("an answer");
        assert!([200, 303].contains(&status), "{step}: {status}");
    }
    // Shown once more when something was not as it was shown before.
    for turn in 0..3 {
        client.go_to(shop.url(number + turn));
        let (_, page) = client.get("/checkout/payment").expect("a page");
        let (key, total) = (field(&page, "key"), field(&page, "total"));
        if key.is_empty() {
            // Sold out meanwhile: there is no last step any more.
            return false;
        }
        let form = [
            ("key", key.as_str()),
            ("total", &total),
            ("payment", "bank"),
        ];
        let (status, to, _) = client
            .post("/api/checkout/place", &form)
            .expect("an answer");
        assert_eq!(status, 303);
        if to.starts_with("/checkout/order-confirmation") {
            return true;
        }
    }
    false
}

fn a_killed_instance_takes_nothing_with_it(mut shop: Instances) {
    let mut eve = Client::new(shop.url(0));
    let form = [
        ("name", "Eve"),
        ("email", "eve@example.com"),
        ("password", PASSWORD),
    ];
    eve.post("/api/account/register", &form).expect("an answer");
    eve.post("/api/cart/add", &[("product", "101")])
        .expect("an answer");
    shop.servers.remove(0).kill();
    for number in 0..2 {
        eve.go_to(shop.url(number));
        let (_, page) = eve.get("/cart").expect("a page");
        assert!(page.contains("data-state=\"signed-in\""));
        assert!(page.contains("Cart, 1 item"), "what was told is kept");
    }
    assert_eq!(shop.count("SELECT count(*) FROM orders"), PIECES);
}

/// However many bring the database to its shape at once: it is done once, and nobody fails.
#[tokio::test(flavor = "multi_thread")]
async fn the_shape_is_given_once_by_however_many() {
    use awning::{
        app::schema::{Shape, migrate},
        platform::config::Config,
    };
    let dir = tempfile::tempdir().expect("a directory");
    let config = Config {
        database: database::empty(dir.path()),
        ..Config::default()
    };
    let migrating = (0..4).map(|_| {
        let config = config.clone();
        tokio::spawn(async move { migrate(&config).await })
    });
    for one in migrating.collect::<Vec<_>>() {
        one.await.expect("no panic").expect("the shape");
    }
    let db = Db::open(&config.database, database::LIMITS).await;
    let db = db.expect("a database");
    assert_eq!(Shape::of(&db).await, Ok(Shape::Fits));
    db.close().await;
    database::delete(&config.database);
}
