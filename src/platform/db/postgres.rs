//! `PostgreSQL`: one pool for reading and writing.
//!
//! Transactions run under READ COMMITTED. Whoever decides by what it read locks the row that stands for it.

use super::{Db, Limits, fault::not_connected, without_password};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, SqlxPostgresConnector, TransactionTrait,
    sqlx::{
        ConnectOptions,
        postgres::{PgConnectOptions, PgPool, PgPoolOptions},
    },
};
use std::{io, path::Path, process::Command, str::FromStr, time::Duration};

/// How long a transaction may do nothing before the server ends it: a shop that hangs holds no lock.
const IDLE_IN_TRANSACTION: Duration = Duration::from_secs(60);
/// How long a change of the database's shape waits for a table: everybody else queues behind it.
const SCHEMA_LOCK_WAIT: Duration = Duration::from_secs(3);

/// One pool under both names.
pub(super) async fn open(url: &str, limits: Limits) -> Result<Db, DbErr> {
    let options = options(
        url,
        [
            ("lock_timeout", limits.wait),
            ("statement_timeout", limits.statement),
            ("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION),
        ],
    )?;
    let pool = PgPoolOptions::new()
        .max_connections(limits.connections())
        .acquire_timeout(limits.wait + Duration::from_secs(1));
    let connection = connected(pool, options).await?;
    Ok(Db {
        read: connection.clone(),
        write: connection,
        watch: None,
    })
}

/// A single connection for changes of the database's shape: they may take as long as they need, but
/// wait for nobody.
pub(super) async fn open_for_schema(url: &str) -> Result<DatabaseConnection, DbErr> {
    let options = options(url, [("lock_timeout", SCHEMA_LOCK_WAIT)])?;
    connected(PgPoolOptions::new().max_connections(1), options).await
}

fn options<const N: usize>(
    url: &str,
    timeouts: [(&'static str, Duration); N],
) -> Result<PgConnectOptions, DbErr> {
    let timeouts = timeouts.map(|(name, time)| (name, time.as_millis().to_string()));
    Ok(PgConnectOptions::from_str(url)
        .map_err(not_connected)?
        .application_name("awning")
        .options(timeouts)
        .disable_statement_logging())
}

async fn connected(
    pool: PgPoolOptions,
    options: PgConnectOptions,
) -> Result<DatabaseConnection, DbErr> {
    let pool: PgPool = pool.connect_with(options).await.map_err(not_connected)?;
    Ok(SqlxPostgresConnector::from_sqlx_postgres_pool(pool))
}

/// Takes the lock named `key` for the session of `db`, which must be a pool of one connection; `false`
/// if another session has it.
pub(super) async fn try_lock(db: &DatabaseConnection, key: i64) -> Result<bool, DbErr> {
    let lock = super::statement(db, "SELECT pg_try_advisory_lock($1)", [key.into()]);
    let row = db.query_one_raw(lock).await?;
    row.map_or(Ok(false), |row| row.try_get_by_index(0))
}

/// Lets the next generated id of each of `tables` follow the highest that is there: ids that were given
/// do not move the sequence.
pub(super) async fn follow_given_ids(
    db: &impl ConnectionTrait,
    tables: &[&str],
) -> Result<(), DbErr> {
    for table in tables {
        let sql = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', 'id'), \
             GREATEST((SELECT COALESCE(MAX(id), 0) FROM {table}) + 1, nextval(pg_get_serial_sequence('{table}', 'id'))), FALSE)"
        );
        db.query_one_raw(super::statement(db, &sql, [])).await?;
    }
    Ok(())
}

/// A pool of one connection on which temporary copies of `tables` lie over them, and over others `empty` ones: what is written
/// there is seen there alone, and gone with it.
pub(super) async fn shadow(db: &Db, tables: &[&str], empty: &[&str]) -> Result<Db, DbErr> {
    let options = db.write.get_postgres_connection_pool().connect_options();
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None);
    let connection = connected(pool, (*options).clone()).await?;
    let tx = connection.begin().await?;
    for table in tables.iter().chain(empty) {
        // What is generated of other columns is copied as it is.
        let sql = format!(
            "CREATE TEMPORARY TABLE {table} (LIKE public.{table} INCLUDING ALL EXCLUDING GENERATED)"
        );
        tx.execute_unprepared(&sql).await?;
    }
    for table in tables {
        let sql = format!("INSERT INTO {table} SELECT * FROM public.{table}");
        tx.execute_unprepared(&sql).await?;
    }
    // A table that is not among them is a fault, and not the shop's own.
    tx.execute_unprepared("SET search_path TO pg_temp").await?;
    tx.commit().await?;
    Ok(Db {
        read: connection.clone(),
        write: connection,
        watch: None,
    })
}

/// Table, column, declared type and place in the primary key (0: none) of every column. The words of orders follow these by
/// themselves.
pub(super) const COLUMNS: &str = "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT), \
    CAST(COALESCE(k.ordinal_position, 0) AS BIGINT) FROM information_schema.columns c \
    LEFT JOIN information_schema.table_constraints p ON p.table_schema = c.table_schema \
    AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY' \
    LEFT JOIN information_schema.key_column_usage k ON k.constraint_schema = p.constraint_schema \
    AND k.constraint_name = p.constraint_name AND k.table_name = c.table_name AND k.column_name = c.column_name \
    WHERE c.table_schema = 'public' AND c.table_name NOT IN ('seaql_migrations', 'order_search') AND c.is_generated = 'NEVER' \
    ORDER BY c.table_name, c.ordinal_position";

/// Writes the database at `url` into `to`, in the form that [`restore`] reads; what went wrong in words.
pub async fn dump(url: &str, to: &Path) -> Result<(), String> {
    let mut command = Command::new("pg_dump");
    command
        .args(["--format=custom", "--no-owner", "--no-privileges", "--file"])
        .arg(to);
    run(command, url).await
}

/// Brings what [`dump`] wrote into the empty database at `url`, in one transaction.
pub async fn restore(url: &str, from: &Path) -> Result<(), String> {
    let mut command = Command::new("pg_restore");
    command
        .args(["--single-transaction", "--exit-on-error", "--no-owner"])
        .arg("--no-privileges")
        .arg(from);
    run(command, url).await
}

/// Runs one of the server's own programs on the database at `url`.
async fn run(mut command: Command, url: &str) -> Result<(), String> {
    let program = command.get_program().display().to_string();
    let (without, password) = (without_password(url), password(url));
    command.args(["--dbname", &without]);
    // Everybody on the machine sees arguments; the environment is the shop's own.
    command.envs(password.map(|password| ("PGPASSWORD", password)));
    let done = tokio::task::spawn_blocking(move || command.output()).await;
    let output = match done.map_err(|error| error.to_string())? {
        Ok(output) => output,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(format!(
                "{program} is not there: install PostgreSQL's client programs (on Debian postgresql-client), of the server's version or newer"
            ));
        }
        Err(error) => return Err(format!("{program}: {error}")),
    };
    if output.status.success() {
        return Ok(());
    }
    Err(format!(
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    ))
}

/// The password in `url`, percent-decoded.
fn password(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let (user, _) = rest.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    let pair = format!("it={}", password.replace('+', "%2B"));
    let decoded = form_urlencoded::parse(pair.as_bytes()).next();
    decoded.map(|(_, password)| password.into_owned())
}

/// Bytes of the database on the server.
pub(super) const SIZE: &str = "SELECT pg_database_size(current_database())";
