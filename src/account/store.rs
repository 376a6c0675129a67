//! Customers in the database.

use super::{
    entity::{address, customer, customer_group},
    profile::Profile,
};
use crate::{account::Customer, base::error::AppError};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, Order, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, NullOrdering, OnConflict},
};

/// The customer of `row` as pages and scripts of store `owner_id` see them, with group and addresses.
pub async fn customer(
    db: &impl ConnectionTrait,
    row: &customer::Model,
    owner_id: u32,
) -> Result<Customer, AppError> {
    let group = match row.group_id {
        Some(id) => customer_group::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let addresses = addresses(db, row.id).await?;
    Ok(assemble(row, group, addresses, owner_id))
}

/// Returns the addresses of the customer `id`: the billing address first, then the address book in its order.
pub async fn addresses(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Vec<address::Model>, AppError> {
    Ok(address::Entity::find()
        .filter(address::Column::CustomerId.eq(id))
        .order_by_with_nulls(address::Column::Position, Order::Asc, NullOrdering::First)
        .all(db)
        .await?)
}

/// The customer that these rows describe.
pub fn assemble(
    row: &customer::Model,
    group: Option<customer_group::Model>,
    addresses: Vec<address::Model>,
    owner_id: u32,
) -> Customer {
    Customer {
        id: row.id,
        email: row.email.clone(),
        name: row.name.clone(),
        profile: Profile::new(row, group.as_ref(), addresses, owner_id).to_json(),
        group: group.map(|group| group.name),
    }
}

/// The customer with this address, already in its stored form.
pub async fn by_email(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<customer::Model>, AppError> {
    Ok(customer::Entity::find()
        .filter(customer::Column::Email.eq(email))
        .one(db)
        .await?)
}

/// The customer with this id.
pub async fn by_id(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<customer::Model>, AppError> {
    Ok(customer::Entity::find_by_id(id).one(db).await?)
}

/// Returns the customer with this id, locked until the transaction ends.
pub async fn to_change(
    tx: &DatabaseTransaction,
    id: i64,
) -> Result<Option<customer::Model>, AppError> {
    let found = customer::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(tx).await?)
}

/// Gives a customer another name.
pub async fn set_name(db: &impl ConnectionTrait, id: i64, name: &str) -> Result<(), AppError> {
    let row = customer::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        ..Default::default()
    };
    customer::Entity::update(row).exec(db).await?;
    Ok(())
}

/// Sets the customer's e-mail address and raises their epoch, which ends every earlier session; `false` if it is taken.
pub async fn set_email(tx: &impl ConnectionTrait, id: i64, email: &str) -> Result<bool, AppError> {
    if by_email(tx, email).await?.is_some() {
        return Ok(false);
    }
    customer::Entity::update_many()
        .col_expr(customer::Column::Email, Expr::value(email))
        .col_expr(
            customer::Column::AuthEpoch,
            Expr::col(customer::Column::AuthEpoch).add(1),
        )
        .filter(customer::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(true)
}

/// Adds a customer; `None` if the address has an account.
pub async fn add(
    tx: &impl ConnectionTrait,
    email: &str,
    name: &str,
    password_hash: String,
    now: i64,
) -> Result<Option<customer::Model>, AppError> {
    let row = customer::ActiveModel {
        email: Set(email.to_owned()),
        name: Set(name.to_owned()),
        password_hash: Set(password_hash),
        auth_epoch: Set(0),
        registered_at: Set(now),
        ..Default::default()
    };
    // Refused by the database as a violation, it would end the whole transaction on PostgreSQL.
    let unless_taken = OnConflict::column(customer::Column::Email)
        .do_nothing()
        .to_owned();
    let insert = customer::Entity::insert(row).on_conflict(unless_taken);
    match insert.exec_with_returning(tx).await {
        Ok(row) => Ok(Some(row)),
        Err(DbErr::RecordNotInserted | DbErr::RecordNotFound(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Returns the customer with this e-mail address, added without a password if there is none, and whether they were added.
pub async fn find_or_add(
    tx: &impl ConnectionTrait,
    email: &str,
    name: &str,
    now: i64,
) -> Result<(customer::Model, bool), AppError> {
    if let Some(row) = by_email(tx, email).await? {
        return Ok((row, false));
    }
    match add(tx, email, name, String::new(), now).await? {
        Some(row) => Ok((row, true)),
        // Somebody was quicker.
        None => Err(AppError::Contended),
    }
}

/// Stores a new password and raises the epoch, which ends every session of before.
pub async fn set_password(
    tx: &impl ConnectionTrait,
    id: i64,
    password_hash: String,
) -> Result<(), AppError> {
    customer::Entity::update_many()
        .col_expr(customer::Column::PasswordHash, Expr::value(password_hash))
        .col_expr(
            customer::Column::AuthEpoch,
            Expr::col(customer::Column::AuthEpoch).add(1),
        )
        .filter(customer::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
