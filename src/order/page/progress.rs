//! What became of an order: its parcels, what was paid back, and the answer to a withdrawal.

use crate::{
    base::{money::PriceFormat, time_zone::TimeZone},
    order::{
        OrderDocument, entity::order, invoice::credit_note, parcels::Parcel, refunds::Refund,
        status::WithdrawalState, tracking::Tracking,
    },
    text::{Language, checkout::CheckoutTexts},
};
use leptos::prelude::*;

/// Where its parcels are; what is in each, if there are several or something is still to come.
pub fn parcels(
    order: &order::Model,
    document: &OrderDocument,
    parcels: &[Parcel],
    zone: &TimeZone,
    language: Language,
) -> AnyView {
    let s = language.checkout_texts();
    let quantity: i64 = parcels
        .iter()
        .flat_map(|parcel| &parcel.items)
        .map(|(_, quantity)| quantity)
        .sum();
    let is_one = parcels.len() <= 1 && (parcels.is_empty() || quantity == document.quantity());
    if is_one {
        let tracking = order.tracking();
        let shown = tracking.is_known().then(|| followed(&tracking, s));
        return shown.into_any();
    }
    let a = language.after_sale_texts();
    let each = parcels.iter().map(|parcel| {
        let day = language.whole_day(zone.local(parcel.sent_at).0);
        let sent = match document.is_pickup {
            true => a.parcel_ready(day),
            false => a.parcel_sent(day),
        };
        let arrived = parcel.delivered_at.map(|at| {
            let arrived = a.parcel_arrived(language.whole_day(zone.local(at).0));
            view! { <span class="muted">{format!(" · {arrived}")}</span> }
        });
        let lines = parcel
            .lines(document)
            .map(|line| view! { <li>{line}</li> })
            .collect_view();
        let tracking = parcel
            .tracking
            .is_known()
            .then(|| followed(&parcel.tracking, s));
        view! { <li class="order__sent"><p><strong>{sent}</strong>{arrived}</p><ul>{lines}</ul>{tracking}</li> }
    });
    let each = each.collect_view();
    view! {
        <section class="order__parcels" aria-labelledby="order-parcels">
            <h2 class="ec-header-h4" id="order-parcels">{a.parcels}</h2>
            <ol>{each}</ol>
        </section>
    }
    .into_any()
}

fn followed(tracking: &Tracking, s: &'static CheckoutTexts) -> AnyView {
    let said = s.parcel(tracking.text());
    let said = match tracking.link() {
        Some(link) => {
            view! { <a href=link rel="noopener noreferrer" target="_blank">{said}</a> }.into_any()
        }
        None => said.into_any(),
    };
    view! { <p class="order__parcel">{said}</p> }.into_any()
}

/// What was paid back, each with its credit note.
pub fn refunds(
    order: &order::Model,
    refunds: &[Refund],
    prices: &PriceFormat,
    zone: &TimeZone,
    language: Language,
) -> AnyView {
    if refunds.is_empty() {
        return ().into_any();
    }
    let a = language.after_sale_texts();
    let each = refunds.iter().map(|refund| {
        let said = a.refund_on(
            language.whole_day(zone.local(refund.at).0),
            prices.minor(refund.amount),
        );
        let note = refund.credit_note.as_ref().map(|number| {
            let to = credit_note::path(order, refund.id);
            view! { " "<a href=to>{a.credit_note_number(number)}</a> }
        });
        view! { <li>{said}{note}</li> }
    });
    view! { <ul class="order__refunds">{each.collect_view()}</ul> }.into_any()
}

/// What was answered to a withdrawal.
pub fn withdrawal(order: &order::Model, document: &OrderDocument, language: Language) -> AnyView {
    if order.withdrawn_at.is_none() {
        return ().into_any();
    }
    let a = language.after_sale_texts();
    let said = match order.withdrawal {
        WithdrawalState::Open => a.withdrawal_open,
        WithdrawalState::Accepted => a.withdrawal_accepted,
        WithdrawalState::Refused => a.withdrawal_refused,
        WithdrawalState::Settled => a.withdrawal_settled,
    };
    let answer = match document.withdrawal_answer.as_str() {
        "" => None,
        answer => Some(view! { <p class="order__answer">{answer.to_owned()}</p> }),
    };
    view! { <div class="order__withdrawal"><p>{said}</p>{answer}</div> }.into_any()
}
