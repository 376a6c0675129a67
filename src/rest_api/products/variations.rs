//! Variations as programs get them: `combinations` (`spec/rest.md` 3). What is left out is the product's.

use super::object::Writer;
use crate::{
    catalog::{Product, product::Variation, selection::Selection},
    rest_api::texts::put,
};
use serde_json::{Map, Value, json};

/// `combinations[]`.
pub fn all(product: &Product, writer: &Writer<'_>) -> Vec<Value> {
    let numbered = product.variations.iter().zip(1..);
    numbered
        .map(|(it, number)| one(product, it, number, writer))
        .collect()
}

fn one(product: &Product, variation: &Variation, number: i64, writer: &Writer<'_>) -> Value {
    let style = &writer.style;
    let mut object = Map::new();
    put(&mut object, "id", variation.id);
    put(&mut object, "combinationNumber", number);
    let options: Vec<Value> = variation
        .options
        .iter()
        .map(|(name, value)| answer(product, name, value, writer))
        .collect();
    put(&mut object, "options", options);
    if !variation.sku.is_empty() {
        put(&mut object, "sku", variation.sku.as_str());
    }
    let left = variation.stock.or(product.stock);
    if let Some(left) = left {
        put(&mut object, "quantity", left);
    }
    put(&mut object, "unlimited", left.is_none());
    put(&mut object, "inStock", left != Some(0));
    if let Some(price) = variation.price {
        put(&mut object, "price", style.amount(price));
    }
    let chosen = Selection::initial(product).with_variation(product, variation);
    let offer = chosen.offer(product);
    put(
        &mut object,
        "defaultDisplayedPrice",
        style.amount(offer.price),
    );
    put(
        &mut object,
        "defaultDisplayedPriceFormatted",
        style.price(offer.price),
    );
    if let Some(was) = variation.compare_to {
        put(&mut object, "compareToPrice", style.amount(was));
    }
    let own = variation.image.as_ref();
    let image = product.images.iter().find(|it| Some(&it.hash) == own);
    if let Some(image) = image {
        writer.pictures.put_main(&mut object, image);
    }
    Value::Object(object)
}

/// One choice that names it.
fn answer(product: &Product, name: &str, value: &str, writer: &Writer<'_>) -> Value {
    let style = &writer.style;
    let option = product.options.iter().find(|it| it.name == name);
    let choice = option.and_then(|it| it.choices.iter().find(|it| it.text == value));
    let (option_texts, choice_texts) = (
        option.map(|it| &it.translated).cloned().unwrap_or_default(),
        choice.map(|it| &it.translated).cloned().unwrap_or_default(),
    );
    json!({
        "name": option.map_or(name, |it| it.label(style.code())),
        "nameTranslated": style.named(&option_texts, name),
        "value": choice.map_or(value, |it| it.label(style.code())),
        "valueTranslated": style.named(&choice_texts, value),
    })
}
