//! What is set outside of the database: by the file, the environment and flags, in rising precedence.

use super::{
    Config, ConfigError, SAMPLE, is_of_store,
    table::{set, set_text},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};
use toml::{Table, Value};

/// Settings, each with where it is set.
#[derive(Clone, Debug, Default)]
pub struct SettingSources {
    settings: BTreeMap<String, SetValue>,
    /// The file, and when it was written as it was read.
    file: Option<(PathBuf, Option<SystemTime>)>,
    environment: Vec<(String, String)>,
    flags: Vec<String>,
}

/// What a setting is, and where that is set.
#[derive(Clone, Debug)]
struct SetValue {
    value: Value,
    source: String,
}

impl SettingSources {
    /// Reads `file` if it exists, then `environment`, then `flags` (`KEY=VALUE`).
    pub fn read(
        file: &Path,
        environment: impl Iterator<Item = (String, String)>,
        flags: &[String],
    ) -> Result<Self, ConfigError> {
        let environment: Vec<(String, String)> = environment
            .filter(|(name, _)| name.starts_with("AWNING_"))
            .collect();
        let mut given = Self {
            // Looked at before it is read: what is written meanwhile is seen the next time.
            file: Some((file.to_owned(), written_at(file))),
            environment: environment.clone(),
            flags: flags.to_owned(),
            ..Self::default()
        };
        if file.exists() {
            let source = file.display().to_string();
            let text = fs::read_to_string(file)
                .map_err(|error| ConfigError::of_text(format!("{source}: {error}")))?;
            let read: Table = toml::from_str(&text)
                .map_err(|error| ConfigError::of_text(format!("{source}: {error}")))?;
            for (key, value) in read {
                let one = |table: &mut Table| set(table, &key, value, &source);
                given.take(&key, &source, one)?;
            }
        }
        for (name, text) in environment {
            if let Some(key) = name.strip_prefix("AWNING_") {
                let key = key.to_lowercase();
                let source = "the environment";
                given.take(&key, source, |table| set_text(table, &key, &text, source))?;
            }
        }
        for flag in flags {
            let (key, text) = flag.split_once('=').ok_or_else(|| {
                ConfigError::of_text(format!(
                    "--set {flag}: expected KEY=VALUE, such as --set store_name=Awning"
                ))
            })?;
            let (key, source) = (key.trim(), "the command line");
            given.take(key, source, |table| set_text(table, key, text, source))?;
        }
        Ok(given)
    }

    /// Where the file is, or would be; empty where none is read.
    pub fn place(&self) -> String {
        let file = self.file.as_ref().map(|(file, _)| file);
        let whole = file.and_then(|file| std::path::absolute(file).ok());
        whole.map_or_else(String::new, |file| file.display().to_string())
    }

    /// The sources with the store's settings read from the file again; `None` if it was not written since. Its settings of this
    /// machine count from the next start.
    pub fn again(&self) -> Result<Option<Self>, ConfigError> {
        let Some((file, stamp)) = &self.file else {
            return Ok(None);
        };
        if written_at(file) == *stamp {
            return Ok(None);
        }
        let mut news = Self::read(file, self.environment.iter().cloned(), &self.flags)?;
        news.settings.retain(|key, _| is_of_store(key));
        let machine = self.settings.iter().filter(|(key, _)| !is_of_store(key));
        news.settings
            .extend(machine.map(|(key, set)| (key.clone(), set.clone())));
        Ok(Some(news))
    }

    /// Takes over the value that `put` puts at `key` of a table with every key.
    fn take(
        &mut self,
        key: &str,
        source: &str,
        put: impl FnOnce(&mut Table) -> Result<(), ConfigError>,
    ) -> Result<(), ConfigError> {
        let mut table = defaults();
        put(&mut table)?;
        if let Some(value) = table.remove(key) {
            let source = source.to_owned();
            self.settings
                .insert(key.to_owned(), SetValue { value, source });
        }
        Ok(())
    }

    /// The settings: these before those that are `stored` in the database, and those before the defaults.
    pub fn config(&self, stored: &Table) -> Result<Config, ConfigError> {
        Config::from_table(self.table(stored))
    }

    /// The settings as a table of raw values: these before those that are `stored` in the database, and those before the defaults.
    pub fn table(&self, stored: &Table) -> Table {
        let mut table = defaults();
        // A key that is not known is of a newer version, which may run beside this one.
        for (key, value) in stored.iter().filter(|(key, _)| is_of_store(key)) {
            table.insert(key.clone(), value.clone());
        }
        let given = self.settings.iter();
        table.extend(given.map(|(key, set)| (key.clone(), set.value.clone())));
        table
    }

    /// Where `key` is set, if it is; then what the database says of it does not count.
    pub fn source(&self, key: &str) -> Option<&str> {
        self.settings.get(key).map(|set| set.source.as_str())
    }

    /// The sources with `values` set by the program, over whatever else sets them.
    pub fn with(mut self, values: Table) -> Self {
        let set = |value| SetValue {
            value,
            source: "the program".to_owned(),
        };
        self.settings
            .extend(values.into_iter().map(|(key, value)| (key, set(value))));
        self
    }

    /// The sources without the store's settings that are set in `source`.
    pub fn without(mut self, source: &str) -> Self {
        self.settings
            .retain(|key, set| !is_of_store(key) || set.source != source);
        self
    }

    /// What is set in `source` and belongs to the store.
    pub fn of_store(&self, source: &str) -> Table {
        let all = self.settings.iter();
        let theirs = all.filter(|(key, set)| is_of_store(key) && set.source == source);
        theirs
            .map(|(key, set)| (key.clone(), set.value.clone()))
            .collect()
    }
}

/// When `file` was written, if it is there.
fn written_at(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|it| it.modified()).ok()
}

/// The value of `key` that `text` says, as flags have it.
pub fn parsed(key: &str, text: &str) -> Result<Value, ConfigError> {
    let mut table = defaults();
    set_text(&mut table, key, text, "the command line")?;
    Ok(table.remove(key).unwrap_or(Value::Boolean(false)))
}

/// Every setting with its default.
pub fn defaults() -> Table {
    toml::from_str(SAMPLE).expect("the sample is tested")
}
