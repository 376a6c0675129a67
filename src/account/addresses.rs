//! The address book in the database.

use super::entity::address;
use crate::base::{error::AppError, person::Person};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};

/// Most addresses in a book.
pub const MOST_ADDRESSES: u64 = 50;

/// Puts `person` into the book of `customer`: in place of the address `id`, or at its end. `false`
/// if the book is full, or has no such address.
pub async fn keep(
    tx: &impl ConnectionTrait,
    customer: i64,
    id: Option<i64>,
    person: &Person,
) -> Result<bool, AppError> {
    let book = address::Entity::find()
        .filter(address::Column::CustomerId.eq(customer))
        .filter(address::Column::Position.is_not_null());
    if let Some(id) = id {
        let known = book.filter(address::Column::Id.eq(id)).one(tx).await?;
        let Some(known) = known else {
            return Ok(false);
        };
        let row = address::ActiveModel {
            id: Set(id),
            ..row(customer, known.position, person)
        };
        address::Entity::update(row).exec(tx).await?;
        return Ok(true);
    }
    if book.clone().count(tx).await? >= MOST_ADDRESSES {
        return Ok(false);
    }
    let last = book
        .order_by_desc(address::Column::Position)
        .one(tx)
        .await?;
    let position = last
        .and_then(|last| last.position)
        .map_or(0, |last| last + 1);
    address::Entity::insert(row(customer, Some(position), person))
        .exec_without_returning(tx)
        .await?;
    Ok(true)
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
