//! What became of an order, as sentences, the latest first.

use super::{
    super::{request::AdminRequest, staff::role::Right},
    found::Found,
    words,
};
use crate::{
    base::{date, error::AppError, money::PriceFormat},
    order::{
        messages::{self, Sent},
        status::{FulfillmentStatus, named},
        timeline::{self, Event},
    },
    pricing::payment::PaymentStatus,
};
use leptos::prelude::*;
use serde_json::Value;

/// Most of what was done that is shown.
const MOST: i64 = 200;

/// A line of it.
struct Line {
    at: i64,
    said: String,
    /// Where more stands.
    to: Option<String>,
}

/// Everything that was done to the order, and every e-mail about it.
pub async fn of(asked: &AdminRequest, found: &Found) -> Result<AnyView, AppError> {
    let db = &asked.state.shop.db.read;
    let events = timeline::of(db, found.number(), MOST).await?;
    let emails = messages::of(db, &found.whole.order).await?;
    let now = date::now();
    let mut lines: Vec<Line> = events.iter().map(|it| event(it, found)).collect();
    let goes_out = asked.state.shop.mailer.goes_out();
    lines.extend(emails.iter().map(|it| email(it, found, now, goes_out)));
    if !events.iter().any(|it| it.verb == timeline::PLACE) {
        lines.push(Line {
            at: found.whole.order.placed_at,
            said: "Placed by the shopper.".to_owned(),
            to: None,
        });
    }
    // The latest first; of one moment, an e-mail comes after what it tells of.
    lines.sort_by_key(|line| (std::cmp::Reverse(line.at), line.to.is_none()));
    let zone = &asked.state.shop.config.time_zone;
    let line = |line: Line| {
        let said = match line.to {
            Some(to) => view! { <a href=to>{line.said}</a> }.into_any(),
            None => line.said.into_any(),
        };
        view! { <li><span class="note">{zone.minute(line.at)}</span>{said}</li> }
    };
    let lines = lines.into_iter().map(line).collect_view();
    let clock = format!("Times are those of {}.", zone.name());
    let has_reader = !found.whole.order.email.is_empty();
    let again = (has_reader && asked.may(Right::ManageOrders)).then(|| {
        view! {
            <form method="post" action=found.path("/resend")>
                {found.carried()}
                <button class="button button--small" type="submit" name="email" value="confirmation">"Send the order confirmation once more"</button>
            </form>
        }
    });
    Ok(view! {
        <section class="card timeline" aria-labelledby="timeline">
            <h2 id="timeline">"What happened"</h2>
            <ol>{lines}</ol>
            <p class="note">{clock}" To send another e-mail once more, open it."</p>
            {again}
        </section>
    }
    .into_any())
}

fn email(sent: &Sent, found: &Found, now: i64, goes_out: bool) -> Line {
    let email = &sent.email;
    let state = words::email(sent.state(now), email.sent_at.is_some(), goes_out);
    Line {
        at: email.sent_at.unwrap_or(email.created_at),
        said: format!(
            "E-mail to {}: “{}” ({state})",
            email.recipient, email.subject
        ),
        to: Some(found.link(&format!("/emails/{}", email.id))),
    }
}

fn event(event: &Event, found: &Found) -> Line {
    let (who, after) = (&event.who, &event.after);
    let text = |key: &str| after[key].as_str().unwrap_or_default().to_owned();
    let list = |title: &str, what: String| match what.as_str() {
        "" => String::new(),
        what => format!("{title}{what}"),
    };
    let said = match event.verb.as_str() {
        timeline::PLACE => format!("Placed by {who}."),
        timeline::PAY => match after["payment"].as_str() {
            Some("PAID") => "Paid online.".to_owned(),
            Some("HELD") => "Money came online that does not fit the order.".to_owned(),
            Some("DISPUTED") => "The customer's bank asks for the money back.".to_owned(),
            Some("UNDISPUTED") => {
                "The customer's bank does not ask for the money back any more.".to_owned()
            }
            Some("ACCEPTED") => format!("{who} accepted the money."),
            Some("RETURNED") => format!("{who} had the money go back."),
            _ => "The payment online failed.".to_owned(),
        },
        timeline::WITHDRAW => "The shopper withdrew.".to_owned(),
        timeline::SEND => format!(
            "Parcel sent by {who}: {}{}.",
            text("items"),
            list(" · ", text("tracking"))
        ),
        timeline::UNSEND => format!("Parcel taken back by {who}: {}.", text("items")),
        timeline::DELIVER => format!("Parcel marked as delivered by {who}: {}.", text("items")),
        timeline::CANCEL => format!(
            "Cancelled by {who}.{}",
            list(" Back in stock: ", text("restocked"))
        ),
        timeline::TAKE_BACK => format!(
            "Taken back by {who}.{}",
            list(" Back in stock: ", text("restocked"))
        ),
        timeline::REFUND => refunded(who, after, &found.prices),
        timeline::CORRECT => format!("Corrected by {who}: {}.", text("corrected")),
        timeline::ANSWER => match after["withdrawal"] == "ACCEPTED" {
            true => format!("Withdrawal accepted by {who}."),
            false => format!("Withdrawal refused by {who}."),
        },
        timeline::WRITE => format!("Written to the customer by {who}."),
        timeline::RESEND => format!("An e-mail was sent once more by {who}."),
        timeline::NOTE => format!("Note by {who}."),
        timeline::NOTE_CHANGE => format!("Note changed by {who}."),
        timeline::NOTE_REMOVE => format!("Note taken away by {who}."),
        timeline::CHANGE => changed(who, after),
        // One that a later version knows.
        other => format!("{other} by {who}."),
    };
    Line {
        at: event.at,
        said,
        to: None,
    }
}

fn refunded(who: &str, after: &Value, prices: &PriceFormat) -> String {
    let amount = prices.minor(after["amount"].as_i64().unwrap_or_default());
    let mut said = format!("{amount} refunded by {who}.");
    for (key, title) in [
        ("items", "For"),
        ("restocked", "Back in stock:"),
        ("credit_note", "Credit note"),
    ] {
        if let Some(text) = after[key].as_str().filter(|text| !text.is_empty()) {
            said.push_str(&format!(" {title} {text}."));
        }
    }
    said
}

/// Statuses that were set.
fn changed(who: &str, after: &Value) -> String {
    let mut parts = Vec::new();
    if let Some(status) = after["payment"].as_str().and_then(named::<PaymentStatus>) {
        let said = super::super::orders::words::payment(status);
        parts.push(format!("Marked as “{said}”"));
    }
    let fulfillment = after["fulfillment"].as_str();
    if let Some(status) = fulfillment.and_then(named::<FulfillmentStatus>) {
        let said = super::super::orders::words::fulfillment(status);
        parts.push(format!("Marked as “{said}”"));
    }
    match after["tracking"].as_str() {
        Some("") => parts.push("Tracking number taken away".to_owned()),
        Some(number) => parts.push(format!("Parcel {number}")),
        None => {}
    }
    if after["restocked"] == "yes" {
        parts.push("Back in stock".to_owned());
    }
    match parts.is_empty() {
        true => format!("Changed by {who}."),
        false => format!("{} by {who}.", parts.join(", ")),
    }
}
