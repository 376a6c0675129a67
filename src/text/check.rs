//! Whether what somebody wrote can be said: a file of a language, or the merchant's own words.

use super::{message, messages, source::Source};
use crate::base::language::LanguageCode;
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{self, Entry};
use std::{borrow::Cow, collections::HashSet};

/// Why `text` is not one that a language can be read from, with the line, and the ids of it that nothing says.
pub fn checked(text: &str) -> Result<Vec<(usize, String)>, (usize, String)> {
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let first = errors.first();
        let at = first.map_or(0, |error| error.pos.start);
        let why = first.map_or_else(String::new, ToString::to_string);
        (text[..at.min(text.len())].matches('\n').count() + 1, why)
    })?;
    let defined: HashSet<String> = resource.entries().filter_map(name).collect();
    let mut unknown = Vec::new();
    for entry in resource.entries() {
        if let Entry::Message(written) = entry {
            let id = written.id.name;
            match messages::find(id) {
                None => unknown.push((line_of(text, id), id.to_owned())),
                Some(known) => {
                    let why = message::wrong(known, written, &|name| defined.contains(name));
                    if let Some(why) = why.or_else(|| odd(known.id, written)) {
                        return Err((line_of(text, id), format!("{id}: {why}")));
                    }
                }
            }
        }
    }
    Ok(unknown)
}

/// Why what is written for the message `id` is not what code reads there.
fn odd(id: &str, written: &ast::Message<&str>) -> Option<String> {
    let expected = match id {
        "format_weekdays" => "seven days with spaces between, from Monday on",
        "format_months" => "twelve months with spaces between",
        "format_decimal" | "format_group" => "one character",
        "format_grouped_from" => "4 or 5",
        _ => return None,
    };
    let text = plain(written);
    let words = text.split(' ').filter(|word| !word.is_empty()).count();
    let is_it = match id {
        "format_weekdays" => words == 7,
        "format_months" => words == 12,
        "format_grouped_from" => matches!(&*text, "4" | "5"),
        _ => text.chars().count() == 1,
    };
    (!is_it).then(|| format!("expected {expected}"))
}

/// What a message without values says.
fn plain(written: &ast::Message<&str>) -> String {
    let serialized = fluent_syntax::serializer::serialize(&ast::Resource {
        body: vec![Entry::Message(written.clone())],
    });
    let source = Source::new(LanguageCode::EN, &serialized, None);
    let said = source.format(written.id.name, None);
    said.map(Cow::into_owned).unwrap_or_default()
}

/// The name that others refer to `entry` by.
fn name(entry: &Entry<&str>) -> Option<String> {
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        Entry::Term(term) => Some(format!("-{}", term.id.name)),
        _ => None,
    }
}

/// The line that the message `id` begins in.
fn line_of(text: &str, id: &str) -> usize {
    let begins = |line: &str| {
        let rest = line.strip_prefix(id);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(begins).map_or(1, |index| index + 1)
}
