//! Pages of orders, the latest first: each begins behind the last order of the one before, so that none is skipped or shown
//! twice when new ones come in meanwhile.

use super::filter::Filter;
use crate::{
    base::{error::AppError, time_zone::TimeZone},
    order::entity::order,
    platform::db::{
        keyset::{Direction, List, Walk},
        word_search::{self, WordIndex, WordMatch},
    },
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

pub use crate::platform::db::keyset::KeysetCursor;

/// Where the words of orders are: their numbers, e-mail addresses, names and SKUs.
const WORDS: WordIndex = WordIndex {
    table: "orders",
    column: "search_words",
    file_index: "order_search",
    narrow: Some(("order_search", "order_search_listed")),
};

/// A page of orders.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The orders.
    pub orders: Vec<order::Model>,
    /// Behind which the next page begins, if there is one.
    pub next: Option<KeysetCursor>,
}

/// The orders that `filter` leaves behind `after`, at most `size` of them; its days are those of `zone`.
pub async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    zone: &TimeZone,
    after: Option<KeysetCursor>,
    size: usize,
) -> Result<Page, AppError> {
    let mut places = places(
        db,
        filter,
        zone,
        Direction::From(after.unwrap_or(KeysetCursor::LATEST)),
        size + 1,
    )
    .await?;
    let has_more = places.len() > size;
    places.truncate(size);
    let ids: Vec<i64> = places.iter().map(|place| place.id).collect();
    Ok(Page {
        orders: by_ids(db, &ids).await?,
        next: places.last().copied().filter(|_| has_more),
    })
}

/// How many orders `filter` leaves, by days of `zone`; no more than `most` are counted.
pub async fn count(
    db: &impl ConnectionTrait,
    filter: &Filter,
    zone: &TimeZone,
    most: usize,
) -> Result<usize, AppError> {
    let found = places(
        db,
        filter,
        zone,
        Direction::From(KeysetCursor::LATEST),
        most,
    );
    Ok(found.await?.len())
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

/// The numbers of the orders before and behind `place` among those that `filter` leaves by days of `zone`, if there are any.
pub async fn neighbours(
    db: &impl ConnectionTrait,
    filter: &Filter,
    zone: &TimeZone,
    place: KeysetCursor,
) -> Result<[Option<String>; 2], AppError> {
    let mut found = [None, None];
    for (found, way) in found
        .iter_mut()
        .zip([Direction::Back(place), Direction::From(place)])
    {
        let next = places(db, filter, zone, way, 1).await?;
        let ids: Vec<i64> = next.iter().map(|place| place.id).collect();
        *found = by_ids(db, &ids).await?.pop().map(|it| it.public_id);
    }
    Ok(found)
}

/// Places of the orders that `filter` leaves on the `way`.
async fn places(
    db: &impl ConnectionTrait,
    filter: &Filter,
    zone: &TimeZone,
    way: Direction,
    most: usize,
) -> Result<Vec<KeysetCursor>, AppError> {
    let mut list = List {
        table: "orders",
        column: "placed_at",
        walk: Walk::Index(filter.tab.index()),
        within: filter.tab.condition(),
        conditions: filter.conditions(zone),
    };
    let way = match (way, filter.end(zone)) {
        // Nothing is walked past that came too late.
        (Direction::From(place), Some(end)) => Direction::From(place.or_before(end)),
        (way, _) => way,
    };
    let words = filter.tokens();
    match word_search::find(db, &WORDS, &words) {
        _ if words.is_empty() => {}
        WordMatch::Among {
            alone: Some(alone), ..
        } if list.is_all() => {
            list.table = alone.table;
            list.walk = Walk::Index(alone.index);
            list.conditions.push(alone.condition);
        }
        WordMatch::Among { condition, .. } => list.conditions.push(condition),
        WordMatch::Along(walk) => {
            list.walk = walk;
            list.within = None;
            list.conditions.extend(filter.tab.as_condition(db));
        }
    }
    list.places(db, way, most).await
}
