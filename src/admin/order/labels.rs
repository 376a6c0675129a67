//! What is said of one order.

use super::{super::orders::labels as list, requested_order::RequestedOrder};
use crate::{
    order::{
        Item, emails::named, full_order::OrderVersion, status::WithdrawalState,
        status_machine::OrderActionError,
    },
    platform::jobs,
};

/// Why nothing was done.
pub fn refused(why: OrderActionError) -> &'static str {
    match why {
        OrderActionError::Changed => "Somebody changed this order while you had it open.",
        why => list::not_done(why),
    }
}

/// Where an order stands, in one line.
pub fn standing(seen: &OrderVersion, found: &RequestedOrder) -> String {
    let sent: i64 = seen.sent.iter().sum();
    let all = found.whole.document.quantity();
    let mut parts = vec![
        list::payment(seen.payment).to_owned(),
        list::fulfillment(seen.fulfillment).to_owned(),
        format!("{sent} of {all} sent"),
    ];
    let restocked: i64 = seen.restocked.iter().sum();
    if restocked > 0 {
        parts.push(format!("{restocked} back in stock"));
    }
    if seen.refunded > 0 {
        parts.push(format!("{} refunded", found.money(seen.refunded)));
    }
    if found.whole.order.withdrawn_at.is_some() {
        parts.push(withdrawal(seen.withdrawal).to_owned());
    }
    parts.join(" · ")
}

/// What became of a withdrawal.
pub fn withdrawal(state: WithdrawalState) -> &'static str {
    match state {
        WithdrawalState::Open => "Withdrawn: to be answered",
        WithdrawalState::Accepted => "Withdrawn: goods come back",
        WithdrawalState::Refused => "Withdrawal refused",
        WithdrawalState::Settled => "Withdrawn: settled",
    }
}

/// What became of an e-mail of a shop whose e-mails go out, or into files.
pub fn email(state: Option<jobs::State>, was_sent: bool, has_server: bool) -> &'static str {
    match state {
        _ if was_sent && !has_server => "written into a file, as no mail server is set",
        _ if was_sent => "sent",
        Some(jobs::State::Waiting) => "waits to be sent",
        Some(jobs::State::Running) => "is being sent",
        Some(jobs::State::Failed) => "could not be delivered",
        Some(jobs::State::Cancelled) => "given up",
        Some(jobs::State::Done) | None => "not sent",
    }
}

/// What an item is, with its options.
pub fn what(item: &Item) -> String {
    let text = named(item);
    let what = text.split_once(" × ").map(|(_, what)| what.to_owned());
    what.unwrap_or(text)
}

/// So many of a thing.
pub fn count(number: i64, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}
