//! The part of Stripe's interface for payments themselves: a list of them, and those by a card that was saved, of which nobody is
//! asked.

use super::{
    Books, Payment, State,
    answer::{refused, text},
    faults::Charge,
    locked, named,
    stripe::answered,
};
use crate::base::date;
use axum::{
    Router,
    extract::{Path, Query, State as Shared},
    http::HeaderMap,
    response::Response,
    routing::{get, post},
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

type Form = BTreeMap<String, String>;

pub fn routes() -> Router<Arc<Books>> {
    Router::new()
        .route("/v1/payment_intents", get(list).post(charge))
        .route("/v1/payment_intents/{id}", get(look))
        .route("/v1/payment_intents/{id}/cancel", post(cancel))
}

/// What the payment is called itself, and not the session that asks for it.
pub fn name(payment: &Payment) -> String {
    match payment.id.starts_with("pi_") {
        true => payment.id.clone(),
        false => format!("pi_{}", payment.id),
    }
}

/// The payment in the books that is called `intent`.
pub fn of_name(intent: &str) -> &str {
    let session = intent.strip_prefix("pi_").unwrap_or_default();
    match session.starts_with("cs_") {
        true => session,
        false => intent,
    }
}

/// A payment as it is answered.
pub fn shown(payment: &Payment) -> Value {
    let (status, received) = match payment.state {
        State::Open | State::Failed => ("requires_payment_method", 0),
        State::Processing => ("processing", 0),
        State::Paid => ("succeeded", payment.amount),
        State::Expired | State::CalledOff => ("canceled", 0),
    };
    let mut shown = json!({
        "id": name(payment), "object": "payment_intent", "status": status,
        "amount": payment.amount, "amount_received": received,
        "currency": payment.currency.to_lowercase(), "created": payment.began_at,
        "metadata": { "awning": payment.key, "awning_shop": payment.shop },
        "latest_charge": { "disputed": payment.disputed },
    });
    if let Some(customer) = &payment.customer {
        shown["customer"] = json!(customer);
        shown["payment_method"] = json!(card_of(customer));
        shown["setup_future_usage"] = json!("off_session");
    }
    shown
}

fn card_of(customer: &str) -> String {
    customer.replace("cus_", "pm_")
}

/// Newest first, of those of a time.
async fn list(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Query(asked): Query<Form>,
) -> Response {
    answered(&books, &headers, || {
        let number = |name: &str| asked.get(name).and_then(|it| it.parse::<i64>().ok());
        let from = number("created[gte]").unwrap_or(i64::MIN);
        let until = number("created[lt]").unwrap_or(i64::MAX);
        let limit = usize::try_from(number("limit").unwrap_or(10)).unwrap_or(10);
        let mut all: Vec<Payment> = locked(&books.payments).values().cloned().collect();
        all.retain(|it| !it.id.starts_with("tr_") && (from..until).contains(&it.began_at));
        let customer = asked.get("customer");
        all.retain(|it| customer.is_none() || it.customer.as_ref() == customer);
        // There is no payment before somebody typed a card.
        all.retain(|it| it.state != State::Open);
        all.sort_by_key(|it| (-it.began_at, name(it)));
        if let Some(after) = asked.get("starting_after") {
            let place = all.iter().position(|it| name(it) == *after);
            all.drain(..place.map_or(0, |it| it + 1));
        }
        let has_more = all.len() > limit;
        all.truncate(limit);
        let data: Vec<Value> = all.iter().map(shown).collect();
        Ok(json!({ "object": "list", "data": data, "has_more": has_more }))
    })
}

async fn look(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    answered(&books, &headers, || {
        let payment = books.find(of_name(&id));
        let payment =
            payment.ok_or_else(|| refused(404, &format!("No such payment_intent: '{id}'")))?;
        Ok(shown(&payment))
    })
}

async fn cancel(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    answered(&books, &headers, || {
        let ended = books.end(of_name(&id), State::CalledOff);
        let why = "You cannot cancel this PaymentIntent because of its status.";
        ended.map(|it| shown(&it)).ok_or_else(|| refused(400, why))
    })
}

async fn charge(Shared(books): Shared<Arc<Books>>, headers: HeaderMap, body: String) -> Response {
    answered(&books, &headers, || {
        let form: Form = form_urlencoded::parse(body.as_bytes())
            .into_owned()
            .collect();
        let mut payment = asked(&books, &form).map_err(|wrong| refused(400, &wrong))?;
        let charge = books.faults.of_this_charge();
        payment.state = match charge {
            Charge::Paid | Charge::PaidUnheard => State::Paid,
            Charge::Declined | Charge::Asks => State::Failed,
        };
        let made = books.once(text(&headers, "idempotency-key"), &body, || {
            locked(&books.payments).insert(payment.id.clone(), payment.clone());
            json!({ "intent": shown(&payment), "charge": charge.code() })
        });
        let made = made.map_err(|()| refused(400, "the key was used for another request"))?;
        if charge == Charge::PaidUnheard {
            return Err(refused(504, "An error occurred"));
        }
        match made["charge"].as_str() {
            Some("") | None => Ok(made["intent"].clone()),
            Some(code) => Err(refused(402, &format!("Your card was declined: {code}."))),
        }
    })
}

fn asked(books: &Books, form: &Form) -> Result<Payment, String> {
    let field = |name: &str| {
        let value = form.get(name).filter(|it| !it.is_empty());
        value
            .cloned()
            .ok_or_else(|| format!("Missing required param: {name}."))
    };
    if field("off_session")? != "true" || field("confirm")? != "true" {
        return Err("nobody is there to be asked".to_owned());
    }
    let (customer, card) = (field("customer")?, field("payment_method")?);
    let first = locked(&books.payments)
        .values()
        .find(|it| it.customer.as_ref() == Some(&customer) && it.state == State::Paid)
        .cloned();
    let first = first.ok_or_else(|| format!("No such customer: '{customer}'"))?;
    if card != card_of(&customer) {
        return Err(format!("No such PaymentMethod: '{card}'"));
    }
    let amount = field("amount")?.parse().ok().filter(|it| *it > 0);
    Ok(Payment {
        id: named("pi_"),
        key: field("metadata[awning]")?,
        shop: field("metadata[awning_shop]")?,
        description: field("description")?,
        amount: amount.ok_or("Invalid positive integer")?,
        currency: field("currency")?.to_uppercase(),
        state: State::Open,
        began_at: date::now(),
        customer: Some(customer),
        disputed: false,
        refunds: Vec::new(),
        ..first
    })
}
