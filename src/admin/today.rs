//! The start page.

use super::{drafts, request::AdminRequest, staff::role::Right};
use crate::{
    base::{date, error::AppError},
    order::{
        self,
        inbox::{counts::Counts, tab::Tab},
    },
    platform::{backups::Backups, jobs},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// `GET /`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let (shop, now) = (&asked.state.shop, date::now());
    let snapshot = shop.catalog.snapshot();
    let products = snapshot.cards().len();
    let counts = Counts::read(&shop.db.read).await?;
    let (late, oldest) = jobs::due(&shop.db.read, now).await?;
    let name = asked
        .signed
        .as_ref()
        .map(|it| it.staff.name.clone())
        .unwrap_or_default();
    let tile = |number: String, what: &'static str| {
        view! { <li class="tile"><strong>{number}</strong><span>{what}</span></li> }
    };
    let orders = |tab: Tab, what: &'static str| {
        let to = format!("/orders?tab={}", tab.code());
        let number = counts.of(tab).to_string();
        let what = match asked.may(Right::SeeOrders) {
            true => view! { <a href=to>{what}</a> }.into_any(),
            false => what.into_any(),
        };
        view! { <li class="tile"><strong>{number}</strong><span>{what}</span></li> }
    };
    let withdrawn = match asked.may(Right::SeeOrders) {
        true => order::store::withdrawals_open(&shop.db.read, 100).await?,
        false => 0,
    };
    let withdrawn = (withdrawn > 0).then(|| {
        let say = match withdrawn {
            1 => "1 withdrawal waits for you".to_owned(),
            100 => "100 or more withdrawals wait for you".to_owned(),
            withdrawn => format!("{withdrawn} withdrawals wait for you"),
        };
        view! { <p class="notice"><a href="/orders?tab=withdrawn">{say}</a></p> }
    });
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
    let backup = match asked.may(Right::ChangeSettings) {
        true => Backups::of(&shop.db.read, &shop.config.backup_directory)
            .await?
            .warning(now),
        false => None,
    };
    let backup = backup.map(|why| {
        view! { <p class="notice">{why}" "<a href="/about">"What to do"</a></p> }
    });
    let failed = match asked.may(Right::ChangeSettings) {
        true => jobs::list(&shop.db.read, true, 1).await?.len(),
        false => 0,
    };
    let failed = (failed > 0).then(|| {
        view! { <p class="notice">"Something that the shop was to do failed. "<a href="/about">"Look at it"</a></p> }
    });
    let view = view! {
        <p class="lead">{format!("Hello, {name}.")}</p>
        {backup}{failed}{stuck}{drafts}{withdrawn}
        <ul class="tiles">
            {orders(Tab::ToDo, "orders to send")}
            {orders(Tab::Unpaid, "orders not paid yet")}
            {tile(products.to_string(), "products shown")}
        </ul>
        {(products == 0).then(|| view! { <p>"There is nothing in your shop yet, and shoppers read that it opens soon."</p> })}
        {guide}
    };
    Ok(asked.page("Today", view))
}
