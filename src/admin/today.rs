//! The start page, and what the shop is running on.

use super::{drafts, request::AdminRequest, staff::role::Right};
use crate::{
    base::{date, error::AppError},
    platform::{
        db::{statement, without_password},
        jobs,
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;

/// `GET /`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let snapshot = asked.state.shop.catalog.snapshot();
    let products = snapshot.cards().len();
    let (waiting, unpaid) = orders(&asked).await?;
    let (late, oldest) = jobs::due(&asked.state.shop.db.read, date::now()).await?;
    let name = asked
        .signed
        .as_ref()
        .map(|it| it.staff.name.clone())
        .unwrap_or_default();
    let tile = |number: String, what: &'static str| {
        view! { <li class="tile"><strong>{number}</strong><span>{what}</span></li> }
    };
    let guide = asked.may(Right::ChangeSettings).then(|| {
        view! { <p><a class="button" href="/guide">"Set up your shop"</a></p> }
    });
    let drafts = match asked.may(Right::ChangeContent) {
        true => drafts::count(&asked).await?,
        false => 0,
    };
    let drafts = (drafts > 0).then(|| {
        let say = match drafts {
            1 => "1 draft waits to be published".to_owned(),
            drafts => format!("{drafts} drafts wait to be published"),
        };
        view! { <p class="notice"><a href="/drafts">{say}</a></p> }
    });
    let stuck = (late > 0 && oldest > 300).then(|| {
        view! { <p class="notice">{format!("{late} jobs wait, the oldest for {} minutes: e-mails may be late.", oldest / 60)}</p> }
    });
    let view = view! {
        <p class="lead">{format!("Hello, {name}.")}</p>
        {stuck}{drafts}
        <ul class="tiles">
            {tile(waiting.to_string(), "orders to send")}
            {tile(unpaid.to_string(), "orders not paid yet")}
            {tile(products.to_string(), "products shown")}
        </ul>
        {(products == 0).then(|| view! { <p>"There is nothing in your shop yet, and shoppers read that it opens soon."</p> })}
        {guide}
    };
    Ok(asked.page("Today", view))
}

/// How many orders wait to be sent, and how many to be paid.
async fn orders(asked: &AdminRequest) -> Result<(i64, i64), AppError> {
    const COUNT: &str = "SELECT COUNT(CASE WHEN payment_status = 'PAID' AND fulfillment_status IN ('AWAITING_PROCESSING', 'PROCESSING') THEN 1 END), \
        COUNT(CASE WHEN payment_status = 'AWAITING_PAYMENT' THEN 1 END) FROM orders";
    let db = &asked.state.shop.db.read;
    let row = db.query_one_raw(statement(db, COUNT, [])).await?;
    let row = row.ok_or(AppError::Internal)?;
    Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
}

/// `GET /about`.
pub async fn about(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let (late, _) = jobs::due(&shop.db.read, date::now()).await?;
    let engine = if shop.db.is_shared() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    // What stands behind the `?` may be a password too, and where it is concerns the owner alone.
    let place = without_password(&shop.config.database);
    let place = place.split('?').next().unwrap_or_default();
    let database = match asked.may(Right::ManageStaff) {
        true => format!("{engine}, {place}"),
        false => engine.to_owned(),
    };
    let backups = match shop.config.backup_directory.as_str() {
        "" => "None: set backup_directory on the machine.".to_owned(),
        directory => format!("Each day, in {directory}."),
    };
    let mail = match shop.mailer.goes_out() {
        true => "Sent by a mail server.".to_owned(),
        false => "Written into files, and sent to nobody: set mail on the machine.".to_owned(),
    };
    let rows = [
        ("Version", env!("CARGO_PKG_VERSION").to_owned()),
        ("Shop", asked.state.shop_origin()),
        ("Back office", asked.state.origin()),
        ("Database", database),
        ("Backups", backups),
        ("E-mails", mail),
        ("Jobs that wait", late.to_string()),
    ];
    let row = |(name, value): (&'static str, String)| view! { <dt>{name}</dt><dd>{value}</dd> };
    let view = view! { <dl class="facts">{rows.map(row)}</dl> };
    Ok(asked.page("About", view))
}
