//! Browsers of the staff that want to be told: each row is one, of one person.

use crate::{
    base::error::AppError,
    platform::{cookies::Token, db::statement},
};
use sea_orm::{ConnectionTrait, QueryResult};

/// Most browsers of one person.
const MAX: i64 = 20;

/// A browser that wants to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Its number.
    pub id: i64,
    /// Whose it is.
    pub staff: i64,
    /// Where its push service is.
    pub endpoint: String,
    /// Its public key.
    pub key: Vec<u8>,
    /// Its secret.
    pub auth: Vec<u8>,
    /// What it is called.
    pub name: String,
    /// Whether it is told just now.
    pub is_on: bool,
    /// Since when, in UNIX seconds.
    pub created_at: i64,
}

/// A browser that asks to be told.
pub struct NewSubscription<'a> {
    /// Whose it is.
    pub staff: i64,
    /// The session that it asks with.
    pub session: i64,
    /// What the device is known by.
    pub device: &'a Token,
    /// Where its push service is.
    pub endpoint: &'a str,
    /// Its public key.
    pub key: Vec<u8>,
    /// Its secret.
    pub auth: Vec<u8>,
    /// What it is called.
    pub name: &'a str,
}

const COLUMNS: &str = "s.id, s.staff_id, s.endpoint, s.key, s.auth, s.name, s.is_on, s.created_at";
/// The device is one that its owner was signed in on, and is not shut out since.
const IS_KNOWN: &str = "EXISTS (SELECT 1 FROM staff_devices d WHERE d.staff_id = s.staff_id AND d.token_hash = s.device)";

fn read(row: &QueryResult) -> Result<Subscription, AppError> {
    Ok(Subscription {
        id: row.try_get_by_index(0)?,
        staff: row.try_get_by_index(1)?,
        endpoint: row.try_get_by_index(2)?,
        key: row.try_get_by_index(3)?,
        auth: row.try_get_by_index(4)?,
        name: row.try_get_by_index(5)?,
        is_on: row.try_get_by_index(6)?,
        created_at: row.try_get_by_index(7)?,
    })
}

/// Whether any browser wants to be told of anything.
pub async fn is_any(db: &impl ConnectionTrait) -> Result<bool, AppError> {
    const ANY: &str = "SELECT 1 FROM push_subscriptions WHERE is_on LIMIT 1";
    Ok(db.query_one_raw(statement(db, ANY, [])).await?.is_some())
}

/// Keeps `new`; the same browser is kept once, for whoever asked last in it.
pub async fn put(
    tx: &impl ConnectionTrait,
    new: NewSubscription<'_>,
    now: i64,
) -> Result<(), AppError> {
    const PUT: &str = "INSERT INTO push_subscriptions (staff_id, session_id, device, endpoint, key, auth, name, is_on, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, TRUE, $8) ON CONFLICT (endpoint) DO UPDATE SET \
        staff_id = $1, session_id = $2, device = $3, key = $5, auth = $6, name = $7, is_on = TRUE, created_at = $8";
    const TRIM: &str = "DELETE FROM push_subscriptions WHERE staff_id = $1 AND id NOT IN \
        (SELECT id FROM push_subscriptions WHERE staff_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2)";
    let values = [
        new.staff.into(),
        new.session.into(),
        new.device.hash().into(),
        new.endpoint.into(),
        new.key.into(),
        new.auth.into(),
        new.name.into(),
        now.into(),
    ];
    tx.execute_raw(statement(tx, PUT, values)).await?;
    tx.execute_raw(statement(tx, TRIM, [new.staff.into(), MAX.into()]))
        .await?;
    Ok(())
}

/// The browsers of the member `staff`.
pub async fn of_staff(
    db: &impl ConnectionTrait,
    staff: i64,
) -> Result<Vec<Subscription>, AppError> {
    let sql =
        format!("SELECT {COLUMNS} FROM push_subscriptions s WHERE s.staff_id = $1 ORDER BY s.id");
    let rows = db
        .query_all_raw(statement(db, &sql, [staff.into()]))
        .await?;
    rows.iter().map(read).collect()
}

