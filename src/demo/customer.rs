//! The demo shop's customer.

use crate::{
    account::{
        entity::{address, customer, customer_group},
        password::Passwords,
        store,
    },
    base::{date, error::AppError},
    platform::db::Db,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, PaginatorTrait};

/// E-mail of the demo customer.
pub const DEMO_EMAIL: &str = "shopper@example.com";
/// Password of the demo customer, in the demo shop only.
pub const DEMO_PASSWORD: &str = "awning-demo";

/// Fills an empty shop; whether it was empty.
pub async fn seed(db: &Db, passwords: &Passwords) -> Result<bool, AppError> {
    if customer::Entity::find().count(&db.read).await? > 0 {
        return Ok(false);
    }
    let hash = passwords.hash(DEMO_PASSWORD).await?;
    let tx = db.begin().await?;
    let group = customer_group::ActiveModel {
        name: Set("Collectors".into()),
        ..Default::default()
    }
    .insert(&tx)
    .await?;
    let row = store::add(&tx, DEMO_EMAIL, "Robin Marsh", hash, date::now())
        .await?
        .ok_or(AppError::Internal)?;
    let id = row.id;
    let mut row = row.into_active_model();
    row.group_id = Set(Some(group.id));
    row.update(&tx).await?;
    for position in [None, Some(0), Some(1)] {
        address::Entity::insert(demo_address(id, position))
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(true)
}

fn demo_address(customer_id: i64, position: Option<i64>) -> address::ActiveModel {
    let (street, city, postal_code) = match position {
        Some(1) => ("Kanaalkade 12", "Haarlem", "2011 AB"),
        _ => ("Lijnbaan 4\nTop floor", "Rotterdam", "3012 EN"),
    };
    address::ActiveModel {
        customer_id: Set(customer_id),
        position: Set(position),
        name: Set("Robin Marsh".into()),
        company_name: Set(position.is_none().then(|| "Marsh & Daughters".into())),
        street: Set(Some(street.into())),
        city: Set(Some(city.into())),
        country_code: Set(Some("NL".into())),
        country_name: Set(Some("Netherlands".into())),
        postal_code: Set(Some(postal_code.into())),
        state_or_province_code: Set(Some("ZH".into())),
        phone: Set(Some("+31 10 555 0100".into())),
        ..Default::default()
    }
}
