//! `/orders/{number}/refund`: paying back any amount, and taking things back into stock.

use super::{
    super::{confirm, flash::AdminFlash, form_values::FormValues, request::AdminRequest},
    labels,
    refund_form::{Form, Purpose, SENT, UNSENT, show},
    requested_order::{RequestedOrder, apply, form_of, status_of},
    send::quantities,
};
use crate::{
    base::{date, decimal::ParseNumberError, error::AppError},
    order::{
        full_order::OrderVersion,
        refunds,
        restock::Restocking,
        staff_actions::{Refunding, Verb, was_submitted},
        status_machine::{OrderActionError, Step},
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Longest reason, in characters.
pub const MAX_LENGTH: usize = 1_000;

/// `GET /orders/{number}/refund`; with `settles`, what follows from a withdrawal. Of what is not paid it notes what came back.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => {
            let purpose = Purpose::of(&found, typed.get("settles") == "yes");
            let form = Form::new(&found, purpose);
            Ok(show(&request, &found, StatusCode::OK, &form))
        }
        Err(missing) => Ok(missing),
    }
}

/// `POST /orders/{number}/refund`: calculates what was ticked comes to, or notes it.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let mut form = Form::typed(typed.without(&[confirm::FIELD]));
    let refunding = read(&found, &mut form);
    if typed.get("act") == "calculate" && form.problems.is_empty() {
        form.calculate(&found, &refunding);
        return Ok(show(&request, &found, StatusCode::OK, &form));
    }
    let said = match (refunding.amount, found.is_refunded_by_provider) {
        (0, _) => AdminFlash::OrderTakenBack,
        (_, true) => AdminFlash::MoneyOnItsWay,
        (_, false) => AdminFlash::OrderRefunded,
    };
    if !form.problems.is_empty() {
        // A second click finds nothing left of what the first one gave back.
        let db = &request.state.shop.db.read;
        if was_submitted(db, found.whole.order.id, &form_of(&typed)).await? {
            return Ok(found.back(said));
        }
        // What is wrong may be so because somebody else was quicker.
        let saw = OrderVersion::parse(typed.get("saw"));
        let changed = saw.is_some_and(|saw| saw != found.whole.seen());
        form.why = changed.then_some(OrderActionError::Changed);
        let status = form.why.map_or(StatusCode::UNPROCESSABLE_ENTITY, status_of);
        return Ok(show(&request, &found, status, &form));
    }
    if needs_proof(&request, &found, refunding.amount)
        && let Err(question) = proved(&request, typed.clone()).await?
    {
        return Ok(question);
    }
    let why = match apply(&request, &found, &Verb::Refund(refunding), &form.typed).await? {
        Ok(()) => return Ok(found.back(said)),
        Err(why) => why,
    };
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => {
            form.why = Some(why);
            if why == OrderActionError::TooMuch {
                form.problem("amount", too_much(&found));
            }
            Ok(show(&request, &found, status_of(why), &form))
        }
        Err(missing) => Ok(missing),
    }
}

fn too_much(found: &RequestedOrder) -> String {
    format!(
        "There are {} left that can be paid back.",
        found.money(found.whole.refundable())
    )
}

/// What the form asks for; what is wrong with it is noted in there.
fn read(found: &RequestedOrder, form: &mut Form) -> Refunding {
    let typed = form.typed.clone();
    let whole = &found.whole;
    let places = whole.document.items.len();
    let (items, wrong) = quantities(&typed, "refund", places);
    for (place, why) in wrong {
        form.problem(&format!("refund-{place}"), why);
    }
    let restock = restock(found, form);
    let left = refunds::left(&whole.refunds, &whole.document);
    for (place, quantity) in &items {
        if *quantity > left[*place] {
            let why = format!("At most {}: the others were refunded before.", left[*place]);
            form.problem(&format!("refund-{place}"), why);
        }
    }
    let ticked = |name: &str| typed.get(name) == "yes";
    let reason = typed.get("reason").trim();
    if reason.chars().count() > MAX_LENGTH {
        form.problem("reason", format!("At most {MAX_LENGTH} characters."));
    }
    let mut refunding = Refunding {
        amount: 0,
        reason: reason.to_owned(),
        items,
        with_shipping: ticked("shipping"),
        restock,
        came_back: ticked("came_back"),
        settles: ticked("settles"),
        mail: ticked("mail"),
    };
    if typed.get("act") != "calculate" {
        refunding.amount = amount(found, form, &refunding);
        whole_return(found, form, &refunding);
    }
    refunding
}

