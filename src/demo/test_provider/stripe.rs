//! The part of Stripe's interface that the shop uses: sessions of its hosted Checkout.

use super::{
    Books, Payment, Refund, RefundState, STRIPE_KEY, State,
    answer::{TestAnswer, answer, has_key, refused, text},
    hooks, locked, named, stripe_intents,
};
use crate::base::date;
use axum::{
    Json, Router,
    extract::{Path, Query, RawQuery, State as Shared},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};

/// Seconds that a session may last: at least, and at most.
const LASTS: std::ops::RangeInclusive<i64> = 30 * 60..=24 * 60 * 60;

pub fn routes() -> Router<Arc<Books>> {
    Router::new()
        .route("/v1/checkout/sessions", post(begin))
        .route("/v1/checkout/sessions/{id}", get(look))
        .route("/v1/checkout/sessions/{id}/expire", post(expire))
        .route("/v1/refunds", get(refunds).post(refund))
}

async fn begin(Shared(books): Shared<Arc<Books>>, headers: HeaderMap, body: String) -> Response {
    answered(&books, &headers, || {
        let key = text(&headers, "idempotency-key");
        let form: BTreeMap<String, String> = form_urlencoded::parse(body.as_bytes())
            .into_owned()
            .collect();
        let payment = asked(&form).map_err(|wrong| refused(400, &wrong))?;
        let made = books.once(key, &body, || {
            let session = session(&payment, Some(&books.page(&payment.id)));
            locked(&books.payments).insert(payment.id.clone(), payment);
            session
        });
        made.map_err(|()| refused(400, "Keys for idempotent requests can only be used with the same parameters they were first used with."))
    })
}

/// With the payment itself where `expand[]` asks for it; else with its name.
async fn look(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    answered(&books, &headers, || {
        let payment = books.find(&id);
        let payment =
            payment.ok_or_else(|| refused(404, &format!("No such checkout.session: {id}")))?;
        let mut session = session(&payment, Some(&books.page(&id)));
        if !query.is_some_and(|it| it.contains("expand")) {
            session["payment_intent"] = session["payment_intent"]["id"].take();
        }
        Ok(session)
    })
}

async fn expire(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    let mut ended = None;
    let response = answered(&books, &headers, || {
        ended = books.end(&id, State::Expired);
        let over = "Only Checkout Sessions with a status in [\"open\"] can be expired.";
        let payment = ended.as_ref().ok_or_else(|| refused(400, over))?;
        Ok(session(payment, None))
    });
    if let Some(payment) = ended {
        hooks::send(&books, &payment).await;
    }
    response
}

async fn refunds(
    Shared(books): Shared<Arc<Books>>,
    headers: HeaderMap,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    answered(&books, &headers, || {
        let payment = books.find(of_intent(&asked));
        let refunds = payment.map(|it| it.refunds).unwrap_or_default();
        let refunds: Vec<Value> = refunds.iter().map(shown).collect();
        Ok(json!({ "object": "list", "data": refunds, "has_more": false }))
    })
}

async fn refund(Shared(books): Shared<Arc<Books>>, headers: HeaderMap, body: String) -> Response {
    answered(&books, &headers, || {
        let form: BTreeMap<String, String> = form_urlencoded::parse(body.as_bytes())
            .into_owned()
            .collect();
        let amount = form
            .get("amount")
            .and_then(|it| it.parse().ok())
            .unwrap_or_default();
        let key = form.get("metadata[awning]").cloned().unwrap_or_default();
        let made = books.once(text(&headers, "idempotency-key"), &body, || {
            let done = books.refund(of_intent(&form), &key, amount);
            done.as_ref().map(shown).unwrap_or_default()
        });
        let made = made.map_err(|()| refused(400, "the key was used for another request"))?;
        match made.is_null() {
            true => Err(refused(
                400,
                "Refund amount is greater than unrefunded amount on charge",
            )),
            false => Ok(made),
        }
    })
}

