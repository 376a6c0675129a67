//! Keeping the figures: what was noted as changed is counted anew, the latest days first.

use super::{
    day::{Day, Range},
    entity,
    recount::{Categories, TotalsByKey, recount},
    totals::Topic,
};
use crate::{
    base::{error::AppError, time_zone::TimeZone},
    platform::{
        config::Config,
        db::{Db, statement},
    },
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, Statement};
use std::collections::BTreeMap;

/// Notes that are read at once.
const NOTES: usize = 5_000;
/// Orders that are counted between two transactions.
const ORDERS: usize = 5_000;
/// Rows of one statement.
const ROWS: usize = 500;

/// How far the figures are kept.
struct State {
    /// Whose days they are; nothing if nothing was counted yet.
    zone: String,
    /// Another one after each change.
    version: i64,
}

/// Recounts what changed, and stops after `most` orders if that is given; `true` if nothing is left to count.
pub async fn catch_up(
    db: &Db,
    config: &Config,
    categories: &dyn Categories,
    most: Option<usize>,
) -> Result<bool, AppError> {
    let (zone, mut looked) = (&config.time_zone, 0);
    loop {
        let state = state(&db.read).await?;
        if state.zone != zone.name() {
            begin_anew(db, &state, zone.name()).await?;
            continue;
        }
        let notes = notes(&db.read, i64::MIN, i64::MAX).await?;
        if notes.is_empty() {
            return Ok(true);
        }
        if most.is_some_and(|most| looked >= most) {
            return Ok(false);
        }
        let mut of_days: BTreeMap<Day, Vec<i64>> = BTreeMap::new();
        for (id, at) in notes {
            of_days.entry(Day::at(zone, at)).or_default().push(id);
        }
        let (mut counted, mut orders, mut done) = (Vec::new(), 0, Vec::new());
        for (day, notes) in of_days.into_iter().rev() {
            let (from, until) = Range {
                from: day,
                until: day,
            }
            .seconds(zone);
            let figures = recount(&db.read, config, categories, from, until).await?;
            orders += figures.orders;
            counted.push((day, figures.figures));
            done.extend(notes);
            let left = most.map_or(ORDERS, |most| most.saturating_sub(looked));
            if orders >= left.min(ORDERS) || counted.len() >= ORDERS / 50 {
                break;
            }
        }
        looked += orders.max(1);
        // Whoever was quicker has counted the same, or later, orders: once more by what is noted now.
        keep(db, &state, counted, &done).await?;
    }
}

/// Returns `true` if the stored figures of this time, in UNIX seconds, may be outdated.
pub async fn is_behind(
    db: &impl ConnectionTrait,
    zone: &TimeZone,
    seconds: (i64, i64),
) -> Result<bool, AppError> {
    const ANY: &str = "SELECT 1 FROM sales_changes WHERE at >= $1 AND at < $2 LIMIT 1";
    let any = statement(db, ANY, [seconds.0.into(), seconds.1.into()]);
    Ok(db.query_one_raw(any).await?.is_some() || state(db).await?.zone != zone.name())
}

/// Returns the days of `range` whose stored figures may be outdated; `None` if all of them may be.
pub(super) async fn changed_days(
    db: &impl ConnectionTrait,
    zone: &TimeZone,
    range: Range,
) -> Result<Option<Vec<Day>>, AppError> {
    let (from, until) = range.seconds(zone);
    let notes = notes(db, from, until).await?;
    if notes.len() >= NOTES || state(db).await?.zone != zone.name() {
        return Ok(None);
    }
    let mut days: Vec<Day> = notes.iter().map(|(_, at)| Day::at(zone, *at)).collect();
    days.sort();
    days.dedup();
    Ok(Some(days))
}

async fn state(db: &impl ConnectionTrait) -> Result<State, AppError> {
    const READ: &str = "SELECT zone, version FROM sales_state WHERE id = 1";
    let Some(row) = db.query_one_raw(statement(db, READ, [])).await? else {
        return Ok(State {
            zone: String::new(),
            version: 0,
        });
    };
    Ok(State {
        zone: row.try_get_by_index(0)?,
        version: row.try_get_by_index(1)?,
    })
}

