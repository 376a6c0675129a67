use super::{Index, Matches, Vocabulary};
use crate::{
    catalog::{Product, Translated},
    error::AppError,
    html::plain,
};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

/// `SQLite`'s FTS5, over a connection or a transaction.
pub struct Fts5<'a, C: ConnectionTrait>(pub &'a C);

impl<C: ConnectionTrait> Index for Fts5<'_, C> {
    async fn put(&self, product: &Product, again: bool) -> Result<(), AppError> {
        if again {
            let sql = "DELETE FROM product_search WHERE rowid = ?";
            self.0
                .execute_raw(statement(sql, [product.id.into()]))
                .await?;
        }
        if !product.enabled {
            return Ok(());
        }
        let sql = "INSERT INTO product_search (rowid, title, sku, text) VALUES (?, ?, ?, ?)";
        let values = [
            product.id.into(),
            joined(&product.name).into(),
            skus(product).into(),
            text(product).into(),
        ];
        self.0.execute_raw(statement(sql, values)).await?;
        Ok(())
    }

    async fn starting(&self, beginning: &str) -> Result<Matches, AppError> {
        // Quoted, so that nothing in it is an operator.
        let word = format!("\"{}\"*", beginning.replace('"', ""));
        Ok(Matches {
            title: ids(self.0, &format!("{{title}} : {word}")).await?,
            sku: ids(self.0, &format!("{{sku}} : {word}")).await?,
            any: ids(self.0, &word).await?,
        })
    }

    async fn vocabulary(&self) -> Result<Vocabulary, AppError> {
        let sql = "SELECT term, doc FROM product_words";
        let rows = self.0.query_all_raw(statement(sql, [])).await?;
        let word = |row: sea_orm::QueryResult| -> Result<(Box<str>, u32), sea_orm::DbErr> {
            let (term, products): (String, i64) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            Ok((term.into(), u32::try_from(products).unwrap_or(u32::MAX)))
        };
        let words: Result<Vec<_>, _> = rows.into_iter().map(word).collect();
        Ok(Vocabulary::new(words?))
    }
}

fn skus(product: &Product) -> String {
    let variations = product.variations.iter();
    let skus = variations.map(|variation| variation.sku.as_str());
    let skus: Vec<&str> = std::iter::once(product.sku.as_str()).chain(skus).collect();
    skus.join(" ")
}

fn text(product: &Product) -> String {
    let facts = product.attributes.iter().filter(|it| it.shown);
    let facts: Vec<&str> = facts.map(|it| it.value.as_str()).collect();
    format!(
        "{} {} {}",
        joined(&product.subtitle),
        plain(&joined(&product.description)),
        facts.join(" ")
    )
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
