//! Carts in the database.

use super::{
    Details, LineChoices, Owner,
    entity::{cart, line},
};
use crate::{
    base::{date, error::AppError},
    platform::db::statement,
};
use nanoid::nanoid;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement,
    sea_query::{Expr, OnConflict},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Letters and digits of public ids, without those that look alike.
const LETTERS: [char; 32] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '2', '3', '4', '5', '6', '7', '8', '9',
];
/// Length of a public id: with a million orders, a new one collides once in a million times, and then the database refuses it.
const LENGTH: usize = 8;

/// The cart of `owner`.
pub async fn find(
    db: &impl ConnectionTrait,
    owner: &Owner,
) -> Result<Option<cart::Model>, AppError> {
    Ok(cart::Entity::find()
        .filter(owner.condition())
        .one(db)
        .await?)
}

/// Returns the cart of `owner`, locked until the transaction ends.
pub async fn find_to_change(
    tx: &DatabaseTransaction,
    owner: &Owner,
) -> Result<Option<cart::Model>, AppError> {
    let found = cart::Entity::find().filter(owner.condition());
    Ok(found.lock_exclusive().one(tx).await?)
}

/// Returns the cart of `owner`, locked until the transaction ends; creates it if there is none.
pub async fn open(
    tx: &DatabaseTransaction,
    owner: &Owner,
    now: i64,
) -> Result<cart::Model, AppError> {
    if let Some(cart) = find_to_change(tx, owner).await? {
        return Ok(cart);
    }
    let (token, customer) = match owner {
        Owner::Customer(id) => (None, Some(*id)),
        Owner::Guest(token) => (Some(token.hash()), None),
        Owner::GuestOf(hash) => (Some(hash.clone()), None),
    };
    let row = new_row(token, customer, now);
    // Two clicks at once begin one cart: the second finds that of the first.
    let unless_there = OnConflict::new().do_nothing().to_owned();
    let insert = cart::Entity::insert(row).on_conflict(unless_there);
    match insert.exec_with_returning(tx).await {
        Ok(row) => Ok(row),
        Err(DbErr::RecordNotInserted | DbErr::RecordNotFound(_)) => {
            find_to_change(tx, owner).await?.ok_or(AppError::Contended)
        }
        Err(error) => Err(error.into()),
    }
}

/// Returns a random public id, as orders are numbered with.
pub fn new_number() -> String {
    nanoid!(LENGTH, &LETTERS)
}

/// A row with ids of its own and nothing said.
pub(super) fn new_row(
    token_hash: Option<Vec<u8>>,
    customer_id: Option<i64>,
    now: i64,
) -> cart::ActiveModel {
    cart::ActiveModel {
        id: NotSet,
        public_id: Set(new_number()),
        uuid: Set(Uuid::new_v4().to_string()),
        token_hash: Set(token_hash),
        customer_id: Set(customer_id),
        details: Set("{}".into()),
        remind_email: Set(None),
        reminder_id: Set(None),
        created_at: Set(now),
        updated_at: Set(now),
    }
}

/// Returns the checkout details of `cart`; empty ones if they cannot be read.
pub fn details(cart: &cart::Model) -> Details {
    serde_json::from_str(&cart.details).unwrap_or_else(|error| {
        tracing::error!(%error, cart = cart.id, "details of a cart that cannot be read");
        Details::default()
    })
}

/// Returns the details of `cart` in order to change them; details that cannot be read are set aside first.
pub async fn details_to_change(
    tx: &impl ConnectionTrait,
    cart: &cart::Model,
    now: i64,
) -> Result<Details, AppError> {
    if serde_json::from_str::<Details>(&cart.details).is_err() {
        set_aside(
            tx,
            &format!("details of cart {}", cart.id),
            &cart.details,
            now,
        )
        .await?;
    }
    Ok(details(cart))
}

