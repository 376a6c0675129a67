//! Reading an import file of any known format.

use super::{
    ecwid, json,
    lines::UnixLines,
    options::ImportOptions,
    record::{Delivery, Record, Refusal, Sink},
    shopify,
    table::Table,
};
use crate::catalog::bounds;
use std::io::{BufRead, BufReader, Read};

/// Reads `file` to its end. A product whose numbers are out of bounds is refused, whatever the form.
pub fn read(file: impl Read, options_of_import: &ImportOptions, sink: &mut Sink<'_>) {
    read_all(file, options_of_import, &mut |record| {
        sink(record.and_then(|record| match record {
            Record::Product(delivery) => bounded(delivery).map(Record::Product),
            other => Ok(other),
        }))
    });
}

/// How many records `file` has that can be told apart, refused ones too.
pub fn count(file: impl Read, options_of_import: &ImportOptions) -> u64 {
    let mut count = 0;
    read(file, options_of_import, &mut |record| {
        count += u64::from(counts(&record));
        true
    });
    count
}

/// Whether `record` counts towards the progress of reading the file.
pub fn counts(record: &Result<Record, Refusal>) -> bool {
    !matches!(record, Ok(Record::Untaken(_)))
}

fn bounded(delivery: Box<Delivery>) -> Result<Box<Delivery>, Refusal> {
    match bounds::excess(&delivery.product) {
        None => Ok(delivery),
        Some((field, number)) => {
            let (line, number) = (delivery.line, number.to_string());
            let why = "this number is out of bounds";
            Err(Refusal::new(line, field, &number, why))
        }
    }
}

fn read_all(file: impl Read, options_of_import: &ImportOptions, sink: &mut Sink<'_>) {
    let mut file = BufReader::with_capacity(64 * 1024, UnixLines::new(file));
    let head = match file.fill_buf() {
        Ok(head) => String::from_utf8_lossy(head)
            .trim_start_matches('\u{feff}')
            .to_owned(),
        Err(error) => {
            sink(Err(Refusal::new(
                0,
                "file",
                "",
                format!("cannot be read: {error}"),
            )));
            return;
        }
    };
    if head.trim_start().starts_with('{') {
        return json::read(file, sink);
    }
    let header = head.lines().next().unwrap_or_default().to_owned();
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|delimiter| header.bytes().filter(|byte| byte == delimiter).count())
        .unwrap_or(b',');
    let table = match Table::new(file, delimiter) {
        Ok(table) => table,
        Err(refusal) => {
            sink(Err(refusal));
            return;
        }
    };
    let has = |name: &str| table.columns().any(|column| column == name);
    if has("type") && has("product_name") {
        ecwid::read(table, options_of_import, sink);
    } else if has("Handle") && has("Title") {
        shopify::read(table, options_of_import, sink);
    } else {
        let why = "expected the columns of an Ecwid product export (type, product_name, …), of a \
                   Shopify product export (Handle, Title, …), or our own JSON lines";
        sink(Err(Refusal::new(1, "header", &header, why)));
    }
}
