//! What stands above the carts: what reminders brought, and whether there are any.

use super::super::{request::AdminRequest, staff::role::Right};
use crate::{
    base::{
        date::{self, DAY},
        error::AppError,
    },
    order::abandoned_carts::statistics,
};
use leptos::prelude::*;

/// Days that are counted.
const DAYS: i64 = 30;

/// Reminders of the last days, and what came of them.
pub async fn figures(request: &AdminRequest) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let now = date::now();
    let found = statistics::within(
        &shop.db.read,
        now - DAYS * DAY,
        now + 1,
        &shop.config.currency,
    )
    .await?;
    let tile = |number: String, what: &'static str| {
        view! { <li class="tile"><strong>{number}</strong><span>{what}</span></li> }
    };
    let name = format!("The last {DAYS} days");
    Ok(view! {
        <section aria-labelledby="brought">
            <h2 id="brought">{name}</h2>
            <ul class="tiles">
                {tile(found.sent.to_string(), "reminded")}
                {tile(found.recovered.to_string(), "of their carts ordered")}
                {tile(shop.shop.prices.minor(found.total), "sold by that")}
            </ul>
        </section>
    }
    .into_any())
}

/// Whether reminders are sent, and where that is set.
pub fn switched(request: &AdminRequest) -> impl IntoView + use<> {
    let config = &request.state.shop.config;
    let hours = config.cart_reminder_hours;
    let said = match (config.cart_reminders, hours) {
        (false, _) => {
            "Your shop sends no reminders, and does not ask shoppers for their consent.".to_owned()
        }
        (true, 1) => {
            "Who ticks the box in the cart is reminded once, an hour after its last change."
                .to_owned()
        }
        (true, hours) => format!(
            "Who ticks the box in the cart is reminded once, {hours} hours after its last change."
        ),
    };
    let to = request.may(Right::SeeSettings).then(|| {
        view! { " "<a href="/settings/checkout">"Checkout and accounts"</a> }
    });
    view! { <p class="lead">{said}{to}</p> }
}
