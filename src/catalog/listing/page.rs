//! Pages of products: each begins behind the last product of the one before.
//!
//! A page either walks along the index of what it is sorted by, and looks at each row whether it fits; or it takes the few that
//! meet the rarest condition, and sorts those. Which is faster depends on how many there are, so a few are counted first.

use super::filter::{Filter, Sort, of_category, of_only};
use crate::{
    base::error::AppError,
    catalog::{Product, store},
    platform::db::{
        conditions::{self, Condition, Values},
        keyset, statement,
        word_search::{self, WordIndex},
    },
};
use sea_orm::{ConnectionTrait, QueryResult, Value};

/// Where the words of products are.
const WORDS: WordIndex = WordIndex {
    table: "products",
    column: "find_words",
    file_index: "product_find",
    narrow: None,
};

/// Up to so many products are sorted at once.
const FEW: usize = 2_000;

/// A place in a list: what it is sorted by, and the number of the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListCursor {
    key: Key,
    id: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Name(String),
    Number(i64),
}

impl ListCursor {
    /// As it stands in addresses.
    pub fn text(&self) -> String {
        match &self.key {
            Key::Name(name) => format!("{}~{name}", self.id),
            Key::Number(number) => format!("{}~{number}", self.id),
        }
    }

    /// What [`ListCursor::text`] wrote of a list that is sorted by `sort`.
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
    pub next: Option<ListCursor>,
}

/// The products that `filter` leaves behind `after`, at most `size`; few are left of what has `low` or fewer.
pub async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    low: i64,
    after: Option<&ListCursor>,
    size: usize,
) -> Result<Page, AppError> {
    let conditions = conditions_of(db, filter, low);
    let rarest = conditions::rarest(db, &conditions, FEW).await?;
    let (column, index) = filter.sort.column();
    let mut values = Values::default();
    let mut held = conditions::all(&conditions, rarest, &mut values);
    let (compare, order) = match filter.sort {
        Sort::Changed => ("<", "DESC"),
        Sort::Name | Sort::Stock => (">", "ASC"),
    };
    if let Some(place) = after {
        let (key, id) = (values.bind(place.key()), values.bind(place.id));
        held.push(format!("(o.{column}, o.id) {compare} ({key}, {id})"));
    }
    let from = match rarest {
        Some(_) => "products o".to_owned(),
        None => keyset::by_index(db, "products", index),
    };
    let only = match held.is_empty() {
        true => String::new(),
        false => format!("WHERE {}", held.join(" AND ")),
    };
    let sql = format!(
        "SELECT o.id, o.{column} FROM {from} {only} ORDER BY o.{column} {order}, o.id {order} LIMIT {}",
        size + 1
    );
    let rows = db.query_all_raw(values.statement(db, &sql)).await?;
    let places = rows.iter().map(|row| ListCursor::read(row, filter.sort));
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
    let conditions = conditions_of(db, filter, low);
    let rarest = conditions::rarest(db, &conditions, FEW).await?;
    let mut values = Values::default();
    let mut held = conditions::all(&conditions, rarest, &mut values);
    held.push(format!("o.id > {}", values.bind(after)));
    let sql = format!(
        "SELECT o.id FROM products o WHERE {} ORDER BY o.id LIMIT {most}",
        held.join(" AND ")
    );
    let rows = db.query_all_raw(values.statement(db, &sql)).await?;
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

fn conditions_of(db: &impl ConnectionTrait, filter: &Filter, low: i64) -> Vec<Condition> {
    let tokens = filter.tokens();
    let worded = (!tokens.is_empty()).then(|| word_search::condition(db, &WORDS, &tokens));
    let conditions = worded
        .into_iter()
        .chain(filter.category.map(of_category))
        .chain(filter.only.map(|only| of_only(only, low)));
    conditions.collect()
}

/// The product that `code` stands on, and its variation: an SKU, or the number on a package. The first, if several have it.
pub async fn by_code(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<(i64, Option<i64>)>, AppError> {
    const FIND: &str = "SELECT product_id, variation_id FROM product_codes WHERE code = $1 \
        ORDER BY product_id, variation_id LIMIT 1";
    let code = store::list_columns::code(code);
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
            let place = ListCursor { key, id: 7 };
            assert_eq!(ListCursor::parse(&place.text(), sort), Some(place));
        }
        for wrong in ["", "7", "a~b", "1~b"] {
            assert_eq!(ListCursor::parse(wrong, Sort::Changed), None, "{wrong}");
        }
    }
}
