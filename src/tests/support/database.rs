//! Databases for shops: files, or with `TEST_POSTGRES` those of a server.

use awning::{
    app::schema,
    platform::{
        config::Config,
        db::{Db, Limits, is_postgres, statement},
    },
};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};
use std::{future::Future, path::Path, sync::OnceLock, time::Duration};

/// Bounds for a connection of a test's own.
pub const LIMITS: Limits = Limits {
    wait: Duration::from_secs(60),
    statement: Duration::from_secs(60),
    connections: 2,
};

const FILE: &str = "shop.db";

/// The URL of the server that the tests were given, if any.
pub fn server() -> Option<&'static str> {
    static SERVER: OnceLock<Option<String>> = OnceLock::new();
    let server = SERVER.get_or_init(|| std::env::var("TEST_POSTGRES").ok());
    server.as_deref()
}

/// The URL of the database that belongs to the directory `dir`; it is made, with the shape that the shop
/// needs, when it is asked for first.
pub fn of(dir: &Path) -> String {
    let Some(server) = server() else {
        let path = dir.join(FILE);
        if !path.exists() {
            std::fs::write(path, template_file()).expect("a database");
        }
        return file(dir);
    };
    made(dir, server, template(server))
}

/// The URL of an empty database, without tables, for the directory `dir`.
pub fn empty(dir: &Path) -> String {
    match server() {
        Some(server) => made(dir, server, "template1"),
        None => file(dir),
    }
}

/// The URL of a file in `dir`, whatever the tests were given.
pub fn file(dir: &Path) -> String {
    format!("sqlite:{}/{FILE}", dir.display())
}

fn made(dir: &Path, server: &'static str, template: &str) -> String {
    let digest = Sha256::digest(dir.display().to_string());
    let digest: String = digest[..12]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("shop_{digest}");
    let exists = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    let create = format!("CREATE DATABASE {name} TEMPLATE {template}");
    aside(async move {
        let db = open(server).await;
        let found = db
            .read
            .query_one_raw(statement(&db.read, &exists, []))
            .await;
        if found.expect("an answer").is_none() {
            db.write
                .execute_unprepared(&create)
                .await
                .expect("a database");
        }
        db.close().await;
    });
    named(server, &name)
}

/// Deletes the database at `url`, if it is a server's.
pub fn delete(url: &str) {
    if !is_postgres(url) {
        return;
    }
    let (server, name) = url.rsplit_once('/').expect("a name");
    let (server, delete) = (
        format!("{server}/postgres"),
        format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    );
    aside(async move {
        let db = open(&server).await;
        db.write.execute_unprepared(&delete).await.expect("deleted");
        db.close().await;
    });
}

/// The bytes of a database of the shape that the shop needs: it is given that shape once, not for each test.
fn template_file() -> &'static [u8] {
    static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let dir = tempfile::tempdir().expect("a directory");
        let config = Config {
            database: file(dir.path()),
            ..Config::default()
        };
        aside(async move { schema::migrate(&config).await.expect("its shape") });
        std::fs::read(dir.path().join(FILE)).expect("a database")
    })
}

/// A database on the server of that shape, copied for each test.
fn template(server: &'static str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("template_{}", std::process::id());
        let create = format!("CREATE DATABASE {name}");
        let config = Config {
            database: named(server, &name),
            ..Config::default()
        };
        aside(async move {
            let db = open(server).await;
            db.write
                .execute_unprepared(&create)
                .await
                .expect("a database");
            db.close().await;
            schema::migrate(&config).await.expect("its shape");
        });
        name
    })
}

fn named(server: &str, name: &str) -> String {
    let (host, _) = server.rsplit_once('/').expect("a name");
    format!("{host}/{name}")
}

async fn open(url: &str) -> Db {
    Db::open(url, LIMITS).await.expect("the server")
}

/// Does `work` on a thread of its own: tests ask for databases in and out of runtimes.
fn aside(work: impl Future<Output = ()> + Send + 'static) {
    let done = std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        runtime.expect("a runtime").block_on(work);
    });
    done.join().expect("done");
}