/// How much goes back, in minor units; what is wrong with it is noted in `form`.
fn amount(found: &RequestedOrder, form: &mut Form, refunding: &Refunding) -> i64 {
    let pays = found.whole.state().can(Step::Refund);
    let is_without_money = refunding.is_without_money();
    let amount = match form.typed.get("amount").trim() {
        "" if is_without_money || !pays => Ok(0),
        text => found.prices.typed(text),
    };
    let most = found.whole.refundable();
    match amount {
        Err(ParseNumberError::NoNumber) => {
            form.problem("amount", "An amount, such as 12.50.".to_owned())
        }
        Err(why) => form.problem("amount", why.of_amount().to_owned()),
        Ok(amount) if amount < 0 || amount > most => form.problem("amount", too_much(found)),
        Ok(0) if !is_without_money && pays => {
            form.problem("amount", "More than nothing, please.".to_owned());
        }
        Ok(0) if !is_without_money => {
            let why = "Tick this, or say how many go back into stock.";
            form.problem("came_back", why.to_owned());
        }
        Ok(_) => {}
    }
    amount.unwrap_or_default()
}

/// Notes in `form` that an order cannot have come back whole while something of it is still to be sent.
fn whole_return(found: &RequestedOrder, form: &mut Form, refunding: &Refunding) {
    let stranded = refunding.stranded(&found.whole);
    if stranded > 0 {
        let are = labels::count(stranded, "is not sent", "are not sent");
        let them = if stranded == 1 { "it" } else { "them" };
        let why = format!("{are}: put {them} back into stock, or cancel the rest first.");
        form.problem("came_back", why);
    }
}

/// What goes back into stock; what is wrong with it is noted in `form`.
fn restock(found: &RequestedOrder, form: &mut Form) -> Vec<Restocking> {
    let restockable = found.whole.restockable();
    let mut wanted: Vec<Restocking> = restockable
        .iter()
        .map(|there| Restocking {
            place: there.place,
            ..Restocking::default()
        })
        .collect();
    for name in [SENT, UNSENT] {
        let (typed, wrong) = quantities(&form.typed, name, wanted.len());
        for (place, why) in wrong {
            form.problem(&format!("{name}-{place}"), why);
        }
        for (place, quantity) in typed {
            let there = restockable[place];
            let (most, wanted) = match name == UNSENT {
                true => (there.unsent, &mut wanted[place].unsent),
                false => (there.sent, &mut wanted[place].sent),
            };
            *wanted = quantity;
            if quantity > most {
                let why = format!("At most {most} can go back into stock here.");
                form.problem(&format!("{name}-{place}"), why);
            }
        }
    }
    wanted
}

/// Whether `amount` of `found` is one that asks for the password once more, and nobody typed it just now.
pub fn needs_proof(request: &AdminRequest, found: &RequestedOrder, amount: i64) -> bool {
    let most = request
        .state
        .shop
        .config
        .refund_step_up
        .minor(&found.prices);
    let signed = request.signed.as_ref();
    amount > most && !signed.is_some_and(|signed| signed.is_proved(date::now()))
}

/// What was `typed`, if the password in it is right; else the question for it, which loses nothing.
pub async fn proved(
    request: &AdminRequest,
    typed: FormValues,
) -> Result<Result<FormValues, Response>, AppError> {
    let signed = request.signed.as_ref().ok_or(AppError::SignedOut)?;
    confirm::of_post(request, signed, typed, date::now()).await
}

/// What was paid back, on the order's page.
pub fn all(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    let refunds = &found.whole.refunds;
    if refunds.is_empty() {
        return ().into_any();
    }
    let zone = &request.state.shop.config.time_zone;
    let each = refunds.iter().map(|refund| {
        let said = format!("{} · {}", found.money(refund.amount), zone.minute(refund.at));
        let lines = crate::order::parcels::lines(&found.whole.document, &refund.items);
        let mut lines: Vec<String> = lines.collect();
        if refund.has_shipping {
            lines.push("Delivery".to_owned());
        }
        if !refund.reason.is_empty() {
            lines.push(format!("Why: {}", refund.reason));
        }
        let note = refund.credit_note.as_ref().map(|number| {
            let to = found.path(&format!("/credit-notes/{}", refund.id));
            let name = format!("Credit note {number}");
            view! { <p><a href=to target="_blank">{name}</a></p> }
        });
        view! { <li><p><strong>{said}</strong></p><p class="lines">{lines.join("\n")}</p>{note}</li> }
    });
    view! {
        <section class="card" aria-labelledby="refunds">
            <h2 id="refunds">"Paid back"</h2>
            <ul class="plain">{each.collect_view()}</ul>
        </section>
    }
    .into_any()
}
