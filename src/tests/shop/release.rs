//! A database of the last release (made by commit 550ab45, with rows in every table) under this version.

use crate::support::{Browser, database};
use awning::{
    app::{
        cli,
        migration::Migrator,
        router::router,
        schema::{Shape, migrate},
        transfer::fill,
    },
    platform::{
        config::Config,
        db::{Db, SchemaChange, tables::tables},
    },
};
use flate2::read::GzDecoder;
use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use std::{
    fs::{self, File},
    io,
    path::Path,
};
use tempfile::TempDir;

/// Migrations that the last release had.
const KNOWN_THEN: u32 = 4;
/// The session that a browser held then.
const SESSION: &str = "Shi0uobxF6lItQSNuQliDcvuRY10PT4DFEqcE5D-cqU";
const ORDER: &str = "LCP4BQ5M";

/// The settings of a shop on that database, unpacked into `dir`.
fn unpacked(dir: &Path) -> Config {
    let packed =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/fixtures/shop-550ab45.db.gz");
    let mut packed = GzDecoder::new(File::open(packed).expect("the fixture"));
    let file = dir.join("then.db");
    io::copy(&mut packed, &mut File::create(&file).expect("a file")).expect("unpacked");
    Config {
        database: format!("sqlite:{}", file.display()),
        images: dir.join("images").display().to_string(),
        files: dir.join("files").display().to_string(),
        mail: format!("file:{}/outbox", dir.display()),
        ..Config::default()
    }
}

/// The settings of the released version's shop, moved to the database engine under test.
async fn then(dir: &TempDir) -> Config {
    let file = unpacked(dir.path());
    if database::server().is_none() {
        return file;
    }
    let config = Config {
        database: database::empty(dir.path()),
        ..file.clone()
    };
    let change = SchemaChange::begin(&config.database, database::LIMITS).await;
    let change = change.expect("the lock");
    let first = Migrator::up(&change.connection, Some(KNOWN_THEN)).await;
    first.expect("the shape of then");
    change.end().await.expect("closed");
    let [source, target] = [
        Db::open(&file.database, database::LIMITS).await,
        Db::open(&config.database, database::LIMITS).await,
    ];
    let (source, target) = (source.expect("a file"), target.expect("a database"));
    fill(&source, &target, |_, _| {}).await.expect("filled");
    source.close().await;
    target.close().await;
    config
}

#[tokio::test]
async fn a_shop_of_the_last_release_goes_on() {
    let dir = tempfile::tempdir().expect("a directory");
    let config = then(&dir).await;
    assert!(
        cli::open(&config).await.is_err(),
        "it is not changed unasked"
    );
    let before = Db::open(&config.database, database::LIMITS).await;
    let before = before.expect("a database");
    let columns_then = columns(&before).await;
    before.close().await;

    migrate(&config).await.expect("its shape");
    let db = cli::open(&config).await.expect("a database");
    assert_eq!(Shape::of(&db).await, Ok(Shape::Fits));
    let columns_now = columns(&db).await;
    for column in columns_then {
        assert!(
            columns_now.contains(&column),
            "{column} is read by the last release"
        );
    }

    // The fixture grows old; a session does not.
    let fresh = format!(
        "UPDATE sessions SET last_seen_at = {0}, expires_at = {0} + 86400",
        awning::base::date::now()
    );
    db.write.execute_unprepared(&fresh).await.expect("fresh");
    let state = awning::app::open(config.clone(), db.clone()).await;
    let mut ada = Browser::new(router(state.expect("a shop")));
    ada.cookies.insert("__Host-awning".into(), SESSION.into());
    for (path, text) in [
        ("/", "data-state=\"signed-in\""),
        ("/cart", "Cart, 1 item"),
        ("/account/orders", ORDER),
        ("/account/address-book", "Elbchaussee 2"),
        ("/search?keyword=mug", "Blue Mug"),
        ("/pages/about", "We print."),
        ("/Blue-Mug-Saucer-p1201", "24.50"),
    ] {
        let page = ada.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains(text), "{path}: {text}");
    }
    let answer = ada.call("account/sign_out", &[]).await;
    assert!(answer.body.contains("\"success\":true"), "{}", answer.body);
    db.close().await;
    database::delete(&config.database);
    fs::remove_dir_all(dir.path()).expect("removed");
}

async fn columns(db: &Db) -> Vec<String> {
    let tables = tables(db).await.expect("tables");
    let named = tables.iter().flat_map(|table| {
        let names = table.columns.iter();
        names.map(|(column, _)| format!("{}.{column}", table.name))
    });
    named.collect()
}
