//! How the orders of a subscription are paid.

use super::entity::Trouble;
use crate::{
    order::Document,
    platform::config::Config,
    pricing::payment::{PaymentMethod, PaymentStatus},
};

/// The state of payment that an order like `document` begins in: as the first one was paid, outside of the
/// shop. What is paid online needs a card that is kept, which no way to pay does yet.
pub fn charge(document: &Document, config: &Config) -> Result<PaymentStatus, Trouble> {
    let Some(paid_by) = &document.payment else {
        // An order that cost nothing says nothing of how the next one is paid.
        return match document.totals.total {
            0 => Ok(PaymentStatus::NotRequired),
            _ => Err(Trouble::NotPayable),
        };
    };
    let method = config.payment.iter().find(|it| it.id == paid_by.id);
    match method.filter(|method| !method.is_online()) {
        Some(method) => Ok(method.begins_as()),
        None => Err(Trouble::NotPayable),
    }
}
