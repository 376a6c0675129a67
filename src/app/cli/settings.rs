//! `awning settings` and `awning picture`.

use super::failure::{CommandResult, Failure, failed};
use crate::{
    base::{date, translated::Translated},
    content::settings::{self, Edit},
    platform::{
        audit::Actor,
        config::{Config, STORE_KEYS, SettingSources, defaults, parsed},
        db::Db,
        images::Images,
        scripts::Scripts,
    },
};
use clap::Subcommand;
use std::path::Path;
use toml::{Table, Value};
use toml_edit::DocumentMut;

#[derive(Subcommand)]
pub enum Command {
    /// List the store's settings: what each is, and where that is set
    List,
    /// Print one of them as it is, in the way `set` takes it
    Get {
        /// Its key, such as currency
        key: String,
    },
    /// Change one of them; a running shop goes on by it within a second
    Set {
        /// Its key, such as currency
        key: String,
        /// Its value, as awning.toml would have it: 19, true, My shop, or [{ name = "VAT", rate = "19" }]
        value: String,
    },
    /// Let some of them be as they are by default
    Reset {
        /// Their keys
        #[arg(required = true)]
        keys: Vec<String>,
    },
    /// Move the store's settings out of awning.toml into the database; the file as it was stays beside it
    Adopt,
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List | Self::Get { .. })
    }
}

/// The settings of the shop in `db`: what is `given`, then what is stored, then the defaults.
pub async fn of_shop(given: &SettingSources, db: &Db) -> Result<Config, Failure> {
    let stored = settings::all(&db.read).await.map_err(failed)?;
    given.config(&stored).map_err(|error| {
        let way = "`awning settings reset` takes what the database says back to the default";
        format!("{error}. {way}").into()
    })
}

/// Runs a command about settings, and says what came of it.
pub async fn run(
    command: Command,
    given: &SettingSources,
    file: &Path,
    db: &Db,
) -> Result<String, Failure> {
    let (now, actor) = (date::now(), Actor::command_line());
    match command {
        Command::List => list(given, db).await,
        Command::Get { key } => get(&key, given, db).await,
        Command::Set { key, value } => {
            let mut values = Table::new();
            values.insert(key.clone(), parsed(&key, &value)?);
            let config = settings::change(db, given, &Edit::of(values), &actor, now).await?;
            let here = Scripts::load(&config).map(drop);
            if let ("scripts", Err(error)) = (key.as_str(), here) {
                let why = "every machine of the shop needs it, where the shop is started";
                return Ok(format!("scripts is changed, but {error}: {why}"));
            }
            Ok(format!("{key} is changed"))
        }
        Command::Reset { keys } => {
            let said = format!("{} as by default", keys.join(", "));
            let edit = Edit {
                forgotten: keys,
                ..Edit::default()
            };
            settings::change(db, given, &edit, &actor, now).await?;
            Ok(said)
        }
        Command::Adopt => adopt(given, file, db).await,
    }
}

async fn list(given: &SettingSources, db: &Db) -> Result<String, Failure> {
    let stored = settings::all(&db.read).await.map_err(failed)?;
    let table = given.table(&stored);
    let line = |key: &&str| {
        let source = match given.source(key) {
            Some(source) => source,
            None if stored.contains_key(*key) => "the database",
            None => "default",
        };
        let value = table.get(*key).map(ToString::to_string);
        format!("{key} = {}  ({source})", value.unwrap_or_default())
    };
    Ok(STORE_KEYS.iter().map(line).collect::<Vec<_>>().join("\n"))
}

async fn get(key: &str, given: &SettingSources, db: &Db) -> Result<String, Failure> {
    let stored = settings::all(&db.read).await.map_err(failed)?;
    let table = given.table(&stored);
    let value = table.get(key).filter(|_| STORE_KEYS.contains(&key));
    let unknown = || settings::SettingRefusal::NotOfStore(key.to_owned());
    Ok(match value.ok_or_else(unknown)? {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    })
}

/// Stores what the file says of the store, and takes it out of there.
async fn adopt(given: &SettingSources, file: &Path, db: &Db) -> Result<String, Failure> {
    let source = file.display().to_string();
    let (mut values, usual) = (given.of_store(&source), defaults());
    let named: Vec<String> = values.keys().cloned().collect();
    values.retain(|key, value| usual.get(key) != Some(value));
    if named.is_empty() {
        return Ok(format!("{source} sets nothing of the store"));
    }
    let text = std::fs::read_to_string(file)?;
    let mut document: DocumentMut = text.parse()?;
    for key in &named {
        document.remove(key);
    }
    // Stored first: if the file cannot be written, it says the same as the database.
    let rest = given.clone().without(&source);
    let (edit, actor) = (Edit::of(values.clone()), Actor::command_line());
    settings::change(db, &rest, &edit, &actor, date::now()).await?;
    let file = file.canonicalize()?;
    let mut before = file.with_extension("toml.before");
    if before.exists() {
        before = file.with_extension(format!("toml.before-{}", date::now()));
    }
    // With the rights of the file: there may be passwords in it.
    std::fs::copy(&file, &before)?;
    let next = file.with_extension("toml.next");
    std::fs::copy(&file, &next)?;
    std::fs::write(&next, document.to_string())?;
    std::fs::rename(&next, &file)?;
    let keys: Vec<&str> = values.keys().map(String::as_str).collect();
    Ok(format!(
        "now in the database: {}\n{source} as it was: {}",
        keys.join(", "),
        before.display()
    ))
}

/// Takes in the picture in `file`, and prints what a section names it by.
pub fn picture(file: &Path, alt: &str, config: &Config) -> CommandResult {
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let kept = Images::new(&config.images).keep(&bytes);
    let kept = kept.map_err(|refused| format!("{}: {refused}", file.display()))?;
    let alt = match alt {
        "" => Translated::default(),
        alt => Translated::one(config.store_language.code(), alt),
    };
    println!("{}", Value::try_from(kept.showing(alt))?);
    Ok(())
}
