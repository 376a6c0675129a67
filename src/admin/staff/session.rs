//! Sessions of the back office: a row each, found by the hash of the token that only the browser's cookie holds. They are
//! never a customer's.

use super::entity as staff;
use crate::{
    account::sessions::device,
    base::{
        date::{DAY, HOUR},
        error::AppError,
    },
    platform::{cookies::Token, db::statement, push},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

/// How long a session may rest.
const IDLE: i64 = 12 * HOUR;
/// How long it holds at most.
pub const MAX_LENGTH: i64 = 14 * DAY;
/// How long a password waits for the code that belongs to it.
const FACTOR_WAITS: i64 = HOUR / 6;
/// How long a proof of who one is counts for what matters.
pub const PROOF_HOLDS: i64 = HOUR / 4;
/// `last_seen_at` is written at most this often, in seconds.
const TOUCH_EVERY: i64 = 60;

/// A row of `staff_sessions`.
#[expect(missing_docs, reason = "columns are named for what they hold")]
pub mod entity {
    use sea_orm::entity::prelude::*;

    /// One signed-in browser; times in UNIX seconds.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "staff_sessions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(unique)]
        pub token_hash: Vec<u8>,
        pub staff_id: i64,
        /// Whether the password was right, and the code is still to come.
        pub awaits_factor: bool,
        pub created_at: i64,
        pub last_seen_at: i64,
        pub expires_at: i64,
        /// When they proved last who they are.
        pub proved_at: i64,
        pub user_agent: String,
        pub network: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{Column, Entity};

/// Who is signed in, and by which session.
#[derive(Clone, Debug)]
pub struct Signed {
    /// The session.
    pub session: entity::Model,
    /// Whose it is.
    pub staff: staff::Model,
}

impl Signed {
    /// Whether they proved lately who they are.
    pub fn is_proved(&self, now: i64) -> bool {
        (0..PROOF_HOLDS).contains(&(now - self.session.proved_at))
    }
}

/// Where a session begins.
#[derive(Clone, Debug, Default)]
pub struct SessionOrigin {
    /// What the browser calls itself.
    pub user_agent: String,
    /// Its network.
    pub network: String,
}

/// Starts a session of `member` and returns its token; of a member with a second factor it waits for that.
pub async fn start(
    tx: &impl ConnectionTrait,
    member: &staff::Model,
    replaced: Option<&Token>,
    place: &SessionOrigin,
    now: i64,
) -> Result<Token, AppError> {
    if let Some(replaced) = replaced {
        end(tx, replaced).await?;
    }
    let token = Token::random().map_err(AppError::internal)?;
    let holds = if member.has_factor() {
        FACTOR_WAITS
    } else {
        MAX_LENGTH
    };
    let row = entity::ActiveModel {
        token_hash: Set(token.hash()),
        staff_id: Set(member.id),
        awaits_factor: Set(member.has_factor()),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + holds),
        proved_at: Set(now),
        user_agent: Set(place.user_agent.chars().take(256).collect()),
        network: Set(place.network.clone()),
        ..Default::default()
    };
    Entity::insert(row).exec(tx).await?;
    Ok(token)
}

/// The valid session of `token` and whose it is; one that waits for the second factor too.
pub async fn resolve(
    read: &impl ConnectionTrait,
    write: &impl ConnectionTrait,
    token: &Token,
    now: i64,
) -> Result<Option<Signed>, AppError> {
    let found = Entity::find().filter(Column::TokenHash.eq(token.hash()));
    let Some(session) = found.filter(valid(now)).one(read).await? else {
        return Ok(None);
    };
    let Some(staff) = staff::Entity::find_by_id(session.staff_id)
        .one(read)
        .await?
    else {
        return Ok(None);
    };
    if session.last_seen_at + TOUCH_EVERY <= now {
        const TOUCH: &str = "UPDATE staff_sessions SET last_seen_at = $2 WHERE id = $1";
        let values = [session.id.into(), now.into()];
        write.execute_raw(statement(write, TOUCH, values)).await?;
    }
    Ok(Some(Signed { session, staff }))
}

fn valid(now: i64) -> Condition {
    Condition::all()
        .add(Column::ExpiresAt.gt(now))
        .add(Column::LastSeenAt.gt(now - IDLE))
}

/// Lets the session `id` go on as one whose second factor came.
pub async fn factor_came(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<(), AppError> {
    const PUT: &str = "UPDATE staff_sessions SET awaits_factor = $2, proved_at = $3, expires_at = $4 WHERE id = $1";
    let values = [
        id.into(),
        false.into(),
        now.into(),
        (now + MAX_LENGTH).into(),
    ];
    tx.execute_raw(statement(tx, PUT, values)).await?;
    Ok(())
}

/// Notes that whoever has the session `id` proved who they are.
pub async fn proved(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<(), AppError> {
    const PUT: &str = "UPDATE staff_sessions SET proved_at = $2 WHERE id = $1";
    tx.execute_raw(statement(tx, PUT, [id.into(), now.into()]))
        .await?;
    Ok(())
}

/// Ends the session of `token`, in one statement; whether there was one.
pub async fn end(tx: &impl ConnectionTrait, token: &Token) -> Result<bool, AppError> {
    push::store::session_ended(tx, &token.hash()).await?;
    let ended = Entity::delete_many().filter(Column::TokenHash.eq(token.hash()));
    Ok(ended.exec(tx).await?.rows_affected > 0)
}

/// Ends the session `id` of the member `staff`.
pub async fn end_one(tx: &impl ConnectionTrait, staff: i64, id: i64) -> Result<bool, AppError> {
    push::store::session_of_ended(tx, staff, id).await?;
    let ended = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::StaffId.eq(staff));
    Ok(ended.exec(tx).await?.rows_affected > 0)
}

/// Ends every session of the staff member `staff` except `kept`; returns the number of ended ones.
pub async fn end_others(
    tx: &impl ConnectionTrait,
    staff: i64,
    kept: Option<i64>,
) -> Result<u64, AppError> {
    push::store::others_ended(tx, staff, kept).await?;
    let others = Condition::all()
        .add(Column::StaffId.eq(staff))
        .add_option(kept.map(|id| Column::Id.ne(id)));
    Ok(Entity::delete_many()
        .filter(others)
        .exec(tx)
        .await?
        .rows_affected)
}

/// A session as its owner sees it in a list.
pub struct StaffSessionRow {
    /// Its number.
    pub id: i64,
    /// Browser and system; empty if they are not known.
    pub device: String,
    /// Its network.
    pub network: String,
    /// When it was used last, in UNIX seconds.
    pub last_seen: i64,
}

/// The valid sessions of the member `staff`, the latest first.
pub async fn list(
    db: &impl ConnectionTrait,
    staff: i64,
    now: i64,
) -> Result<Vec<StaffSessionRow>, AppError> {
    let rows = Entity::find()
        .filter(Column::StaffId.eq(staff))
        .filter(Column::AwaitsFactor.eq(false))
        .filter(valid(now))
        .order_by_desc(Column::LastSeenAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    let shown = |row: entity::Model| StaffSessionRow {
        id: row.id,
        device: device::name(&row.user_agent),
        last_seen: row.last_seen_at,
        network: row.network,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Deletes expired and idle sessions; returns their number.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    let over = Condition::any()
        .add(Column::ExpiresAt.lte(now))
        .add(Column::LastSeenAt.lte(now - IDLE));
    Ok(Entity::delete_many()
        .filter(over)
        .exec(db)
        .await?
        .rows_affected)
}
