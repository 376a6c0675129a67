//! Awning's own format: one JSON object a line. The first names the version; then come categories, those
//! above before those below, products and pages.

use super::{
    record::{Delivery, Record, Refusal, Sink},
    videos,
};
use crate::{
    catalog::{Category, Product, option::OptionKind},
    content::pages,
};
use serde::{Deserialize, Serialize};
use std::io::BufRead;

/// Version of the form.
pub const VERSION: u32 = 1;
/// Longest line, in bytes.
const MAX_LENGTH: usize = 8 * 1024 * 1024;

/// A line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Line {
    /// The first one.
    Awning(u32),
    /// A category; the path of names by which imports know it.
    Category(Box<Category>, Vec<String>),
    /// A product; the handle by which imports know it.
    Product(Box<Product>, String),
    /// A page of text: slug, language, Markdown.
    Page(String, String, String),
}

/// Reads the lines to their end.
pub fn read(file: impl BufRead, sink: &mut Sink<'_>) {
    for (number, line) in (1..).zip(file.split(b'\n')) {
        let Ok(line) = line else {
            sink(Err(Refusal::new(number, "line", "", "cannot be read")));
            return;
        };
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let goes_on = match parsed(number, &line) {
            Ok(Some(record)) => sink(Ok(record)),
            Ok(None) => true,
            Err(refusal) => sink(Err(refusal)),
        };
        if !goes_on {
            return;
        }
    }
}

fn parsed(number: u64, line: &[u8]) -> Result<Option<Record>, Refusal> {
    if line.len() > MAX_LENGTH {
        return Err(Refusal::new(
            number,
            "line",
            "",
            format!("it is longer than {MAX_LENGTH} bytes"),
        ));
    }
    let text = String::from_utf8_lossy(line);
    let mut json = serde_json::Deserializer::from_slice(line);
    let read: Line = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        Refusal::new(
            number,
            &error.path().to_string(),
            &text,
            error.inner().to_string(),
        )
    })?;
    Ok(Some(match read {
        Line::Awning(VERSION) => return Ok(None),
        Line::Awning(other) => {
            let why = format!("this form is of version {VERSION}");
            return Err(Refusal::new(number, "awning", &other.to_string(), why));
        }
        Line::Category(category, path) => Record::Category(category, path),
        Line::Page(slug, language, markdown) => {
            if !pages::is_slug(&slug) {
                let why = "expected small letters, digits and dashes";
                return Err(Refusal::new(number, "page", &slug, why));
            }
            Record::Page(slug, language, markdown)
        }
        Line::Product(product, handle) => {
            check(number, &product)?;
            Record::Product(Box::new(Delivery {
                product: *product,
                kind: "awning",
                handle,
                line: number,
                ..Delivery::default()
            }))
        }
    }))
}

fn check(line: u64, product: &Product) -> Result<(), Refusal> {
    let refuse = |field: &str, value: &str, why: &str| Err(Refusal::new(line, field, value, why));
    if product.name.is_empty() {
        return refuse("name", "", "a product needs a name");
    }
    if product.price < 0 {
        return refuse("price", &product.price.to_string(), "expected at least 0");
    }
    videos::check(line, &product.images)?;
    for option in &product.options {
        if option.choices.is_empty() && !option.kind.is_text() && option.kind != OptionKind::Files {
            return refuse(
                "options",
                &option.name,
                "an option of this kind needs choices",
            );
        }
    }
    for (name, choice) in product
        .variations
        .iter()
        .flat_map(|variation| &variation.options)
    {
        let option = product.options.iter().find(|option| option.name == *name);
        if !option.is_some_and(|option| option.choices.iter().any(|it| it.text == *choice)) {
            return refuse("variations", choice, "the product has no such choice");
        }
    }
    Ok(())
}
