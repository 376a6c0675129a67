//! What is other between two states of a product, by field.

use crate::{base::error::AppError, catalog::Product};
use serde_json::{Map, Value};

/// Fields of a product as files have them.
pub type Fields = Map<String, Value>;

/// The fields of `product` that staff writes: all but its number, and how many are left, which sales change.
pub fn fields(product: &Product) -> Result<Fields, AppError> {
    let mut uncounted = product.clone();
    uncounted.stock = None;
    for variation in &mut uncounted.variations {
        variation.stock = None;
    }
    match serde_json::to_value(&uncounted).map_err(AppError::internal)? {
        Value::Object(mut fields) => {
            fields.shift_remove("id");
            Ok(fields)
        }
        _ => Err(AppError::Internal),
    }
}

/// The fields that are other, as they are before and after; one that is missing in either is not there.
pub fn differences(before: &Product, after: &Product) -> Result<(Fields, Fields), AppError> {
    Ok(different(fields(before)?, fields(after)?))
}

/// The fields of either that are not the same in the other.
pub fn different(mut before: Fields, mut after: Fields) -> (Fields, Fields) {
    let same: Vec<String> = before
        .iter()
        .filter(|(name, value)| after.get(*name) == Some(value))
        .map(|(name, _)| name.clone())
        .collect();
    for name in same {
        before.shift_remove(&name);
        after.shift_remove(&name);
    }
    (before, after)
}

/// Puts the fields `wanted` in the place of those of `now`, whose counts stay; one that is missing goes.
pub fn with_fields(now: &Product, names: &[String], wanted: &Fields) -> Result<Product, AppError> {
    let mut all = fields(now)?;
    for name in names {
        match wanted.get(name) {
            Some(value) => drop(all.insert(name.clone(), value.clone())),
            None => drop(all.shift_remove(name)),
        }
    }
    let read = serde_json::from_value(Value::Object(all));
    let mut product: Product = read.map_err(AppError::internal)?;
    product.id = now.id;
    product.stock = now.stock;
    product.ratings = now.ratings;
    product.updated_at = now.updated_at;
    for variation in &mut product.variations {
        let same = now.variations.iter().find(|it| it.id == variation.id);
        variation.stock = same.and_then(|it| it.stock);
    }
    Ok(product)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::translated::Translated, catalog::product::Variation};

    #[test]
    fn only_what_is_other_is_named_and_counts_never_are() {
        let mug = Product {
            id: 7,
            name: Translated::one("en", "Mug"),
            price: 100,
            compare_to: Some(150),
            stock: Some(3),
            variations: vec![Variation {
                id: 1,
                stock: Some(2),
                ..Variation::default()
            }],
            ..Product::default()
        };
        let mut other = mug.clone();
        (other.price, other.compare_to, other.stock) = (90, None, Some(9));
        other.variations[0].stock = Some(8);
        let (before, after) = differences(&mug, &other).expect("fields");
        assert_eq!(
            Value::Object(before.clone()).to_string(),
            r#"{"price":100,"compare_to":150}"#
        );
        assert_eq!(Value::Object(after).to_string(), r#"{"price":90}"#);
        let names = ["price".to_owned(), "compare_to".to_owned()];
        let back = with_fields(&other, &names, &before).expect("a product");
        assert_eq!(
            (back.price, back.compare_to, back.stock),
            (100, Some(150), Some(9))
        );
        assert_eq!((back.id, back.variations[0].stock), (7, Some(8)));
    }
}
