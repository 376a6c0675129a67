//! The server is killed while shoppers order, again and again: whatever was confirmed is there, and
//! nothing is there by half.

use awning::{
    import::{self, Terms},
    order::entity::order,
    server::{cli, config::Config, db::Db, state::AppState},
};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

const SHOPPERS: usize = 4;
const STOCK: i64 = 1_000_000;
/// Most answers between two kills.
const MOST_ANSWERS: u64 = 60;

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
    let db = stocked(dir.path()).await;
    let mut dice = Dice::new();
    let mut confirmed = BTreeSet::new();
    for _ in 0..kills {
        let (mut server, url) = serve(dir.path());
        let (told, answers) = mpsc::channel();
        let shoppers: Vec<_> = (0..SHOPPERS)
            .map(|number| {
                let (url, told) = (url.clone(), told.clone());
                thread::spawn(move || shop(&url, number, &told))
            })
            .collect();
        drop(told);
        for _ in 0..dice.up_to(MOST_ANSWERS) {
            if answers.recv().is_err() {
                break;
            }
        }
        server.kill().expect("killed");
        server.wait().expect("ended");
        for shopper in shoppers {
            confirmed.extend(shopper.join().expect("no panic"));
        }
    }
    let (mut server, _) = serve(dir.path());
    let orders = check(&db, dir.path(), &confirmed).await;
    server.kill().expect("killed");
    server.wait().expect("ended");
    Report {
        confirmed: confirmed.len(),
        orders,
    }
}

async fn check(db: &Db, dir: &Path, confirmed: &BTreeSet<String>) -> usize {
    // Every letter is sent in the end: the server is up, so the ones that wait are on their way.
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
    let mut letters = String::new();
    for file in std::fs::read_dir(dir.join("outbox"))
        .into_iter()
        .flatten()
        .flatten()
    {
        letters += &std::fs::read_to_string(file.path()).unwrap_or_default();
    }
    let unsent = confirmed.iter().find(|number| !letters.contains(*number));
    assert_eq!(unsent, None, "a confirmed order's letter was not sent");
    orders.len()
}

/// One shopper after the other, until nobody answers any more; the orders that were confirmed.
fn shop(url: &str, number: usize, told: &mpsc::Sender<()>) -> Vec<String> {
    let mut confirmed = Vec::new();
    loop {
        let mut shopper = Shopper::new(url, told.clone());
        match shopper.order(&format!("shopper-{number}@example.com")) {
            Some(order) => confirmed.push(order),
            None => return confirmed,
        }
    }
}

struct Shopper {
    agent: ureq::Agent,
    url: String,
    cookies: Vec<String>,
    told: mpsc::Sender<()>,
}

impl Shopper {
    fn new(url: &str, told: mpsc::Sender<()>) -> Self {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(10)))
            .build();
        Self {
            agent: agent.into(),
            url: url.to_owned(),
            cookies: Vec::new(),
            told,
        }
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
        let request = self.agent.post(format!("{}/api/{endpoint}", self.url));
        let request = request.header("cookie", self.cookies.join("; "));
        let answer = request.send_form(form.iter().copied()).ok()?;
        let _ = self.told.send(());
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().ok()?.split(';').next()?.to_owned();
            let name = pair.split('=').next()?.to_owned();
            self.cookies
                .retain(|known| !known.starts_with(&format!("{name}=")));
            self.cookies.push(pair);
        }
        let to = answer.headers().get("location")?;
        Some(to.to_str().ok()?.to_owned())
    }

    fn page(&mut self, path: &str) -> Option<String> {
        let request = self.agent.get(format!("{}{path}", self.url));
        let request = request.header("cookie", self.cookies.join("; "));
        let mut answer = request.header("accept", "text/html").call().ok()?;
        let _ = self.told.send(());
        answer.body_mut().read_to_string().ok()
    }
}

/// The value of the hidden field `name`.
pub fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let rest = page.split(&start).nth(1).unwrap_or_default();
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// Throws of a die that shows another order every time, and says with what it began.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let mut seed = [0; 8];
        getrandom::fill(&mut seed).expect("chance");
        let seed = u64::from_le_bytes(seed) | 1;
        println!("dice: {seed}");
        Self(seed)
    }

    fn up_to(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        1 + self.0 % most
    }
}

fn settings(dir: &Path) -> Vec<(String, String)> {
    let path = |name: &str| dir.join(name).display().to_string();
    vec![
        ("address".into(), "127.0.0.1:0".into()),
        ("database".into(), format!("sqlite:{}", path("shop.db"))),
        ("images".into(), path("images")),
        ("mail".into(), format!("file:{}", path("outbox"))),
        ("log_filter".into(), "off".into()),
    ]
}

fn serve(dir: &Path) -> (Child, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_awning"));
    command.arg("serve").current_dir(dir).stdout(Stdio::piped());
    for (key, value) in settings(dir) {
        command.args(["--set", &format!("{key}={value}")]);
    }
    let mut server = command.spawn().expect("a server");
    let out = BufReader::new(server.stdout.take().expect("its output"));
    let open = out.lines().map_while(Result::ok).find_map(|line| {
        let (_, url) = line.split_once("open: ")?;
        Some(url.to_owned())
    });
    (server, open.expect("it opens"))
}

/// A shop with mugs for everybody.
async fn stocked(dir: &Path) -> Db {
    let text = |key: &str| {
        let all = settings(dir);
        let found = all.into_iter().find(|(name, _)| name == key);
        found.expect("a setting").1
    };
    let config = Config {
        database: text("database"),
        images: text("images"),
        mail: text("mail"),
        ..Config::default()
    };
    let db = cli::open(&config).await.expect("a database");
    let state = AppState::open(config.clone(), db.clone())
        .await
        .expect("a shop");
    let terms = Terms {
        prices: config.shop().prices,
        language: "en",
    };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/fixtures/ecwid.csv");
    import::import(&db, &state.images, &file, &terms, false, |_| {})
        .await
        .expect("imported");
    let stock = format!("UPDATE products SET stock = {STOCK} WHERE id = 1201");
    db.write.execute_unprepared(&stock).await.expect("stocked");
    db
}

async fn count(db: &Db, sql: &str) -> i64 {
    let statement = Statement::from_string(DbBackend::Sqlite, sql);
    let row = db.read.query_one_raw(statement).await.expect("a query");
    row.expect("a row").try_get_by_index(0).expect("a number")
}
