//! The part of Mollie's interface that the shop uses: payments.

use super::{
    Books, MOLLIE_KEY, Payment, Refund, RefundState, State,
    answer::{TestAnswer, answer, has_key, refused, text},
    faults::Charge,
    hooks, locked, named,
};
use crate::base::{date, money::PriceFormat};
use axum::{
    Json, Router,
    extract::{Path, Query, State as Shared},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

/// Seconds that a payment by card lasts.
const LASTS: i64 = 15 * 60;

pub fn routes() -> Router<Arc<Books>> {
    Router::new()
        .route("/v2/customers", post(customer))
        .route("/v2/customers/{id}/payments", get(of_customer))
        .route("/v2/payments", get(list).post(begin))
        .route("/v2/payments/{id}", get(look).delete(call_off))
        .route("/v2/payments/{id}/refunds", get(refunds).post(refund))
}

async fn begin(Shared(books): Shared<Arc<Books>>, headers: HeaderMap, body: String) -> Response {
    answered(&books, &headers, || {
        let key = text(&headers, "idempotency-key");
        let asked_for: Value = serde_json::from_str(&body).unwrap_or_default();
        let mut payment = asked(&asked_for).map_err(|wrong| refused(422, &wrong))?;
        let mut is_heard = true;
        if asked_for["sequenceType"] == "recurring" {
            let is_known =
                |it: &Payment| it.customer == payment.customer && it.state == State::Paid;
            if !locked(&books.payments).values().any(is_known) {
                return Err(refused(422, "No suitable mandates found for customer"));
            }
            let charge = books.faults.of_this_charge();
            is_heard = charge != Charge::PaidUnheard;
            payment.state = match charge {
                Charge::Paid | Charge::PaidUnheard => State::Paid,
                Charge::Declined | Charge::Asks => State::Failed,
            };
        }
        let made = books.once(key, &body, || {
            let answer = shown(&payment, &books.page(&payment.id));
            locked(&books.payments).insert(payment.id.clone(), payment);
            answer
        });
        if !is_heard {
            return Err(refused(504, "An error occurred"));
        }
        made.map_err(|()| refused(409, "the key was used for another request"))
    })
}

/// Whoever pays more than once.
async fn customer(Shared(books): Shared<Arc<Books>>, headers: HeaderMap, body: String) -> Response {
    answered(&books, &headers, || {
        let key = text(&headers, "idempotency-key");
        let made = books.once(
            key,
            &body,
            || json!({ "resource": "customer", "id": named("cst_") }),
        );
        made.map_err(|()| refused(409, "the key was used for another request"))
    })
}

/// Newest first.
async fn of_customer(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    answered(&books, &headers, || {
        let mut all: Vec<Payment> = locked(&books.payments).values().cloned().collect();
        all.retain(|it| it.customer.as_deref() == Some(&id));
        all.sort_by_key(|it| (-it.began_at, it.id.clone()));
        Ok(shown_page(&books, &all, None))
    })
}

/// Newest first.
async fn list(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    answered(&books, &headers, || {
        let limit = asked.get("limit").and_then(|it| it.parse().ok());
        let limit: usize = limit.unwrap_or(50).min(250);
        let mut all: Vec<Payment> = locked(&books.payments).values().cloned().collect();
        all.retain(|it| it.id.starts_with("tr_"));
        all.sort_by_key(|it| (-it.began_at, it.id.clone()));
        if let Some(from) = asked.get("from") {
            let place = all.iter().position(|it| it.id == *from);
            all.drain(..place.unwrap_or(0));
        }
        let next = all.get(limit).map(|it| {
            let url = format!("{}/mollie/v2/payments", locked(&books.address));
            json!({ "href": format!("{url}?from={}&limit={limit}", it.id), "type": "application/hal+json" })
        });
        all.truncate(limit);
        Ok(shown_page(&books, &all, next))
    })
}

/// A page of a list of payments, and where the next one is.
fn shown_page(books: &Books, payments: &[Payment], next: Option<Value>) -> Value {
    let rows = payments.iter().map(|it| shown(it, &books.page(&it.id)));
    let rows: Vec<Value> = rows.collect();
    json!({ "count": rows.len(), "_embedded": { "payments": rows }, "_links": { "next": next } })
}

async fn look(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    answered(&books, &headers, || {
        let payment = books.find(&id);
        let payment = payment.ok_or_else(|| refused(404, "No payment exists with token"))?;
        Ok(shown(&payment, &books.page(&id)))
    })
}

async fn call_off(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    let mut ended = None;
    let response = answered(&books, &headers, || {
        ended = books.end(&id, State::CalledOff);
        let payment = ended.as_ref();
        let payment = payment.ok_or_else(|| refused(422, "The payment cannot be canceled"))?;
        Ok(shown(payment, &books.page(&id)))
    });
    if let Some(payment) = ended {
        hooks::send(&books, &payment).await;
    }
    response
}

async fn refunds(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    answered(&books, &headers, || {
        let refunds = books.find(&id).map(|it| it.refunds).unwrap_or_default();
        let refunds: Vec<Value> = refunds.iter().map(of_refund).collect();
        Ok(json!({ "count": refunds.len(), "_embedded": { "refunds": refunds } }))
    })
}

async fn refund(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
    body: String,
) -> Response {
    answered(&books, &headers, || {
        let asked: Value = serde_json::from_str(&body).unwrap_or_default();
        let format = PriceFormat::of(asked["amount"]["currency"].as_str().unwrap_or_default());
        let value = asked["amount"]["value"].as_str().unwrap_or_default();
        let amount = format.and_then(|it| it.parse(value)).unwrap_or_default();
        let key = asked["metadata"]["awning"].as_str().unwrap_or_default();
        let made = books.once(text(&headers, "idempotency-key"), &body, || {
            let done = books.refund(&id, key, amount);
            done.as_ref().map(of_refund).unwrap_or_default()
        });
        let made = made.map_err(|()| refused(409, "the key was used for another request"))?;
        match made.is_null() {
            true => Err(refused(422, "The amount is higher than the maximum")),
            false => Ok(made),
        }
    })
}

fn of_refund(refund: &Refund) -> Value {
    let status = match refund.state {
        RefundState::Pending => "pending",
        RefundState::Done => "refunded",
        RefundState::Failed => "failed",
    };
    json!({ "resource": "refund", "id": refund.id, "status": status, "metadata": { "awning": refund.key } })
}

/// What `make` answers, or what goes wrong instead.
fn answered(books: &Books, headers: &HeaderMap, make: impl FnOnce() -> TestAnswer) -> Response {
    if !has_key(headers, MOLLIE_KEY) {
        return error(401, "Missing authentication, or failed to authenticate");
    }
    answer(books, make, error)
}

fn asked(asked: &Value) -> Result<Payment, String> {
    let field = |value: &Value, name: &str| {
        let text = value.as_str().filter(|it| !it.is_empty());
        text.map(str::to_owned)
            .ok_or_else(|| format!("The field {name} is missing"))
    };
    let currency = field(&asked["amount"]["currency"], "amount.currency")?;
    let format = PriceFormat::of(&currency).ok_or("The currency is invalid")?;
    let value = field(&asked["amount"]["value"], "amount.value")?;
    let amount = format
        .parse(&value)
        .filter(|it| *it > 0 && format.plain(*it) == value);
    let sequence = asked["sequenceType"].as_str().unwrap_or("oneoff");
    let back = match sequence {
        // Nobody is there who could come back.
        "recurring" => String::new(),
        _ => field(&asked["redirectUrl"], "redirectUrl")?,
    };
    let customer = match sequence {
        "oneoff" => None,
        _ => Some(field(&asked["customerId"], "customerId")?),
    };
    Ok(Payment {
        id: named("tr_"),
        key: field(&asked["metadata"]["awning"], "metadata")?,
        shop: field(&asked["metadata"]["shop"], "metadata")?,
        began_at: date::now(),
        customer,
        description: field(&asked["description"], "description")?,
        amount: amount.ok_or("The amount contains an invalid value")?,
        currency,
        state: State::Open,
        cancel: field(&asked["cancelUrl"], "cancelUrl").unwrap_or_else(|_| back.clone()),
        hook: asked["webhookUrl"].as_str().unwrap_or_default().to_owned(),
        back,
        ends_at: date::now() + LASTS,
        disputed: false,
        refunds: Vec::new(),
    })
}

/// A time as Mollie writes it.
fn time(unix_seconds: i64) -> String {
    let time = jiff::Timestamp::from_second(unix_seconds).unwrap_or_default();
    time.to_string()
}

fn shown(payment: &Payment, page: &str) -> Value {
    let status = match payment.state {
        State::Open => "open",
        State::Processing => "pending",
        State::Paid => "paid",
        State::Failed => "failed",
        State::Expired => "expired",
        State::CalledOff => "canceled",
    };
    let format = PriceFormat::of(&payment.currency);
    let amount = |minor: i64| {
        let value = format
            .as_ref()
            .map(|it| it.plain(minor))
            .unwrap_or_default();
        json!({ "currency": payment.currency, "value": value })
    };
    let mut shown = json!({
        "resource": "payment", "id": payment.id, "status": status, "amount": amount(payment.amount),
        "description": payment.description, "metadata": { "awning": payment.key, "shop": payment.shop }, "createdAt": time(payment.began_at),
        "isCancelable": payment.state == State::Open, "expiresAt": time(payment.ends_at),
    });
    if let Some(customer) = &payment.customer {
        shown["sequenceType"] = json!(if payment.back.is_empty() {
            "recurring"
        } else {
            "first"
        });
        shown["customerId"] = json!(customer);
        // Whose account it is counts once it was paid.
        if payment.state == State::Paid {
            shown["mandateId"] = json!(customer.replace("cst_", "mdt_"));
        }
    }
    if payment.state == State::Open {
        shown["_links"] = json!({ "checkout": { "href": page, "type": "text/html" } });
    }
    if payment.disputed {
        shown["amountChargedBack"] = amount(payment.amount);
    }
    shown
}

fn error(status: u16, detail: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (
        status,
        Json(json!({ "status": status.as_u16(), "detail": detail })),
    )
        .into_response()
}
