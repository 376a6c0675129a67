//! How often each file of an order was downloaded, in the database: the limit holds for all instances.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Seconds in which a download that was begun is gone on with, and not counted again.
const WINDOW: i64 = 6 * 60 * 60;

/// A file of an item of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderedFile {
    /// Id of the order.
    pub order: i64,
    /// Place of the item in it.
    pub item: i64,
    /// Id of the file.
    pub file: i64,
}

/// Counts one more download that is begun `now`; `false` if there were `limit` already. Of two at once, each
/// is counted.
pub async fn begin(
    db: &impl ConnectionTrait,
    wanted: OrderedFile,
    limit: u32,
    now: i64,
) -> Result<bool, AppError> {
    const COUNT: &str = "INSERT INTO downloads (order_id, item, file_id, count, started_at) \
        VALUES ($1, $2, $3, 1, $4) ON CONFLICT (order_id, item, file_id) DO UPDATE \
        SET count = downloads.count + 1, started_at = $4 WHERE downloads.count < $5";
    let most = if limit == 0 {
        i64::MAX
    } else {
        i64::from(limit)
    };
    let OrderedFile { order, item, file } = wanted;
    let values = [
        order.into(),
        item.into(),
        file.into(),
        now.into(),
        most.into(),
    ];
    let counted = db.execute_raw(statement(db, COUNT, values)).await?;
    Ok(counted.rows_affected() > 0)
}

/// Whether a download was begun so shortly before `now` that this may be the rest of it.
pub async fn is_begun(
    db: &impl ConnectionTrait,
    wanted: OrderedFile,
    now: i64,
) -> Result<bool, AppError> {
    const FIND: &str = "SELECT started_at FROM downloads \
        WHERE order_id = $1 AND item = $2 AND file_id = $3 AND started_at > $4";
    let OrderedFile { order, item, file } = wanted;
    let values = [
        order.into(),
        item.into(),
        file.into(),
        (now - WINDOW).into(),
    ];
    let found = db.query_one_raw(statement(db, FIND, values)).await?;
    Ok(found.is_some())
}

/// Downloads of the order `id`, by item and file.
pub(super) async fn of_order(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<HashMap<(usize, i64), i64>, AppError> {
    const ALL: &str = "SELECT item, file_id, count FROM downloads WHERE order_id = $1";
    let rows = db.query_all_raw(statement(db, ALL, [id.into()])).await?;
    let mut all = HashMap::new();
    for row in rows {
        let item: i64 = row.try_get_by_index(0)?;
        let item = usize::try_from(item).unwrap_or(usize::MAX);
        all.insert((item, row.try_get_by_index(1)?), row.try_get_by_index(2)?);
    }
    Ok(all)
}
