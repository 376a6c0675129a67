//! The disk is full, or fails: nothing confirmed is lost, and nothing lost is confirmed.

use crate::support::{
    Browser, Shop,
    database::LIMITS,
    process::{Client, Server},
};
use awning::{
    app::router::router,
    platform::{
        config::Config,
        db::{Db, statement},
    },
};
use sea_orm::ConnectionTrait;
use std::{
    fs::{File, remove_file},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// Most writes until a disk is full; there are some hundred.
const MAX_WRITES: usize = 20_000;
const REFUSALS: usize = 6;

#[tokio::test]
async fn a_full_disk_confirms_nothing_that_it_does_not_keep() {
    let disk = SmallDisk::new(12);
    let filler = disk.path().join("filler");
    let fill = |_: &Server| {
        let mut file = File::create(&filler).expect("a file");
        while file.write_all(&[0; 4096]).is_ok() {}
    };
    let free = |_: &Server| remove_file(&filler).expect("removed");
    stays_honest(&disk.path(), fill, free).await;
}

#[tokio::test]
async fn a_failing_disk_confirms_nothing_that_it_does_not_keep() {
    let dir = tempfile::tempdir().expect("a directory");
    let log = dir.path().join("shop.db-wal");
    // Writes beyond what the log holds now fail with EFBIG, which SQLite reports as an I/O error.
    let fail = |server: &Server| {
        let size = log.metadata().expect("a log").len();
        run(
            "prlimit",
            &["--pid", &server.id(), &format!("--fsize={size}:")],
        );
    };
    let mend = |server: &Server| run("prlimit", &["--pid", &server.id(), "--fsize=unlimited:"]);
    stays_honest(dir.path(), fail, mend).await;
}

/// What is told while the disk is broken is what the database holds, then, later and after the end.
async fn stays_honest(dir: &Path, break_disk: impl Fn(&Server), mend_disk: impl Fn(&Server)) {
    let settings = [
        ("database", file(dir)),
        ("disk_floor_mib", "0".to_owned()),
        ("database_wait_ms", "500".to_owned()),
    ];
    let settings = settings
        .each_ref()
        .map(|(key, value)| (*key, value.as_str()));
    let server = Server::start(dir, &settings);
    let mut guest = server.client();
    let [mut ada, mut bob] = ["ada@example.com", "bob@example.com"].map(|email| {
        let mut customer = server.client();
        let form = [
            ("name", "Ada"),
            ("email", email),
            ("password", crate::support::PASSWORD),
        ];
        let (status, _, body) = customer
            .post("/api/account/register", &form)
            .expect("an answer");
        assert_eq!(status, 200, "{body}");
        customer
    });
    // The log is as long as opening the shop made it, and what it has room for is written on a full disk too.
    let other = open(dir).await;
    let shorten = "PRAGMA wal_checkpoint(TRUNCATE)";
    let shortened = other.write.execute_unprepared(shorten).await;
    shortened.expect("a short log");
    other.close().await;
    let mut last = 0;
    assert!(writes(&mut guest, last), "the disk is well");

    break_disk(&server);
    let mut refusals = 0;
    for number in 1..MAX_WRITES {
        if writes(&mut guest, number) {
            last = number;
            continue;
        }
        refusals += 1;
        if refusals == REFUSALS {
            break;
        }
    }
    assert_eq!(refusals, REFUSALS, "the disk is broken");
    let other = open(dir).await;
    assert_eq!(stored(&other).await, last.to_string(), "while it is broken");
    let told = usize::from(signs_out(&mut ada));
    assert_eq!(sessions(&other).await, 2 - told, "a sign-out says what is");
    assert_eq!(guest.get("/healthz").map(|it| it.0), Some(503));

    mend_disk(&server);
    let last = last + 1_000_000;
    assert!(writes(&mut guest, last), "what is mended works at once");
    assert_eq!(stored(&other).await, last.to_string());
    let tx = other.begin().await.expect("the database is not locked");
    tx.rollback().await.expect("rolled back");
    assert!(signs_out(&mut bob));
    let left = 1 - told;
    assert_eq!(sessions(&other).await, left);
    healthy(&mut guest);
    other.close().await;

    server.stop();
    let after = open(dir).await;
    assert_eq!(stored(&after).await, last.to_string(), "after the end");
    assert_eq!(sessions(&after).await, left);
}

/// Whether the shop said that it kept `number`.
fn writes(guest: &mut Client, number: usize) -> bool {
    let json = serde_json::json!({ "orderComments": number.to_string() });
    let (status, body) = guest.ask("/api/cart/profile", &json).expect("an answer");
    assert!([200, 503].contains(&status), "{status} {body}");
    status == 200
}

fn signs_out(customer: &mut Client) -> bool {
    let (status, _, body) = customer
        .post("/api/account/sign_out", &[])
        .expect("an answer");
    status == 200 && body.contains("\"success\":true")
}

/// Asks until the shop is healthy again; what was found a moment ago holds for a second.
fn healthy(guest: &mut Client) {
    let patience = Instant::now() + Duration::from_secs(10);
    while guest.get("/healthz").map(|it| it.0) != Some(200) {
        assert!(Instant::now() < patience, "it does not recover");
    }
}

async fn open(dir: &Path) -> Db {
    Db::open(&file(dir), LIMITS).await.expect("another process")
}

/// The disk is the shop's own where the database is a file.
fn file(dir: &Path) -> String {
    format!("sqlite:{}/shop.db", dir.display())
}

async fn stored(db: &Db) -> String {
    let sql = "SELECT details FROM carts";
    let row = db.read.query_one_raw(statement(&db.read, sql, [])).await;
    let row = row.expect("a query").expect("a cart");
    let details: String = row.try_get_by_index(0).expect("text");
    let details: serde_json::Value = serde_json::from_str(&details).expect("JSON");
    details["comments"].as_str().expect("a comment").to_owned()
}

async fn sessions(db: &Db) -> usize {
    let sql = "SELECT count(*) FROM sessions";
    let row = db.read.query_one_raw(statement(&db.read, sql, [])).await;
    let count: i64 = row
        .expect("a query")
        .expect("a row")
        .try_get_by_index(0)
        .expect("a number");
    usize::try_from(count).expect("few")
}

#[tokio::test]
async fn a_disk_that_is_all_but_full_takes_nothing_new_and_says_so() {
    let dir = tempfile::tempdir().expect("a directory");
    let shop = Shop::with(|config| config.database = file(dir.path())).await;
    let mut ada = shop.customer("ada@example.com").await;
    let config = Config {
        disk_floor_mib: u32::MAX,
        ..shop.config.clone()
    };
    let state = awning::app::open(config, shop.db.clone())
        .await
        .expect("a shop");
    let cookies = std::mem::take(&mut ada.cookies);
    ada = Browser::new(router(state));
    ada.cookies = cookies;
    let page = ada
        .post("cart/checkout", &[("email", "ada@example.com")])
        .await;
    assert_eq!(page.status, 503);
    assert!(
        page.body
            .contains("The shop has no room left to store anything.")
    );
    assert_eq!(ada.get("/healthz").await.status, 503);
    assert_eq!(ada.get("/").await.status, 200, "looking goes on");
    let answer = ada.call("account/sign_out", &[]).await;
    assert!(answer.body.contains("true"), "nobody is kept signed in");
    assert_eq!(shop.count("SELECT count(*) FROM sessions").await, 0);
}

/// A disk of its own of a few MiB, gone with the value.
struct SmallDisk {
    directory: tempfile::TempDir,
}

impl SmallDisk {
    /// A disk of this many MiB.
    fn new(mib: u32) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().display().to_string();
        let size = format!("size={mib}m");
        as_root("mount", &["-t", "tmpfs", "-o", &size, "tmpfs", &path]);
        Self { directory }
    }

    /// Where it is.
    fn path(&self) -> PathBuf {
        self.directory.path().to_owned()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        as_root("umount", &["-l", &self.path().display().to_string()]);
    }
}

fn as_root(program: &str, arguments: &[&str]) {
    if rustix::process::geteuid().is_root() {
        return run(program, arguments);
    }
    let all = std::iter::once(program).chain(arguments.iter().copied());
    run("sudo", &all.collect::<Vec<_>>());
}

/// Runs a program that must succeed.
fn run(program: &str, arguments: &[&str]) {
    let status = Command::new(program).args(arguments).status();
    assert!(status.expect(program).success(), "{program} {arguments:?}");
}
