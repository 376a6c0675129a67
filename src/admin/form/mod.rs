//! Forms for settings of any shape. A field says of what kind its value is; from that it is drawn, read back from what was
//! sent, and its rows are added, moved and taken away, with scripts and without.

mod choices;
mod draw;
mod draw_many;
mod draw_pictures;
mod field;
mod generated_names;
mod read;
mod rows;

pub use choices::Source;
pub use draw::{Drawing, draw};
pub use field::{Field, FieldGroup, InputKind, Variant};
pub use read::read;
pub use rows::{act, by_places};

/// The path of what is called `key` within `path`: how inputs are named.
fn within(path: &str, key: impl std::fmt::Display) -> String {
    match path {
        "" => key.to_string(),
        path => format!("{path}.{key}"),
    }
}

/// Name of the input that says how many rows a list has.
fn count_of(path: &str) -> String {
    within(path, "rows")
}

/// Name of the input that says which of several kinds a value is.
fn kind_of(path: &str) -> String {
    within(path, "kind")
}

/// Name of the input that carries what has no field of its own.
fn rest_of(path: &str) -> String {
    within(path, "rest")
}

/// `text` with a capital at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}
