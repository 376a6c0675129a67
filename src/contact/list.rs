//! Pages of threads, the latest word first.

use super::entity::{Status, thread};
use crate::{base::error::AppError, platform::db::holds};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Most words that are looked for at once.
const MAX_WORDS: usize = 8;

/// A page of threads.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The threads.
    pub threads: Vec<thread::Model>,
    /// Behind which the next page begins: when somebody wrote last in its last thread, and its number.
    pub next: Option<(i64, i64)>,
}

/// Threads that stand at `status` and hold all of `words`, behind `after`, at most `size` of them.
pub async fn page(
    db: &impl ConnectionTrait,
    status: Status,
    words: &str,
    after: Option<(i64, i64)>,
    size: usize,
) -> Result<Page, AppError> {
    let mut all = Condition::all().add(thread::Column::Status.eq(status));
    for word in words.to_lowercase().split_whitespace().take(MAX_WORDS) {
        all = all.add(holds(thread::Column::Words, word));
    }
    if let Some((at, id)) = after {
        let same = Condition::all()
            .add(thread::Column::LastAt.eq(at))
            .add(thread::Column::Id.lt(id));
        let behind = Condition::any()
            .add(thread::Column::LastAt.lt(at))
            .add(same);
        all = all.add(thread::Column::LastAt.lte(at)).add(behind);
    }
    let found = thread::Entity::find()
        .filter(all)
        .order_by_desc(thread::Column::LastAt)
        .order_by_desc(thread::Column::Id)
        .limit(u64::try_from(size).unwrap_or(u64::MAX).saturating_add(1));
    let mut threads = found.all(db).await?;
    let has_more = threads.len() > size;
    threads.truncate(size);
    let next = threads.last().map(|it| (it.last_at, it.id));
    Ok(Page {
        next: next.filter(|_| has_more),
        threads,
    })
}
