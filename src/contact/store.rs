//! Threads in the database.

use super::entity::{Author, Status, message, thread};
use crate::base::error::AppError;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, TryInsertResult,
};

/// Most threads of one person that are shown to them.
const MAX_OF_ONE: u64 = 200;
/// Longest time that spam is kept, in days; it may be looked at once more.
const SPAM_DAYS: i64 = 30;
/// Longest time that anything else is kept after the last word, in days.
const KEPT_DAYS: i64 = 3 * 366;

/// A message to keep.
pub struct NewMessage<'a> {
    /// Who writes.
    pub author: Author,
    /// What they are called.
    pub who: &'a str,
    /// What.
    pub text: &'a str,
    /// The form that it was sent with.
    pub form: &'a str,
}

/// The thread `id`.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<thread::Model>, AppError> {
    Ok(thread::Entity::find_by_id(id).one(db).await?)
}

/// The thread `id`, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &DatabaseTransaction,
    id: i64,
) -> Result<Option<thread::Model>, AppError> {
    let found = thread::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(tx).await?)
}

/// Adds a thread; its number.
pub async fn add(tx: &impl ConnectionTrait, thread: thread::Model) -> Result<i64, AppError> {
    let mut row: thread::ActiveModel = thread.into();
    row.id = NotSet;
    Ok(thread::Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// Adds a message to the thread `id`; `false` if its form was sent before.
pub async fn write(
    tx: &impl ConnectionTrait,
    id: i64,
    new: &NewMessage<'_>,
    now: i64,
) -> Result<bool, AppError> {
    let row = message::ActiveModel {
        id: NotSet,
        thread_id: Set(id),
        author: Set(new.author),
        who: Set(new.who.to_owned()),
        text: Set(new.text.to_owned()),
        at: Set(now),
        form: Set(new.form.to_owned()),
    };
    let insert = message::Entity::insert(row).on_conflict_do_nothing_on([message::Column::Form]);
    let kept = insert.exec_without_returning(tx).await?;
    Ok(matches!(kept, TryInsertResult::Inserted(1)))
}

/// Whether `form` was sent before.
pub async fn is_sent(db: &impl ConnectionTrait, form: &str) -> Result<bool, AppError> {
    let found = message::Entity::find().filter(message::Column::Form.eq(form));
    Ok(found.one(db).await?.is_some())
}

/// Notes that `thread` stands at `status`; that somebody wrote `now`, if they did.
pub async fn change(
    tx: &impl ConnectionTrait,
    thread: &thread::Model,
    status: Status,
    wrote_at: Option<i64>,
) -> Result<(), AppError> {
    let row = thread::ActiveModel {
        id: Set(thread.id),
        status: Set(status),
        last_at: wrote_at.map_or(NotSet, Set),
        version: Set(thread.version + 1),
        ..Default::default()
    };
    thread::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// What was written in the thread `id`, the first first.
pub async fn messages(db: &impl ConnectionTrait, id: i64) -> Result<Vec<message::Model>, AppError> {
    let found = message::Entity::find()
        .filter(message::Column::ThreadId.eq(id))
        .order_by_asc(message::Column::Id);
    Ok(found.all(db).await?)
}

/// How many questions wait for an answer; no more than `most` are counted.
pub async fn open(db: &impl ConnectionTrait, most: usize) -> Result<usize, AppError> {
    count(db, Status::Open, most).await
}

/// How many threads stand at `status`; no more than `most` are counted.
pub async fn count(
    db: &impl ConnectionTrait,
    status: Status,
    most: usize,
) -> Result<usize, AppError> {
    let found = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::Status.eq(status))
        .limit(u64::try_from(most).unwrap_or(u64::MAX));
    let found: Vec<i64> = found.into_tuple().all(db).await?;
    Ok(found.len())
}

/// The threads of a customer, and of whoever reads the mail of `email`, if that is given; the latest first.
pub async fn of_person(
    db: &impl ConnectionTrait,
    customer: i64,
    email: Option<&str>,
) -> Result<Vec<thread::Model>, AppError> {
    let theirs = Condition::any()
        .add(thread::Column::CustomerId.eq(customer))
        .add_option(email.map(|email| thread::Column::Email.eq(email)));
    let found = thread::Entity::find()
        .filter(theirs)
        .order_by_desc(thread::Column::LastAt)
        .order_by_desc(thread::Column::Id)
        .limit(MAX_OF_ONE);
    Ok(found.all(db).await?)
}

/// Deletes the thread `id` with everything in it.
pub async fn remove(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    thread::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Deletes spam, and what nobody wrote in for years; how many threads there were.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    let before = |days: i64| now - days * crate::base::date::DAY;
    let spam = Condition::all()
        .add(thread::Column::Status.eq(Status::Spam))
        .add(thread::Column::LastAt.lt(before(SPAM_DAYS)));
    let over = Condition::any()
        .add(spam)
        .add(thread::Column::LastAt.lt(before(KEPT_DAYS)));
    let gone = thread::Entity::delete_many().filter(over).exec(db).await?;
    Ok(gone.rows_affected)
}
