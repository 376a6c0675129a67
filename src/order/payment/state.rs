//! The state machine of a payment: its states, and the transitions that a provider's answers cause. Pure.

use sea_orm::{DeriveActiveEnum, EnumIter};

/// How far a payment is. What ended is never open again; only money that comes late changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum PaymentState {
    /// The payment is stored here; it is not known whether its provider has it.
    Started,
    /// The shopper is asked for the money.
    Waiting,
    /// The bank is at it.
    Processing,
    /// The money is there: the order is placed.
    Paid,
    /// The provider refused it.
    Failed,
    /// Its time was up.
    Expired,
    /// The shopper or the merchant called it off.
    Cancelled,
    /// The money came when everything was given back, and what was ordered is not there any more: the merchant decides.
    PaidLate,
    /// Another amount came than was asked for: the merchant decides.
    Mismatch,
    /// The merchant had money that was late, or another amount, go back.
    Returned,
}

/// What a provider says of the money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Money {
    /// It is asked for.
    Asked,
    /// The bank is at it.
    Processing,
    /// So much is there, in minor units of this currency (ISO 4217, upper case).
    There(i64, String),
    /// There will be none: the payment was refused.
    Refused,
    /// There will be none: the payment expired.
    Expired,
    /// There will be none: the payment was cancelled.
    CalledOff,
}

/// How a payment stands for whoever ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PaymentOutcome {
    /// Nobody knows yet.
    Waiting,
    /// The money is there: the order is placed.
    Paid,
    /// There is none, and there will be none.
    Failed,
    /// There is money, and the merchant decides what becomes of it.
    Held,
}

impl PaymentState {
    /// How it stands for whoever ordered.
    pub fn outcome(self) -> PaymentOutcome {
        match self {
            Self::Started | Self::Waiting | Self::Processing => PaymentOutcome::Waiting,
            Self::Paid => PaymentOutcome::Paid,
            Self::Failed | Self::Expired | Self::Cancelled => PaymentOutcome::Failed,
            Self::PaidLate | Self::Mismatch | Self::Returned => PaymentOutcome::Held,
        }
    }

    /// Whether it may still be paid in time.
    pub fn is_open(self) -> bool {
        self.outcome() == PaymentOutcome::Waiting
    }

    /// Returns the next state after the provider reported `money` for a payment of `amount` in `currency`; `None` if it stays.
    ///
    /// Money that comes after the payment ended leads to [`Self::Paid`] too: the caller checks whether the stock is still there.
    pub fn after(self, money: &Money, amount: i64, currency: &str) -> Option<Self> {
        let next = match (self, money) {
            (Self::Paid | Self::PaidLate | Self::Mismatch | Self::Returned, _) => return None,
            (_, Money::There(seen, of)) if (*seen, of.as_str()) == (amount, currency) => Self::Paid,
            (_, Money::There(..)) => Self::Mismatch,
            (Self::Failed | Self::Expired | Self::Cancelled, _) => return None,
            (_, Money::Refused) => Self::Failed,
            (_, Money::Expired) => Self::Expired,
            (_, Money::CalledOff) => Self::Cancelled,
            (_, Money::Processing) => Self::Processing,
            // A bank that was at it and asks once more is still at it.
            (Self::Started, Money::Asked) => Self::Waiting,
            (_, Money::Asked) => return None,
        };
        (next != self).then_some(next)
    }
}

#[cfg(test)]
mod model_check;
#[cfg(test)]
mod modelled_provider;
#[cfg(test)]
mod placed_model;
#[cfg(test)]
mod tests;
