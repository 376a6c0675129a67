//! What stands beside a question: who asks, what it is about, and what they ordered.

use super::super::{request::AdminRequest, staff::role::Right};
use crate::{
    admin::orders::standing,
    base::error::AppError,
    contact::entity::thread,
    order::{entity::order, store},
};
use leptos::prelude::*;

/// Orders of whoever asks that are shown.
const ORDERS: u64 = 5;

/// What stands beside `thread`.
pub async fn of(request: &AdminRequest, thread: &thread::Model) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let snapshot = shop.catalog.snapshot();
    let product = thread.product_id.and_then(|id| snapshot.card(id));
    let product = product.map(|card| {
        let path = shop.links().product(card);
        let to = format!("{}{path}", request.state.shop_origin());
        let name = card.name.get(shop.config.store_language.code()).to_owned();
        view! { <dt>"About"</dt><dd><a href=to target="_blank" rel="noopener">{name}</a></dd> }
    });
    let about = match thread.order_id {
        Some(id) => store::by_id(&shop.db.read, id).await?,
        None => None,
    };
    let is_known = match thread.customer_id {
        Some(_) => "Has an account",
        None => "Wrote as a guest",
    };
    let mail = format!("mailto:{}", thread.email);
    let orders = match request.may(Right::SeeOrders) {
        true => Some(orders(request, thread, about.as_ref()).await?),
        false => None,
    };
    Ok(view! {
        <section class="card" aria-labelledby="who">
            <h2 id="who">{thread.name.clone()}</h2>
            <dl class="facts">
                <dt>"E-mail"</dt><dd><a href=mail>{thread.email.clone()}</a></dd>
                <dt>"Customer"</dt><dd>{is_known}</dd>
                <dt>"Language"</dt><dd>{thread.language.clone()}</dd>
                <dt>"Asked"</dt><dd>{request.clock(thread.created_at)}</dd>
                {product}
            </dl>
        </section>
        {orders}
    }
    .into_any())
}

async fn orders(
    request: &AdminRequest,
    thread: &thread::Model,
    about: Option<&order::Model>,
) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let latest = store::of_email(&shop.db.read, &thread.email, ORDERS).await?;
    let row = |order: &order::Model| {
        let to = format!("/orders/{}", order.public_id);
        let prices = &shop.shop.prices;
        let document = store::document(order);
        let prices = document.map_or_else(
            |_| prices.clone(),
            |it| crate::order::emails::prices(&it, &shop.config.shop(), shop.config.own_language()),
        );
        let is_about = about.is_some_and(|it| it.id == order.id);
        view! {
            <li>
                <a href=to>{order.public_id.clone()}</a>" "{prices.minor(order.total)}
                {is_about.then(|| view! { " "<span class="tag">"Asked about"</span> })}
                <span class="note">{format!("{}, {}", shop.config.time_zone.day(order.placed_at), standing(order))}</span>
            </li>
        }
    };
    let other = about.filter(|it| latest.iter().all(|order| order.id != it.id));
    let rows = other.into_iter().chain(&latest).map(row).collect_view();
    let none = (latest.is_empty() && about.is_none())
        .then(|| view! { <p>"Nothing with this address."</p> });
    Ok(view! {
        <section class="card" aria-labelledby="ordered">
            <h2 id="ordered">"What they ordered"</h2>
            {none}
            <ul class="plain">{rows}</ul>
        </section>
    }
    .into_any())
}