/// Keeps a document that cannot be read, for whoever can.
async fn set_aside(
    tx: &impl ConnectionTrait,
    origin: &str,
    document: &str,
    now: i64,
) -> Result<(), AppError> {
    let sql = "INSERT INTO unreadable_documents (origin, document, found_at) VALUES ($1, $2, $3)";
    let values = [origin.into(), document.into(), now.into()];
    let row = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    tx.execute_raw(row).await?;
    Ok(())
}

/// Keeps `details` with the cart `id`.
pub async fn keep(
    tx: &impl ConnectionTrait,
    id: i64,
    details: &Details,
    now: i64,
) -> Result<(), AppError> {
    let row = cart::ActiveModel {
        id: Set(id),
        details: Set(serde_json::to_string(details).map_err(AppError::internal)?),
        remind_email: Set(details.remind_email()),
        reminder_id: Set(details.reminder),
        updated_at: Set(now),
        ..Default::default()
    };
    cart::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes that the cart `id` changed just now: one that is in use is neither forgotten nor reminded of.
async fn touch(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    cart::Entity::update_many()
        .col_expr(cart::Column::UpdatedAt, Expr::value(date::now()))
        .filter(cart::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Returns the lines of the cart `id`, the oldest first; lines that cannot be read are left out, and stay stored.
pub async fn lines(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Vec<(line::Model, LineChoices)>, AppError> {
    let read = |line: line::Model| match serde_json::from_str(&line.chosen) {
        Ok(chosen) => Some((line, chosen)),
        Err(error) => {
            tracing::error!(%error, line = line.id, "a line of a cart that cannot be read");
            None
        }
    };
    let rows = rows(db, id).await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

async fn rows(db: &impl ConnectionTrait, cart: i64) -> Result<Vec<line::Model>, AppError> {
    let lines = line::Entity::find()
        .filter(line::Column::CartId.eq(cart))
        .order_by_asc(line::Column::Id);
    Ok(lines.all(db).await?)
}

/// A stored line, without its own id and its cart's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Id of the product.
    pub product: i64,
    /// [`LineChoices`] as JSON.
    pub chosen: String,
    /// How many.
    pub quantity: i64,
}

impl Line {
    /// Whether both are of the same thing, chosen alike.
    pub fn is_like(&self, other: &Self) -> bool {
        self.product == other.product && self.chosen == other.chosen
    }
}

/// The lines of the cart `id` as they are stored, readable or not.
pub async fn plain_lines(db: &impl ConnectionTrait, id: i64) -> Result<Vec<Line>, AppError> {
    let plain = |row: line::Model| Line {
        product: row.product_id,
        chosen: row.chosen,
        quantity: row.quantity,
    };
    Ok(rows(db, id).await?.into_iter().map(plain).collect())
}

/// Lets `cart` hold as many of a line's thing as it says; none takes it out.
pub async fn put_line(tx: &impl ConnectionTrait, cart: i64, line: &Line) -> Result<(), AppError> {
    let same = same(tx, cart, line.product, &line.chosen).await?;
    match same {
        Some(row) if line.quantity == 0 => remove(tx, cart, &[row.id]).await,
        Some(row) => set_quantity(tx, cart, row.id, line.quantity).await,
        None if line.quantity == 0 => Ok(()),
        None => insert(tx, cart, line.clone()).await.map(drop),
    }
}

async fn same(
    tx: &impl ConnectionTrait,
    cart: i64,
    product: i64,
    chosen: &str,
) -> Result<Option<line::Model>, AppError> {
    let same = line::Entity::find()
        .filter(line::Column::CartId.eq(cart))
        .filter(line::Column::ProductId.eq(product))
        .filter(line::Column::Chosen.eq(chosen));
    Ok(same.one(tx).await?)
}

async fn insert(tx: &impl ConnectionTrait, cart: i64, line: Line) -> Result<i64, AppError> {
    let row = line::ActiveModel {
        id: NotSet,
        cart_id: Set(cart),
        product_id: Set(line.product),
        quantity: Set(line.quantity),
        chosen: Set(line.chosen),
    };
    Ok(line::Entity::insert(row).exec_with_returning(tx).await?.id)
}

/// How many things are in the cart of `owner`.
pub async fn count(db: &impl ConnectionTrait, owner: &Owner) -> Result<i64, AppError> {
    let (whose, value) = match owner {
        Owner::Customer(id) => ("customer_id", (*id).into()),
        Owner::Guest(token) => ("token_hash", token.hash().into()),
        Owner::GuestOf(hash) => ("token_hash", hash.clone().into()),
    };
    let sql = format!(
        "SELECT CAST(SUM(l.quantity) AS BIGINT) FROM carts c JOIN cart_lines l ON l.cart_id = c.id WHERE c.{whose} = $1"
    );
    let row = db.query_one_raw(statement(db, &sql, [value])).await?;
    let sum = row.map(|row| row.try_get_by_index::<Option<i64>>(0));
    Ok(sum.transpose()?.flatten().unwrap_or(0))
}

/// Adds `quantity` to the line with the same product and choices, or adds a line; returns the line's id.
pub async fn add(
    tx: &impl ConnectionTrait,
    cart: i64,
    product: i64,
    chosen: &LineChoices,
    quantity: i64,
) -> Result<i64, AppError> {
    let chosen = serde_json::to_string(chosen).map_err(AppError::internal)?;
    if let Some(line) = same(tx, cart, product, &chosen).await? {
        set_quantity(tx, cart, line.id, line.quantity + quantity).await?;
        return Ok(line.id);
    }
    let line = Line {
        product,
        chosen,
        quantity,
    };
    touch(tx, cart).await?;
    insert(tx, cart, line).await
}

/// Lets the line `id` of the cart `cart` hold this many.
pub async fn set_quantity(
    tx: &impl ConnectionTrait,
    cart: i64,
    id: i64,
    quantity: i64,
) -> Result<(), AppError> {
    line::Entity::update_many()
        .col_expr(line::Column::Quantity, Expr::value(quantity))
        .filter(line::Column::CartId.eq(cart))
        .filter(line::Column::Id.eq(id))
        .exec(tx)
        .await?;
    touch(tx, cart).await
}

/// Takes the lines `ids` out of the cart `cart`.
pub async fn remove(tx: &impl ConnectionTrait, cart: i64, ids: &[i64]) -> Result<(), AppError> {
    line::Entity::delete_many()
        .filter(line::Column::CartId.eq(cart))
        .filter(line::Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    touch(tx, cart).await
}

/// Whether the cart of this public id is a customer's.
pub async fn is_customers(db: &impl ConnectionTrait, public_id: &str) -> Result<bool, AppError> {
    let found = cart::Entity::find()
        .filter(cart::Column::PublicId.eq(public_id))
        .filter(cart::Column::CustomerId.is_not_null());
    Ok(found.one(db).await?.is_some())
}

/// Deletes the guests' carts that nobody touched since `before`, and those without an e-mail address
/// since `before_nameless`; how many there were.
pub async fn purge(
    db: &impl ConnectionTrait,
    before: i64,
    before_nameless: i64,
) -> Result<u64, AppError> {
    // `Details` writes the e-mail address first.
    let nameless = Condition::any()
        .add(cart::Column::Details.eq("{}"))
        .add(cart::Column::Details.starts_with(r#"{"email":"","#));
    let nameless = Condition::all()
        .add(nameless)
        .add(cart::Column::UpdatedAt.lt(before_nameless));
    let old = Condition::any()
        .add(cart::Column::UpdatedAt.lt(before))
        .add(nameless);
    let gone = cart::Entity::delete_many()
        .filter(cart::Column::CustomerId.is_null())
        .filter(old)
        .exec(db)
        .await?;
    Ok(gone.rows_affected)
}

/// Deletes the cart `id` with everything in it; lines that cannot be read are set aside.
pub async fn delete(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<(), AppError> {
    for line in rows(tx, id).await? {
        if serde_json::from_str::<LineChoices>(&line.chosen).is_err() {
            let origin = format!("{} × product {}", line.quantity, line.product_id);
            set_aside(tx, &origin, &line.chosen, now).await?;
        }
    }
    cart::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
