//! Pages of orders, the latest first: each begins behind the last order of the one before, so that none is skipped or shown
//! twice when new ones come in meanwhile.

use super::filter::Filter;
use crate::{base::error::AppError, order::entity::order, platform::db::by_words};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};

/// A place in the list: when an order was placed, and its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When it was placed.
    pub placed_at: i64,
    /// Its id.
    pub id: i64,
}

impl Place {
    /// As it stands in addresses.
    pub fn text(self) -> String {
        format!("{}-{}", self.placed_at, self.id)
    }

    /// What [`Place::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (placed_at, id) = text.split_once('-')?;
        let (placed_at, id) = (placed_at.parse().ok()?, id.parse().ok()?);
        Some(Self { placed_at, id })
    }
}

/// Before every order.
const BEGINNING: Place = Place {
    placed_at: (1 << 33) - 1,
    id: (1 << 30) - 1,
};

/// A page of orders.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The orders.
    pub orders: Vec<order::Model>,
    /// Behind which the next page begins, if there is one.
    pub next: Option<Place>,
}

/// The orders that `filter` leaves behind `after`, at most `size` of them.
pub async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    after: Option<Place>,
    size: usize,
) -> Result<Page, AppError> {
    let mut places = places(db, filter, Way::From(after.unwrap_or(BEGINNING)), size + 1).await?;
    let has_more = places.len() > size;
    places.truncate(size);
    let ids: Vec<i64> = places.iter().map(|place| place.id).collect();
    Ok(Page {
        orders: by_ids(db, &ids).await?,
        next: places.last().copied().filter(|_| has_more),
    })
}

/// How many orders `filter` leaves; no more than `most` are counted.
pub async fn count(
    db: &impl ConnectionTrait,
    filter: &Filter,
    most: usize,
) -> Result<usize, AppError> {
    Ok(places(db, filter, Way::From(BEGINNING), most).await?.len())
}

/// The orders of `ids`, in that order.
async fn by_ids(db: &impl ConnectionTrait, ids: &[i64]) -> Result<Vec<order::Model>, AppError> {
    let found = order::Entity::find().filter(order::Column::Id.is_in(ids.iter().copied()));
    let mut orders = found.all(db).await?;
    orders.sort_by_key(|order| ids.iter().position(|id| *id == order.id));
    Ok(orders)
}

/// The orders of these numbers, the latest first.
pub async fn by_numbers(
    db: &impl ConnectionTrait,
    numbers: &[String],
) -> Result<Vec<order::Model>, AppError> {
    let numbers = numbers.iter().map(String::as_str);
    let found = order::Entity::find().filter(order::Column::PublicId.is_in(numbers));
    let mut orders = found.all(db).await?;
    orders.sort_by_key(|order| std::cmp::Reverse((order.placed_at, order.id)));
    Ok(orders)
}

/// The numbers of the orders before and behind `place` among those that `filter` leaves, if there are any.
pub async fn beside(
    db: &impl ConnectionTrait,
    filter: &Filter,
    place: Place,
) -> Result<[Option<String>; 2], AppError> {
    let mut found = [None, None];
    for (found, way) in found.iter_mut().zip([Way::Back(place), Way::From(place)]) {
        let next = places(db, filter, way, 1).await?;
        let ids: Vec<i64> = next.iter().map(|place| place.id).collect();
        *found = by_ids(db, &ids).await?.pop().map(|it| it.public_id);
    }
    Ok(found)
}

/// Which way a list is read from a place.
#[derive(Clone, Copy)]
enum Way {
    /// What stands behind it.
    From(Place),
    /// What stands before it, the nearest first.
    Back(Place),
}

/// Places of the orders that `filter` leaves on the `way`.
async fn places(
    connection: &impl ConnectionTrait,
    filter: &Filter,
    way: Way,
    most: usize,
) -> Result<Vec<Place>, AppError> {
    let (Way::From(at) | Way::Back(at)) = way;
    let mut values = vec![at.placed_at.into(), at.id.into()];
    let tokens = filter.tokens();
    let is_search = !tokens.is_empty();
    let source = match is_search {
        true => by_words::orders(connection),
        false => by_words::by_index(connection, ("orders", "placed_at"), filter.tab.index()),
    };
    let (beyond, order) = match way {
        Way::From(_) => (source.behind, source.latest_first),
        Way::Back(_) => (source.ahead, source.earliest_first),
    };
    let mut conditions: Vec<String> = vec![beyond];
    conditions.extend(filter.tab.condition().map(str::to_owned));
    if is_search {
        values.push(by_words::beginnings(connection, &tokens).into());
        conditions.push(source.holds.to_owned());
    }
    let (more, more_values) = filter.conditions(values.len() + 1);
    conditions.extend(more);
    values.extend(more_values);
    let sql = format!(
        "SELECT o.placed_at, o.id FROM {} WHERE {} ORDER BY {} LIMIT {most}",
        source.from,
        conditions.join(" AND "),
        order
    );
    let find = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    let rows = connection.query_all_raw(find).await?;
    let place = |row: &sea_orm::QueryResult| {
        Ok(Place {
            placed_at: row.try_get_by_index(0)?,
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
        let place = Place {
            placed_at: 1_800_000_000,
            id: 7,
        };
        assert_eq!(Place::parse(&place.text()), Some(place));
        for wrong in ["", "7", "a-b", "1-"] {
            assert_eq!(Place::parse(wrong), None, "{wrong}");
        }
    }
}
