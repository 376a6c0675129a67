//! `/orders/{number}/cancel`: calling an order off, or what is not sent yet of it.

use super::{
    super::{confirm, flash::AdminFlash, form_values::FormValues, request::AdminRequest},
    labels,
    refund::{needs_proof, proved},
    requested_order::{RequestedOrder, apply, status_of},
    send::mail_box,
};
use crate::{
    base::error::AppError,
    order::{
        parcels,
        staff_actions::{Cancelling, Verb},
        status_machine::{OrderActionError, Step},
    },
    pricing::payment::PaymentStatus,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /orders/{number}/cancel`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => Ok(show(&request, &found, StatusCode::OK, None)),
        Err(missing) => Ok(missing),
    }
}

/// `POST /orders/{number}/cancel`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let ticked = |name: &str| typed.get(name) == "yes";
    let cancelling = Cancelling {
        restock: ticked("restock"),
        refund: ticked("refund"),
        mail: ticked("mail"),
    };
    let amount = match cancelling.refund {
        true => found.whole.refundable(),
        false => 0,
    };
    if needs_proof(&request, &found, amount)
        && let Err(question) = proved(&request, typed.clone()).await?
    {
        return Ok(question);
    }
    let typed = typed.without(&[confirm::FIELD]);
    let why = match apply(&request, &found, &Verb::Cancel(cancelling), &typed).await? {
        Ok(()) => return Ok(found.back(AdminFlash::OrderCancelled)),
        Err(why) => why,
    };
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => Ok(show(&request, &found, status_of(why), Some((typed, why)))),
        Err(missing) => Ok(missing),
    }
}

fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    back: Option<(FormValues, OrderActionError)>,
) -> Response {
    let state = found.whole.state();
    let title = format!("Cancel order {}", found.number());
    if let Some(why) = state.refusal(Step::Cancel) {
        let (typed, why) = back.unwrap_or((FormValues::default(), why));
        let view = view! { {found.refused(&typed, why)}{found.way_back()} };
        return request.page_with(status, &title, view);
    }
    let notice = back.as_ref().map(|(typed, why)| found.refused(typed, *why));
    let ticked = |name: &str| {
        back.as_ref()
            .is_none_or(|(typed, _)| typed.get(name) == "yes")
    };
    let document = &found.whole.document;
    let unsent = found.whole.restockable_unsent().into_iter();
    let back_to_stock: Vec<(usize, i64)> = unsent.map(|it| (it.place, it.unsent)).collect();
    let lines: Vec<String> = parcels::lines(document, &back_to_stock).collect();
    let restock = (!lines.is_empty()).then(|| {
        let note = lines.join(", ");
        view! {
            <div class="field field--flag"><input type="checkbox" id="restock" name="restock" value="yes" checked=ticked("restock") aria-describedby="restock-note"/>
                <label for="restock">"Put what was not sent back into stock"</label>
                <p class="note" id="restock-note">{note}</p></div>
        }
    });
    let refund = state.can(Step::Refund).then(|| {
        let amount = found.money(state.refundable);
        let (label, sends) = match found.is_refunded_by_provider {
            true => (
                format!("Give {amount} back"),
                "It goes back to what it was paid with.",
            ),
            false => (
                format!("Note that {amount} is paid back"),
                "You send the money yourself.",
            ),
        };
        let note = format!("{sends} For another amount, untick this and use Refund.");
        // Who has some of it already is not to get all of the money back by oversight.
        let is_ticked = match back {
            Some(_) => ticked("refund"),
            None => state.sent == 0,
        };
        view! {
            <div class="field field--flag"><input type="checkbox" id="refund" name="refund" value="yes" checked=is_ticked aria-describedby="refund-note"/>
                <label for="refund">{label}</label>
                <p class="note" id="refund-note">{note}</p></div>
        }
    });
    let what = match (state.payment, state.waits_for_parcels(), state.sent > 0) {
        (_, true, true) => "What is not sent yet will not be sent. What was sent stays as it is.",
        (PaymentStatus::Paid | PaymentStatus::PartiallyRefunded, ..) => {
            "The order is paid. It will not be sent."
        }
        (_, false, true) => {
            "The order was sent and is not paid. It is cancelled: nobody waits for the money any more."
        }
        _ => "The order is cancelled: nobody waits for the money, and it will not be sent.",
    };
    let coupon = document.coupon_code.as_ref().map(|code| {
        let said = format!("The coupon {code} can be used once more.");
        view! { <p class="note">{said}</p> }
    });
    let unsent = labels::count(state.left, "thing is not sent", "things are not sent");
    let unsent = state
        .waits_for_parcels()
        .then(|| view! { <p>{format!("{unsent}.")}</p> });
    let view = view! {
        {notice}
        <p class="lead">{what}</p>
        {unsent}{coupon}
        <form method="post" action=found.path("/cancel")>
            {found.carried()}
            {restock}{refund}
            {mail_box(ticked("mail"))}
            <div class="save"><button class="button button--danger" type="submit">"Cancel the order"</button></div>
        </form>
        {found.way_back()}
    };
    request.page_with(status, &title, view)
}
