//! Pages of products: each begins behind the last product of the one before.
//!
//! A page either walks along the index of what it is sorted by, and looks at each row whether it fits; or it takes the few that
//! meet the rarest condition, and sorts those. Which is faster depends on how many there are, so a few are counted first: to the
//! engine, a million and a handful look alike.

use super::filter::{Condition, Filter, Sort, VALUE, of_category, of_only};
use crate::{
    base::error::AppError,
    catalog::{Product, store},
    platform::db::{by_words, statement},
};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};

/// Up to so many products are sorted at once.
const FEW: usize = 2_000;

/// A place in a list: what it is sorted by, and the number of the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    key: Key,
    id: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Name(String),
    Number(i64),
}

impl Place {
    /// As it stands in addresses.
    pub fn text(&self) -> String {
        match &self.key {
            Key::Name(name) => format!("{}~{name}", self.id),
            Key::Number(number) => format!("{}~{number}", self.id),
        }
    }

    /// What [`Place::text`] wrote of a list that is sorted by `sort`.
    pub fn parse(text: &str, sort: Sort) -> Option<Self> {
        let (id, key) = text.split_once('~')?;
        Some(Self {
            id: id.parse().ok()?,
            key: match sort {
                Sort::Name => Key::Name(key.to_owned()),
                Sort::Changed | Sort::Stock => Key::Number(key.parse().ok()?),
            },
        })
    }

    fn read(row: &QueryResult, sort: Sort) -> Result<Self, AppError> {
        Ok(Self {
            id: row.try_get_by_index(0)?,
            key: match sort {
                Sort::Name => Key::Name(row.try_get_by_index(1)?),
                Sort::Changed | Sort::Stock => Key::Number(row.try_get_by_index(1)?),
            },
        })
    }

    fn key(&self) -> Value {
        match &self.key {
            Key::Name(name) => name.as_str().into(),
            Key::Number(number) => (*number).into(),
        }
    }
}

/// A page of products.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The products.
    pub products: Vec<Product>,
    /// Behind which the next page begins, if there is one.
    pub next: Option<Place>,
}

/// The products that `filter` leaves behind `after`, at most `size`; few are left of what has `low` or fewer.
pub async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    low: i64,
    after: Option<&Place>,
    size: usize,
) -> Result<Page, AppError> {
    let question = Question::of(db, filter, low);
    let rarest = question.rarest(db).await?;
    let (column, index) = filter.sort.column();
    let (mut conditions, mut values) = question.all(rarest);
    let (compare, order) = match filter.sort {
        Sort::Changed => ("<", "DESC"),
        Sort::Name | Sort::Stock => (">", "ASC"),
    };
    if let Some(place) = after {
        let (key, id) = (values.len() + 1, values.len() + 2);
        conditions.push(format!("(o.{column}, o.id) {compare} (${key}, ${id})"));
        values.extend([place.key(), place.id.into()]);
    }
    let from = match rarest {
        Some(_) => "products o".to_owned(),
        None => by_words::by_index(db, ("products", column), index).from,
    };
    let only = match conditions.is_empty() {
        true => String::new(),
        false => format!("WHERE {}", conditions.join(" AND ")),
    };
    let sql = format!(
        "SELECT o.id, o.{column} FROM {from} {only} ORDER BY o.{column} {order}, o.id {order} LIMIT {}",
        size + 1
    );
    let find = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(find).await?;
    let places = rows.iter().map(|row| Place::read(row, filter.sort));
    let mut places = places.collect::<Result<Vec<_>, _>>()?;
    let has_more = places.len() > size;
    places.truncate(size);
    let ids: Vec<i64> = places.iter().map(|place| place.id).collect();
    let mut found = store::products(db, &ids).await?;
    Ok(Page {
        products: ids.iter().filter_map(|id| found.remove(id)).collect(),
        next: places.pop().filter(|_| has_more),
    })
}

