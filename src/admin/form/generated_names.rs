//! Names in scripts that nobody typed.

use super::field::{Field, InputKind};
use crate::catalog::slug;
use toml::{Table, Value};

/// Gives each of `rows` that has no name in scripts one, made of what shoppers read: `Standard delivery` is `standard-delivery`.
pub(super) fn fill(fields: &[Field], rows: &mut [Value]) {
    for field in fields {
        let InputKind::Id(of) = field.kind else {
            continue;
        };
        let mut taken: Vec<String> = rows.iter().map(|row| name_in(row, field.key)).collect();
        for index in 0..rows.len() {
            if let (true, Some(row)) = (taken[index].is_empty(), rows[index].as_table_mut()) {
                taken[index] = free(&slug::words(&first_text(row, of).to_lowercase()), &taken);
                let name = Value::String(taken[index].clone());
                row.insert(field.key.to_owned(), name);
            }
        }
    }
}

fn name_in(row: &Value, key: &str) -> String {
    let name = row.get(key).and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}

/// What stands under `key`, in whichever language it is said first.
fn first_text(row: &Table, key: &str) -> String {
    let text = match row.get(key) {
        Some(Value::Table(texts)) => texts.values().next().and_then(Value::as_str),
        text => text.and_then(Value::as_str),
    };
    text.unwrap_or_default().to_owned()
}

/// `name`, with a number behind it if it is `taken`; empty if there is none.
fn free(name: &str, taken: &[String]) -> String {
    let is_free = |name: &String| name.is_empty() || !taken.contains(name);
    let mut names = std::iter::once(name.to_owned()).chain((2..).map(|it| format!("{name}-{it}")));
    names.find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_has_no_name_is_named_after_what_shoppers_read() {
        const FIELDS: &[Field] = &[
            Field::new("title", "What shoppers read", InputKind::LineByLanguage),
            Field::new("id", "Name in scripts", InputKind::Id("title")),
        ];
        let rows = json!([
            { "id": "", "title": { "de": "Paket, versichert", "en": "Parcel" } },
            { "id": "post", "title": { "en": "By post" } },
            { "id": "", "title": "Post" },
            { "title": { "en": "Post" } },
            { "id": "", "title": {} },
        ]);
        let mut rows: Vec<Value> = serde_json::from_value(rows).expect("values");
        fill(FIELDS, &mut rows);
        let names: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        assert_eq!(names, ["paket-versichert", "post", "post-2", "post-3", ""]);
    }
}
