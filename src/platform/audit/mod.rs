//! Lines of the log that say what was done to accounts and orders, under the target `audit`.
//!
//! They hold numbers, and never e-mail addresses, names or tokens. The request's id stands in its span.
//! What staff changes is kept in the database too, by [`record()`].

mod record;

pub use record::{Actor, Entry, is_since, record};

use tracing::info;

/// A customer signed in; the session's own number is not said.
pub fn signed_in(customer: i64) {
    info!(target: "audit", event = "signed_in", customer);
}

/// A code and a link to sign in were sent; to a customer, or to whoever may become one.
pub fn code_sent(customer: Option<i64>) {
    info!(target: "audit", event = "code_sent", customer);
}

/// A code to sign in was wrong or over.
pub fn code_refused() {
    info!(target: "audit", event = "code_refused");
}

/// An account was opened by a proof of its address.
pub fn account_opened(customer: i64) {
    info!(target: "audit", event = "account_opened", customer);
}

/// Somebody ended a session.
pub fn signed_out(customer: Option<i64>) {
    info!(target: "audit", event = "signed_out", customer);
}

/// A customer has another password, and so many other sessions ended.
pub fn password_changed(customer: i64, sessions_ended: u64) {
    info!(target: "audit", event = "password_changed", customer, sessions_ended);
}

/// A link to set another password was sent to a customer.
pub fn reset_sent(customer: i64) {
    info!(target: "audit", event = "reset_sent", customer);
}

/// A customer has another password by a link, and so many sessions ended.
pub fn password_reset(customer: i64, sessions_ended: u64) {
    info!(target: "audit", event = "password_reset", customer, sessions_ended);
}

/// A customer asked for another e-mail address.
pub fn email_change_asked(customer: i64) {
    info!(target: "audit", event = "email_change_asked", customer);
}

/// A customer has another e-mail address, and so many sessions ended.
pub fn email_changed(customer: i64, sessions_ended: u64) {
    info!(target: "audit", event = "email_changed", customer, sessions_ended);
}

/// A customer asked for the account's deletion.
pub fn deletion_asked(customer: i64) {
    info!(target: "audit", event = "deletion_asked", customer);
}

/// A customer keeps the account that was to be deleted.
pub fn deletion_withdrawn(customer: i64) {
    info!(target: "audit", event = "deletion_withdrawn", customer);
}

/// An account was deleted.
pub fn account_deleted(customer: i64) {
    info!(target: "audit", event = "account_deleted", customer);
}

/// An order of a deleted account holds no contact data any more, or nothing about anybody.
pub fn order_anonymised(order: &str, wholly: bool) {
    info!(target: "audit", event = "order_anonymised", order, wholly);
}

/// An order was placed, for `total` in minor units.
pub fn order_placed(order: &str, customer: Option<i64>, total: i64) {
    info!(target: "audit", event = "order_placed", order, customer, total);
}

/// The merchant let shoppers see a review, or not.
pub fn review_decided(review: i64, decision: &str) {
    info!(target: "audit", event = "review_decided", review, decision);
}

/// An order stands elsewhere.
pub fn status_changed(order: &str, payment: Option<&str>, fulfillment: Option<&str>) {
    info!(target: "audit", event = "status_changed", order, payment, fulfillment);
}

/// Somebody of the staff signed in to the back office.
pub fn staff_signed_in(staff: i64) {
    info!(target: "audit", event = "staff_signed_in", staff);
}

/// Somebody ended a session of the back office.
pub fn staff_signed_out(staff: Option<i64>) {
    info!(target: "audit", event = "staff_signed_out", staff);
}

/// A sign-in to the back office was refused.
pub fn staff_refused() {
    info!(target: "audit", event = "staff_refused");
}

/// The shop has its first owner.
pub fn shop_claimed(staff: i64) {
    info!(target: "audit", event = "shop_claimed", staff);
}
