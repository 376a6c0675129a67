//! Guests: whoever ordered without an account is found by what their orders are found by.

use super::super::{request::AdminRequest, staff::role::Right};
use crate::{
    account::customers::filter::Filter,
    base::{error::AppError, url::encoded},
    order::{
        entity::order,
        inbox::{self, list},
        store,
    },
};
use leptos::prelude::*;

/// Most orders that are looked through.
const MAX: usize = 50;
/// Most guests that are shown.
const SHOWN: usize = 10;

/// A guest: the latest order, and how many of those that were found are theirs.
struct Guest {
    order: order::Model,
    orders: usize,
}

/// What is said of guests who fit the words of `filter`; nothing without words.
pub async fn found(
    request: &AdminRequest,
    filter: &Filter,
) -> Result<Option<impl IntoView + use<>>, AppError> {
    if filter.tokens().is_empty() || !request.may(Right::SeeOrders) {
        return Ok(None);
    }
    let words = inbox::filter::Filter {
        words: filter.words.clone(),
        ..inbox::filter::Filter::default()
    };
    let zone = &request.state.shop.config.time_zone;
    let page = list::page(&request.state.shop.db.read, &words, zone, None, MAX).await?;
    let mut guests: Vec<Guest> = Vec::new();
    let without = page.orders.into_iter();
    for order in without.filter(|it| it.customer_id.is_none() && !it.email.is_empty()) {
        let known = guests.iter_mut().find(|it| it.order.email == order.email);
        if let Some(known) = known {
            known.orders += 1;
        } else if guests.len() < SHOWN {
            guests.push(Guest { order, orders: 1 });
        }
    }
    if guests.is_empty() {
        return Ok(None);
    }
    let row = |guest: Guest| {
        let name = store::document(&guest.order).map(|it| it.billing.name);
        let to = format!("/orders?tab=all&q={}", encoded(&guest.order.email));
        let orders = match guest.orders {
            1 => "1 order".to_owned(),
            many => format!("{many} orders"),
        };
        view! {
            <li><a href=to>{guest.order.email.clone()}</a>" · "{name.unwrap_or_default()}" · "{orders}", last "{zone.day(guest.order.placed_at)}</li>
        }
    };
    Ok(Some(view! {
        <section class="card">
            <h2>"Guests"</h2>
            <p class="note">"They ordered without an account."</p>
            <ul class="plain">{guests.into_iter().map(row).collect_view()}</ul>
        </section>
    }))
}
