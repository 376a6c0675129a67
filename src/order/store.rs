//! Orders in the database.

use super::{
    Document,
    entity::{letter, order},
};
use crate::{
    base::error::AppError,
    catalog,
    platform::{cookies::Token, db::statement},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// What orders are looked for by; everything that is there must hold.
#[derive(Clone, Debug, Default)]
pub struct OrderQuery {
    /// Whose.
    pub customer: Option<i64>,
    /// Words that number, names, SKUs or e-mail hold.
    pub words: String,
    /// Placed at this time or later.
    pub from: Option<i64>,
    /// Placed before this time.
    pub to: Option<i64>,
    /// Most that are found.
    pub most: Option<u64>,
}

/// The order of this public id.
pub async fn by_public_id(
    db: &impl ConnectionTrait,
    public_id: &str,
) -> Result<Option<order::Model>, AppError> {
    let found = order::Entity::find().filter(order::Column::PublicId.eq(public_id));
    Ok(found.one(db).await?)
}

/// The latest order that this token was given for and that was never shown to its shopper.
pub async fn unannounced(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<order::Model>, AppError> {
    let found = order::Entity::find()
        .filter(order::Column::SecretHash.eq(token.hash()))
        .filter(order::Column::Announced.eq(false))
        .order_by_desc(order::Column::PlacedAt);
    Ok(found.one(db).await?)
}

/// Orders, the latest first.
pub async fn list(
    db: &impl ConnectionTrait,
    order_query: &OrderQuery,
) -> Result<Vec<order::Model>, AppError> {
    let mut all = Condition::all().add_option(
        order_query
            .customer
            .map(|customer| order::Column::CustomerId.eq(customer)),
    );
    for word in order_query.words.to_lowercase().split_whitespace() {
        all = all.add(order::Column::Words.contains(word));
    }
    all = all
        .add_option(
            order_query
                .from
                .map(|from| order::Column::PlacedAt.gte(from)),
        )
        .add_option(order_query.to.map(|to| order::Column::PlacedAt.lt(to)));
    let found = order::Entity::find()
        .filter(all)
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id)
        .limit(order_query.most);
    Ok(found.all(db).await?)
}

/// What was ordered.
pub fn document(order: &order::Model) -> Result<Document, AppError> {
    serde_json::from_str(&order.document).map_err(|error| {
        tracing::error!(%error, order = order.public_id, "an order that cannot be read");
        AppError::Internal
    })
}

/// How many orders used the coupon `code`.
pub async fn coupon_uses(db: &impl ConnectionTrait, code: &str) -> Result<i64, AppError> {
    let sql = "SELECT orders FROM coupon_uses WHERE code = $1";
    let row = db.query_one_raw(statement(db, sql, [code.into()])).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}

/// Counts one more order with the coupon `code`.
pub async fn use_coupon(tx: &impl ConnectionTrait, code: &str) -> Result<(), AppError> {
    let sql = "INSERT INTO coupon_uses (code, orders) VALUES ($1, 1) \
               ON CONFLICT (code) DO UPDATE SET orders = coupon_uses.orders + 1";
    tx.execute_raw(statement(tx, sql, [code.into()])).await?;
    Ok(())
}

/// Whether the order is shown to its shopper for the first time.
pub async fn announce(db: &impl ConnectionTrait, id: i64) -> Result<bool, AppError> {
    let sql = "UPDATE orders SET announced = TRUE WHERE id = $1 AND NOT announced";
    let done = db.execute_raw(statement(db, sql, [id.into()])).await?;
    Ok(done.rows_affected() > 0)
}

/// Lets the browser with this token see the order `id`, and no other guest's any more.
pub async fn give(db: &impl ConnectionTrait, id: i64, token: &Token) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        secret_hash: Set(token.hash()),
        ..Default::default()
    };
    order::Entity::update(row).exec(db).await?;
    Ok(())
}

