//! The parcels of an order, on its page.

use super::{
    super::{request::AdminRequest, staff::role::Right},
    requested_order::RequestedOrder,
};
use crate::order::{parcels::Parcel, status_machine::Step};
use leptos::prelude::*;

/// Every parcel, with what can be done to it.
pub fn all(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    if found.whole.parcels.is_empty() {
        return ().into_any();
    }
    let each = found.whole.parcels.iter().enumerate();
    let each = each.map(|(index, parcel)| one(request, found, index + 1, parcel));
    let sent = found.whole.sent();
    let mut items = found.whole.document.items.iter().zip(sent);
    let is_in_part = items.any(|(item, sent)| !item.digital && sent < item.quantity);
    let rest = (is_in_part && !found.whole.state().waits_for_parcels())
        .then(|| view! { <p class="note">"The rest is not sent: it was called off."</p> });
    view! {
        <section class="card" aria-labelledby="parcels">
            <h2 id="parcels">"Parcels"</h2>
            <ul class="plain">{each.collect_view()}</ul>
            {rest}
        </section>
    }
    .into_any()
}

fn one(request: &AdminRequest, found: &RequestedOrder, number: usize, parcel: &Parcel) -> AnyView {
    let zone = &request.state.shop.config.time_zone;
    let is_pickup = found.whole.document.is_pickup;
    let sent = match is_pickup {
        true => format!("Ready since {}", zone.minute(parcel.sent_at)),
        false => format!("Sent {}", zone.minute(parcel.sent_at)),
    };
    let arrived = parcel.delivered_at.map(|at| {
        let word = if is_pickup { "fetched" } else { "delivered" };
        format!(" · {word} {}", zone.minute(at))
    });
    let holds: Vec<String> = parcel.lines(&found.whole.document).collect();
    let tracking = parcel.tracking.is_known().then(|| {
        let text = parcel.tracking.text();
        match parcel.tracking.link() {
            Some(link) => {
                view! { <p><a href=link target="_blank" rel="noopener noreferrer">{text}</a></p> }
                    .into_any()
            }
            None => view! { <p>{text}</p> }.into_any(),
        }
    });
    let (state, may) = (found.whole.state(), request.may(Right::FulfilOrders));
    let carried = || {
        let id = parcel.id.to_string();
        view! { {found.carried()}<input type="hidden" name="parcel" value=id/> }
    };
    let delivered = (may && parcel.delivered_at.is_none() && state.can(Step::Deliver)).then(|| {
        let name = if is_pickup {
            "It was fetched"
        } else {
            "It was delivered"
        };
        view! {
            <form method="post" action=found.path("/delivered")>{carried()}
                <button class="button button--small" type="submit">{name}</button></form>
        }
    });
    let undo = (may && state.can(Step::Unsend)).then(|| {
        view! {
            <form method="post" action=found.path("/unsend")>{carried()}
                <button class="button button--small" type="submit" data-confirm="Take this parcel back? What is in it is to be sent again.">"Take it back"</button></form>
        }
    });
    let name = format!("Parcel {number}");
    view! {
        <li>
            <p><strong>{name}</strong>" · "{sent}{arrived}</p>
            <p class="lines">{holds.join("\n")}</p>
            {tracking}
            <div class="row">{delivered}{undo}</div>
        </li>
    }
    .into_any()
}
