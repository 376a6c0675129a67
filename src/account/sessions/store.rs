//! Sessions: a row each, found by the hash of the token that only the browser's cookie holds.

use super::{SessionRow, device, last_seen::LastSeen};
use crate::{
    account::{
        context::Visitor,
        entity::{address, customer, customer_group, session},
    },
    base::{error::AppError, person::Person},
    platform::{
        client_address,
        config::Config,
        cookies::Token,
        db::{
            Db,
            commit_cache::{CommitCache, Moment},
        },
    },
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult,
    IdenStatic, Iterable, QueryFilter, QueryOrder, Statement,
};
use std::sync::{Arc, LazyLock};

const DAY: i64 = 24 * 60 * 60;
/// `last_seen_at` is written at most this often, in seconds: every request would be a write otherwise.
const TOUCH_EVERY: i64 = 60;

/// A valid session and whose it is.
#[derive(Clone)]
pub struct CurrentSession {
    /// Id of the session.
    pub id: i64,
    /// When the customer signed in, in UNIX seconds.
    pub began_at: i64,
    /// Who is signed in.
    pub customer: customer::Model,
    /// Who of the staff is signed in as the customer; empty for the customer.
    pub staff: String,
    /// The customer's group.
    pub group: Option<customer_group::Model>,
    /// The customer's addresses.
    pub addresses: Vec<address::Model>,
}

impl CurrentSession {
    /// The customer's address book, in its order: each with its id.
    pub fn address_book(&self) -> impl Iterator<Item = (i64, Person)> {
        let in_book = self.addresses.iter().filter(|it| it.position.is_some());
        in_book.map(|it| (it.id, it.clone().into()))
    }
}

/// A session with all that a page shows of its customer, in one question: it is asked for every
/// request, and asking costs more than answering.
static LOOK_UP: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT {}, {}, {}, {} FROM sessions s JOIN customers c ON c.id = s.customer_id \
         LEFT JOIN customer_groups g ON g.id = c.group_id LEFT JOIN addresses a ON a.customer_id = c.id \
         WHERE s.token_hash = $1 ORDER BY a.position NULLS FIRST",
        columns::<session::Column>("s"),
        columns::<customer::Column>("c"),
        columns::<customer_group::Column>("g"),
        columns::<address::Column>("a"),
    )
});

fn columns<C: Iterable + IdenStatic>(table: &str) -> String {
    let named = C::iter().map(|column| format!("{table}.{0} AS {table}_{0}", column.as_str()));
    named.collect::<Vec<_>>().join(", ")
}

/// Cache of recently requested sessions, by the hashes of their tokens.
pub type SessionCache = CommitCache<Vec<u8>, Option<Arc<StoredSession>>>;

/// A session as it is stored, valid or not.
pub struct StoredSession {
    row: session::Model,
    session: CurrentSession,
}

/// Returns the session of `token`; `None` if it is unknown, expired, idle for too long, or of an earlier epoch.
pub async fn resolve(
    db: &Db,
    moment: Option<Moment>,
    known: &SessionCache,
    last_seen: &LastSeen,
    token: &Token,
    config: &Config,
    now: i64,
) -> Result<Option<CurrentSession>, AppError> {
    let hash = token.hash();
    let found = known.answer(moment, hash.clone(), find(db, hash)).await?;
    let Some(StoredSession { row, session }) = found.as_deref() else {
        return Ok(None);
    };
    if row.auth_epoch != session.customer.auth_epoch
        || row.expires_at <= now
        || row.last_seen_at <= idle_since(config, now)
    {
        return Ok(None);
    }
    if row.last_seen_at + TOUCH_EVERY <= now {
        last_seen.note(row.id, now);
    }
    Ok(Some(session.clone()))
}

async fn find(db: &Db, hash: Vec<u8>) -> Result<Option<Arc<StoredSession>>, AppError> {
    let look_up = Statement::from_sql_and_values(
        db.read.get_database_backend(),
        LOOK_UP.as_str(),
        [hash.into()],
    );
    let rows = db.read.query_all_raw(look_up).await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let row = session::Model::from_query_result(first, "s_")?;
    let addresses = rows
        .iter()
        .map(|row| address::Model::from_query_result_optional(row, "a_"));
    let session = CurrentSession {
        id: row.id,
        began_at: row.created_at,
        staff: row.staff.clone(),
        customer: customer::Model::from_query_result(first, "c_")?,
        group: customer_group::Model::from_query_result_optional(first, "g_")?,
        addresses: addresses
            .filter_map(Result::transpose)
            .collect::<Result<_, _>>()?,
    };
    Ok(Some(Arc::new(StoredSession { row, session })))
}

fn idle_since(config: &Config, now: i64) -> i64 {
    now - i64::from(config.session_idle_days) * DAY
}

