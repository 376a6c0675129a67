//! The payment of an order, on its page: how it stands, and what the merchant decides about it.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        order::{RequestedOrder, needs_proof, proved},
        request::AdminRequest,
        staff::role::Right,
    },
    list::what,
};
use crate::{
    base::{date, error::AppError},
    order::payment::{
        BackState, PaymentState,
        attention::{self, AttentionReason, OfOrder},
        held_money::{self, Decision, came},
        payment, repayments,
    },
    platform::{config::ProviderName, db::retried},
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;

/// The payments of the order `found` by providers; nothing, if there are none.
pub async fn of_order(request: &AdminRequest, found: &RequestedOrder) -> Result<AnyView, AppError> {
    let db = &request.state.shop.db.read;
    let all = attention::of_order(db, found.whole.order.id).await?;
    let each = all.iter().map(|it| one(request, found, it));
    Ok(each.collect_view().into_any())
}

fn one(request: &AdminRequest, found: &RequestedOrder, it: &OfOrder) -> AnyView {
    let provider =
        ProviderName::named(&it.payment.provider).map_or("a provider", ProviderName::name);
    let title = format!("Payment by {provider}");
    let reference = (!it.payment.reference.is_empty()).then(|| {
        let reference = it.payment.reference.clone();
        view! { <p class="muted">"Known there as "<code class="long">{reference}</code></p> }
    });
    let trouble = (!it.payment.trouble.is_empty()).then(|| {
        let said = format!("The last time it was asked: {}", it.payment.trouble);
        view! { <p class="muted">{said}</p> }
    });
    let disputed = it
        .payment
        .disputed
        .then(|| view! { <p class="problem">{what(AttentionReason::Disputed)}</p> });
    let id = format!("payment-{}", it.payment.id);
    let test = it
        .payment
        .is_test
        .then(|| view! { " "<span class="tag tag--alarm">"Test mode"</span> });
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{title}{test}</h2>
            <p>{standing(&it.payment)}</p>
            {reference}{trouble}{disputed}
            {decision(request, found, it)}
            {returns_of(request, found, it)}
        </section>
    }
    .into_any()
}

fn standing(payment: &payment::Model) -> &'static str {
    match payment.state {
        PaymentState::Failed | PaymentState::Expired | PaymentState::Cancelled
            if payment.placed =>
        {
            "It did not go through. The order is to be paid all the same."
        }
        PaymentState::Started => "It was ordered, and the provider has not answered yet.",
        PaymentState::Waiting => "The customer is asked for the money.",
        PaymentState::Processing => "The customer's bank is at it.",
        PaymentState::Paid => "Paid.",
        PaymentState::Failed => "It was refused. What was ordered is back in stock.",
        PaymentState::Expired => "Its time was up. What was ordered is back in stock.",
        PaymentState::Cancelled => "It was called off. What was ordered is back in stock.",
        PaymentState::PaidLate if payment.placed => what(AttentionReason::NotDue),
        PaymentState::PaidLate => what(AttentionReason::Late),
        PaymentState::Mismatch => what(AttentionReason::OtherAmount),
        PaymentState::Returned => "The money was not accepted, and goes back.",
    }
}

fn decision(request: &AdminRequest, found: &RequestedOrder, it: &OfOrder) -> AnyView {
    let is_held = matches!(
        it.payment.state,
        PaymentState::PaidLate | PaymentState::Mismatch
    );
    if !is_held || !request.may(Right::ManageOrders) {
        return ().into_any();
    }
    let (came, asked_for) = (
        found.money(came(&it.payment)),
        found.money(it.payment.amount),
    );
    let amounts = match it.payment.state {
        PaymentState::Mismatch => format!("{came} came, {asked_for} was asked for."),
        _ => format!("{came} came."),
    };
    let accept = held_money::may_be_accepted(&found.whole.order, &it.payment).then(|| {
        view! { <button class="button" name="does" value="accept" type="submit">"Accept it"</button> }
    });
    view! {
        <p>{amounts}</p>
        <form method="post" action=found.path("/payment")>
            {found.carried()}
            <p class="row">
                {accept}
                <button class="button button--danger" name="does" value="return" type="submit">"Give it back"</button>
            </p>
        </form>
    }
    .into_any()
}

fn returns_of(request: &AdminRequest, found: &RequestedOrder, it: &OfOrder) -> AnyView {
    if it.returns.is_empty() {
        return ().into_any();
    }
    let manages = request.may(Right::ManageOrders);
    let zone = &request.state.shop.config.time_zone;
    let each = it.returns.iter().map(|back| {
        let said = format!("{} back · {}", found.money(back.amount), zone.minute(back.created_at));
        let how = match back.state {
            BackState::Asked => "The provider is being asked.".to_owned(),
            BackState::Pending => "On its way.".to_owned(),
            BackState::Done => "It went.".to_owned(),
            BackState::Failed => format!("It did not get there: {}", back.why),
            BackState::Elsewhere => "You sent it another way.".to_owned(),
        };
        let failed = manages && back.state == BackState::Failed;
        let ways = failed.then(|| {
            view! {
                <form method="post" action=found.path("/payment")>
                    {found.carried()}
                    <input type="hidden" name="return" value=back.id/>
                    <p class="row">
                        <button class="button button--small" name="does" value="again" type="submit">"Try again"</button>
                        <button class="button button--small" name="does" value="elsewhere" type="submit">"I sent it another way"</button>
                    </p>
                </form>
            }
        });
        view! { <li><p><strong>{said}</strong></p><p>{how}</p>{ways}</li> }
    });
    view! { <ul class="plain">{each.collect_view()}</ul> }.into_any()
}

/// `POST /orders/{number}/payment`: what becomes of money that is held, or did not go back.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let (shop, now) = (&request.state.shop, date::now());
    let does = typed.get("does").to_owned();
    let decision = match does.as_str() {
        "accept" => Some(Decision::Accept),
        "return" => Some(Decision::GiveBack),
        "again" | "elsewhere" => None,
        _ => return Err(AppError::BadRequest),
    };
    let is_done = match decision {
        Some(decision) => {
            let held = attention::of_order(&shop.db.read, found.whole.order.id).await?;
            let amount = held.iter().map(|it| came(&it.payment)).max().unwrap_or(0);
            if decision == Decision::GiveBack
                && needs_proof(&request, &found, amount)
                && let Err(question) = proved(&request, typed.clone()).await?
            {
                return Ok(question);
            }
            held_money::decide(
                &shop.db,
                &shop.config,
                found.number(),
                decision,
                &request.actor(),
                now,
            )
            .await?
        }
        None => {
            let id = typed.get("return").parse().map_err(AppError::bad_request)?;
            let again = does == "again";
            retried(|| async {
                let tx = shop.db.begin().await?;
                let is_done = repayments::decide(&tx, found.whole.order.id, id, again, now).await?;
                tx.commit().await?;
                Ok::<_, AppError>(is_done)
            })
            .await?
        }
    };
    shop.job_waits.notify_one();
    let said = match (is_done, does.as_str()) {
        (false, _) => AdminFlash::PaymentDecided,
        (true, "accept") => AdminFlash::PaymentAccepted,
        (true, "elsewhere") => AdminFlash::Saved,
        (true, _) => AdminFlash::MoneyOnItsWay,
    };
    Ok(found.back(said))
}
