//! What the back office lists products by; it is written with the product, and read by no shopper.
//!
//! Names and words as they are compared, whether something is on sale, the fewest that are left of anything, categories, and the
//! codes that products are counted by.

use super::{read, stock::is_counted_at_product};
use crate::{
    base::error::AppError,
    catalog::{Product, search::each_word},
    platform::db::statement,
};
use sea_orm::{ConnectionTrait, DbErr, Value};
use std::collections::{BTreeSet, HashMap};

/// The fewest of a product of which nothing is counted: behind every number.
pub const UNCOUNTED: i64 = 1_000_000_000_000;

/// What is low whatever the shop's number is: before every number.
pub const ALWAYS_LOW: i64 = -UNCOUNTED;

/// Longest name that products are sorted by, in bytes.
const MAX_NAME_LENGTH: usize = 120;
/// Most bytes of words that a product is found by.
const MAX_WORDS: usize = 8_000;
/// Names of attributes that hold the number on a package.
const CODES: [&str; 8] = [
    "ean",
    "gtin",
    "upc",
    "barcode",
    "isbn",
    "ean13",
    "gtin13",
    "strichcode",
];
/// What products are listed by.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ListColumns {
    name: String,
    words: String,
    on_sale: bool,
    fewest: i64,
    low_from: i64,
    categories: BTreeSet<i64>,
    codes: BTreeSet<(i64, String)>,
}

impl ListColumns {
    fn of(product: &Product) -> Self {
        let name = product.name.iter().next().map_or("", |(_, text)| text);
        Self {
            name: folded([name], MAX_NAME_LENGTH),
            words: words(product),
            on_sale: product.is_on_sale(),
            fewest: fewest(product),
            low_from: low_from(product),
            categories: product.categories.iter().copied().collect(),
            codes: codes(product),
        }
    }
}

/// `texts` as they are compared, one word after the other, of at most so many bytes.
fn folded<'a>(texts: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let mut folded = String::new();
    for text in texts {
        each_word(text, |word| {
            if folded.len() + word.len() < most {
                if !folded.is_empty() {
                    folded.push(' ');
                }
                folded.push_str(word);
            }
        });
    }
    folded
}

/// The words that a product is found by: its names, SKUs and facts.
fn words(product: &Product) -> String {
    let names = product.name.iter().chain(product.subtitle.iter());
    let names = names.map(|(_, text)| text);
    let skus = product.variations.iter().map(|it| it.sku.as_str());
    let facts = product.attributes.iter().map(|it| it.value.as_str());
    let all = names.chain([product.sku.as_str()]).chain(skus).chain(facts);
    folded(all, MAX_WORDS)
}

/// The fewest that are left of `product`, or of one of its variations.
pub fn fewest(product: &Product) -> i64 {
    let own = product.stock.filter(|_| is_counted_at_product(product));
    let of_variations = product.variations.iter().filter_map(|it| it.stock);
    own.into_iter()
        .chain(of_variations)
        .min()
        .unwrap_or(UNCOUNTED)
}

/// What `product` is low by: the fewest left of anything that goes by the shop's number, or [`ALWAYS_LOW`] if something is low by
/// a number of its own.
pub fn low_from(product: &Product) -> i64 {
    let own = product.stock.filter(|_| is_counted_at_product(product));
    let own = own.map(|left| (left, product.low_stock_at));
    let of_variations = product.variations.iter();
    let of_variations =
        of_variations.filter_map(|it| Some((it.stock?, it.low_stock_at.or(product.low_stock_at))));
    let each = own.into_iter().chain(of_variations);
    let each = each.map(|(left, low)| match low {
        None => left,
        Some(low) if low > 0 && left <= low => ALWAYS_LOW,
        Some(_) => UNCOUNTED,
    });
    each.min().unwrap_or(UNCOUNTED)
}

