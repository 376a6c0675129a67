//! Three instances of one shop on one `PostgreSQL`; without a server to test on there is nothing to share.

use crate::{
    checkout::kills::{ADDRESS, field},
    support::{
        database,
        mail_server::MailServer,
        process::{Client, Server, settings},
    },
};
use awning::{
    demo::{DEMO_EMAIL, DEMO_PASSWORD},
    platform::db::{Db, statement},
};
use sea_orm::{ConnectionTrait, TryGetable};
use std::{
    collections::BTreeSet,
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

/// How soon what is to happen by itself has happened, on a busy machine too.
const DONE_WITHIN: Duration = Duration::from_secs(60);

/// Three instances on one database, with one mail server.
struct Instances {
    dir: TempDir,
    mail: MailServer,
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
        let mail = MailServer::start();
        let settings = [("coupons", coupon.as_str()), ("mail", &mail.url)];
        let start = || Server::serve(dir.path(), &settings, &["--demo"]);
        let servers = thread::scope(|scope| {
            let starting: Vec<_> = (0..3).map(|_| scope.spawn(start)).collect();
            let started = starting.into_iter().map(|it| it.join().expect("it opens"));
            started.collect()
        });
        Some(Self { dir, mail, servers })
    }

    fn url(&self, number: usize) -> &str {
        &self.servers[number % self.servers.len()].url
    }

    /// The result of a counting query.
    fn count(&self, sql: &str) -> i64 {
        self.answer(&format!("SELECT CAST(({sql}) AS BIGINT)"))
    }

    /// What `sql` answers first.
    fn answer<T: TryGetable>(&self, sql: &str) -> T {
        let url = database::of(self.dir.path());
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let db = Db::open(&url, database::LIMITS).await.expect("the server");
            let row = db.write.query_one_raw(statement(&db.write, sql, [])).await;
            let row = row.expect("a query").expect("a row");
            let answer = row.try_get_by_index(0).expect("of that type");
            db.close().await;
            answer
        })
    }

    /// Waits until as many e-mails are not sent.
    fn until_unsent(&self, count: i64) {
        let since = Instant::now();
        while self.count("SELECT count(*) FROM letters WHERE sent_at IS NULL") != count {
            assert!(since.elapsed() < DONE_WITHIN, "e-mails do not go out");
        }
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
    let Some(mut shop) = Instances::start() else {
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
    an_email_goes_once_though_its_sender_dies(&mut shop);
    a_killed_instance_takes_nothing_with_it(shop);
}

/// A browser in which the demo's customer is signed in.
fn signed_in(shop: &Instances) -> Client {
    let mut client = Client::new(shop.url(0));
    let form = [("email", DEMO_EMAIL), ("password", DEMO_PASSWORD)];
    let answer = client.post("/api/account/sign_in", &form);
    assert_eq!(answer.expect("an answer").0, 200);
    client
}

fn a_sign_out_holds_everywhere_at_once(shop: &Instances) {
    let mut ada = signed_in(shop);
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
                numbers
                    .filter(|number| wants_a_piece(shop, *number))
                    .count()
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

fn wants_a_piece(shop: &Instances, number: usize) -> bool {
    let coupon = if number.is_multiple_of(2) {
        "TWENTY"
    } else {
        ""
    };
    buys(shop, number, "77001", coupon)
}

/// Whether the buyer's order was placed; whose coupon is used up meanwhile orders without it.
fn buys(shop: &Instances, number: usize, product: &str, coupon: &str) -> bool {
    let mut client = Client::new(shop.url(number));
    let email = format!("buyer-{number}@example.com");
    let steps: [(&str, &[(&str, &str)]); 5] = [
        ("cart/add", &[("product", product)]),
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

/// Three senders, one of them killed while the mail server has its e-mail and has not said so: that one
/// goes once more, as the same, and no other one does.
fn an_email_goes_once_though_its_sender_dies(shop: &mut Instances) {
    shop.until_unsent(0);
    shop.mail.say_nothing_once();
    for number in 0..6 {
        assert!(buys(shop, BUYERS + number, "101", ""));
    }
    shop.until_unsent(1);
    let unanswered = shop
        .mail
        .unanswered()
        .expect("somebody waits for an answer");
    let sender: String =
        shop.answer("SELECT leased_by FROM jobs WHERE kind = 'email' AND done_at IS NULL");
    let is_it = |server: &Server| sender.starts_with(&format!("{}-", server.id()));
    let number = shop.servers.iter().position(is_it);
    shop.servers
        .remove(number.expect("one of the three"))
        .kill();
    // Its lease is over, and a survivor looks for work.
    let over =
        format!("UPDATE jobs SET leased_until = 0 WHERE leased_by = '{sender}' RETURNING id");
    shop.answer::<i64>(&over);
    assert!(buys(shop, BUYERS + 6, "101", ""));
    shop.until_unsent(0);
    let (mut taken, emails) = (
        shop.mail.taken(),
        shop.count("SELECT count(*) FROM letters"),
    );
    let first = taken.iter().position(|id| *id == unanswered);
    taken.remove(first.expect("it was taken"));
    assert!(taken.contains(&unanswered), "it came again");
    let distinct: BTreeSet<&String> = taken.iter().collect();
    let emails = usize::try_from(emails).expect("few");
    assert_eq!((taken.len(), distinct.len()), (emails, emails), "each once");
}

fn a_killed_instance_takes_nothing_with_it(mut shop: Instances) {
    let mut eve = signed_in(&shop);
    eve.post("/api/cart/add", &[("product", "101")])
        .expect("an answer");
    shop.servers.remove(0).kill();
    eve.go_to(shop.url(0));
    let (_, page) = eve.get("/cart").expect("a page");
    assert!(page.contains("data-state=\"signed-in\""));
    assert!(page.contains("Cart, 1 item"), "what was told is kept");
    assert_eq!(shop.count("SELECT count(*) FROM orders"), PIECES + 7);
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
