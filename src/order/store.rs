//! Orders in the database.

use super::{
    OrderDocument,
    entity::order,
    status::{FulfillmentStatus, WithdrawalState},
    tracking::Tracking,
};
use crate::{
    account::context::Visitor,
    base::error::AppError,
    platform::{
        cookies::Token,
        db::{holds, statement},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// Most orders of one visitor that are looked through.
const MAX_OF_VISITOR: u64 = 500;

/// Search criteria for orders; all that are set must match.
#[derive(Clone, Debug, Default)]
pub struct OrderQuery {
    /// Id of the customer; orders that were never paid online are then left out.
    pub customer: Option<i64>,
    /// Words to find in the number, names, SKUs or e-mail address.
    pub words: String,
    /// Earliest time of placing, in UNIX seconds.
    pub from: Option<i64>,
    /// End of the time of placing, exclusive, in UNIX seconds.
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

/// The order of this id.
pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Option<order::Model>, AppError> {
    Ok(order::Entity::find_by_id(id).one(db).await?)
}

/// Ids of the orders that this token was given for.
pub async fn ids_of(db: &impl ConnectionTrait, token: &Token) -> Result<Vec<i64>, AppError> {
    let found = order::Entity::find()
        .select_only()
        .column(order::Column::Id)
        .filter(order::Column::SecretHash.eq(token.hash()));
    Ok(found.into_tuple().all(db).await?)
}

/// Returns the order with this public id, locked until the transaction ends.
pub async fn to_change(
    tx: &DatabaseTransaction,
    public_id: &str,
) -> Result<Option<order::Model>, AppError> {
    let found = order::Entity::find().filter(order::Column::PublicId.eq(public_id));
    Ok(found.lock_exclusive().one(tx).await?)
}

/// Returns the order `id`, locked until the transaction ends.
pub async fn id_to_change(
    tx: &DatabaseTransaction,
    id: i64,
) -> Result<Option<order::Model>, AppError> {
    let found = order::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(tx).await?)
}

/// The orders that `visitor` may have placed, the latest first: those of the customer, or of the tokens that the browser
/// holds (`order::place::is_of` says whether one is theirs).
pub async fn of_visitor(
    db: &impl ConnectionTrait,
    visitor: &Visitor,
) -> Result<Vec<order::Model>, AppError> {
    let customer = visitor.session.as_ref().map(|it| it.customer.id);
    let tokens = [&visitor.order_access_token, &visitor.cart_token];
    let hashes: Vec<Vec<u8>> = tokens.into_iter().flatten().map(Token::hash).collect();
    let mut theirs = Condition::any().add(order::Column::SecretHash.is_in(hashes));
    if let Some(customer) = customer {
        theirs = theirs.add(order::Column::CustomerId.eq(customer));
    }
    let found = order::Entity::find()
        .filter(theirs)
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id)
        .limit(MAX_OF_VISITOR);
    Ok(found.all(db).await?)
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

/// Returns the orders that match `order_query`, the latest first.
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
        all = all.add(holds(order::Column::Words, word));
    }
    all = all
        // What was never paid is no order to whoever did not.
        .add_option(
            order_query
                .customer
                .map(|_| order::Column::PaymentStatus.ne(PaymentStatus::Incomplete)),
        )
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

/// Returns how many orders `customer` has, including those never paid.
pub async fn count_of(db: &impl ConnectionTrait, customer: i64) -> Result<i64, AppError> {
    const COUNT: &str = "SELECT COUNT(*) FROM orders WHERE customer_id = $1";
    let row = db
        .query_one_raw(statement(db, COUNT, [customer.into()]))
        .await?;
    Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}

/// Up to `most` orders of `customer` that were placed before `before`, a time and an id; the latest first.
pub async fn page_of(
    db: &impl ConnectionTrait,
    customer: i64,
    before: (i64, i64),
    most: u64,
) -> Result<Vec<order::Model>, AppError> {
    let (placed_at, id) = before;
    let same = Condition::all()
        .add(order::Column::PlacedAt.eq(placed_at))
        .add(order::Column::Id.lt(id));
    let found = order::Entity::find()
        .filter(order::Column::CustomerId.eq(customer))
        .filter(order::Column::PlacedAt.lte(placed_at))
        .filter(
            Condition::any()
                .add(order::Column::PlacedAt.lt(placed_at))
                .add(same),
        )
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id)
        .limit(most);
    Ok(found.all(db).await?)
}

/// The latest orders that were placed with `email`, at most `most`.
pub async fn of_email(
    db: &impl ConnectionTrait,
    email: &str,
    most: u64,
) -> Result<Vec<order::Model>, AppError> {
    let found = order::Entity::find()
        .filter(order::Column::Email.eq(email))
        .order_by_desc(order::Column::PlacedAt)
        .limit(most);
    Ok(found.all(db).await?)
}

