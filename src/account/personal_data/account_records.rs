//! What this room and the outbox keep of a customer.

use super::{
    deletion,
    record::{Record, Section, Value},
};
use crate::{
    account::{
        customers::note,
        entity::{address, customer, customer_group, session},
        hooks::DataSubject,
        single_sign_on,
    },
    base::{error::AppError, person},
    platform::{db::statement, mail},
    text::personal_data::DataTexts,
};
use sea_orm::sea_query::NullOrdering;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Order, QueryFilter, QueryOrder};

/// The customer, and what they have proved.
pub async fn person<'a>(
    db: &impl ConnectionTrait,
    customer: &'a customer::Model,
) -> Result<DataSubject<'a>, AppError> {
    let sites = single_sign_on::identities(db, customer.id).await?;
    Ok(DataSubject {
        customer,
        reads_mail: sites.is_empty(),
    })
}

/// The account, its addresses, where it is signed in, what was asked for it, and e-mails to it.
pub async fn sections(
    db: &impl ConnectionTrait,
    person: DataSubject<'_>,
    d: &'static DataTexts,
) -> Result<Vec<Section>, AppError> {
    let customer = person.customer;
    Ok(vec![
        Section::new("account", d.account, vec![account(db, customer, d).await?]),
        Section::new(
            "addresses",
            d.addresses,
            addresses(db, customer.id, d).await?,
        ),
        Section::new("sessions", d.sessions, sessions(db, customer.id, d).await?),
        Section::new(
            "knownDevices",
            d.devices,
            devices(db, customer.id, d).await?,
        ),
        Section::new(
            "singleSignOn",
            d.sign_ons,
            sign_ons(db, customer.id, d).await?,
        ),
        Section::new("requests", d.requests, requests(db, person, d).await?),
        Section::new("emails", d.emails, emails(db, person, d).await?),
        Section::new("notes", d.notes, notes(db, customer.id, d).await?),
    ])
}

async fn account(
    db: &impl ConnectionTrait,
    customer: &customer::Model,
    d: &DataTexts,
) -> Result<Record, AppError> {
    let group = match customer.group_id {
        Some(id) => customer_group::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let has_password = !customer.password_hash.is_empty();
    Ok(Record::default()
        .with("id", d.id, Value::Number(customer.id))
        .text("email", d.email, &customer.email)
        .text("name", d.name, &customer.name)
        .time("registeredAt", d.registered, customer.registered_at)
        .text(
            "group",
            d.group,
            &group.map(|it| it.name).unwrap_or_default(),
        )
        .text("phone", d.phone, &customer.phone)
        .with(
            "taxExempt",
            d.tax_exempt,
            customer.is_exempt.then_some(Value::Truth(true)),
        )
        .text("taxId", d.tax_id, &customer.tax_id)
        .with("hasPassword", d.has_password, Value::Truth(has_password))
        .time(
            "willBeDeletedAt",
            d.will_be_deleted,
            deletion::due(db, customer.id).await?,
        ))
}

async fn addresses(
    db: &impl ConnectionTrait,
    customer: i64,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    let found = address::Entity::find()
        .filter(address::Column::CustomerId.eq(customer))
        .order_by_with_nulls(address::Column::Position, Order::Asc, NullOrdering::First);
    let rows = found.all(db).await?;
    let record = |row: address::Model| {
        let is_billing = row.position.is_none();
        Record::person(&person::Person::from(row), d).with(
            "isBilling",
            d.is_billing,
            Value::Truth(is_billing),
        )
    };
    Ok(rows.into_iter().map(record).collect())
}

async fn sessions(
    db: &impl ConnectionTrait,
    customer: i64,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    let found = session::Entity::find()
        .filter(session::Column::CustomerId.eq(customer))
        .filter(session::Column::Staff.eq(""))
        .order_by_desc(session::Column::LastSeenAt);
    let rows = found.all(db).await?;
    let record = |row: session::Model| {
        Record::default()
            .text("browser", d.browser, &row.user_agent)
            .text("network", d.network, &row.network)
            .time("beganAt", d.began, row.created_at)
            .time("lastUsedAt", d.last_used, row.last_seen_at)
            .time("endsAt", d.ends, row.expires_at)
    };
    Ok(rows.into_iter().map(record).collect())
}

async fn devices(
    db: &impl ConnectionTrait,
    customer: i64,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    const FIND: &str =
        "SELECT used_at FROM known_devices WHERE customer_id = $1 ORDER BY used_at DESC";
    let rows = db
        .query_all_raw(statement(db, FIND, [customer.into()]))
        .await?;
    let record = |row: &sea_orm::QueryResult| {
        let used: i64 = row.try_get_by_index(0)?;
        Ok(Record::default().time("lastUsedAt", d.last_used, used))
    };
    rows.iter().map(record).collect()
}

async fn sign_ons(
    db: &impl ConnectionTrait,
    customer: i64,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    let known = single_sign_on::identities(db, customer).await?;
    let record = |(app, user): (String, String)| {
        Record::default()
            .text("app", d.app, &app)
            .text("userId", d.user, &user)
    };
    Ok(known.into_iter().map(record).collect())
}

/// What staff noted.
async fn notes(
    db: &impl ConnectionTrait,
    customer: i64,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    let record = |note: note::Note| {
        Record::default()
            .time("writtenAt", d.written, note.at)
            .text("text", d.text, &note.text)
    };
    let all = note::of(db, customer).await?;
    Ok(all.into_iter().map(record).collect())
}

/// E-mails with a code or a link that can still be used.
async fn requests(
    db: &impl ConnectionTrait,
    person: DataSubject<'_>,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    const FIND: &str = "SELECT email, created_at FROM email_proofs \
        WHERE customer_id = $1 OR email = $2 ORDER BY created_at DESC";
    let email = if person.reads_mail {
        &person.customer.email
    } else {
        ""
    };
    let values = [person.customer.id.into(), email.into()];
    let rows = db.query_all_raw(statement(db, FIND, values)).await?;
    let record = |row: &sea_orm::QueryResult| {
        let (email, at): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok(Record::default()
            .text("email", d.email, &email)
            .time("askedAt", d.asked, at))
    };
    rows.iter().map(record).collect()
}

/// E-mails that went to the account's address since there is an account: of before, it may have been somebody else's.
async fn emails(
    db: &impl ConnectionTrait,
    person: DataSubject<'_>,
    d: &DataTexts,
) -> Result<Vec<Record>, AppError> {
    let customer = person.customer;
    let rows = if person.reads_mail {
        mail::to(db, &customer.email, customer.registered_at).await?
    } else {
        Vec::new()
    };
    Ok(rows.iter().map(|row| Record::email(row, d)).collect())
}
