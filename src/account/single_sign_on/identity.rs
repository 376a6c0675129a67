//! Maps users of the merchant's own site to customers, and creates or updates those.

use super::payload::{PayloadRefusal, Profile, SignOn};
use crate::{
    account::{
        addresses, email_proof,
        entity::{address, customer},
        hooks::CustomerRecords,
        sessions::store as session,
        store,
    },
    base::{error::AppError, person::Person, validate},
    platform::db::statement,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};

/// Returns the customer with this single sign-on identity, if any.
pub async fn known(
    db: &impl ConnectionTrait,
    sign_on: &SignOn,
) -> Result<Option<customer::Model>, AppError> {
    const FIND: &str = "SELECT customer_id FROM sso_identities WHERE app = $1 AND user_id = $2";
    let values = [
        sign_on.app_client_id.as_str().into(),
        sign_on.user_id.as_str().into(),
    ];
    let Some(row) = db.query_one_raw(statement(db, FIND, values)).await? else {
        return Ok(None);
    };
    let id: i64 = row.try_get("", "customer_id")?;
    Ok(customer::Entity::find_by_id(id).one(db).await?)
}

/// Returns the single sign-on identities of `customer`: pairs of app and user id.
pub async fn identities(
    db: &impl ConnectionTrait,
    customer: i64,
) -> Result<Vec<(String, String)>, AppError> {
    const FIND: &str =
        "SELECT app, user_id FROM sso_identities WHERE customer_id = $1 ORDER BY app, user_id";
    let rows = db
        .query_all_raw(statement(db, FIND, [customer.into()]))
        .await?;
    let each = rows
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
    each.collect()
}

/// Creates a customer for this user, with the addresses that the site sent.
pub async fn create(
    tx: &impl ConnectionTrait,
    sign_on: &SignOn,
    now: i64,
) -> Result<Result<customer::Model, PayloadRefusal>, AppError> {
    const KNOW: &str = "INSERT INTO sso_identities (app, user_id, customer_id) VALUES ($1, $2, $3)";
    let profile = &sign_on.profile;
    let Some(email) = validate::email(&profile.email) else {
        return Ok(Err(PayloadRefusal::Malformed));
    };
    let since = profile.registered.filter(|since| (1..now).contains(since));
    let name = name(profile).unwrap_or_default();
    // Without a password: nobody signs in here but by the site, or by a code in an e-mail.
    let added = store::add(tx, &email, &name, String::new(), since.unwrap_or(now)).await?;
    let Some(row) = added else {
        return Ok(Err(PayloadRefusal::EmailTaken));
    };
    let values = [
        sign_on.app_client_id.as_str().into(),
        sign_on.user_id.as_str().into(),
        row.id.into(),
    ];
    tx.execute_raw(statement(tx, KNOW, values)).await?;
    for address in &profile.shipping_addresses {
        let person = address.person();
        if !person.name.is_empty() {
            addresses::keep(tx, row.id, None, person).await?;
        }
    }
    bill(tx, row.id, profile).await?;
    Ok(Ok(row))
}

/// Takes over what the site says of a customer who is known; the address book is the customer's own by now.
pub async fn update(
    tx: &DatabaseTransaction,
    records: &[Box<dyn CustomerRecords>],
    row: customer::Model,
    profile: &Profile,
) -> Result<customer::Model, AppError> {
    bill(tx, row.id, profile).await?;
    let email = validate::email(&profile.email).filter(|email| *email != row.email);
    let name = name(profile).filter(|name| *name != row.name);
    if email.is_none() && name.is_none() {
        return Ok(row);
    }
    if let Some(email) = email {
        change_email(tx, records, &row, &email).await?;
    }
    if let Some(name) = name {
        let change = customer::ActiveModel {
            id: Set(row.id),
            name: Set(name),
            ..Default::default()
        };
        customer::Entity::update(change).exec(tx).await?;
    }
    store::by_id(tx, row.id).await?.ok_or(AppError::Internal)
}

/// Gives the customer `row` the address `email`, unless it is another customer's.
///
/// Every session ends, and what was sent to the old address opens the account no more.
async fn change_email(
    tx: &DatabaseTransaction,
    records: &[Box<dyn CustomerRecords>],
    row: &customer::Model,
    email: &str,
) -> Result<(), AppError> {
    if !store::set_email(tx, row.id, email).await? {
        tracing::warn!(
            customer = row.id,
            "an e-mail address of single sign-on is another customer's"
        );
        return Ok(());
    }
    for records in records {
        records.email_changed(tx, row.id, &row.email, email).await?;
    }
    session::end_others(tx, row.id, None).await?;
    for address in [row.email.as_str(), email] {
        email_proof::end_of_account(tx, row.id, address).await?;
    }
    Ok(())
}

/// Keeps whom bills go to, if the site says that.
async fn bill(tx: &impl ConnectionTrait, customer: i64, profile: &Profile) -> Result<(), AppError> {
    let Some(person) = profile
        .billing_person
        .as_ref()
        .filter(|it| !it.name.is_empty())
    else {
        return Ok(());
    };
    let own = address::Entity::find()
        .filter(address::Column::CustomerId.eq(customer))
        .filter(address::Column::Position.is_null());
    let known = own.one(tx).await?;
    if known
        .as_ref()
        .is_some_and(|row| Person::from(row.clone()) == *person)
    {
        return Ok(());
    }
    addresses::keep_billing(tx, customer, known.map(|row| row.id), person).await
}

fn name(profile: &Profile) -> Option<String> {
    validate::name(&profile.billing_person.as_ref()?.name)
}