/// Returns every order of `customer`, the latest first, including those never paid.
pub async fn all_of(
    db: &impl ConnectionTrait,
    customer: i64,
) -> Result<Vec<order::Model>, AppError> {
    let found = order::Entity::find()
        .filter(order::Column::CustomerId.eq(customer))
        .order_by_desc(order::Column::PlacedAt)
        .order_by_desc(order::Column::Id);
    Ok(found.all(db).await?)
}

/// Returns the document of `order`; an internal error if its JSON cannot be read.
pub fn document(order: &order::Model) -> Result<OrderDocument, AppError> {
    serde_json::from_str(&order.document).map_err(|error| {
        tracing::error!(%error, order = order.public_id, "an order that cannot be read");
        AppError::Internal
    })
}

/// Notes that scripts were told of the order `id`; returns `true` if they had not been before.
pub async fn announce(db: &impl ConnectionTrait, id: i64) -> Result<bool, AppError> {
    let sql = "UPDATE orders SET announced = TRUE WHERE id = $1 AND NOT announced";
    let done = db.execute_raw(statement(db, sql, [id.into()])).await?;
    Ok(done.rows_affected() > 0)
}

/// Gives the browser with this token access to the order `id`; the browser that had access before loses it.
pub async fn grant_access(
    db: &impl ConnectionTrait,
    id: i64,
    token: &Token,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        secret_hash: Set(token.hash()),
        ..Default::default()
    };
    order::Entity::update(row).exec(db).await?;
    Ok(())
}

/// Gives a guest's order to `customer`.
pub async fn set_customer(
    tx: &impl ConnectionTrait,
    id: i64,
    customer: i64,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        customer_id: Set(Some(customer)),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
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
    payment: Option<PaymentStatus>,
    fulfillment: Option<FulfillmentStatus>,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        payment_status: payment.map_or(NotSet, Set),
        fulfillment_status: fulfillment.map_or(NotSet, Set),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Sets the carrier and the tracking number of the order `id`.
pub async fn set_tracking(
    tx: &impl ConnectionTrait,
    id: i64,
    tracking: &Tracking,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        tracking_number: Set(tracking.number.clone()),
        carrier: Set(tracking.carrier.clone()),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Something that happens to an order once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderMilestone {
    /// The money was there.
    Paid,
    /// It was sent, or could be fetched.
    Shipped,
}

/// Notes that something happened `now`; returns `true` if it had not happened before.
pub async fn note_time(
    tx: &impl ConnectionTrait,
    id: i64,
    time: OrderMilestone,
    now: i64,
) -> Result<bool, AppError> {
    let column = match time {
        OrderMilestone::Paid => "paid_at",
        OrderMilestone::Shipped => "shipped_at",
    };
    let sql = format!("UPDATE orders SET {column} = $1 WHERE id = $2 AND {column} IS NULL");
    let done = tx
        .execute_raw(statement(tx, &sql, [now.into(), id.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Forgets when the order `id` was sent: it was not, after all.
pub(super) async fn forget_shipped(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        shipped_at: Set(None),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes that the shopper withdrew; returns `true` if they had not before.
pub async fn withdraw(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<bool, AppError> {
    let sql = "UPDATE orders SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL";
    let done = tx
        .execute_raw(statement(tx, sql, [now.into(), id.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Gives back the coupon's use of an order that is cancelled. Returns `true` if the row changed.
pub async fn return_coupon(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut OrderDocument,
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

/// Keeps `document` as that of the order `id`.
pub(super) async fn set_document(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &OrderDocument,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        document: Set(serde_json::to_string(document).map_err(AppError::internal)?),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes what became of the withdrawal of the order `id`.
pub(super) async fn set_withdrawal(
    tx: &impl ConnectionTrait,
    id: i64,
    state: WithdrawalState,
) -> Result<(), AppError> {
    let row = order::ActiveModel {
        id: Set(id),
        withdrawal: Set(state),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Counts the withdrawals that wait for the merchant, up to `most`.
pub async fn withdrawals_open(db: &impl ConnectionTrait, most: usize) -> Result<usize, AppError> {
    // Letter by letter as its index has it (`m0025_one_order`).
    let sql = format!(
        "SELECT id FROM orders WHERE withdrawn_at IS NOT NULL AND withdrawal IN ('', 'ACCEPTED') LIMIT {most}"
    );
    Ok(db.query_all_raw(statement(db, &sql, [])).await?.len())
}
