//! Changing single facts of many products in one transaction, each against what whoever changes it saw.

use super::{
    Product, bounds,
    low_stock::chosen,
    product::Variation,
    store::{
        self,
        stock::{self, AddedStock, Cause, Kind, StockPlace},
    },
};
use crate::{
    base::{date, error::AppError, money::PriceFormat},
    content::version,
    platform::{
        audit::{self, Actor, Entry},
        db::{Db, retried},
    },
};
use sea_orm::DatabaseTransaction;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProductField {
    /// What it costs, in minor units; a variation may have none of its own.
    Price,
    /// What it cost before a sale.
    CompareTo,
    /// How many are left.
    Stock,
    /// Whether shoppers see it: 1 or 0; variations have none.
    Enabled,
}

impl ProductField {
    /// Its name in forms and in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::CompareTo => "compare_to",
            Self::Stock => "stock",
            Self::Enabled => "enabled",
        }
    }
}

/// What a fact is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewValue {
    /// This.
    Set(Option<i64>),
    /// So much more, or less, than it is.
    By(i64),
}

/// A change of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Of which product or variation.
    pub place: StockPlace,
    /// Which.
    pub field: ProductField,
    /// What it was when it was seen.
    pub seen: Option<i64>,
    /// What it is to be.
    pub wanted: NewValue,
}

/// Why a fact stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditRefusal {
    /// There is no such product or variation any more.
    Gone,
    /// Somebody changed it since it was seen: it is this by now.
    Changed(Option<i64>),
    /// Nothing is counted there that could be added to.
    NotCounted,
    /// There would be less than nothing: so many are left.
    TooFew(i64),
    /// It is more than a shop can calculate with.
    TooMuch,
}

/// An edit that cannot be, and why.
pub type RefusedEdit = (Edit, EditRefusal);

/// The fact `field` of `product` at `variation`, if there is such a thing.
pub fn of(product: &Product, variation: Option<i64>, field: ProductField) -> Option<Option<i64>> {
    let Some(id) = variation else {
        return Some(match field {
            ProductField::Price => Some(product.price),
            ProductField::CompareTo => product.compare_to,
            ProductField::Stock => product.stock,
            ProductField::Enabled => Some(i64::from(product.enabled)),
        });
    };
    let variation = product.variations.iter().find(|it| it.id == id)?;
    match field {
        ProductField::Price => Some(variation.price),
        ProductField::CompareTo => Some(variation.compare_to),
        ProductField::Stock => Some(variation.stock),
        ProductField::Enabled => None,
    }
}

/// Writes a fact that is not stock into `product`.
fn put(product: &mut Product, edit: &Edit, value: Option<i64>) {
    let Some(id) = edit.place.variation else {
        match (edit.field, value) {
            (ProductField::Price, Some(price)) => product.price = price,
            (ProductField::CompareTo, amount) => product.compare_to = amount,
            (ProductField::Enabled, flag) => product.enabled = flag == Some(1),
            (ProductField::Price | ProductField::Stock, _) => {}
        }
        return;
    };
    let mut variations = product.variations.iter_mut();
    if let Some(variation) = variations.find(|it: &&mut Variation| it.id == id) {
        match edit.field {
            ProductField::Price => variation.price = value,
            ProductField::CompareTo => variation.compare_to = value,
            ProductField::Stock | ProductField::Enabled => {}
        }
    }
}

/// What stands in the way of `edit`, if anything.
fn problem(product: Option<&Product>, edit: &Edit) -> Option<EditRefusal> {
    let now = product.and_then(|it| of(it, edit.place.variation, edit.field));
    let Some(now) = now else {
        return Some(EditRefusal::Gone);
    };
    match (edit.wanted, now) {
        (NewValue::By(_), None) => Some(EditRefusal::NotCounted),
        (NewValue::By(delta), Some(left)) => match left.checked_add(delta) {
            Some(..0) => Some(EditRefusal::TooFew(left)),
            Some(..=bounds::MAX_OF_ANYTHING) => None,
            _ => Some(EditRefusal::TooMuch),
        },
        (NewValue::Set(value), now) if now != edit.seen && now != value => {
            Some(EditRefusal::Changed(now))
        }
        (NewValue::Set(Some(..0)), _) => Some(EditRefusal::TooMuch),
        (NewValue::Set(Some(most)), _)
            if edit.field == ProductField::Stock && most > bounds::MAX_OF_ANYTHING =>
        {
            Some(EditRefusal::TooMuch)
        }
        _ => None,
    }
}

/// The product as it is to be, but for what is left of it.
fn edited(before: &Product, edits: &[Edit]) -> Product {
    let mut wanted = before.clone();
    for edit in edits {
        if let NewValue::Set(value) = edit.wanted {
            put(&mut wanted, edit, value);
        }
    }
    wanted
}

