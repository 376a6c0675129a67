//! Pages of customers: each begins behind the last customer of the one before, so that nobody is skipped or shown twice when
//! others register meanwhile.

use super::filter::{Filter, InGroup, Sort};
use crate::{account::entity::customer, base::error::AppError, platform::db::by_words};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};

/// A place in the list: what it goes by, and the customer's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What the list goes by, such as when the customer registered.
    pub value: i64,
    /// The id.
    pub id: i64,
}

impl Place {
    /// As it stands in addresses.
    pub fn text(self) -> String {
        format!("{}-{}", self.value, self.id)
    }

    /// What [`Place::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (value, id) = text.rsplit_once('-')?;
        let (value, id) = (value.parse().ok()?, id.parse().ok()?);
        Some(Self { value, id })
    }
}

/// Before every customer.
const BEGINNING: Place = Place {
    value: (1 << 33) - 1,
    id: (1 << 30) - 1,
};
/// The same where the list goes by money.
const RICHEST: Place = Place {
    value: i64::MAX,
    id: i64::MAX,
};

/// A page of customers.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The customers.
    pub customers: Vec<customer::Model>,
    /// Behind which the next page begins, if there is one.
    pub next: Option<Place>,
}

/// The customers that `filter` leaves behind `after`, at most `size` of them.
pub async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    after: Option<Place>,
    size: usize,
) -> Result<Page, AppError> {
    let mut places = places(db, filter, after, size + 1).await?;
    let has_more = places.len() > size;
    places.truncate(size);
    let ids: Vec<i64> = places.iter().map(|place| place.id).collect();
    Ok(Page {
        customers: by_ids(db, &ids).await?,
        next: places.last().copied().filter(|_| has_more),
    })
}

/// The customers of `ids`, in that order; those that are there.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<customer::Model>, AppError> {
    let found = customer::Entity::find().filter(customer::Column::Id.is_in(ids.iter().copied()));
    let mut customers = found.all(db).await?;
    customers.sort_by_key(|customer| ids.iter().position(|id| *id == customer.id));
    Ok(customers)
}

/// Places of the customers that `filter` leaves behind `after`.
async fn places(
    connection: &impl ConnectionTrait,
    filter: &Filter,
    after: Option<Place>,
    most: usize,
) -> Result<Vec<Place>, AppError> {
    let sort = filter.sort();
    let mut after = after.unwrap_or(match sort {
        Sort::Newest | Sort::LastOrder => BEGINNING,
        Sort::Spent => RICHEST,
    });
    // Nobody is walked past who registered too late.
    if let Some(end) = filter
        .end()
        .filter(|end| sort == Sort::Newest && *end < after.value)
    {
        after = Place { value: end, id: 0 };
    }
    let mut values = vec![after.value.into(), after.id.into()];
    let tokens = filter.tokens();
    let is_search = !tokens.is_empty();
    let (column, [of_all, of_group]) = sort.column();
    let index = match filter.group {
        Some(InGroup::Of(_)) => of_group,
        _ => of_all,
    };
    let source = match is_search {
        true => by_words::customers(connection),
        false => by_words::by_index(connection, ("customers", column), index),
    };
    let mut conditions: Vec<String> = vec![source.behind];
    if is_search {
        values.push(by_words::beginnings(connection, &tokens).into());
        conditions.push(source.holds.to_owned());
    }
    let (more, more_values) = filter.conditions(values.len() + 1);
    conditions.extend(more);
    values.extend(more_values);
    let sql = format!(
        "SELECT o.{column}, o.id FROM {} WHERE {} ORDER BY {} LIMIT {most}",
        source.from,
        conditions.join(" AND "),
        source.latest_first
    );
    let find = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    let rows = connection.query_all_raw(find).await?;
    let place = |row: &sea_orm::QueryResult| {
        Ok(Place {
            value: row.try_get_by_index(0)?,
            id: row.try_get_by_index(1)?,
        })
    };
    rows.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for value in [1_800_000_000, 0, -250] {
            let place = Place { value, id: 7 };
            assert_eq!(Place::parse(&place.text()), Some(place));
        }
        for wrong in ["", "7", "a-b", "1-"] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
    }
}