/// Every browser that is told just now.
pub async fn to_tell(db: &impl ConnectionTrait) -> Result<Vec<Subscription>, AppError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM push_subscriptions s WHERE s.is_on AND {IS_KNOWN} ORDER BY s.id"
    );
    let rows = db.query_all_raw(statement(db, &sql, [])).await?;
    rows.iter().map(read).collect()
}

/// The browser `id`, if it is told just now.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<Subscription>, AppError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM push_subscriptions s WHERE s.id = $1 AND s.is_on AND {IS_KNOWN}"
    );
    let row = db.query_one_raw(statement(db, &sql, [id.into()])).await?;
    row.as_ref().map(read).transpose()
}

/// Lets the browser `id` of the member `staff` be told, or not.
pub async fn turn(
    tx: &impl ConnectionTrait,
    staff: i64,
    id: i64,
    is_on: bool,
) -> Result<bool, AppError> {
    const TURN: &str = "UPDATE push_subscriptions SET is_on = $3 WHERE id = $2 AND staff_id = $1";
    let turn = statement(tx, TURN, [staff.into(), id.into(), is_on.into()]);
    Ok(tx.execute_raw(turn).await?.rows_affected() > 0)
}

/// Forgets the browser `id` of the member `staff`.
pub async fn remove(tx: &impl ConnectionTrait, staff: i64, id: i64) -> Result<bool, AppError> {
    const REMOVE: &str = "DELETE FROM push_subscriptions WHERE id = $2 AND staff_id = $1";
    let remove = statement(tx, REMOVE, [staff.into(), id.into()]);
    Ok(tx.execute_raw(remove).await?.rows_affected() > 0)
}

/// Forgets the browser `id`, whoever's it is: its push service knows it no more.
pub async fn forget(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const FORGET: &str = "DELETE FROM push_subscriptions WHERE id = $1";
    tx.execute_raw(statement(tx, FORGET, [id.into()])).await?;
    Ok(())
}

/// Deletes the push subscription of the session with the token hash `session`, which ended.
pub async fn session_ended(tx: &impl ConnectionTrait, session: &[u8]) -> Result<(), AppError> {
    const END: &str = "DELETE FROM push_subscriptions WHERE session_id IN \
        (SELECT id FROM staff_sessions WHERE token_hash = $1)";
    tx.execute_raw(statement(tx, END, [session.to_vec().into()]))
        .await?;
    Ok(())
}

/// Deletes the push subscription of the session `id` of the staff member `staff`, which ended.
pub async fn session_of_ended(
    tx: &impl ConnectionTrait,
    staff: i64,
    id: i64,
) -> Result<(), AppError> {
    const END: &str = "DELETE FROM push_subscriptions WHERE staff_id = $1 AND session_id = $2";
    tx.execute_raw(statement(tx, END, [staff.into(), id.into()]))
        .await?;
    Ok(())
}

/// Every session of the member `staff` ended but `kept`.
pub async fn others_ended(
    tx: &impl ConnectionTrait,
    staff: i64,
    kept: Option<i64>,
) -> Result<(), AppError> {
    const END: &str = "DELETE FROM push_subscriptions WHERE staff_id = $1 AND (session_id IS NULL OR session_id <> $2)";
    let kept = kept.unwrap_or(-1);
    tx.execute_raw(statement(tx, END, [staff.into(), kept.into()]))
        .await?;
    Ok(())
}

/// The member `staff` is signed in on `device` by the session of `token` from now on.
pub async fn signed_in(
    tx: &impl ConnectionTrait,
    staff: i64,
    device: Option<&Token>,
    token: &[u8],
) -> Result<(), AppError> {
    const MOVE: &str = "UPDATE push_subscriptions SET session_id = (SELECT id FROM staff_sessions WHERE token_hash = $3) \
        WHERE staff_id = $1 AND device = $2";
    let Some(device) = device else {
        return Ok(());
    };
    let values = [staff.into(), device.hash().into(), token.to_vec().into()];
    tx.execute_raw(statement(tx, MOVE, values)).await?;
    Ok(())
}