/// Applies all `edits`, or none; returns the number of changed products, or the refused edits. Stock moves for
/// the `reason`, and the log writes amounts as `prices`.
pub async fn save(
    db: &Db,
    edits: &[Edit],
    reason: &str,
    prices: &PriceFormat,
    actor: &Actor,
) -> Result<Result<usize, Vec<RefusedEdit>>, AppError> {
    let mut by_product: BTreeMap<i64, Vec<Edit>> = BTreeMap::new();
    for edit in edits {
        let of_product = by_product.entry(edit.place.product).or_default();
        of_product.push(*edit);
    }
    let ids: Vec<i64> = by_product.keys().copied().collect();
    let attempt = || async {
        let now = date::now();
        let tx = db.begin().await?;
        let products = store::products_to_change(&tx, &ids).await?;
        let refused = refused(&products, &by_product);
        if !refused.is_empty() {
            return Ok(Err(refused));
        }
        let mut changed = Vec::new();
        for (id, edits) in &by_product {
            let Some(before) = products.get(id) else {
                continue;
            };
            let cause = Cause::of(Kind::Typed, actor).because(reason);
            if change(&tx, before, edits, &cause, now).await? {
                note(&tx, before, edits, prices, actor, now).await?;
                changed.push(*id);
            }
        }
        if !changed.is_empty() {
            version::touch_products(&tx, &changed).await?;
        }
        tx.commit().await?;
        Ok(Ok(changed.len()))
    };
    retried(attempt).await
}

fn refused(
    products: &std::collections::HashMap<i64, Product>,
    by_product: &BTreeMap<i64, Vec<Edit>>,
) -> Vec<RefusedEdit> {
    let mut refused = Vec::new();
    for (id, edits) in by_product {
        let before = products.get(id);
        let each = edits.iter();
        refused.extend(each.filter_map(|edit| Some((*edit, problem(before, edit)?))));
        let excess = before.and_then(|it| bounds::excess(&edited(it, edits)));
        if excess.is_some() && refused.is_empty() {
            refused.extend(edits.iter().map(|edit| (*edit, EditRefusal::TooMuch)));
        }
    }
    refused
}

/// Writes the `edits` of one product; whether anything is other than it was.
async fn change(
    tx: &DatabaseTransaction,
    before: &Product,
    edits: &[Edit],
    cause: &Cause<'_>,
    now: i64,
) -> Result<bool, AppError> {
    let mut is_changed = store::edit(tx, before, edited(before, edits), now).await?;
    for edit in edits.iter().filter(|it| it.field == ProductField::Stock) {
        is_changed |= match edit.wanted {
            NewValue::Set(stock) => stock::set(tx, edit.place, stock, cause).await?,
            NewValue::By(0) => false,
            NewValue::By(delta) => matches!(
                stock::add(tx, edit.place, delta, cause).await?,
                AddedStock::Left(_)
            ),
        };
    }
    Ok(is_changed)
}

/// Keeps in the log how the facts of a product were, and how they are.
async fn note(
    tx: &DatabaseTransaction,
    before: &Product,
    edits: &[Edit],
    prices: &PriceFormat,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    let (mut was, mut is) = (Map::new(), Map::new());
    for edit in edits {
        let old = of(before, edit.place.variation, edit.field).flatten();
        let new = match edit.wanted {
            NewValue::Set(value) => value,
            NewValue::By(delta) => old.map(|old| old + delta),
        };
        if old == new {
            continue;
        }
        let of_variation = edit.place.variation.and_then(|id| {
            let variation = before.variations.iter().find(|it| it.id == id)?;
            Some(format!("{} {}", chosen(variation), edit.field.code()))
        });
        let name = of_variation.unwrap_or_else(|| edit.field.code().to_owned());
        was.insert(name.clone(), written(edit.field, old, prices));
        is.insert(name, written(edit.field, new, prices));
    }
    let (was, is) = (Value::Object(was), Value::Object(is));
    let target = format!("product {}", before.id);
    let entry = Entry {
        before: Some(&was),
        after: Some(&is),
        ..Entry::of("product.change", &target)
    };
    audit::record(tx, actor, entry, now).await
}

fn written(field: ProductField, value: Option<i64>, prices: &PriceFormat) -> Value {
    match (field, value) {
        (_, None) => json!(""),
        (ProductField::Price | ProductField::CompareTo, Some(amount)) => {
            json!(prices.plain(amount))
        }
        (ProductField::Stock, Some(count)) => json!(count),
        (ProductField::Enabled, Some(flag)) => json!(flag == 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_seen_is_not_written_over() {
        let product = Product {
            id: 1,
            price: 500,
            stock: Some(3),
            ..Product::default()
        };
        let place = StockPlace {
            product: 1,
            variation: None,
        };
        let edit = |field, seen, wanted| Edit {
            place,
            field,
            seen,
            wanted,
        };
        let of = |edit: Edit| problem(Some(&product), &edit);
        let to = |amount| NewValue::Set(Some(amount));
        assert_eq!(of(edit(ProductField::Price, Some(500), to(600))), None);
        assert_eq!(
            of(edit(ProductField::Price, Some(400), to(600))),
            Some(EditRefusal::Changed(Some(500)))
        );
        assert_eq!(
            of(edit(ProductField::Price, Some(400), to(500))),
            None,
            "both want it"
        );
        assert_eq!(
            of(edit(ProductField::Stock, Some(9), NewValue::By(-3))),
            None
        );
        let below = edit(ProductField::Stock, Some(9), NewValue::By(-4));
        assert_eq!(of(below), Some(EditRefusal::TooFew(3)));
        assert_eq!(
            of(edit(ProductField::Stock, Some(3), to(-1))),
            Some(EditRefusal::TooMuch)
        );
        assert_eq!(problem(None, &below), Some(EditRefusal::Gone));
    }
}
