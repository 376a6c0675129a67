//! The table that settings are gathered in before they are read.

use super::ConfigError;
use toml::{Table, Value};

/// Puts `value` at `key`, which there must be.
pub(super) fn set(
    table: &mut Table,
    key: &str,
    value: Value,
    source: &str,
) -> Result<(), ConfigError> {
    if !table.contains_key(key) {
        let known = table
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        return Err(ConfigError::of_text(format!(
            "unknown setting `{key}` = {value} in {source}; there are: {known}"
        )));
    }
    table.insert(key.to_owned(), value);
    Ok(())
}

/// Text becomes the type that the setting has; a list is written with commas, or as in the file.
pub(super) fn set_text(
    table: &mut Table,
    key: &str,
    text: &str,
    source: &str,
) -> Result<(), ConfigError> {
    let value = match table.get(key) {
        Some(Value::Integer(_)) => text.trim().parse().map(Value::Integer).ok(),
        Some(Value::Boolean(_)) => text.trim().parse().map(Value::Boolean).ok(),
        Some(Value::Table(_)) => parsed(text),
        Some(Value::Array(_)) if text.trim_start().starts_with('[') => parsed(text),
        Some(Value::Array(_)) => {
            let items = text
                .split(',')
                .map(str::trim)
                .filter(|item| !item.is_empty());
            Some(Value::Array(
                items.map(|item| Value::String(item.to_owned())).collect(),
            ))
        }
        _ => None,
    };
    set(
        table,
        key,
        value.unwrap_or_else(|| Value::String(text.to_owned())),
        source,
    )
}

fn parsed(text: &str) -> Option<Value> {
    let mut table = format!("it = {text}").parse::<Table>().ok()?;
    table.remove("it")
}
