//! Ecwid's product export: rows of a `type`; a product's options and variations follow it.

use super::{
    options::ImportOptions,
    record::{Delivery, Record, Refusal, Sink},
    table::{Row, Table},
};
use crate::{
    base::{money::PriceFormat, translated::Translated},
    catalog::{
        Category, Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
        product::{Attribute, Interval, PriceRange, Ribbon, Subscription, Unit, Variation},
    },
};
use std::io::Read;

/// Reads the table to its end.
pub fn read<R: Read>(mut table: Table<R>, options_of_import: &ImportOptions, sink: &mut Sink<'_>) {
    let mut group: Vec<Row> = Vec::new();
    loop {
        let row = match table.row() {
            Some(Ok(row)) => Some(row),
            Some(Err(refusal)) => {
                if !sink(Err(refusal)) {
                    return;
                }
                continue;
            }
            None => None,
        };
        let follows = row
            .as_ref()
            .is_some_and(|row| row.text("type").starts_with("product_") && !group.is_empty());
        if let (true, Some(row)) = (follows, &row) {
            group.push(row.clone());
            continue;
        }
        let finished = std::mem::take(&mut group);
        if !finished.is_empty() && !sink(product(&finished, options_of_import)) {
            return;
        }
        let Some(row) = row else {
            return table.end(sink);
        };
        let goes_on = match row.text("type") {
            "product" => {
                group.push(row);
                true
            }
            "category" => sink(category(&row, options_of_import)),
            kind if kind.starts_with("product_") => {
                sink(Err(row.refuse("type", "no product stands before this row")))
            }
            _ => sink(Err(row.refuse(
                "type",
                "expected product, product_option, product_variation, product_file or category",
            ))),
        };
        if !goes_on {
            return;
        }
    }
}

fn category(row: &Row, options_of_import: &ImportOptions) -> Result<Record, Refusal> {
    let path = path_of(row.name("category_path")?);
    let text = |column: &str| Translated::one(options_of_import.language.code(), row.text(column));
    let name = path.last().map(String::as_str).unwrap_or_default();
    let category = Category {
        id: row.count("category_internal_id")?.unwrap_or(0),
        name: Translated::one(options_of_import.language.code(), name),
        description: text("category_description"),
        enabled: row.flag("category_is_available", true)?,
        position: row.number("category_order_by")?.unwrap_or(0),
        seo_title: text("category_seo_title"),
        seo_description: text("category_seo_description"),
        ..Category::default()
    };
    Ok(Record::Category(Box::new(category), path))
}

