//! The top of an order's page: the ways from here, where it stands, and what can be done.

use super::{
    super::{orders::labels as list, request::AdminRequest, staff::role::Right},
    labels,
    requested_order::{NeighbourOrder, RequestedOrder},
};
use crate::{
    base::url,
    order::{
        status::{FulfillmentStatus, WithdrawalState},
        status_machine::Step,
    },
};
use leptos::prelude::*;

/// The way back to the list, and to the orders beside this one in it.
pub fn ways(found: &RequestedOrder, beside: Option<NeighbourOrder>) -> AnyView {
    let back = match found.list.as_str() {
        "" => "/orders".to_owned(),
        list => format!("/orders?{list}"),
    };
    let to = |number: Option<String>, name: &'static str, rel: &'static str| {
        let list = url::encoded(&found.list);
        number.map(|number| {
            let to = format!("/orders/{number}?list={list}");
            view! { <a class="button button--small" href=to rel=rel>{name}</a> }
        })
    };
    let beside = beside.map(|it| {
        view! {
            {to(it.previous, "Previous order", "prev")}
            {to(it.next, "Next order", "next")}
        }
    });
    view! {
        <nav class="row ways" aria-label="Orders">
            <a class="button button--small" href=back>"All orders"</a>
            {beside}
        </nav>
    }
    .into_any()
}

/// Where the order stands, and when it was placed.
pub fn standing(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    let order = &found.whole.order;
    let zone = &request.state.shop.config.time_zone;
    let (state, left) = (found.whole.state(), found.whole.state().left);
    let parts = (state.sent > 0 && left > 0).then(|| {
        let said = format!("{} of {} sent", state.sent, state.sent + left);
        view! { " "<span class="tag">{said}</span> }
    });
    let withdrawn = order.withdrawn_at.map(|_| {
        view! { " "<span class="tag tag--alarm">{labels::withdrawal(order.withdrawal)}</span> }
    });
    let refunded = (found.whole.refunded() > 0).then(|| {
        let said = format!("{} refunded", found.money(found.whole.refunded()));
        view! { " "<span class="tag">{said}</span> }
    });
    let placed = format!(
        "{} · placed {}",
        found.money(order.total),
        zone.minute(order.placed_at)
    );
    view! {
        <p class="lead">{placed}</p>
        <p><span class="tag">{list::payment(order.payment_status)}</span>" "
            <span class="tag">{list::fulfillment(order.fulfillment_status)}</span>{parts}{refunded}{withdrawn}</p>
    }
    .into_any()
}

/// What waits because the shopper withdrew.
pub fn withdrawal(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    let order = &found.whole.order;
    let Some(at) = order.withdrawn_at else {
        return ().into_any();
    };
    let when = request.state.shop.config.time_zone.minute(at);
    let said = match order.withdrawal {
        WithdrawalState::Open => format!("The customer withdrew from this order on {when}, and waits for your answer."),
        WithdrawalState::Accepted => "You accepted the withdrawal. Once the goods are back, settle it: refund and restock in one go.".to_owned(),
        WithdrawalState::Refused => "You refused the withdrawal.".to_owned(),
        WithdrawalState::Settled => return ().into_any(),
    };
    let answer = match found.whole.document.withdrawal_answer.as_str() {
        "" => None,
        answer => Some(view! { <p class="lines">{format!("You wrote: {answer}")}</p> }),
    };
    let state = found.whole.state();
    let may = request.may(Right::ManageOrders);
    let answers = (may && state.can(Step::Answer)).then(|| {
        let to = found.link("/withdrawal");
        view! { <a class="button" href=to>"Answer the withdrawal"</a>" " }
    });
    let settles = (may && state.can(Step::Settle)).then(|| {
        let to = with(found, "/refund", "settles=yes");
        view! { <a class="button button--plain" href=to>"Goods are back: settle it"</a> }
    });
    view! { <div class="notice"><p>{said}</p>{answer}<p>{answers}{settles}</p></div> }.into_any()
}

/// The link below the order with one more `pair` in its query.
pub fn with(found: &RequestedOrder, below: &str, pair: &str) -> String {
    let link = found.link(below);
    let mark = if link.contains('?') { '&' } else { '?' };
    format!("{link}{mark}{pair}")
}

/// What can be done, of what this member of staff may do.
pub fn verbs(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    let state = found.whole.state();
    let (fulfils, manages) = (
        request.may(Right::FulfilOrders),
        request.may(Right::ManageOrders),
    );
    let link = |below: &str, name: &'static str, class: &'static str| {
        view! { <a class=class href=found.link(below)>{name}</a> }.into_any()
    };
    let mut verbs: Vec<AnyView> = Vec::new();
    // What is paid before it is sent is next to be paid.
    let is_paid_first = manages && state.can(Step::Pay) && !found.whole.order.paid_later;
    if is_paid_first {
        verbs.push(found.at_once("/paid", "Mark as paid", "button"));
    }
    if fulfils && state.can(Step::Send) {
        let name = match (state.is_pickup, state.sent > 0) {
            (true, _) => "Ready to be fetched",
            (false, true) => "Send the rest",
            (false, false) => "Send a parcel",
        };
        let class = match is_paid_first {
            true => "button button--plain",
            false => "button",
        };
        verbs.push(link("/send", name, class));
    }
    if manages && state.can(Step::Pay) && !is_paid_first {
        verbs.push(found.at_once("/paid", "Mark as paid", "button button--plain"));
    }
    if manages && state.can(Step::Refund) {
        verbs.push(link("/refund", "Refund", "button button--plain"));
    } else if manages && state.can(Step::TakeBack) {
        verbs.push(link("/refund", "Goods came back", "button button--plain"));
    }
    if manages {
        let nobody = found.whole.order.email.is_empty();
        if !nobody {
            verbs.push(link(
                "/correct",
                "Correct e-mail or address",
                "button button--plain",
            ));
            verbs.push(link(
                "/write",
                "Write to the customer",
                "button button--plain",
            ));
        }
        if state.can(Step::Cancel) {
            verbs.push(link("/cancel", "Cancel", "button button--danger"));
        }
    }
    let print = |what: &str, name: &'static str| {
        let to = format!("/orders/print?what={what}&ids={}", found.number());
        view! { <a class="button button--small" href=to target="_blank">{name}</a> }
    };
    let is_packed = state.is_delivered && state.fulfillment != FulfillmentStatus::WillNotDeliver;
    let has_invoice = crate::order::invoice::is_due(&request.state.shop.config, &found.whole.order);
    view! {
        <div class="row verbs">{verbs}</div>
        <div class="row verbs verbs--print">
            {is_packed.then(|| print("slip", "Packing slip"))}
            {has_invoice.then(|| print("invoice", "Invoice"))}
        </div>
    }
    .into_any()
}
