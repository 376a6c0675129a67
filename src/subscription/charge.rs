//! How the orders of a subscription are paid.

use super::entity::Trouble;
use crate::{
    order::OrderDocument,
    platform::config::Config,
    pricing::payment::{Method, PaymentMethod, PaymentStatus},
};

/// How an order is paid that a subscription made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge<'a> {
    /// It costs nothing.
    Nothing,
    /// As the shopper is told: outside of the shop.
    Outside,
    /// By what this way to pay kept of an earlier payment.
    Kept(&'a Method),
}

impl Charge<'_> {
    /// The state of payment that the order begins in.
    pub fn begins_as(self) -> PaymentStatus {
        match self {
            Self::Nothing => PaymentStatus::NotRequired,
            // What was agreed comes, and is to be paid, whatever becomes of the first try.
            Self::Outside | Self::Kept(_) => PaymentStatus::AwaitingPayment,
        }
    }
}

/// How an order like `document` is paid: as the first one was.
pub fn charge<'a>(document: &OrderDocument, config: &'a Config) -> Result<Charge<'a>, Trouble> {
    let Some(paid_by) = &document.payment else {
        // An order that cost nothing says nothing of how the next one is paid.
        return match document.totals.total {
            0 => Ok(Charge::Nothing),
            _ => Err(Trouble::NotPayable),
        };
    };
    let mut ways = config.ways_to_pay();
    match ways.find(|it| it.id == paid_by.id) {
        Some(way) if way.provider.is_some() => Ok(Charge::Kept(way)),
        Some(way) if !way.is_online() => Ok(Charge::Outside),
        _ => Err(Trouble::NotPayable),
    }
}