/// What `product` is counted by: id of the variation, or 0, and the code.
fn codes(product: &Product) -> BTreeSet<(i64, String)> {
    let facts = product.attributes.iter().filter(|it| {
        let letters = it.name.chars().filter(|it| it.is_alphanumeric());
        let name = letters.collect::<String>().to_lowercase();
        CODES.contains(&name.as_str())
    });
    let facts = facts.map(|it| (0, code(&it.value)));
    let skus = product.variations.iter().map(|it| (it.id, code(&it.sku)));
    let own = std::iter::once((0, code(&product.sku)));
    let all = own.chain(skus).chain(facts);
    all.filter(|(_, code)| !code.is_empty()).collect()
}

/// `text` as codes are compared: without blanks, in capitals.
pub fn code(text: &str) -> String {
    let letters = text.chars().filter(|it| !it.is_whitespace());
    letters.collect::<String>().to_uppercase()
}

/// Keeps what `after` is listed by, where `before` was listed otherwise.
pub async fn keep(
    tx: &impl ConnectionTrait,
    before: Option<&Product>,
    after: &Product,
) -> Result<(), AppError> {
    const LOW: &str = "UPDATE products SET low_from = $1 WHERE id = $2";
    let (was, is) = (before.map(ListColumns::of), ListColumns::of(after));
    put(tx, after.id, was.as_ref(), &is).await?;
    // New rows are as if nothing of them were counted.
    if was.map_or(UNCOUNTED, |it| it.low_from) != is.low_from {
        let values = [is.low_from.into(), after.id.into()];
        tx.execute_raw(statement(tx, LOW, values)).await?;
    }
    Ok(())
}

async fn put(
    tx: &impl ConnectionTrait,
    id: i64,
    was: Option<&ListColumns>,
    is: &ListColumns,
) -> Result<(), AppError> {
    const LIST: &str = "UPDATE products SET list_name = $1, list_words = $2, on_sale = $3, fewest = $4 WHERE id = $5";
    let columns = |it: &ListColumns| (it.name.clone(), it.words.clone(), it.on_sale, it.fewest);
    if was.map(columns) != Some(columns(is)) {
        let values = [
            is.name.as_str().into(),
            is.words.as_str().into(),
            is.on_sale.into(),
            is.fewest.into(),
            id.into(),
        ];
        tx.execute_raw(statement(tx, LIST, values)).await?;
    }
    if was.map(|it| &it.categories) != Some(&is.categories) {
        clear(tx, "product_categories", id, was.is_some()).await?;
        let rows = is.categories.iter().map(|it| vec![(*it).into(), id.into()]);
        insert(
            tx,
            "product_categories (category_id, product_id)",
            rows.collect(),
        )
        .await?;
    }
    if was.map(|it| &it.codes) != Some(&is.codes) {
        clear(tx, "product_codes", id, was.is_some()).await?;
        let row = |(variation, code): &(i64, String)| {
            vec![id.into(), (*variation).into(), code.as_str().into()]
        };
        let rows = is.codes.iter().map(row).collect();
        insert(tx, "product_codes (product_id, variation_id, code)", rows).await?;
    }
    Ok(())
}

async fn clear(
    tx: &impl ConnectionTrait,
    table: &str,
    id: i64,
    has_any: bool,
) -> Result<(), AppError> {
    if has_any {
        let sql = format!("DELETE FROM {table} WHERE product_id = $1");
        tx.execute_raw(statement(tx, &sql, [id.into()])).await?;
    }
    Ok(())
}

/// Adds `rows` to a table, all in a few statements.
async fn insert(
    tx: &impl ConnectionTrait,
    into: &str,
    rows: Vec<Vec<Value>>,
) -> Result<(), AppError> {
    for rows in rows.chunks(200) {
        let mut place = 0;
        let each = rows.iter().map(|row| {
            let places: Vec<String> = row
                .iter()
                .map(|_| {
                    place += 1;
                    format!("${place}")
                })
                .collect();
            format!("({})", places.join(", "))
        });
        let each: Vec<String> = each.collect();
        let sql = format!("INSERT INTO {into} VALUES {}", each.join(", "));
        let values: Vec<Value> = rows.iter().flatten().cloned().collect();
        let insert =
            sea_orm::Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
        tx.execute_raw(insert).await?;
    }
    Ok(())
}

