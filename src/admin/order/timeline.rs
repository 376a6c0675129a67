//! What became of an order, as sentences, the latest first.

use super::{
    super::{request::AdminRequest, staff::role::Right},
    events::sentence,
    labels,
    requested_order::RequestedOrder,
};
use crate::{
    base::{date, error::AppError},
    order::{
        messages::{self, SentEmail},
        timeline,
    },
};
use leptos::prelude::*;

/// Most of what was done that is shown.
const MAX: i64 = 200;

/// A line of it.
struct Line {
    at: i64,
    said: String,
    /// Where more stands.
    to: Option<String>,
}

/// Everything that was done to the order, and every e-mail about it.
pub async fn of(request: &AdminRequest, found: &RequestedOrder) -> Result<AnyView, AppError> {
    let db = &request.state.shop.db.read;
    let events = timeline::of(db, found.number(), MAX).await?;
    let emails = messages::of(db, &found.whole.order).await?;
    let now = date::now();
    let done = events.iter().map(|it| Line {
        at: it.at,
        said: sentence(it, &found.prices),
        to: None,
    });
    let mut lines: Vec<Line> = done.collect();
    let has_server = request.state.shop.mailer.has_server();
    lines.extend(emails.iter().map(|it| email(it, found, now, has_server)));
    if !events.iter().any(|it| it.verb == timeline::PLACE) {
        lines.push(Line {
            at: found.whole.order.placed_at,
            said: "Placed by the shopper.".to_owned(),
            to: None,
        });
    }
    // The latest first; of one moment, an e-mail comes after what it tells of.
    lines.sort_by_key(|line| (std::cmp::Reverse(line.at), line.to.is_none()));
    let zone = &request.state.shop.config.time_zone;
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
    let again = (has_reader && request.may(Right::ManageOrders)).then(|| {
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

fn email(sent: &SentEmail, found: &RequestedOrder, now: i64, has_server: bool) -> Line {
    let email = &sent.email;
    let state = labels::email(sent.state(now), email.sent_at.is_some(), has_server);
    Line {
        at: email.sent_at.unwrap_or(email.created_at),
        said: format!(
            "E-mail to {}: “{}” ({state})",
            email.recipient, email.subject
        ),
        to: Some(found.link(&format!("/emails/{}", email.id))),
    }
}
