//! Links to an order that is to be paid: whoever has one sees the order, and how it is paid.

use super::entity::order;
use crate::platform::link_key::LinkKey;

/// The link to `order` at `origin`.
pub fn link(key: &LinkKey, order: &order::Model, origin: &str) -> String {
    let token = key.token(&subject_of(order));
    format!("{origin}/account/pay/{}/{token}", order.public_id)
}

/// Whether `token` is that of the link to `order`.
pub fn is_link(key: &LinkKey, order: &order::Model, token: &str) -> bool {
    key.is_token(&subject_of(order), token)
}

/// What a link is signed for: whoever reads another mailbox than it writes to by now has none.
fn subject_of(order: &order::Model) -> String {
    format!("pay {} {}", order.public_id, order.email)
}
