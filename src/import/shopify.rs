//! Shopify's product export: rows of one `Handle` are one product; each may bring a variant, a
//! picture, or both.

use super::{
    options::ImportOptions,
    record::{Delivery, Record, Refusal, Sink},
    table::{Row, Table},
};
use crate::{
    base::translated::Translated,
    catalog::{
        Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
        product::{Attribute, Variation},
    },
};
use std::io::Read;

/// Reads the table to its end.
pub fn read<R: Read>(mut table: Table<R>, options_of_import: &ImportOptions, sink: &mut Sink<'_>) {
    let mut group: Vec<Row> = Vec::new();
    loop {
        let row = match table.row() {
            Some(Ok(row)) => row,
            Some(Err(refusal)) => {
                if !sink(Err(refusal)) {
                    return;
                }
                continue;
            }
            None => break,
        };
        if row.text("Handle").is_empty() {
            if !sink(Err(
                row.refuse("Handle", "a row needs the handle of its product")
            )) {
                return;
            }
            continue;
        }
        let is_next = group
            .first()
            .is_some_and(|first| first.text("Handle") != row.text("Handle"));
        if is_next && !sink(product(&std::mem::take(&mut group), options_of_import)) {
            return;
        }
        group.push(row);
    }
    if !group.is_empty() && !sink(product(&group, options_of_import)) {
        return;
    }
    table.end(sink);
}

fn product(rows: &[Row], options_of_import: &ImportOptions) -> Result<Record, Refusal> {
    let Some(row) = rows.first() else {
        return Err(Refusal::new(0, "row", "", "there is no product row"));
    };
    let options = options(rows);
    let variants: Vec<&Row> = rows
        .iter()
        .filter(|row| !row.text("Variant Price").is_empty())
        .collect();
    let first = *variants.first().unwrap_or(&row);
    let price = first
        .price("Variant Price", &options_of_import.prices)?
        .ok_or_else(|| first.refuse("Variant Price", "a product needs a price"))?;
    let text = |column: &str| Translated::one(options_of_import.language.code(), row.text(column));
    let shown = |name: &str, column: &str| {
        let value = row.text(column).to_owned();
        (!value.is_empty()).then(|| Attribute {
            name: name.to_owned(),
            value,
            shown: true,
        })
    };
    let is_active = matches!(
        row.text("Status").to_ascii_lowercase().as_str(),
        "" | "active"
    );
    let mut delivery = Delivery {
        product: Product {
            sku: if options.is_empty() {
                sku(first)
            } else {
                String::new()
            },
            name: Translated::one(options_of_import.language.code(), row.name("Title")?),
            description: text("Body (HTML)"),
            price,
            compare_to: first
                .price("Variant Compare At Price", &options_of_import.prices)?
                .filter(|was| *was > price),
            weight: first.count("Variant Grams")?.filter(|weight| *weight > 0),
            stock: if options.is_empty() {
                stock(first)?
            } else {
                None
            },
            enabled: row.flag("Published", true)? && is_active,
            attributes: [shown("Brand", "Vendor"), shown("Type", "Type")]
                .into_iter()
                .flatten()
                .collect(),
            seo_title: text("SEO Title"),
            seo_description: text("SEO Description"),
            ..Product::default()
        },
        kind: "shopify",
        handle: row.text("Handle").to_owned(),
        categories: categories(row),
        pictures: pictures(rows),
        line: row.line,
        ..Delivery::default()
    };
    if !options.is_empty() {
        for row in variants {
            let index = delivery.product.variations.len();
            delivery
                .product
                .variations
                .push(variation(row, &options, price, options_of_import)?);
            let picture = row.text("Variant Image");
            if !picture.is_empty() {
                delivery
                    .variation_pictures
                    .push((index, picture.to_owned()));
            }
        }
    }
    delivery.product.options = options;
    Ok(Record::Product(Box::new(delivery)))
}

/// The options and every choice that a variant makes. A product without options has one, `Title`
/// with the choice `Default Title`.
fn options(rows: &[Row]) -> Vec<ProductOption> {
    let option = |number: u8| {
        let name = rows.first()?.text(&format!("Option{number} Name"));
        let mut choices: Vec<Choice> = Vec::new();
        for row in rows {
            let text = row.text(&format!("Option{number} Value"));
            if !text.is_empty() && !choices.iter().any(|choice| choice.text == text) {
                choices.push(Choice {
                    text: text.to_owned(),
                    translated: Translated::default(),
                    modifier: Modifier::default(),
                    color: None,
                });
            }
        }
        let is_default =
            choices.len() == 1 && choices.iter().all(|choice| choice.text == "Default Title");
        (!name.is_empty() && !choices.is_empty() && !is_default).then(|| ProductOption {
            kind: OptionKind::Select,
            name: name.to_owned(),
            translated: Translated::default(),
            required: true,
            choices,
            default: None,
        })
    };
    (1..=3).filter_map(option).collect()
}

fn variation(
    row: &Row,
    options: &[ProductOption],
    price: i64,
    options_of_import: &ImportOptions,
) -> Result<Variation, Refusal> {
    let mut chosen = std::collections::BTreeMap::new();
    for (number, option) in (1..).zip(options) {
        let column = format!("Option{number} Value");
        if row.text(&column).is_empty() {
            return Err(row.refuse(&column, "a variant needs a value of every option"));
        }
        chosen.insert(option.name.clone(), row.text(&column).to_owned());
    }
    Ok(Variation {
        options: chosen,
        sku: sku(row),
        price: row
            .price("Variant Price", &options_of_import.prices)?
            .filter(|own| *own != price),
        compare_to: row
            .price("Variant Compare At Price", &options_of_import.prices)?
            .filter(|was| *was > 0),
        stock: stock(row)?,
        ..Variation::default()
    })
}

/// A leading quote keeps spreadsheets from taking an SKU for a number.
fn sku(row: &Row) -> String {
    row.text("Variant SKU").trim_start_matches('\'').to_owned()
}

fn stock(row: &Row) -> Result<Option<i64>, Refusal> {
    let left = row.number("Variant Inventory Qty")?.unwrap_or(0).max(0);
    let counted = row.text("Variant Inventory Tracker") == "shopify";
    let goes_on = row
        .text("Variant Inventory Policy")
        .eq_ignore_ascii_case("continue");
    Ok((counted && !goes_on).then_some(left))
}

/// `Apparel > Shirts`, or else the type alone.
fn categories(row: &Row) -> Vec<Vec<String>> {
    let path = |text: &str| -> Vec<String> {
        text.split('>')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect()
    };
    let standard = path(row.text("Product Category"));
    let kind = path(row.text("Type"));
    [standard, kind]
        .into_iter()
        .find(|path| !path.is_empty())
        .into_iter()
        .collect()
}

fn pictures(rows: &[Row]) -> Vec<(String, String)> {
    let mut pictures: Vec<(i64, String, String)> = rows
        .iter()
        .filter(|row| !row.text("Image Src").is_empty())
        .map(|row| {
            let place = row.text("Image Position").parse().unwrap_or(i64::MAX);
            (
                place,
                row.text("Image Src").to_owned(),
                row.text("Image Alt Text").to_owned(),
            )
        })
        .collect();
    pictures.sort_by_key(|(place, ..)| *place);
    pictures.dedup_by(|one, other| one.1 == other.1);
    pictures
        .into_iter()
        .map(|(_, url, alt)| (url, alt))
        .collect()
}
