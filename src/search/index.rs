//! The full-text index: `SQLite`'s FTS5. `PostgreSQL`'s will stand beside it, behind the same functions.

use super::{Matches, Vocabulary, Words};
use crate::{
    catalog::{Product, Translated},
    error::AppError,
};
use ammonia::Builder;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use std::collections::HashSet;

/// Puts `product` into the index; `again` if it may be there already.
pub async fn put(
    tx: &impl ConnectionTrait,
    product: &Product,
    again: bool,
) -> Result<(), AppError> {
    if again {
        let sql = "DELETE FROM product_search WHERE rowid = ?";
        tx.execute_raw(statement(sql, [product.id.into()])).await?;
    }
    if !product.enabled {
        return Ok(());
    }
    let skus = product
        .variations
        .iter()
        .map(|variation| variation.sku.as_str());
    let skus: Vec<&str> = std::iter::once(product.sku.as_str()).chain(skus).collect();
    let facts = product.attributes.iter().filter(|it| it.shown);
    let facts: Vec<&str> = facts.map(|it| it.value.as_str()).collect();
    let text = format!(
        "{} {} {}",
        joined(&product.subtitle),
        plain(&joined(&product.description)),
        facts.join(" ")
    );
    let sql = "INSERT INTO product_search (rowid, title, sku, text) VALUES (?, ?, ?, ?)";
    let values = [
        product.id.into(),
        joined(&product.name).into(),
        skus.join(" ").into(),
        text.into(),
    ];
    tx.execute_raw(statement(sql, values)).await?;
    Ok(())
}

/// Products that hold every word.
pub async fn find(db: &impl ConnectionTrait, words: &Words) -> Result<Matches, AppError> {
    let words = words.to_fts();
    let title = ids(db, &format!("{{title}} : ({words})")).await?;
    let mut seen: HashSet<i64> = title.iter().copied().collect();
    let mut sku = ids(db, &format!("{{sku}} : ({words})")).await?;
    sku.retain(|id| seen.insert(*id));
    let mut text = ids(db, &words).await?;
    text.retain(|id| seen.insert(*id));
    Ok(Matches { title, sku, text })
}

/// Every word of the index, with the number of products that hold it.
pub async fn vocabulary(db: &impl ConnectionTrait) -> Result<Vocabulary, AppError> {
    let rows = db
        .query_all_raw(statement("SELECT term, doc FROM product_words", []))
        .await?;
    let word = |row: sea_orm::QueryResult| -> Result<(Box<str>, u32), sea_orm::DbErr> {
        let (term, products): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok((term.into(), u32::try_from(products).unwrap_or(u32::MAX)))
    };
    let words: Result<Vec<_>, _> = rows.into_iter().map(word).collect();
    Ok(Vocabulary::new(words?))
}

/// The ids in one row: a row each would cost more than finding them.
async fn ids(db: &impl ConnectionTrait, query: &str) -> Result<Vec<i64>, AppError> {
    let sql = "SELECT group_concat(rowid) FROM product_search WHERE product_search MATCH ?";
    let row = db.query_one_raw(statement(sql, [query.into()])).await?;
    let list: Option<String> = row.and_then(|row| row.try_get_by_index(0).ok().flatten());
    let parsed = list.unwrap_or_default();
    Ok(parsed.split(',').filter_map(|id| id.parse().ok()).collect())
}

fn statement<const N: usize>(sql: &str, values: [Value; N]) -> Statement {
    Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)
}

fn joined(text: &Translated) -> String {
    text.iter()
        .map(|(_, text)| text)
        .collect::<Vec<_>>()
        .join(" ")
}

/// `html` without its tags.
pub fn plain(html: &str) -> String {
    Builder::empty().clean(&html.replace('<', " <")).to_string()
}
