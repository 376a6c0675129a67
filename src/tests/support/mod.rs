//! A shop in memory of the test, and a browser without scripts to visit it.

mod browser;
pub mod checkout;
pub mod database;
mod documents;
mod emails;
pub mod mail_server;
pub mod process;

pub use browser::{Answer, Browser};

use awning::{
    app::{cli, router::router},
    base::language::LanguageCode,
    catalog::store::stock::{Cause, Kind},
    platform::{
        audit::Actor,
        config::Config,
        db::{Db, statement},
    },
    request::state::AppState,
};
use axum::Router;
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::sync::LazyLock;
use tempfile::TempDir;

/// A password that new accounts may have.
pub const PASSWORD: &str = "three random words";

/// Where a limit is not what a test is about.
pub const UNLIMITED: u32 = 1_000_000;

/// A shop on a database of its own, deleted with the test.
pub struct Shop {
    /// The shop's router.
    pub router: Router,
    /// The shop itself.
    pub state: AppState,
    /// The shop's database.
    pub db: Db,
    /// Its settings.
    pub config: Config,
    _dir: TempDir,
}

/// Why stock is what a test says: a file on the machine said so.
pub fn by_file() -> &'static Cause<'static> {
    static ACTOR: LazyLock<Actor> = LazyLock::new(Actor::command_line);
    static CAUSE: LazyLock<Cause<'static>> = LazyLock::new(|| Cause::of(Kind::Imported, &ACTOR));
    &CAUSE
}

/// The language of this code.
pub fn code(language: &str) -> LanguageCode {
    LanguageCode::of(language).expect("a code")
}

impl Shop {
    /// A shop with default settings.
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    /// A shop with settings changed by `change`.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let mut config = Config {
            database: database::of(dir.path()),
            images: dir.path().join("images").display().to_string(),
            files: dir.path().join("files").display().to_string(),
            mail: format!("file:{}/outbox", dir.path().display()),
            orders_per_address: UNLIMITED,
            orders_per_email: UNLIMITED,
            carts_per_address: UNLIMITED,
            account_emails_per_address: UNLIMITED,
            ..Config::default()
        };
        change(&mut config);
        let db = cli::open(&config).await.expect("a database");
        let state = awning::app::open(config.clone(), db.clone())
            .await
            .expect("a shop");
        Self {
            router: router(state.clone()),
            state,
            db,
            config,
            _dir: dir,
        }
    }

    /// Whether its database is a server's.
    pub fn is_on_server(&self) -> bool {
        self.db.is_shared()
    }

    /// A transaction of another process that lets nobody else write, until it is rolled back.
    pub async fn locked(&self) -> DatabaseTransaction {
        let other = Db::open(&self.config.database, database::LIMITS).await;
        let lock = other.expect("a second process").begin().await;
        let lock = lock.expect("the lock");
        if self.is_on_server() {
            let tables = "LOCK TABLE carts, orders, sessions IN EXCLUSIVE MODE";
            lock.execute_unprepared(tables).await.expect("locked");
        }
        lock
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// A browser whose new customer `email` is signed in.
    pub async fn customer(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        let answer = browser
            .call(
                "account/register",
                &[
                    ("name", "Ada Lovelace"),
                    ("email", email),
                    ("password", PASSWORD),
                ],
            )
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        browser
    }

    /// The result of a counting query.
    pub async fn count(&self, sql: &str) -> i64 {
        let db = &self.db.read;
        // A sum of whole numbers is no whole number on PostgreSQL.
        let sql = format!("SELECT CAST(({sql}) AS BIGINT)");
        let row = db.query_one_raw(statement(db, &sql, [])).await;
        let row = row.expect("a query").expect("a row");
        row.try_get_by_index(0).expect("a number")
    }

    /// Runs a statement.
    pub async fn execute(&self, sql: &str) {
        assert!(self.try_execute(sql).await, "{sql}");
    }

    /// Runs a statement; whether that went well.
    pub async fn try_execute(&self, sql: &str) -> bool {
        self.db.write.execute_unprepared(sql).await.is_ok()
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        database::delete(&self.config.database);
    }
}
