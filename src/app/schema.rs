//! The shape of the database: whether this version can work with it, and how it gets the one it needs.

use super::migration::Migrator;
use crate::platform::{
    config::Config,
    db::{Db, SchemaChange, is_unavailable, statement, without_password},
};
use sea_orm_migration::{
    MigratorTrait, SchemaManager,
    sea_orm::{ConnectionTrait, DbErr},
};
use std::{collections::BTreeSet, time::Duration};

/// Times that a change of the shape is tried while somebody else uses the table.
const TRIES: u32 = 10;
/// Pause between them.
const PAUSE: Duration = Duration::from_secs(1);

/// How the shape of a database stands to this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// There is nothing in it.
    Empty,
    /// It lacks these migrations.
    Older(Vec<String>),
    /// It is the one that this version needs.
    Fits,
    /// A newer version added these migrations, and took nothing away.
    Newer(Vec<String>),
}

impl Shape {
    /// The shape of `db`.
    pub async fn of(db: &Db) -> Result<Self, DbErr> {
        const TABLE: &str = "seaql_migrations";
        if !SchemaManager::new(&db.read).has_table(TABLE).await? {
            return Ok(Self::Empty);
        }
        let sql = "SELECT version FROM seaql_migrations";
        let rows = db.read.query_all_raw(statement(&db.read, sql, [])).await?;
        let applied = rows.iter().map(|row| row.try_get_by_index::<String>(0));
        let applied = applied.collect::<Result<BTreeSet<_>, _>>()?;
        let needed: BTreeSet<String> = Migrator::migrations()
            .iter()
            .map(|migration| migration.name().to_owned())
            .collect();
        let missing: Vec<String> = needed.difference(&applied).cloned().collect();
        let unknown: Vec<String> = applied.difference(&needed).cloned().collect();
        Ok(match (missing.is_empty(), unknown.is_empty()) {
            _ if applied.is_empty() => Self::Empty,
            (false, _) => Self::Older(missing),
            (true, false) => Self::Newer(unknown),
            (true, true) => Self::Fits,
        })
    }
}

/// Gives the database of `config` the shape that this version needs; one process at a time does, and
/// the others wait and find it done.
pub async fn migrate(config: &Config) -> Result<(), String> {
    let shown = without_password(&config.database);
    let failed = |error: DbErr| {
        format!(
            "the database {shown} does not get the shape this version needs: {error}. If it was changed by hand, \
             its table seaql_migrations included, restore the database from a backup; else see that there is room, \
             and that it may be written to."
        )
    };
    let change = SchemaChange::begin(&config.database, config.database_limits())
        .await
        .map_err(&failed)?;
    let mut outcome = Migrator::up(&change.connection, None).await;
    for _ in 1..TRIES {
        match &outcome {
            Err(error) if is_unavailable(error) => {
                tracing::warn!(%error, "the database is in use; its shape is changed once it is not");
                tokio::time::sleep(PAUSE).await;
                outcome = Migrator::up(&change.connection, None).await;
            }
            _ => break,
        }
    }
    let ended = change.end().await;
    outcome.and(ended).map_err(failed)
}
