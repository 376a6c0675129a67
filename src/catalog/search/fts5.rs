use super::{Index, Matches, Vocabulary};
use crate::{
    base::{error::AppError, html::plain, translated::Translated},
    catalog::Product,
};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};

/// `SQLite`'s FTS5, over a connection or a transaction.
pub struct Fts5<'a, C: ConnectionTrait>(pub &'a C);

impl<C: ConnectionTrait> Index for Fts5<'_, C> {
    async fn put(&self, product: &Product, again: bool) -> Result<(), AppError> {
        if self.0.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
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

    async fn optimize(&self) -> Result<(), AppError> {
        if self.0.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        let sql = "INSERT INTO product_search (product_search) VALUES ('optimize')";
        self.0.execute_raw(statement(sql, [])).await?;
        Ok(())
    }

    async fn prefix_matches(&self, beginning: &str) -> Result<Matches, AppError> {
        if self.0.get_database_backend() != DbBackend::Sqlite {
            return Ok(Matches::default());
        }
        // Quoted, so that nothing in it is an operator.
        let word = format!("\"{}\"*", beginning.replace('"', ""));
        let asked = [
            format!("{{title}} : {word}"),
            format!("{{sku}} : {word}"),
            word,
        ];
        // The ids in one row: a row each would cost more than finding them.
        let found = "(SELECT group_concat(rowid) FROM product_search WHERE product_search MATCH ?)";
        let sql = format!("SELECT {found}, {found}, {found}");
        let row = self
            .0
            .query_one_raw(statement(&sql, asked.map(Value::from)))
            .await?;
        let ids = |column| row.as_ref().map_or(Ok(Vec::new()), |row| ids(row, column));
        Ok(Matches {
            title: ids(0)?,
            sku: ids(1)?,
            any: ids(2)?,
        })
    }

    async fn vocabulary(&self) -> Result<Vocabulary, AppError> {
        if self.0.get_database_backend() != DbBackend::Sqlite {
            return Ok(Vocabulary::default());
        }
        let sql = "SELECT term, doc FROM product_words";
        let rows = self.0.query_all_raw(statement(sql, [])).await?;
        let word = |row: QueryResult| -> Result<(Box<str>, u32), DbErr> {
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

fn ids(row: &QueryResult, column: usize) -> Result<Vec<i64>, DbErr> {
    let list: Option<String> = row.try_get_by_index(column)?;
    let ids = list.unwrap_or_default();
    Ok(ids.split(',').filter_map(|id| id.parse().ok()).collect())
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
