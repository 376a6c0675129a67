//! Copies of a shop's database that can be brought back.

mod nightly;
mod restore;

pub use nightly::Nightly;
pub use restore::restore;

use crate::platform::{
    config::Config,
    db::{self, Db, is_postgres},
};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What a backup wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Bytes of the database's copy.
    pub bytes: u64,
    /// The list of the pictures that belong to it: each by name and bytes.
    pub list: PathBuf,
    /// How many pictures there are.
    pub pictures: usize,
}

/// Writes the database as it is at one moment into the new file `to`, and a list of its pictures beside it.
///
/// The shop goes on meanwhile. What stands under that name is whole: it was read again, and is on the disk.
pub async fn back_up(db: &Db, config: &Config, to: &Path) -> Result<Backup, String> {
    if to.exists() {
        return Err(format!("{} is there already", to.display()));
    }
    let part = sibling(to, "part");
    let failed = |error: io::Error| format!("{}: {error}", part.display());
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    if db.is_shared() {
        db::postgres::dump(&config.database, &part).await?;
    } else {
        let copied = db::sqlite::copy(&db.read, &part).await;
        copied.map_err(|error| format!("the database is not copied: {error}"))?;
        db::sqlite::check(&part).await?;
    }
    let file = File::open(&part).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    let bytes = file.metadata().map_err(failed)?.len();
    let list = sibling(to, "pictures.txt");
    // After the database: a picture that it names is there before it does.
    let pictures = list_pictures(&config.images, &list)
        .map_err(|error| format!("{}: {error}", list.display()))?;
    fs::rename(&part, to).map_err(failed)?;
    Ok(Backup {
        bytes,
        list,
        pictures,
    })
}

fn sibling(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    file.with_file_name(name)
}

/// Writes the names and sizes of all files below `directory` into `list`; returns their number.
fn list_pictures(directory: &str, list: &Path) -> io::Result<usize> {
    let mut lines = Vec::new();
    let mut open = vec![PathBuf::from(directory)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let entry = entry?;
            let (path, facts) = (entry.path(), entry.metadata()?);
            if facts.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(directory).unwrap_or(&path);
                lines.push(format!("{}\t{}\n", name.display(), facts.len()));
            }
        }
    }
    lines.sort();
    File::create(list)?.write_all(lines.concat().as_bytes())?;
    Ok(lines.len())
}

/// Whether the backup in `file` is one of `PostgreSQL`'s.
fn is_dump(file: &Path) -> io::Result<bool> {
    let mut first = [0; 5];
    io::Read::read_exact(&mut File::open(file)?, &mut first)?;
    Ok(&first == b"PGDMP")
}

/// The ending of a backup's name.
fn ending(config: &Config) -> &'static str {
    if is_postgres(&config.database) {
        "dump"
    } else {
        "db"
    }
}