/// Adds an order.
pub async fn add(tx: &impl ConnectionTrait, order: order::Model) -> Result<(), AppError> {
    let row: order::ActiveModel = order.into();
    order::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Changes where an order stands.
pub async fn set_status(
    tx: &impl ConnectionTrait,
    id: i64,
    payment: Option<String>,
    fulfillment: Option<String>,
) -> Result<(), AppError> {
    let set = |value: Option<String>| value.map_or(NotSet, Set);
    let row = order::ActiveModel {
        id: Set(id),
        payment_status: set(payment),
        fulfillment_status: set(fulfillment),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes that the shopper withdrew; whether that is news.
pub async fn withdraw(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<bool, AppError> {
    let sql = "UPDATE orders SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL";
    let done = tx
        .execute_raw(statement(tx, sql, [now.into(), id.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// When the next e-mail to `recipient` about a new order is due: after the third within an hour,
/// one an hour.
pub async fn next_confirmation(
    tx: &impl ConnectionTrait,
    recipient: &str,
    now: i64,
) -> Result<i64, AppError> {
    let recent = letter::Entity::find()
        .filter(letter::Column::Recipient.eq(recipient))
        .filter(letter::Column::DueAt.gt(now - 3_600))
        .order_by_desc(letter::Column::DueAt)
        .all(tx)
        .await?;
    let last = recent.first().filter(|_| recent.len() >= 3);
    Ok(last.map_or(now, |last| last.due_at + 3_600))
}

/// Gives back the coupon's use of an order that is cancelled. Returns `true` if that is news.
pub async fn return_coupon(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut Document,
) -> Result<bool, AppError> {
    const RETURN: &str =
        "UPDATE coupon_uses SET orders = orders - 1 WHERE code = $1 AND orders > 0";
    let Some(code) = document.coupon_code.clone() else {
        return Ok(false);
    };
    if std::mem::replace(&mut document.coupon_returned, true) {
        return Ok(false);
    }
    tx.execute_raw(statement(tx, RETURN, [code.into()])).await?;
    set_document(tx, id, document).await?;
    Ok(true)
}

async fn set_document(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &Document,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        document: Set(serde_json::to_string(document).map_err(|_| AppError::Internal)?),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// An e-mail to send as soon as the transaction holds.
pub async fn post(
    tx: &impl ConnectionTrait,
    order: i64,
    recipient: &str,
    letter: super::letter::Email,
    now: i64,
) -> Result<(), AppError> {
    enqueue(tx, Some(order), recipient, letter, now, now).await
}

/// An e-mail that belongs to no order, to send as soon as the transaction holds.
pub async fn post_to(
    tx: &impl ConnectionTrait,
    recipient: &str,
    letter: super::letter::Email,
    now: i64,
) -> Result<(), AppError> {
    enqueue(tx, None, recipient, letter, now, now).await
}

/// An e-mail to send when it is `due`, in UNIX seconds.
pub async fn post_at(
    tx: &impl ConnectionTrait,
    order: i64,
    recipient: &str,
    letter: super::letter::Email,
    now: i64,
    due: i64,
) -> Result<(), AppError> {
    enqueue(tx, Some(order), recipient, letter, now, due).await
}

async fn enqueue(
    tx: &impl ConnectionTrait,
    order: Option<i64>,
    recipient: &str,
    letter: super::letter::Email,
    now: i64,
    due: i64,
) -> Result<(), AppError> {
    let row = letter::ActiveModel {
        id: NotSet,
        order_id: Set(order),
        recipient: Set(recipient.to_owned()),
        subject: Set(letter.subject),
        text: Set(letter.text),
        html: Set(letter.html),
        created_at: Set(now),
        sent_at: Set(None),
        attempts: Set(0),
        due_at: Set(due),
        ..Default::default()
    };
    letter::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Takes `quantity` off the stock of a product, or of its variation if that has its own; `None` if
/// there are not that many, else whether none are left.
pub async fn take(
    tx: &impl ConnectionTrait,
    product: i64,
    variation: Option<i64>,
    quantity: i64,
) -> Result<Option<bool>, AppError> {
    let (table, id) = match variation {
        Some(id) => ("variations", id),
        None => ("products", product),
    };
    let sql = format!(
        "UPDATE {table} SET stock = stock - $1 WHERE id = $2 AND stock >= $1 RETURNING stock"
    );
    let taken = tx
        .query_one_raw(statement(tx, &sql, [quantity.into(), id.into()]))
        .await?;
    Ok(match taken {
        Some(row) => Some(row.try_get_by_index::<i64>(0)? == 0),
        None => None,
    })
}

/// Puts what was ordered back where its stock is counted; whether that is news.
pub async fn restock(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut Document,
) -> Result<bool, AppError> {
    if std::mem::replace(&mut document.restocked, true) {
        return Ok(false);
    }
    for item in &document.items {
        let at_variation = match item.variation {
            Some(variation) => give_back(tx, "variations", variation, item.quantity).await?,
            None => false,
        };
        if !at_variation {
            give_back(tx, "products", item.product, item.quantity).await?;
        }
    }
    set_document(tx, id, document).await?;
    let back: Vec<i64> = document.items.iter().map(|item| item.product).collect();
    catalog::store::note_stock(tx, &back).await?;
    Ok(true)
}

/// Adds `quantity` to the stock of the row `id`; whether it counts one.
async fn give_back(
    tx: &impl ConnectionTrait,
    table: &str,
    id: i64,
    quantity: i64,
) -> Result<bool, AppError> {
    let sql = format!("UPDATE {table} SET stock = stock + $1 WHERE id = $2 AND stock IS NOT NULL");
    let done = tx
        .execute_raw(statement(tx, &sql, [quantity.into(), id.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}
