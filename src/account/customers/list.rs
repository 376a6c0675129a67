//! Pages of customers: each begins behind the last customer of the one before, so that nobody is skipped or shown twice when
//! others register meanwhile.

use super::filter::{Filter, InGroup, Sort};
use crate::{
    account::entity::customer,
    base::{error::AppError, time_zone::TimeZone},
    platform::db::{
        keyset::{Direction, List, Walk},
        word_search::{self, WordIndex, WordMatch},
    },
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

pub use crate::platform::db::keyset::KeysetCursor;

/// Where the words of customers are: their names and e-mail addresses.
const WORDS: WordIndex = WordIndex {
    table: "customers",
    column: "search_words",
    file_index: "customer_search",
    narrow: None,
};

/// A page of customers.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The customers.
    pub customers: Vec<customer::Model>,
    /// Behind which the next page begins, if there is one.
    pub next: Option<KeysetCursor>,
}

/// The customers that `filter` leaves behind `after`, by days of `zone`, at most `size` of them.
pub async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    zone: &TimeZone,
    after: Option<KeysetCursor>,
    size: usize,
) -> Result<Page, AppError> {
    let mut places = places(db, filter, zone, after, size + 1).await?;
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
    db: &impl ConnectionTrait,
    filter: &Filter,
    zone: &TimeZone,
    after: Option<KeysetCursor>,
    most: usize,
) -> Result<Vec<KeysetCursor>, AppError> {
    let sort = filter.sort();
    let after = after.unwrap_or(match sort {
        Sort::Newest | Sort::LastOrder => KeysetCursor::LATEST,
        Sort::Spent => KeysetCursor::LARGEST,
    });
    // Nobody is walked past who registered too late.
    let end = filter.end(zone).filter(|_| sort == Sort::Newest);
    let way = Direction::From(end.map_or(after, |end| after.or_before(end)));
    let (column, [of_all, of_group]) = sort.column();
    let mut list = List {
        table: "customers",
        column,
        walk: Walk::Index(match filter.group {
            Some(InGroup::Of(_)) => of_group,
            _ => of_all,
        }),
        within: None,
        conditions: filter.conditions(zone),
    };
    let words = filter.tokens();
    match word_search::find(db, &WORDS, &words) {
        _ if words.is_empty() => {}
        WordMatch::Among { condition, .. } => list.conditions.push(condition),
        WordMatch::Along(walk) => list.walk = walk,
    }
    list.places(db, way, most).await
}