/// Starts a session for `customer` and returns its token. `replaced` is this browser's former one.
pub async fn start(
    tx: &impl ConnectionTrait,
    customer: &customer::Model,
    replaced: Option<&Token>,
    visitor: &Visitor,
    config: &Config,
    now: i64,
) -> Result<Token, AppError> {
    if let Some(replaced) = replaced {
        end(tx, replaced).await?;
    }
    let token = Token::random().map_err(AppError::internal)?;
    let row = session::ActiveModel {
        expires_at: Set(now + i64::from(config.session_max_days) * DAY),
        staff: Set(String::new()),
        ..row(customer, &token, visitor, now)
    };
    session::Entity::insert(row).exec(tx).await?;
    end_oldest(tx, customer.id, config.sessions_per_customer).await?;
    Ok(token)
}

/// Starts a session for `staff` as `customer`, valid between two times in UNIX seconds, and returns its token.
///
/// It ends no session of the customer.
pub async fn start_for_staff(
    tx: &impl ConnectionTrait,
    customer: &customer::Model,
    staff: &str,
    visitor: &Visitor,
    from: i64,
    until: i64,
) -> Result<Token, AppError> {
    let token = Token::random().map_err(AppError::internal)?;
    let row = session::ActiveModel {
        expires_at: Set(until),
        staff: Set(staff.to_owned()),
        ..row(customer, &token, visitor, from)
    };
    session::Entity::insert(row).exec(tx).await?;
    Ok(token)
}

fn row(
    customer: &customer::Model,
    token: &Token,
    visitor: &Visitor,
    now: i64,
) -> session::ActiveModel {
    session::ActiveModel {
        token_hash: Set(token.hash()),
        customer_id: Set(customer.id),
        auth_epoch: Set(customer.auth_epoch),
        created_at: Set(now),
        last_seen_at: Set(now),
        user_agent: Set(visitor.user_agent.chars().take(256).collect()),
        network: Set(client_address::network(&visitor.address)),
        ..Default::default()
    }
}

/// Ends the least recently used sessions of `customer`, so that at most `most` remain; those of staff do not count.
async fn end_oldest(tx: &impl ConnectionTrait, customer: i64, most: u32) -> Result<(), AppError> {
    const END: &str = "DELETE FROM sessions WHERE customer_id = $1 AND staff = '' AND id NOT IN \
        (SELECT id FROM sessions WHERE customer_id = $1 AND staff = '' \
        ORDER BY last_seen_at DESC, id DESC LIMIT $2)";
    let values = [customer.into(), i64::from(most).into()];
    let end = Statement::from_sql_and_values(tx.get_database_backend(), END, values);
    tx.execute_raw(end).await?;
    Ok(())
}

/// Ends the session of `token`; `false` if there was none.
pub async fn end(tx: &impl ConnectionTrait, token: &Token) -> Result<bool, AppError> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::TokenHash.eq(token.hash()))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Ends the session `id` of `customer`; `false` if they have none with that id.
pub async fn end_one(tx: &impl ConnectionTrait, customer: i64, id: i64) -> Result<bool, AppError> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::CustomerId.eq(customer))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected > 0)
}

/// Ends every session of `customer` but `kept`; returns how many were ended.
pub async fn end_others(
    tx: &impl ConnectionTrait,
    customer: i64,
    kept: Option<i64>,
) -> Result<u64, AppError> {
    let others = Condition::all()
        .add(session::Column::CustomerId.eq(customer))
        .add_option(kept.map(|id| session::Column::Id.ne(id)));
    Ok(session::Entity::delete_many()
        .filter(others)
        .exec(tx)
        .await?
        .rows_affected)
}

/// The valid sessions of `customer`, the latest first; those of staff too.
pub async fn valid(
    db: &impl ConnectionTrait,
    customer: &customer::Model,
    config: &Config,
    now: i64,
) -> Result<Vec<session::Model>, AppError> {
    let found = session::Entity::find()
        .filter(session::Column::CustomerId.eq(customer.id))
        .filter(session::Column::AuthEpoch.eq(customer.auth_epoch))
        .filter(session::Column::ExpiresAt.gt(now))
        .filter(session::Column::LastSeenAt.gt(idle_since(config, now)))
        .order_by_desc(session::Column::LastSeenAt)
        .order_by_desc(session::Column::Id);
    Ok(found.all(db).await?)
}

/// The valid sessions of `current`'s customer, that one first, then the latest; none of staff.
pub async fn list(
    db: &Db,
    current: &CurrentSession,
    config: &Config,
    now: i64,
) -> Result<Vec<SessionRow>, AppError> {
    let mut rows = valid(&db.read, &current.customer, config, now).await?;
    rows.retain(|row| row.staff.is_empty());
    rows.sort_by_key(|row| row.id != current.id);
    let shown = |row: session::Model| SessionRow {
        id: row.id,
        is_this: row.id == current.id,
        device: device::name(&row.user_agent),
        last_seen: config.time_zone.minute(row.last_seen_at),
        network: row.network,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Deletes the rows of sessions that are over.
pub async fn purge(db: &Db, config: &Config, now: i64) -> Result<u64, AppError> {
    let over = Condition::any()
        .add(session::Column::ExpiresAt.lte(now))
        .add(session::Column::LastSeenAt.lte(idle_since(config, now)));
    Ok(session::Entity::delete_many()
        .filter(over)
        .exec(&db.write)
        .await?
        .rows_affected)
}
