//! `awning backup` and `awning restore`: backing the shop up, and bringing a backup back.

use super::failure::CommandResult;
use crate::{
    app::{
        backup::{self, Backup},
        schema::Shape,
    },
    platform::{config::Config, db::Db},
};
use std::path::Path;

/// Backs the shop up, and says what was written.
pub async fn back_up(file: &Path, config: &Config, db: &Db) -> CommandResult {
    let Backup {
        bytes,
        list,
        pictures,
    } = backup::back_up(db, config, file).await?;
    println!("{} holds the whole database, {bytes} bytes", file.display());
    println!(
        "{} lists its {pictures} pictures; copy them from {}, such as by rsync: they never change",
        list.display(),
        config.images
    );
    if Path::new(&config.files).exists() {
        println!("copy {} too: the files that are sold", config.files);
    }
    Ok(())
}

/// Brings a backup back, and says what is left to do.
pub async fn restore(file: &Path, config: &Config) -> CommandResult {
    let shape = backup::restore(config, file).await?;
    println!("the shop of {} is back", file.display());
    if matches!(shape, Shape::Older(_)) {
        println!("it is of an older version of Awning; run: awning migrate");
    }
    println!("its pictures belong into {}", config.images);
    println!("the files that it sells belong into {}", config.files);
    Ok(())
}
