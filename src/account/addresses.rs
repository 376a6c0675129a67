//! The address book in the database.

use super::entity::{address, customer};
use crate::base::{error::AppError, person::Person};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// Most addresses in a book.
pub const MAX_ADDRESSES: usize = 50;

/// Replaces the address `id` in the customer's book by `person`, or appends it; `false` if the book is full, or lacks `id`.
///
/// An address that is in the book already is replaced, not doubled.
pub async fn keep(
    tx: &impl ConnectionTrait,
    customer: i64,
    id: Option<i64>,
    person: &Person,
) -> Result<bool, AppError> {
    let book = book_to_change(tx, customer).await?;
    let changed = book.iter().find(|it| Some(it.id) == id);
    if id.is_some() && changed.is_none() {
        return Ok(false);
    }
    let twin = book
        .iter()
        .find(|it| Some(it.id) != id && Person::from((*it).clone()).is_at_same_address_as(person));
    if let (Some(_), Some(twin)) = (changed, twin) {
        remove(tx, customer, twin.id).await?;
    }
    if let Some(known) = changed.or(twin) {
        // Whichever of the two stood first.
        let position = changed
            .into_iter()
            .chain(twin)
            .filter_map(|it| it.position)
            .min();
        let row = address::ActiveModel {
            id: Set(known.id),
            ..row(customer, position, person)
        };
        address::Entity::update(row).exec(tx).await?;
        return Ok(true);
    }
    if book.len() >= MAX_ADDRESSES {
        return Ok(false);
    }
    let last = book.last().and_then(|last| last.position);
    let position = last.map_or(0, |last| last + 1);
    address::Entity::insert(row(customer, Some(position), person))
        .exec_without_returning(tx)
        .await?;
    Ok(true)
}

/// Puts the address `id` first in the book of `customer`: it is the one that orders begin with.
pub async fn make_default(
    tx: &impl ConnectionTrait,
    customer: i64,
    id: i64,
) -> Result<(), AppError> {
    let mut book = book_to_change(tx, customer).await?;
    book.sort_by_key(|it| it.id != id);
    for (position, it) in (0..).zip(&book) {
        let row = address::ActiveModel {
            id: Set(it.id),
            position: Set(Some(position)),
            ..Default::default()
        };
        address::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// Stores `person` as the customer's billing address, in place of the address `id` if there is one.
pub async fn keep_billing(
    tx: &impl ConnectionTrait,
    customer: i64,
    id: Option<i64>,
    person: &Person,
) -> Result<(), AppError> {
    let row = row(customer, None, person);
    match id {
        Some(id) => {
            let row = address::ActiveModel { id: Set(id), ..row };
            address::Entity::update(row).exec(tx).await?;
        }
        None => {
            address::Entity::insert(row)
                .exec_without_returning(tx)
                .await?;
        }
    }
    Ok(())
}

/// Returns the customer's address book in its order, locked until the transaction ends.
async fn book_to_change(
    tx: &impl ConnectionTrait,
    customer: i64,
) -> Result<Vec<address::Model>, AppError> {
    let owner = customer::Entity::find_by_id(customer).lock_exclusive();
    owner.one(tx).await?;
    Ok(address::Entity::find()
        .filter(address::Column::CustomerId.eq(customer))
        .filter(address::Column::Position.is_not_null())
        .order_by_asc(address::Column::Position)
        .all(tx)
        .await?)
}

/// Takes the address `id` out of the book of `customer`.
pub async fn remove(tx: &impl ConnectionTrait, customer: i64, id: i64) -> Result<(), AppError> {
    address::Entity::delete_many()
        .filter(address::Column::CustomerId.eq(customer))
        .filter(address::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

fn row(customer: i64, position: Option<i64>, person: &Person) -> address::ActiveModel {
    let text = |text: &str| Set((!text.is_empty()).then(|| text.to_owned()));
    address::ActiveModel {
        id: NotSet,
        customer_id: Set(customer),
        position: Set(position),
        name: Set(person.name.clone()),
        company_name: text(&person.company_name),
        street: text(&person.street),
        city: text(&person.city),
        country_code: text(&person.country_code),
        country_name: text(&person.country_name),
        postal_code: text(&person.postal_code),
        state_or_province_code: text(&person.state_or_province_code),
        phone: text(&person.phone),
    }
}
