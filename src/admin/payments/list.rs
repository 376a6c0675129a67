//! `GET /payments`: what of payments somebody is to look at.

use super::{super::request::AdminRequest, reports};
use crate::{
    base::{date, error::AppError, money::PriceFormat},
    order::payment::attention::{self, Attention, AttentionReason},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// Most that are shown of each kind.
const MAX: u64 = 100;

/// `GET /payments`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let all = attention::all(&shop.db.read, MAX, date::now()).await?;
    let zone = shop.config.time_zone.clone();
    let nothing = all.is_empty().then(|| {
        view! { <p>"Nothing: every payment is where it should be."</p> }
    });
    let days = reports::days(&request).await?;
    let each = all.into_iter().map(|it| {
        let when = zone.minute(it.at);
        card(it, when)
    });
    let view = view! {
        <p class="lead">"Money that came too late or in another amount, that did not go back, or that somebody's bank wants back."</p>
        {nothing}
        <div class="cards">{each.collect_view()}</div>
        {days}
    };
    Ok(request.page("Payments to look at", view))
}

fn card(it: Attention, when: String) -> impl IntoView {
    let amount = match PriceFormat::of(&it.currency) {
        Some(prices) => prices.minor(it.amount),
        None => it.currency.clone(),
    };
    let (to, order) = (
        format!("/orders/{}", it.number),
        format!("Order {}", it.number),
    );
    let said = (!it.said.is_empty()).then(|| {
        view! { <p class="muted">{format!("They said: {}", it.said)}</p> }
    });
    view! {
        <section class="card">
            <h2><a href=to>{order}</a></h2>
            <p><strong>{amount}</strong>{format!(" · {when}")}</p>
            <p>{what(it.why)}</p>
            {said}
        </section>
    }
}

/// What is the matter, and what can be done.
pub fn what(why: AttentionReason) -> &'static str {
    match why {
        AttentionReason::Late => {
            "The money came after the order was over. Accept it, and the order is placed, or give it back."
        }
        AttentionReason::NotDue => {
            "The money came for an order that was paid another way, or called off. Give it back."
        }
        AttentionReason::OtherAmount => {
            "Another amount came than was asked for. Accept it, or give it back."
        }
        AttentionReason::Disputed => {
            "The customer's bank asks for the money back. Answer it on the provider's own pages: there is a time limit."
        }
        AttentionReason::NotReturned => {
            "Money that you gave back did not get there. Try again, or send it another way."
        }
        AttentionReason::Unreachable => {
            "Nobody knows how this payment stands: its provider cannot be asked. The shop goes on trying."
        }
    }
}