/// The payment that its intent is named after.
fn of_intent(form: &BTreeMap<String, String>) -> &str {
    let intent = form.get("payment_intent").map(String::as_str);
    stripe_intents::of_name(intent.unwrap_or_default())
}

fn shown(refund: &Refund) -> Value {
    let status = match refund.state {
        RefundState::Pending => "pending",
        RefundState::Done => "succeeded",
        RefundState::Failed => "failed",
    };
    json!({
        "id": refund.id, "object": "refund", "amount": refund.amount, "status": status,
        "metadata": { "awning": refund.key },
    })
}

/// What `make` answers, or what goes wrong instead.
pub(super) fn answered(
    books: &Books,
    headers: &HeaderMap,
    make: impl FnOnce() -> TestAnswer,
) -> Response {
    if !has_key(headers, STRIPE_KEY) {
        return error(401, "Invalid API Key provided");
    }
    if text(headers, "stripe-version").is_empty() {
        return error(400, "no version is pinned");
    }
    answer(books, make, error)
}

fn asked(form: &BTreeMap<String, String>) -> Result<Payment, String> {
    let field = |name: &str| {
        let value = form.get(name).filter(|it| !it.is_empty());
        value
            .cloned()
            .ok_or_else(|| format!("Missing required param: {name}."))
    };
    let number = |name: &str| {
        let value = field(name)?.parse::<i64>();
        value.map_err(|_| format!("Invalid integer: {name}"))
    };
    if field("mode")? != "payment" || number("line_items[0][quantity]")? != 1 {
        return Err("one line of a payment is what this one takes".to_owned());
    }
    let (back, ends_at) = (field("success_url")?, number("expires_at")?);
    if !LASTS.contains(&(ends_at - date::now())) {
        return Err("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.".to_owned());
    }
    let saves = form.get("payment_intent_data[setup_future_usage]");
    let saves = saves.is_some_and(|it| it == "off_session");
    let creates = form
        .get("customer_creation")
        .is_some_and(|it| it == "always");
    if saves != creates {
        return Err("A card is saved of a customer, and there is none.".to_owned());
    }
    let amount = number("line_items[0][price_data][unit_amount]")?;
    if amount <= 0 {
        return Err("Invalid positive integer".to_owned());
    }
    let origin = back.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    Ok(Payment {
        id: named("cs_test_"),
        key: field("metadata[awning]")?,
        shop: field("payment_intent_data[metadata][awning_shop]")?,
        began_at: date::now(),
        customer: saves.then(|| named("cus_")),
        description: field("line_items[0][price_data][product_data][name]")?,
        amount,
        currency: field("line_items[0][price_data][currency]")?.to_uppercase(),
        state: State::Open,
        cancel: field("cancel_url")?,
        // At the real one it is typed into its settings.
        hook: format!("{origin}/hooks/stripe"),
        back,
        ends_at,
        disputed: false,
        refunds: Vec::new(),
    })
}

/// A session as it is answered; `page` is where it is paid, while it can be.
pub(super) fn session(payment: &Payment, page: Option<&str>) -> Value {
    let intent = stripe_intents::shown(payment);
    let (status, paid, intent) = match payment.state {
        State::Open => ("open", "unpaid", Value::Null),
        State::Processing | State::Failed => ("complete", "unpaid", intent),
        State::Paid => ("complete", "paid", intent),
        State::Expired | State::CalledOff => ("expired", "unpaid", Value::Null),
    };
    json!({
        "id": payment.id, "object": "checkout.session", "status": status, "payment_status": paid,
        "amount_total": payment.amount, "currency": payment.currency.to_lowercase(),
        "client_reference_id": payment.key, "metadata": { "awning": payment.key },
        "payment_intent": intent, "expires_at": payment.ends_at,
        "url": page.filter(|_| payment.state == State::Open),
    })
}

fn error(status: u16, message: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(json!({ "error": { "message": message } }))).into_response()
}