/// Numbers of the products that `filter` leaves above `after`, in their order, at most `most`.
pub async fn numbers(
    db: &impl ConnectionTrait,
    filter: &Filter,
    low: i64,
    after: i64,
    most: usize,
) -> Result<Vec<i64>, AppError> {
    let question = Question::of(db, filter, low);
    let rarest = question.rarest(db).await?;
    let (mut conditions, mut values) = question.all(rarest);
    values.push(after.into());
    conditions.push(format!("o.id > ${}", values.len()));
    let sql = format!(
        "SELECT o.id FROM products o WHERE {} ORDER BY o.id LIMIT {most}",
        conditions.join(" AND ")
    );
    let find = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(find).await?;
    rows.iter()
        .map(|row| Ok(row.try_get_by_index(0)?))
        .collect()
}

/// How many products `filter` leaves, counted up to `most`.
pub async fn count(
    db: &impl ConnectionTrait,
    filter: &Filter,
    low: i64,
    most: usize,
) -> Result<usize, AppError> {
    Ok(numbers(db, filter, low, 0, most).await?.len())
}

/// The conditions of a filter.
struct Question(Vec<Condition>);

impl Question {
    fn of(db: &impl ConnectionTrait, filter: &Filter, low: i64) -> Self {
        let mut conditions = Vec::new();
        let tokens = filter.tokens();
        if !tokens.is_empty() {
            let numbers = by_words::products(db, VALUE);
            conditions.push(Condition {
                holds: format!("o.id IN ({numbers})"),
                numbers,
                value: Some(by_words::beginnings(db, &tokens).into()),
            });
        }
        conditions.extend(filter.category.map(of_category));
        conditions.extend(filter.only.map(|only| of_only(only, low)));
        Self(conditions)
    }

    /// The condition that few products meet, if there is one.
    async fn rarest(&self, db: &impl ConnectionTrait) -> Result<Option<usize>, AppError> {
        for (place, condition) in self.0.iter().enumerate() {
            let sql = format!(
                "SELECT COUNT(*) FROM ({} LIMIT {}) AS few",
                condition.numbers.replace(VALUE, "$1"),
                FEW + 1
            );
            let values: Vec<Value> = condition.value.iter().cloned().collect();
            let count = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
            let row = db.query_one_raw(count).await?;
            let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
            if usize::try_from(count).unwrap_or(0) <= FEW {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    /// Every condition, that of the `rarest` by its numbers, and the values.
    fn all(&self, rarest: Option<usize>) -> (Vec<String>, Vec<Value>) {
        let (mut conditions, mut values) = (Vec::new(), Vec::new());
        for (place, it) in self.0.iter().enumerate() {
            let holds = match Some(place) == rarest {
                true => format!("o.id IN ({})", it.numbers),
                false => it.holds.clone(),
            };
            values.extend(it.value.clone());
            conditions.push(holds.replace(VALUE, &format!("${}", values.len())));
        }
        (conditions, values)
    }
}

/// The product that `code` stands on, and its variation: an SKU, or the number on a package. The first, if several have it.
pub async fn by_code(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<(i64, Option<i64>)>, AppError> {
    const FIND: &str = "SELECT product_id, variation_id FROM product_codes WHERE code = $1 \
        ORDER BY product_id, variation_id LIMIT 1";
    let code = store::listed::code(code);
    if code.is_empty() {
        return Ok(None);
    }
    let row = db.query_one_raw(statement(db, FIND, [code.into()])).await?;
    let place = row.map(|row| {
        let (product, variation): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok((product, Some(variation).filter(|id| *id != 0)))
    });
    place.transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for (sort, key) in [
            (Sort::Name, Key::Name("red ~ mug".into())),
            (Sort::Stock, Key::Number(-3)),
        ] {
            let place = Place { key, id: 7 };
            assert_eq!(Place::parse(&place.text(), sort), Some(place));
        }
        for wrong in ["", "7", "a~b", "1~b"] {
            assert_eq!(Place::parse(wrong, Sort::Changed), None, "{wrong}");
        }
    }
}
