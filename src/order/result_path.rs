//! The address of the page that waits for a payment.

use super::entity::order;
use crate::base::paths::ShopPath;

/// Where the payment of `order` is waited for.
pub fn result_path(order: &order::Model) -> String {
    format!(
        "{}?order={}",
        ShopPath::CheckoutResult.text(),
        order.public_id
    )
}
