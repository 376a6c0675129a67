//! Bringing a backup back, into an empty place.

use super::is_dump;
use crate::{
    app::{
        schema::{Shape, migrate},
        transfer::transfer,
    },
    platform::{
        config::Config,
        db::{self, Db, is_postgres, without_password},
    },
};
use std::{fs, path::Path};

/// Brings the backup in `from` into the database of `config`, in which nothing may be. A copy of a file
/// goes into a server's database too; `Shape` says whether it is to be migrated.
pub async fn restore(config: &Config, from: &Path) -> Result<Shape, String> {
    let shown = without_password(&config.database);
    let is_dump = is_dump(from).map_err(|error| format!("{}: {error}", from.display()))?;
    let is_server = is_postgres(&config.database);
    if is_dump && !is_server {
        return Err(format!(
            "{} is a server's: restore it into a postgres:// database, and move that",
            from.display()
        ));
    }
    if !is_dump {
        db::sqlite::check(from).await?;
    }
    if shape(config).await? != Shape::Empty {
        return Err(format!(
            "there is something in {shown} already: restore into an empty place"
        ));
    }
    if is_dump {
        db::postgres::restore(&config.database, from).await?;
    } else if is_server {
        return carry_over(config, from).await;
    } else {
        put_in_place(config, from)?;
    }
    shape(config).await
}

async fn shape(config: &Config) -> Result<Shape, String> {
    let opened = Db::open(&config.database, config.database_limits()).await;
    let db = opened.map_err(|error| error.to_string())?;
    let shape = Shape::of(&db).await;
    db.close().await;
    shape.map_err(|error| error.to_string())
}

/// The copy in `from` becomes the file of the database: whole, or not at all.
fn put_in_place(config: &Config, from: &Path) -> Result<(), String> {
    let file = db::sqlite::file(&config.database).map_err(|error| error.to_string())?;
    let part = super::sibling(&file, "part");
    let placed = fs::copy(from, &part)
        .and_then(|_| fs::File::open(&part)?.sync_all())
        .and_then(|()| fs::rename(&part, &file));
    placed.map_err(|error| format!("{}: {error}", file.display()))
}

/// The shop in the copy `from`, brought to the present shape, is moved to the server.
async fn carry_over(config: &Config, from: &Path) -> Result<Shape, String> {
    let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
    let file = dir.path().join("shop.db");
    fs::copy(from, &file).map_err(|error| error.to_string())?;
    let copy = Config {
        database: format!("sqlite:{}", file.display()),
        ..config.clone()
    };
    migrate(&copy).await?;
    transfer(&copy, config, |_, _| {}).await?;
    shape(config).await
}
