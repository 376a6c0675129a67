//! What a change did to a product, so that it can be taken back: the fields that are other than they were, and by how much
//! stock moved.

use crate::{
    base::error::AppError,
    catalog::{Product, store::stock::StockPlace},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Fields by their names; one that was not there is `null`.
pub type Fields = Map<String, Value>;

/// What is kept of a product before it is changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// The fields as they were.
    pub fields: Fields,
    /// The stock that was changed, of the product itself or of its variations.
    pub stock: Vec<StockDelta>,
}

/// A change of the stock of a product or variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockDelta {
    /// Of which variation.
    pub variation: Option<i64>,
    /// How many there were, if they were counted.
    pub was: Option<i64>,
    /// How many there are since.
    pub is: Option<i64>,
}

/// What makes `after` another product than `before`: how that was, and the fields as they are since.
pub fn between(before: &Product, after: &Product) -> Result<(Before, Fields), AppError> {
    let (was, is) = (fields(before)?, fields(after)?);
    let mut patch = (Before::default(), Fields::new());
    let mut names: Vec<&String> = was.keys().chain(is.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |fields: &Fields, name: &str| fields.get(name).cloned().unwrap_or(Value::Null);
    for name in names {
        let (old, new) = (of(&was, name), of(&is, name));
        if old != new {
            patch.0.fields.insert(name.clone(), old);
            patch.1.insert(name.clone(), new);
        }
    }
    patch.0.stock = moved(before, after);
    Ok(patch)
}

fn moved(before: &Product, after: &Product) -> Vec<StockDelta> {
    let own = (None, before.stock, after.stock);
    let pairs = before.variations.iter().zip(&after.variations);
    let each = pairs.map(|(was, is)| (Some(was.id), was.stock, is.stock));
    std::iter::once(own)
        .chain(each)
        .filter(|(_, was, is)| was != is)
        .map(|(variation, was, is)| StockDelta { variation, was, is })
        .collect()
}

/// The fields of `product`, but for what is left of it.
fn fields(product: &Product) -> Result<Fields, AppError> {
    let mut product = product.clone();
    product.stock = None;
    for variation in &mut product.variations {
        variation.stock = None;
    }
    match serde_json::to_value(&product).map_err(AppError::internal)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(AppError::Internal),
    }
}

/// `now` with the fields as they were `before`, if those that were changed are still as they were `after`.
pub fn taken_back(
    now: &Product,
    before: &Before,
    after: &Fields,
) -> Result<Option<Product>, AppError> {
    let mut all = fields(now)?;
    let is_still =
        |(name, value): (&String, &Value)| all.get(name).unwrap_or(&Value::Null) == value;
    if !after.iter().all(is_still) {
        return Ok(None);
    }
    for (name, value) in &before.fields {
        match value {
            Value::Null => drop(all.remove(name)),
            value => drop(all.insert(name.clone(), value.clone())),
        }
    }
    let mut back: Product =
        serde_json::from_value(Value::Object(all)).map_err(AppError::internal)?;
    back.stock = now.stock;
    back.updated_at = now.updated_at;
    back.ratings = now.ratings;
    for variation in &mut back.variations {
        let same = now.variations.iter().find(|it| it.id == variation.id);
        variation.stock = same.and_then(|it| it.stock);
    }
    Ok(Some(back))
}

impl StockDelta {
    /// Where it moved of product `id`.
    pub fn place(self, id: i64) -> StockPlace {
        StockPlace {
            product: id,
            variation: self.variation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::product::Variation;

    #[test]
    fn what_was_changed_is_taken_back_and_nothing_else() {
        let before = Product {
            price: 500,
            stock: Some(3),
            variations: vec![Variation {
                id: 7,
                price: Some(600),
                ..Variation::default()
            }],
            ..Product::default()
        };
        let mut after = before.clone();
        (after.price, after.compare_to, after.stock) = (400, Some(500), Some(5));
        after.variations[0].price = Some(480);
        let (patch, fields) = between(&before, &after).expect("a patch");
        let names: Vec<&str> = fields.keys().map(String::as_str).collect();
        assert_eq!(names, ["compare_to", "price", "variations"]);
        let moved = StockDelta {
            variation: None,
            was: Some(3),
            is: Some(5),
        };
        assert_eq!(patch.stock, [moved]);
        // Renamed and sold meanwhile: that stays.
        let mut now = after.clone();
        (now.sku, now.stock) = ("A-1".into(), Some(4));
        let back = taken_back(&now, &patch, &fields).expect("read");
        let wanted = Product {
            sku: "A-1".into(),
            stock: Some(4),
            ..before
        };
        assert_eq!(back, Some(wanted));
        now.price = 450;
        assert_eq!(taken_back(&now, &patch, &fields).expect("read"), None);
    }
}
