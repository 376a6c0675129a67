//! What a file changes: compared with what its like said last, so that what the shop changed since
//! stays, and what it sold is not for sale again.

use super::options::Stock;
use crate::{
    base::error::AppError,
    catalog::{
        Product,
        product::Variation,
        store::entity::import_baseline::{self as baseline, Column, Entity},
    },
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What the last file of this `kind` said of the product `id`.
pub async fn last_said(
    db: &impl ConnectionTrait,
    id: i64,
    kind: &str,
) -> Result<Option<Product>, AppError> {
    let row = Entity::find_by_id((id, kind.to_owned())).one(db).await?;
    // One that cannot be read is as good as none: the file is taken at its word.
    Ok(row.and_then(|row| serde_json::from_str(&row.doc).ok()))
}

/// Remembers what a file of this `kind` said of the product `id`.
pub async fn remember(
    tx: &impl ConnectionTrait,
    id: i64,
    kind: &str,
    said: &Product,
) -> Result<(), AppError> {
    let row = baseline::ActiveModel {
        product_id: Set(id),
        kind: Set(kind.to_owned()),
        doc: Set(serde_json::to_string(said).map_err(AppError::internal)?),
    };
    let replace = OnConflict::columns([Column::ProductId, Column::Kind])
        .update_column(Column::Doc)
        .to_owned();
    let insert = Entity::insert(row).on_conflict(replace);
    insert.exec_without_returning(tx).await?;
    Ok(())
}

/// The product as it is to be: `now` in the shop, with what the `file` says other than it `last` said.
pub fn merged(last: Option<&Product>, now: &Product, file: &Product, stock: Stock) -> Product {
    let mut merged = match last {
        Some(last) => news(last, now, file),
        None => file.clone(),
    };
    let variations = match last {
        Some(last) => variations(&last.variations, &now.variations, &file.variations),
        None => file.variations.clone(),
    };
    merged.variations = variations;
    merged.stock = stock.of(merged.stock, now.stock, file.stock);
    for variation in &mut merged.variations {
        if let (Some(now), Some(file)) = (
            alike(&now.variations, variation),
            alike(&file.variations, variation),
        ) {
            variation.stock = stock.of(variation.stock, now.stock, file.stock);
        }
    }
    merged
}

/// Takes out of the `file` how many are left, for who may not say that: it says what there was `before`, and nothing of what is
/// new is there yet. What it said otherwise, if it did.
pub fn uncounted(before: Option<&Product>, file: &mut Product) -> Option<i64> {
    let kept = |was: Option<Option<i64>>, said: Option<i64>| match was {
        Some(was) => was,
        None => said.map(|_| 0),
    };
    let stock = kept(before.map(|it| it.stock), file.stock);
    let mut said = (file.stock != stock).then_some(file.stock);
    file.stock = stock;
    let none = Vec::new();
    let were = before.map_or(&none, |it| &it.variations);
    for variation in &mut file.variations {
        let was = alike(were, variation).map(|it| it.stock);
        let stock = kept(was, variation.stock);
        if variation.stock != stock {
            said = said.or(Some(variation.stock));
        }
        variation.stock = stock;
    }
    said.map(|it| it.unwrap_or(0))
}

/// What the file still has, each with its news, and what the shop added by itself.
fn variations(last: &[Variation], now: &[Variation], file: &[Variation]) -> Vec<Variation> {
    let of_file = file
        .iter()
        .filter_map(|it| match (alike(last, it), alike(now, it)) {
            (Some(last), Some(now)) => Some(news(last, now, it)),
            // The shop took it away, and the file says nothing new of it.
            (Some(last), None) if last == it => None,
            _ => Some(it.clone()),
        });
    let of_shop = now
        .iter()
        .filter(|it| alike(last, it).is_none() && alike(file, it).is_none());
    of_file.chain(of_shop.cloned()).collect()
}

fn alike<'a>(all: &'a [Variation], wanted: &Variation) -> Option<&'a Variation> {
    all.iter().find(|it| it.options == wanted.options)
}

/// `now`, with every field that `file` has other than `last`.
fn news<T: Clone + Serialize + DeserializeOwned>(last: &T, now: &T, file: &T) -> T {
    let (Some(last), Some(mut merged), Some(file)) = (fields(last), fields(now), fields(file))
    else {
        return file.clone();
    };
    let names: Vec<String> = last.keys().chain(file.keys()).cloned().collect();
    for name in names {
        match (last.get(&name), file.get(&name)) {
            (before, said) if before == said => {}
            (_, Some(said)) => drop(merged.insert(name, said.clone())),
            (_, None) => drop(merged.remove(&name)),
        }
    }
    serde_json::from_value(Value::Object(merged)).unwrap_or_else(|_| now.clone())
}

fn fields(value: &impl Serialize) -> Option<Map<String, Value>> {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn product(price: i64, stock: Option<i64>) -> Product {
        Product {
            price,
            stock,
            ..Product::default()
        }
    }

    fn of_sizes(sizes: &[(&str, i64)]) -> Product {
        let variation = |(size, left): &(&str, i64)| Variation {
            options: [("Size".to_owned(), (*size).to_owned())].into(),
            stock: Some(*left),
            ..Variation::default()
        };
        Product {
            variations: sizes.iter().map(variation).collect(),
            ..Product::default()
        }
    }

    #[test]
    fn only_what_the_file_changed_is_taken() {
        let (last, now) = (product(10, Some(5)), product(12, Some(2)));
        let same = merged(Some(&last), &now, &last, Stock::Changed);
        assert_eq!((same.price, same.stock), (12, Some(2)));
        let news = merged(Some(&last), &now, &product(10, Some(9)), Stock::Changed);
        assert_eq!((news.price, news.stock), (12, Some(9)));
        let unknown = merged(None, &now, &last, Stock::Changed);
        assert_eq!((unknown.price, unknown.stock), (10, Some(5)));
        let endless = merged(Some(&last), &now, &product(10, None), Stock::Changed);
        assert_eq!(endless.stock, None);
    }

    #[test]
    fn stock_can_be_set_kept_or_added() {
        let (last, now) = (product(10, Some(5)), product(10, Some(2)));
        for (stock, left) in [(Stock::Set, 5), (Stock::Keep, 2), (Stock::Add, 7)] {
            assert_eq!(merged(Some(&last), &now, &last, stock).stock, Some(left));
            assert_eq!(merged(None, &now, &last, stock).stock, Some(left));
        }
    }

    #[test]
    fn variations_come_go_and_stay_by_their_options() {
        let last = of_sizes(&[("S", 1), ("M", 1), ("L", 1)]);
        let now = of_sizes(&[("S", 0), ("M", 1), ("XL", 7)]);
        let file = of_sizes(&[("S", 1), ("L", 1), ("XS", 3)]);
        let left = merged(Some(&last), &now, &file, Stock::Changed);
        assert_eq!(left, of_sizes(&[("S", 0), ("XS", 3), ("XL", 7)]));
    }

    proptest! {
        #[test]
        fn the_same_file_again_changes_nothing(price in 0..99_i64, was in 0..99_i64, left: Option<u8>, sold: Option<u8>) {
            let (said, now) = (product(was, left.map(i64::from)), product(price, sold.map(i64::from)));
            prop_assert_eq!(merged(Some(&said), &now, &said, Stock::Changed), now);
        }
    }
}