/// Moments that were noted, and the numbers of the notes, the latest moment first.
async fn notes(
    db: &impl ConnectionTrait,
    from: i64,
    until: i64,
) -> Result<Vec<(i64, i64)>, AppError> {
    let sql = format!(
        "SELECT id, at FROM sales_changes WHERE at >= $1 AND at < $2 ORDER BY at DESC LIMIT {NOTES}"
    );
    let rows = db.query_all_raw(statement(db, &sql, [from.into(), until.into()]));
    let mut notes = Vec::new();
    for row in rows.await? {
        notes.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    Ok(notes)
}

/// Raises the version of `state`; `false` if another instance did since `state` was read.
async fn take_turn(tx: &DatabaseTransaction, state: &State, zone: &str) -> Result<bool, AppError> {
    const TAKE: &str = "INSERT INTO sales_state (id, zone, version) VALUES (1, $1, 1) \
        ON CONFLICT (id) DO UPDATE SET zone = $1, version = sales_state.version + 1 WHERE sales_state.version = $2";
    let take = statement(tx, TAKE, [zone.into(), state.version.into()]);
    Ok(tx.execute_raw(take).await?.rows_affected() > 0)
}

/// Deletes all figures and notes everything as changed, because the time zone and so the days' limits changed.
async fn begin_anew(db: &Db, state: &State, zone: &str) -> Result<(), AppError> {
    const HOURS: &str = "SELECT DISTINCT at - at % 3600 AS at FROM (SELECT placed_at AS at FROM orders UNION ALL \
        SELECT paid_at FROM orders WHERE paid_at IS NOT NULL UNION ALL \
        SELECT refunded_at FROM orders WHERE refunded_at IS NOT NULL UNION ALL \
        SELECT refunded_at FROM order_refunds) AS moments";
    let tx = db.begin().await?;
    if !take_turn(&tx, state, zone).await? {
        return Ok(());
    }
    let note = format!(
        "INSERT INTO sales_changes (at) SELECT at FROM (WITH hours AS ({HOURS}) \
         SELECT at FROM hours UNION ALL SELECT at + 3599 FROM hours) AS edges"
    );
    for sql in ["DELETE FROM sales", &note] {
        tx.execute_raw(statement(&tx, sql, [])).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Keeps the figures of these days, and forgets the notes that are `done`.
async fn keep(
    db: &Db,
    state: &State,
    counted: Vec<(Day, TotalsByKey)>,
    done: &[i64],
) -> Result<(), AppError> {
    let tx = db.begin().await?;
    if !take_turn(&tx, state, &state.zone).await? {
        return Ok(());
    }
    let mut months: Vec<Day> = counted.iter().map(|(day, _)| day.month()).collect();
    months.sort();
    months.dedup();
    for (day, figures) in counted {
        clear(&tx, "d", day, &Topic::ALL).await?;
        put(&tx, day, figures).await?;
    }
    for month in months {
        add_up(&tx, month).await?;
    }
    for numbers in done.chunks(ROWS) {
        // Each is a number that the database gave.
        let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
        let sql = format!(
            "DELETE FROM sales_changes WHERE id IN ({})",
            numbers.join(", ")
        );
        tx.execute_raw(statement(&tx, &sql, [])).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn clear(
    tx: &DatabaseTransaction,
    span: &str,
    day: Day,
    topics: &[Topic],
) -> Result<(), AppError> {
    const CLEAR: &str = "DELETE FROM sales WHERE topic = $1 AND span = $2 AND day = $3";
    for topic in topics {
        let values = [topic.code().into(), span.into(), day.0.into()];
        tx.execute_raw(statement(tx, CLEAR, values)).await?;
    }
    Ok(())
}

async fn put(tx: &DatabaseTransaction, day: Day, figures: TotalsByKey) -> Result<(), AppError> {
    let row =
        |(key, (label, sums)): (super::Key, (String, super::SalesTotals))| entity::ActiveModel {
            topic: Set(key.topic.code().to_owned()),
            span: Set("d".to_owned()),
            day: Set(day.0),
            currency: Set(key.currency),
            key: Set(key.key),
            label: Set(label),
            orders: Set(sums.orders),
            quantity: Set(sums.quantity),
            gross: Set(sums.gross),
            net: Set(sums.net),
            tax: Set(sums.tax),
            shipping: Set(sums.shipping),
            discount: Set(sums.discount),
        };
    let mut rows: Vec<entity::ActiveModel> = figures.into_iter().map(row).collect();
    while !rows.is_empty() {
        let some = rows.split_off(rows.len().saturating_sub(ROWS));
        let put = entity::Entity::insert_many(some);
        put.exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Adds up the days of a month, where there are many rows of each.
async fn add_up(tx: &DatabaseTransaction, month: Day) -> Result<(), AppError> {
    // A sum of whole numbers is no whole number on PostgreSQL.
    const ADD: &str = "INSERT INTO sales (topic, span, day, currency, key, label, orders, quantity, gross, net, tax, shipping, discount) \
        SELECT topic, 'm', $2, currency, key, MAX(label), CAST(SUM(orders) AS BIGINT), CAST(SUM(quantity) AS BIGINT), \
        CAST(SUM(gross) AS BIGINT), CAST(SUM(net) AS BIGINT), CAST(SUM(tax) AS BIGINT), CAST(SUM(shipping) AS BIGINT), \
        CAST(SUM(discount) AS BIGINT) FROM sales WHERE topic = $1 AND span = 'd' AND day >= $2 AND day < $3 \
        GROUP BY topic, currency, key";
    let many: Vec<Topic> = Topic::ALL
        .into_iter()
        .filter(|it| it.has_months())
        .collect();
    clear(tx, "m", month, &many).await?;
    let next = month.plus(31).month();
    for topic in many {
        let values = [topic.code().into(), month.0.into(), next.0.into()];
        let add: Statement = statement(tx, ADD, values);
        tx.execute_raw(add).await?;
    }
    Ok(())
}
