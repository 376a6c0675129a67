//! Values out of what was sent. What cannot be one is kept as it was typed, and said: the form comes back with it.

use super::{
    count_of,
    field::{Field, InputKind, Variant},
    generated_names, kind_of, rest_of,
    rows::by_places,
    within,
};
use crate::{
    admin::form_values::FormValues,
    base::{countries, decimal},
    platform::images::Focus,
};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What was read.
#[derive(Debug, Default)]
pub struct ReadForm {
    /// Values by key.
    pub values: Table,
    /// What is wrong, by the path of the field.
    pub problems: BTreeMap<String, String>,
}

/// The values of `fields`, as they were `typed`; of money there are so many decimals.
pub fn read(fields: &[Field], typed: &FormValues, of_money: u32) -> ReadForm {
    let mut reading = Reading {
        typed,
        of_money: usize::try_from(of_money).unwrap_or(0),
        problems: BTreeMap::new(),
    };
    let values = reading.group(fields, "");
    ReadForm {
        values,
        problems: reading.problems,
    }
}

struct Reading<'a> {
    typed: &'a FormValues,
    /// Decimals of amounts.
    of_money: usize,
    problems: BTreeMap<String, String>,
}

impl Reading<'_> {
    fn group(&mut self, fields: &[Field], path: &str) -> Table {
        // What has no field of its own stays as it was.
        let rest = match path {
            // Settings that this form does not have stay as they are by not being sent.
            "" => "",
            path => self.typed.get(&rest_of(path)),
        };
        let mut table: Table = serde_json::from_str(rest).unwrap_or_default();
        for field in fields {
            if let Some(value) = self.value(field, &within(path, field.key)) {
                table.insert(field.key.to_owned(), value);
            }
        }
        table
    }

    fn problem(&mut self, path: &str, text: String) {
        self.problems.entry(path.to_owned()).or_insert(text);
    }

    /// The value of `field`; `None` if it is left out.
    fn value(&mut self, field: &Field, path: &str) -> Option<Value> {
        let text = self.typed.get(path).replace("\r\n", "\n");
        let line = text.trim();
        match field.kind {
            InputKind::Flag => Some(Value::Boolean(self.typed.find(path).is_some())),
            InputKind::Group(fields) => {
                let table = Value::Table(self.group(fields, path));
                (!field.optional || !is_blank(&table)).then_some(table)
            }
            InputKind::Parts(parts) => {
                let each = parts.iter().flat_map(|part| part.fields);
                let each = each.filter_map(|field| {
                    let value = self.value(field, &within(path, field.key))?;
                    Some((field.key.to_owned(), value))
                });
                Some(Value::Table(each.collect()))
            }
            InputKind::Either(fields) => Some(self.either(fields, path)),
            InputKind::List(_, fields) => {
                let mut rows =
                    self.rows(path, |it, path| Some(Value::Table(it.group(fields, path))));
                generated_names::fill(fields, &mut rows);
                Some(Value::Array(rows))
            }
            InputKind::Mixed(_, variants) => Some(Value::Array(
                self.rows(path, |it, path| it.variant(variants, path)),
            )),
            InputKind::Named(_, fields) => Some(self.named(fields, path)),
            InputKind::LineByLanguage | InputKind::LinesByLanguage(_) => {
                let texts = self.by_language(path);
                (!field.optional || !texts.is_empty()).then_some(Value::Table(texts))
            }
            InputKind::Picture => self.pictures(path, false).pop(),
            InputKind::CroppedPicture => self.pictures(path, true).pop(),
            InputKind::Pictures(most) | InputKind::CroppedPictures(most) => {
                let is_cropped = matches!(field.kind, InputKind::CroppedPictures(_));
                let mut pictures = self.pictures(path, is_cropped);
                pictures.truncate(most);
                Some(Value::Array(pictures))
            }
            InputKind::Several(source) => {
                let chosen: Vec<String> = self.typed.all(path).map(str::to_owned).collect();
                let of = |text: String| match source.is_of_numbers() {
                    true => text.parse().map_or(Value::String(text), Value::Integer),
                    false => Value::String(text),
                };
                Some(Value::Array(chosen.into_iter().map(of).collect()))
            }
            InputKind::Zones => Some(self.zones(line, path)),
            InputKind::WordLines => Some(words(line.lines().map(str::trim))),
            InputKind::Numbers => Some(self.numbers(line.split(','), path)),
            _ if field.optional && line.is_empty() => None,
            InputKind::Span => Some(self.numbers(line.split(['–', '-', ',']), path)),
            InputKind::Whole(least, most) => Some(self.whole_number(line, least, most, path)),
            InputKind::Maybe => Some(Value::Boolean(line == "yes")),
            InputKind::Number => Some(self.number(line, path)),
            InputKind::Decimal(_) => Some(self.decimal(line, usize::MAX, path)),
            InputKind::Money => Some(self.decimal(line, self.of_money, path)),
            InputKind::Chosen(source) if source.is_of_numbers() => {
                Some(self.whole_number(line, 0, i64::MAX, path))
            }
            InputKind::Lines => Some(Value::String(text.trim_end().to_owned())),
            _ => Some(Value::String(line.to_owned())),
        }
    }

    /// Codes of the countries and regions in `line`: whoever types "Deutschland" means DE, and sells there.
    fn zones(&mut self, line: &str, path: &str) -> Value {
        let typed = line.split(',').map(str::trim).filter(|it| !it.is_empty());
        let mut codes = Vec::new();
        for word in typed {
            let code = countries::code_of_zone(word);
            if code.is_none() {
                let why = format!(
                    "\u{201c}{word}\u{201d} is no country that is known here. Please type its name, or a code such as DE or US-NY."
                );
                self.problem(path, why);
            }
            codes.push(Value::String(code.unwrap_or_else(|| word.to_owned())));
        }
        Value::Array(codes)
    }

    fn whole_number(&mut self, line: &str, least: i64, most: i64, path: &str) -> Value {
        match line.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Value::Integer(number),
            _ => {
                let range = match most {
                    i64::MAX => format!("a whole number from {least} on"),
                    most => format!("a whole number from {least} to {most}"),
                };
                self.problem(path, format!("Please type {range}."));
                Value::String(line.to_owned())
            }
        }
    }

    fn number(&mut self, line: &str, path: &str) -> Value {
        let plain = line.replace(',', ".");
        match (plain.parse::<i64>(), plain.parse::<f64>()) {
            (Ok(whole), _) => Value::Integer(whole),
            (_, Ok(number)) if number.is_finite() => Value::Float(number),
            _ => {
                self.problem(path, "Please type a number.".to_owned());
                Value::String(line.to_owned())
            }
        }
    }

    /// A number with decimals, as settings hold it: with a point, and kept as text.
    fn decimal(&mut self, line: &str, places: usize, path: &str) -> Value {
        match decimal::plain(line, places) {
            Ok(plain) => Value::String(plain),
            Err(why) => {
                self.problem(path, why.of_number().to_owned());
                Value::String(line.to_owned())
            }
        }
    }

    fn numbers<'b>(&mut self, parts: impl Iterator<Item = &'b str>, path: &str) -> Value {
        let parts = parts.map(str::trim).filter(|part| !part.is_empty());
        let numbers: Vec<Value> = parts
            .map(|part| {
                part.parse()
                    .map_or_else(|_| Value::String(part.to_owned()), Value::Integer)
            })
            .collect();
        if numbers.iter().any(Value::is_str) {
            self.problem(path, "Please type whole numbers.".to_owned());
        }
        Value::Array(numbers)
    }

    fn by_language(&self, path: &str) -> Table {
        let prefix = within(path, "");
        let mut texts = Table::new();
        for (name, text) in &self.typed.pairs {
            let code = name.strip_prefix(&prefix).unwrap_or_default();
            let text = text.replace("\r\n", "\n");
            if !code.is_empty() && !code.contains('.') && !text.trim().is_empty() {
                texts.insert(code.to_owned(), Value::String(text.trim().to_owned()));
            }
        }
        texts
    }

    fn either(&mut self, fields: &[Field], path: &str) -> Value {
        let chosen = self.typed.get(&kind_of(path)).to_owned();
        let field = fields.iter().find(|field| field.key == chosen);
        let field = field.unwrap_or(&fields[0]);
        let mut table = Table::new();
        let value = match field.kind {
            // That it was chosen says it.
            InputKind::Flag => Some(Value::Boolean(true)),
            _ => self.value(field, &within(path, field.key)),
        };
        if let Some(value) = value {
            table.insert(field.key.to_owned(), value);
        }
        Value::Table(table)
    }

    fn rows(&mut self, path: &str, one: impl Fn(&mut Self, &str) -> Option<Value>) -> Vec<Value> {
        let count = self.typed.number(&count_of(path)).unwrap_or(0);
        // Each row sends something: no more are made than were sent.
        let count = usize::try_from(count)
            .unwrap_or(0)
            .min(self.typed.pairs.len());
        (0..count)
            .filter_map(|index| one(self, &within(path, index)))
            .collect()
    }

    fn variant(&mut self, variants: &[Variant], path: &str) -> Option<Value> {
        let tag = self.typed.get(&within(path, "type")).to_owned();
        let variant = variants.iter().find(|variant| variant.tag == tag)?;
        let mut table = Table::new();
        table.insert("type".to_owned(), Value::String(tag));
        table.extend(self.group(variant.fields, path));
        Some(Value::Table(table))
    }

    fn named(&mut self, fields: &[Field], path: &str) -> Value {
        let rows = self.rows(path, |it, path| {
            let mut row = Table::new();
            let name = it.typed.get(&within(path, "name")).trim().to_owned();
            row.insert("name".to_owned(), Value::String(name));
            row.insert(
                "value".to_owned(),
                Value::Table(it.group(fields, &within(path, "value"))),
            );
            Some(Value::Table(row))
        });
        let mut table = Table::new();
        for (index, row) in rows.into_iter().enumerate() {
            let name = row.get("name").and_then(Value::as_str).unwrap_or_default();
            let is_name = !name.is_empty()
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
            let name = match is_name && !table.contains_key(name) {
                true => name.to_owned(),
                false => {
                    let why = "Each needs a name of its own, of letters, digits and _.";
                    self.problem(&within(path, index), why.to_owned());
                    format!("\u{0}{index}{name}")
                }
            };
            table.insert(
                name,
                row.get("value").cloned().unwrap_or(Value::Boolean(false)),
            );
        }
        Value::Table(table)
    }

    /// The pictures that stay, each with what it shows, in the order of the numbers beside them, and then those that came.
    fn pictures(&mut self, path: &str, is_cropped: bool) -> Vec<Value> {
        let mut placed = Vec::new();
        let count = self.typed.number(&count_of(path)).unwrap_or(0);
        let count = usize::try_from(count).unwrap_or(0);
        for index in 0..count.min(self.typed.pairs.len()) {
            let path = within(path, index);
            if self.typed.find(&within(&path, "drop")).is_none()
                && let Some(mut picture) = self.picture(&path, self.typed.get(&path))
            {
                if is_cropped {
                    self.crop(&path, &mut picture);
                }
                placed.push((index, self.typed.get(&within(&path, "place")), picture));
            }
        }
        let mut pictures = by_places(placed);
        let came = within(path, "file");
        for json in self.typed.all(&came) {
            pictures.extend(self.picture(&came, json));
        }
        pictures
    }

    fn picture(&self, path: &str, json: &str) -> Option<Value> {
        let mut picture: Value = serde_json::from_str(json).ok()?;
        let alt = self.by_language(&within(path, "alt"));
        let table = picture.as_table_mut()?;
        table.remove("alt");
        if !alt.is_empty() {
            table.insert("alt".to_owned(), Value::Table(alt));
        }
        Some(picture)
    }

    /// Notes in `picture` what is to be seen of it where it is cropped.
    fn crop(&mut self, path: &str, picture: &mut Value) {
        let Some(table) = picture.as_table_mut() else {
            return;
        };
        table.remove("focus");
        table.remove("whole");
        if self.typed.find(&within(path, "whole")).is_some() {
            table.insert("whole".to_owned(), Value::Boolean(true));
        }
        let mut focus = Table::new();
        for axis in ["x", "y"] {
            let path = within(path, axis);
            let value = match self.typed.get(&path).trim() {
                "" => Value::Integer(Focus::MIDDLE.x.into()),
                line => {
                    let line = line.trim_end_matches('%').trim_end().to_owned();
                    self.whole_number(&line, 0, 100, &path)
                }
            };
            focus.insert(axis.to_owned(), value);
        }
        let middle = Table::try_from(Focus::MIDDLE).unwrap_or_default();
        if focus != middle {
            table.insert("focus".to_owned(), Value::Table(focus));
        }
    }
}

/// Whether nothing is filled in.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Table(table) => table.values().all(is_blank),
        Value::Array(values) => values.is_empty(),
        _ => false,
    }
}

fn words<'a>(parts: impl Iterator<Item = &'a str>) -> Value {
    let parts = parts.filter(|part| !part.is_empty());
    Value::Array(parts.map(|part| Value::String(part.to_owned())).collect())
}