fn path_of(text: &str) -> Vec<String> {
    text.split('/')
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

fn product(rows: &[Row], options_of_import: &ImportOptions) -> Result<Record, Refusal> {
    let Some((row, details)) = rows.split_first() else {
        return Err(Refusal::new(0, "row", "", "there is no product row"));
    };
    let mut delivery = Delivery {
        product: basics(row, options_of_import)?,
        kind: "ecwid",
        categories: row
            .prefixed("product_category_")
            .map(|(_, path)| path_of(path))
            .filter(|path| !path.is_empty())
            .collect(),
        pictures: pictures(row),
        line: row.line,
        ..Delivery::default()
    };
    for row in details {
        match row.text("type") {
            "product_option" => option(row, options_of_import, &mut delivery.product.options)?,
            "product_variation" => variation(row, options_of_import, &mut delivery)?,
            "product_file" => {}
            _ => {
                return Err(row.refuse(
                    "type",
                    "expected product_option, product_variation or product_file",
                ));
            }
        }
    }
    check_variations(rows, &delivery.product)?;
    Ok(Record::Product(Box::new(delivery)))
}

fn basics(row: &Row, options_of_import: &ImportOptions) -> Result<Product, Refusal> {
    let text = |column: &str| Translated::one(options_of_import.language.code(), row.text(column));
    let price = row
        .price("product_price", &options_of_import.prices)?
        .ok_or_else(|| row.refuse("product_price", "a product needs a price"))?;
    let tracked = row.flag("product_is_inventory_tracked", false)?;
    let stock = row.number("product_quantity")?.map(|left| left.max(0));
    let facts = row
        .prefixed("product_attribute_")
        .filter(|(_, value)| !value.is_empty());
    let brand = Some(("Brand".to_owned(), row.text("product_brand")))
        .filter(|(_, brand)| !brand.is_empty());
    let attribute = |(name, value): (String, &str)| Attribute {
        name,
        value: value.to_owned(),
        shown: true,
    };
    Ok(Product {
        id: row.count("product_internal_id")?.unwrap_or(0),
        sku: row.text("product_sku").to_owned(),
        name: Translated::one(options_of_import.language.code(), row.name("product_name")?),
        subtitle: text("product_subtitle"),
        description: text("product_description"),
        price,
        compare_to: row
            .price("product_compare_to_price", &options_of_import.prices)?
            .filter(|was| *was > 0),
        weight: row
            .kilograms("product_weight")?
            .filter(|weight| *weight > 0),
        stock: if tracked {
            Some(stock.unwrap_or(0))
        } else {
            None
        },
        low_stock_at: row.count("product_low_stock_notification_quantity")?,
        enabled: row.flag("product_is_available", true)?,
        slug: Some(row.text("custom_url_slug").to_owned()).filter(|slug| !slug.is_empty()),
        featured: if row.flag("product_is_featured", false)? {
            Some(row.number("product_is_featured_order_by")?.unwrap_or(0))
        } else {
            None
        },
        attributes: brand.into_iter().chain(facts).map(attribute).collect(),
        min_quantity: row
            .count("product_quantity_minimum_allowed_for_purchase")?
            .filter(|least| *least > 1),
        max_quantity: row
            .count("product_quantity_maximum_allowed_for_purchase")?
            .filter(|most| *most > 0),
        ribbon: (!row.text("product_ribbon_text").is_empty()).then(|| Ribbon {
            text: text("product_ribbon_text"),
            color: Some(row.text("product_ribbon_color").to_owned())
                .filter(|color| !color.is_empty()),
        }),
        name_your_price: row
            .flag("product_custom_price_enabled", false)?
            .then(PriceRange::default),
        subscription: subscription(row, options_of_import)?,
        seo_title: text("product_seo_title"),
        seo_description: text("product_seo_description"),
        ..Product::default()
    })
}

fn subscription(
    row: &Row,
    options_of_import: &ImportOptions,
) -> Result<Option<Subscription>, Refusal> {
    if !row.flag("product_subscription_enabled", false)? {
        return Ok(None);
    }
    let column = "product_subscription_recurring_interval";
    let unit = match row.text(column).to_ascii_uppercase().as_str() {
        "DAY" => Unit::Day,
        "WEEK" => Unit::Week,
        "MONTH" => Unit::Month,
        "YEAR" => Unit::Year,
        _ => return Err(row.refuse(column, "expected DAY, WEEK, MONTH or YEAR")),
    };
    let count = row
        .count("product_subscription_recurring_interval_count")?
        .unwrap_or(1)
        .max(1);
    let once = row.flag("product_subscription_one_time_purchase_enabled", false)?;
    let once_price = row.price(
        "product_subscription_one_time_purchase_price",
        &options_of_import.prices,
    )?;
    Ok(Some(Subscription {
        every: vec![Interval { unit, count }],
        once: once_price.filter(|_| once),
    }))
}

fn pictures(row: &Row) -> Vec<(String, String)> {
    let alts: Vec<(String, &str)> = row.prefixed("product_media_gallery_image_alt_").collect();
    let gallery = row
        .prefixed("product_media_gallery_image_url_")
        .map(|(number, url)| {
            let alt = alts
                .iter()
                .find(|(of, _)| *of == number)
                .map_or("", |(_, alt)| alt);
            (url.to_owned(), alt.to_owned())
        });
    let main = (
        row.text("product_media_main_image_url").to_owned(),
        row.text("product_media_main_image_alt").to_owned(),
    );
    std::iter::once(main)
        .chain(gallery)
        .filter(|(url, _)| !url.is_empty())
        .collect()
}

/// Rows of one option stand one after the other, a choice each.
fn option(
    row: &Row,
    options_of_import: &ImportOptions,
    options: &mut Vec<ProductOption>,
) -> Result<(), Refusal> {
    let name = row.name("product_option_name")?;
    let index = match options.iter().position(|option| option.name == name) {
        Some(index) => index,
        None => {
            let kind = match row
                .text("product_option_type")
                .to_ascii_uppercase()
                .replace(['_', ' '], "")
                .as_str()
            {
                "" | "SELECT" | "DROPDOWN" | "DROPDOWNLIST" => OptionKind::Select,
                "RADIO" | "RADIOBUTTONS" | "SWATCH" | "SWATCHES" => OptionKind::Radio,
                "SIZE" => OptionKind::Size,
                "CHECKBOX" | "CHECKBOXES" => OptionKind::Checkbox,
                "TEXTFIELD" => OptionKind::Textfield,
                "TEXTAREA" => OptionKind::Textarea,
                "DATE" | "DATEPICKER" => OptionKind::Date,
                "FILES" | "UPLOADFILE" | "FILEUPLOAD" => OptionKind::Files,
                _ => return Err(row.refuse(
                    "product_option_type",
                    "expected DROPDOWN, RADIO, SIZE, CHECKBOX, TEXTFIELD, TEXTAREA, DATE or FILES",
                )),
            };
            options.push(ProductOption {
                kind,
                name: name.to_owned(),
                translated: Translated::default(),
                required: row.flag("product_option_is_required", false)?,
                choices: Vec::new(),
                default: None,
            });
            options.len() - 1
        }
    };
    let Some(option) = options.get_mut(index) else {
        return Ok(());
    };
    let text = row.text("product_option_value");
    if text.is_empty() {
        return if option.kind.is_text() || option.kind == OptionKind::Files {
            Ok(())
        } else {
            Err(row.refuse("product_option_value", "a choice needs a text"))
        };
    }
    if row.flag("product_option_is_default_option_selection", false)? {
        option.default = Some(option.choices.len());
    }
    option.choices.push(Choice {
        text: text.to_owned(),
        translated: Translated::default(),
        modifier: modifier(row, options_of_import)?,
        color: None,
    });
    Ok(())
}

/// `5`, `-2.50` or `10%`.
fn modifier(row: &Row, options_of_import: &ImportOptions) -> Result<Modifier, Refusal> {
    let column = "product_option_markup";
    match row.text(column).strip_suffix('%') {
        Some(percent) => {
            let hundredths = PriceFormat::of("EUR").and_then(|two| two.parse(percent));
            hundredths
                .map(Modifier::Percent)
                .ok_or_else(|| row.refuse(column, "expected a percentage such as 12.5%"))
        }
        None => Ok(Modifier::Absolute(
            row.amount(column, &options_of_import.prices)?.unwrap_or(0),
        )),
    }
}

fn variation(
    row: &Row,
    options_of_import: &ImportOptions,
    delivery: &mut Delivery,
) -> Result<(), Refusal> {
    let chosen = row
        .prefixed("product_variation_option_")
        .filter(|(_, choice)| !choice.is_empty());
    let options = chosen
        .map(|(name, choice)| (name, choice.to_owned()))
        .collect();
    let own = row.text("product_variation_sku");
    let sku = if own.is_empty() {
        row.text("product_sku")
    } else {
        own
    };
    let product = &mut delivery.product;
    let tracked = row.flag("product_is_inventory_tracked", false)?;
    let stock = row.number("product_quantity")?.map(|left| left.max(0));
    let variation = Variation {
        options,
        sku: if sku == product.sku {
            String::new()
        } else {
            sku.to_owned()
        },
        price: row
            .price("product_price", &options_of_import.prices)?
            .filter(|price| *price != product.price),
        compare_to: row
            .price("product_compare_to_price", &options_of_import.prices)?
            .filter(|was| *was > 0),
        stock: stock.filter(|_| tracked),
        low_stock_at: row.count("product_low_stock_notification_quantity")?,
        ..Variation::default()
    };
    let picture = row.text("product_media_main_image_url");
    if !picture.is_empty() {
        delivery
            .variation_pictures
            .push((product.variations.len(), picture.to_owned()));
    }
    product.variations.push(variation);
    Ok(())
}

/// Each variation names choices that there are.
fn check_variations(rows: &[Row], product: &Product) -> Result<(), Refusal> {
    let variations = rows
        .iter()
        .filter(|row| row.text("type") == "product_variation");
    for (row, variation) in variations.zip(&product.variations) {
        if variation.options.is_empty() {
            return Err(row.refuse(
                "product_variation_option_…",
                "a variation needs a choice of at least one option",
            ));
        }
        for (name, choice) in &variation.options {
            let option = product.options.iter().find(|option| option.name == *name);
            if !option.is_some_and(|option| option.choices.iter().any(|it| it.text == *choice)) {
                let column = format!("product_variation_option_{name}");
                return Err(Refusal::new(
                    row.line,
                    &column,
                    choice,
                    "the product has no such choice",
                ));
            }
        }
    }
    Ok(())
}
