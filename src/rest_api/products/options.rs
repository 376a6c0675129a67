//! What is chosen of a product, as programs get it (`spec/rest.md` 3).

use crate::{
    catalog::{
        Product,
        option::{Choice, Modifier, OptionKind, ProductOption},
    },
    rest_api::texts::Style,
};
use serde_json::{Value, json};

/// `options[]`.
pub fn all(product: &Product, style: &Style) -> Vec<Value> {
    product.options.iter().map(|it| option(it, style)).collect()
}

fn option(option: &ProductOption, style: &Style) -> Value {
    let choices: Vec<Value> = option.choices.iter().map(|it| choice(it, style)).collect();
    let mut object = json!({
        "type": kind(option),
        "name": option.label(style.code()),
        "nameTranslated": style.named(&option.translated, &option.name),
        "required": option.required,
    });
    if !choices.is_empty() {
        object["choices"] = json!(choices);
        object["defaultChoice"] = json!(option.default.unwrap_or(0));
    }
    object
}

fn kind(option: &ProductOption) -> &'static str {
    let has_colors = option.choices.iter().any(|choice| choice.color.is_some());
    match option.kind {
        OptionKind::Select | OptionKind::Radio if has_colors => "SWATCHES",
        OptionKind::Select => "SELECT",
        OptionKind::Radio => "RADIO",
        OptionKind::Size => "SIZE",
        OptionKind::Checkbox => "CHECKBOX",
        OptionKind::Textfield => "TEXTFIELD",
        OptionKind::Textarea => "TEXTAREA",
        OptionKind::Date => "DATE",
        OptionKind::Files => "FILES",
    }
}

fn choice(choice: &Choice, style: &Style) -> Value {
    let (modifier, kind) = match choice.modifier {
        Modifier::Absolute(minor) => (style.amount(minor), "ABSOLUTE"),
        Modifier::Percent(hundredths) => (percent(hundredths), "PERCENT"),
    };
    let mut object = json!({
        "text": choice.label(style.code()),
        "textTranslated": style.named(&choice.translated, &choice.text),
        "priceModifier": modifier,
        "priceModifierType": kind,
    });
    if let Some(color) = &choice.color {
        object["hexCodes"] = json!([color]);
    }
    object
}

/// Hundredths of a percent as a number of percent.
fn percent(hundredths: i64) -> Value {
    let sign = if hundredths < 0 { "-" } else { "" };
    let all = hundredths.unsigned_abs();
    let text = format!("{sign}{}.{:02}", all / 100, all % 100);
    match text.parse::<f64>() {
        Ok(number) => json!(number),
        Err(_) => json!(0),
    }
}
