//! Rows of a CSV file, with their columns' names.

use super::record::{Record, Refusal, Sink};
use crate::{
    base::money::{MAX_MINOR, PriceFormat},
    catalog::bounds::MAX_OF_ANYTHING,
};
use csv::StringRecord;
use std::{cell::Cell, collections::HashMap, io::Read, rc::Rc};

/// Most characters of a name.
const MAX_NAME_LENGTH: usize = 500;

/// The rows of a file.
pub struct Table<R> {
    reader: csv::Reader<R>,
    columns: Rc<Columns>,
    /// Of each column, whether anything stands in it.
    filled: Vec<bool>,
}

/// Where each column stands, and whether anybody asked for it.
type Columns = HashMap<String, (usize, Cell<bool>)>;

/// A row.
#[derive(Clone)]
pub struct Row {
    columns: Rc<Columns>,
    record: StringRecord,
    /// Its line in the file.
    pub line: u64,
}

impl<R: Read> Table<R> {
    /// The table that `file` holds; `delimiter` stands between its cells.
    pub fn new(file: R, delimiter: u8) -> Result<Self, Refusal> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(file);
        let headers = reader.headers().map_err(|error| refused(&error))?;
        let named = headers
            .iter()
            .map(|name| name.trim().trim_start_matches('\u{feff}').to_owned());
        let filled = vec![false; headers.len()];
        let columns = named.zip((0..).map(|index| (index, Cell::new(false))));
        Ok(Self {
            columns: Rc::new(columns.collect()),
            filled,
            reader,
        })
    }

    /// The next row; what is no row is refused, and the next one is read.
    pub fn row(&mut self) -> Option<Result<Row, Refusal>> {
        let mut record = StringRecord::new();
        match self.reader.read_record(&mut record) {
            Ok(true) => {
                let line = record.position().map_or(0, csv::Position::line);
                let columns = Rc::clone(&self.columns);
                for (filled, cell) in self.filled.iter_mut().zip(&record) {
                    *filled |= !cell.trim().is_empty();
                }
                Some(Ok(Row {
                    columns,
                    record,
                    line,
                }))
            }
            Ok(false) => None,
            Err(error) => Some(Err(refused(&error))),
        }
    }

    /// Names the columns that hold something nobody asked for.
    pub fn end(&self, sink: &mut Sink<'_>) {
        let is_untaken = |index: usize, asked: &Cell<bool>| {
            !asked.get() && self.filled.get(index).copied().unwrap_or(false)
        };
        let mut untaken: Vec<(usize, String)> = self
            .columns
            .iter()
            .filter(|(_, (index, asked))| is_untaken(*index, asked))
            .map(|(name, (index, _))| (*index, name.clone()))
            .collect();
        untaken.sort_unstable();
        if !untaken.is_empty() {
            let names = untaken.into_iter().map(|(_, name)| name).collect();
            sink(Ok(Record::Untaken(names)));
        }
    }

    /// Names of the columns.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }
}

fn refused(error: &csv::Error) -> Refusal {
    let line = error.position().map_or(0, csv::Position::line);
    let why = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "this is not UTF-8; save the file as UTF-8".to_owned(),
        _ => "this row cannot be read".to_owned(),
    };
    Refusal::new(line, "row", "", why)
}

impl Row {
    /// What stands in `column`, without the blanks around it; empty if there is no such column.
    pub fn text(&self, column: &str) -> &str {
        let Some((index, asked)) = self.columns.get(column) else {
            return "";
        };
        asked.set(true);
        self.record.get(*index).unwrap_or_default().trim()
    }

    /// A name: not empty, not endless.
    pub fn name(&self, column: &str) -> Result<&str, Refusal> {
        let name = self.text(column);
        if name.is_empty() || name.chars().count() > MAX_NAME_LENGTH {
            return Err(self.refuse(
                column,
                format!("expected a name of 1 to {MAX_NAME_LENGTH} characters"),
            ));
        }
        Ok(name)
    }

    /// An amount in minor units, if one stands there.
    pub fn amount(&self, column: &str, prices: &PriceFormat) -> Result<Option<i64>, Refusal> {
        self.parsed(
            column,
            |text| {
                prices
                    .parse(text)
                    .filter(|it| (-MAX_MINOR..=MAX_MINOR).contains(it))
            },
            || {
                let (such, most) = (prices.plain(12_50), prices.plain(MAX_MINOR));
                format!("expected an amount such as {such}, and at most {most}")
            },
        )
    }

    /// An amount that is not negative.
    pub fn price(&self, column: &str, prices: &PriceFormat) -> Result<Option<i64>, Refusal> {
        let read = |text: &str| prices.parse(text).filter(|it| (0..=MAX_MINOR).contains(it));
        self.parsed(column, read, || {
            let (such, most) = (prices.plain(12_50), prices.plain(MAX_MINOR));
            format!("expected a price such as {such}, and at most {most}")
        })
    }

    /// A whole number, if one stands there.
    pub fn number(&self, column: &str) -> Result<Option<i64>, Refusal> {
        self.parsed(
            column,
            |text| text.parse().ok(),
            || "expected a whole number".to_owned(),
        )
    }

    /// A count: a whole number that is not negative.
    pub fn count(&self, column: &str) -> Result<Option<i64>, Refusal> {
        let read = |text: &str| text.parse().ok().filter(|count: &i64| *count >= 0);
        self.parsed(column, read, || {
            "expected a whole number of at least 0".to_owned()
        })
    }

    /// Yes or no; `missing` if nothing stands there.
    pub fn flag(&self, column: &str, missing: bool) -> Result<bool, Refusal> {
        let read = |text: &str| match text.to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        };
        Ok(self
            .parsed(column, read, || "expected true or false".to_owned())?
            .unwrap_or(missing))
    }

    /// A weight in kilograms, as grams.
    pub fn kilograms(&self, column: &str) -> Result<Option<i64>, Refusal> {
        let grams = PriceFormat::of("KWD");
        let bounds = 0..=MAX_OF_ANYTHING;
        let read = |text: &str| grams.as_ref()?.parse(text).filter(|it| bounds.contains(it));
        self.parsed(column, read, || {
            "expected a weight in kilograms such as 0.35".to_owned()
        })
    }

    /// A refusal of what stands in `column`.
    pub fn refuse(&self, column: &str, why: impl Into<String>) -> Refusal {
        Refusal::new(self.line, column, self.text(column), why)
    }

    /// Columns whose names begin with `prefix`, with the rest of the name, braces taken off.
    pub fn prefixed<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (String, &'a str)> {
        let mut columns: Vec<(&String, usize)> = self
            .columns
            .iter()
            .filter(|(name, _)| name.len() > prefix.len() && name.starts_with(prefix))
            .map(|(name, (index, asked))| {
                asked.set(true);
                (name, *index)
            })
            .collect();
        columns.sort_by_key(|(_, index)| *index);
        columns.into_iter().map(move |(name, index)| {
            let rest = name.get(prefix.len()..).unwrap_or_default();
            let rest = rest
                .trim_start_matches('{')
                .trim_end_matches('}')
                .to_owned();
            (rest, self.record.get(index).unwrap_or_default().trim())
        })
    }

    fn parsed<T>(
        &self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
        expected: impl Fn() -> String,
    ) -> Result<Option<T>, Refusal> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        read(text)
            .map(Some)
            .ok_or_else(|| self.refuse(column, expected()))
    }
}