/// Forgets what the product `id` was listed by, which is gone.
pub async fn forget(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    for table in ["product_categories", "product_codes"] {
        clear(tx, table, id, true).await?;
    }
    Ok(())
}

/// Lists every product, in a database where none is listed yet. It asks by the columns of that time, which a migration must.
pub async fn fill(db: &impl ConnectionTrait) -> Result<(), AppError> {
    const SOME: &str = "SELECT id, doc, stock FROM products WHERE id > $1 ORDER BY id LIMIT 500";
    const LEFT: &str = "SELECT id, stock FROM variations WHERE product_id BETWEEN $1 AND $2";
    let mut after: i64 = 0;
    loop {
        let rows = db
            .query_all_raw(statement(db, SOME, [after.into()]))
            .await?;
        let first: i64 = match rows.first() {
            Some(row) => row.try_get_by_index(0)?,
            None => return Ok(()),
        };
        if let Some(last) = rows.last() {
            after = last.try_get_by_index(0)?;
        }
        let left = db.query_all_raw(statement(db, LEFT, [first.into(), after.into()]));
        let left = left.await?.into_iter();
        let left = left.map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
        let left: HashMap<i64, Option<i64>> = left.collect::<Result<_, DbErr>>()?;
        for row in rows {
            let doc: String = row.try_get_by_index(1)?;
            let mut product: Product = read::from_json(&doc)?;
            (product.id, product.stock) = (row.try_get_by_index(0)?, row.try_get_by_index(2)?);
            read::stock_up(&mut product, &left);
            put(db, product.id, None, &ListColumns::of(&product)).await?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::translated::Translated,
        catalog::product::{Attribute, Variation},
    };

    #[test]
    fn a_product_is_listed_by_what_people_look_for() {
        let attribute = |name: &str, value: &str| Attribute {
            name: name.into(),
            value: value.into(),
            shown: false,
        };
        let mut product = Product {
            name: Translated::from_iter([("de", "Öl für Äste"), ("en", "Oil")]),
            sku: "a-1".into(),
            attributes: vec![
                attribute("EAN-13", "4 006381 333931"),
                attribute("Paper", "Cotton"),
            ],
            variations: vec![
                Variation {
                    id: 7,
                    sku: "a-1 s".into(),
                    stock: Some(3),
                    ..Variation::default()
                },
                Variation {
                    id: 8,
                    ..Variation::default()
                },
            ],
            stock: Some(2),
            ..Product::default()
        };
        let listed = ListColumns::of(&product);
        assert_eq!(listed.name, "ol fur aste");
        assert_eq!(
            listed.words,
            "ol fur aste oil a 1 a 1 s 4 006381 333931 cotton"
        );
        let codes: Vec<(i64, &str)> = listed.codes.iter().map(|(id, it)| (*id, &**it)).collect();
        assert_eq!(codes, [(0, "4006381333931"), (0, "A-1"), (7, "A-1S")]);
        assert_eq!(listed.fewest, 2, "the second variation is the product's");
        let mut counted = product.clone();
        counted.variations[1].stock = Some(9);
        assert_eq!(fewest(&counted), 3, "nothing is sold of the product's own");
        assert_eq!(fewest(&Product::default()), UNCOUNTED);
        assert_eq!(low_from(&product), 2, "as the shop says");
        product.low_stock_at = Some(2);
        assert_eq!(low_from(&product), ALWAYS_LOW);
        product.low_stock_at = Some(1);
        assert_eq!(low_from(&product), UNCOUNTED);
        product.variations[0].low_stock_at = Some(3);
        assert_eq!(
            low_from(&product),
            ALWAYS_LOW,
            "the variation's goes before"
        );
        product.variations[0].low_stock_at = Some(0);
        assert_eq!(low_from(&product), UNCOUNTED, "never");
    }
}
