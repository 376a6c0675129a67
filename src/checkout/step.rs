use super::address;
use crate::cart::extra::{self, Field, Section};
use crate::{base::validate, cart::Bag, platform::config::Config, request::context::Visit};

/// A step from the bag to the order, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What is in it, and who wants it.
    Bag,
    /// Where it goes.
    Address,
    /// How it gets there.
    Delivery,
    /// How it is paid.
    Payment,
    /// Everything once more.
    Review,
}

impl Step {
    const ALL: [Self; 5] = [
        Self::Bag,
        Self::Address,
        Self::Delivery,
        Self::Payment,
        Self::Review,
    ];

    /// Where it is.
    pub fn path(self) -> &'static str {
        match self {
            Self::Bag => "/cart",
            Self::Address => "/checkout/address",
            Self::Delivery => "/checkout/shipping",
            Self::Payment => "/checkout/payment",
            Self::Review => "/checkout/place-order",
        }
    }

    /// The step at `path`; `/checkout` is the first one.
    pub fn at(path: &str) -> Option<Self> {
        let path = if path == "/checkout" {
            "/checkout/address"
        } else {
            path
        };
        Self::ALL.into_iter().find(|step| step.path() == path)
    }

    /// Its `page.type` (`spec/pages.md` 2).
    pub fn kind(self) -> &'static str {
        match self {
            Self::Bag => "CART",
            Self::Address => "CHECKOUT_ADDRESS",
            Self::Delivery => "CHECKOUT_DELIVERY",
            Self::Payment => "CHECKOUT_PAYMENT_DETAILS",
            Self::Review => "CHECKOUT_PLACE_ORDER",
        }
    }

    /// Whether its answers are there and right.
    pub fn is_done(self, bag: &Bag, config: &Config) -> bool {
        let details = &bag.details;
        if self.sections().iter().any(|section| {
            extra::wrong(&bag.fields, *section, details)
                .next()
                .is_some()
        }) {
            return false;
        }
        match self {
            Self::Bag => {
                !bag.is_empty()
                    && validate::mailbox(&details.email).is_some()
                    && (details.agreed || !config.ask_agreement)
            }
            Self::Address => {
                address::problems(&details.shipping).is_empty()
                    && details
                        .billing
                        .as_ref()
                        .is_none_or(|it| address::problems(it).is_empty())
            }
            Self::Delivery => bag.method().is_some(),
            Self::Payment => bag.payment().is_some(),
            Self::Review => false,
        }
    }

    /// The first step whose answers are missing or wrong; `Review` if there is none.
    pub fn due(bag: &Bag, config: &Config) -> Self {
        let due = Self::ALL
            .into_iter()
            .find(|step| !step.is_done(bag, config));
        due.unwrap_or(Self::Review)
    }

    /// The step from which the order is placed: the payment, unless the merchant has everything shown once more.
    pub fn last(config: &Config) -> Self {
        if config.review_order {
            Self::Review
        } else {
            Self::Payment
        }
    }

    /// Where extra fields of this step stand.
    pub fn sections(self) -> &'static [Section] {
        match self {
            Self::Bag => &[Section::Email],
            Self::Address => &[Section::ShippingAddress],
            Self::Delivery => &[Section::ShippingMethods, Section::PickupDetails],
            Self::Payment => &[Section::PaymentDetails],
            Self::Review => &[],
        }
    }

    /// Whether there is anything to choose in it.
    fn asks(self, bag: &Bag) -> bool {
        let is_here = |field: &Field| {
            field
                .section
                .is_some_and(|it| self.sections().contains(&it))
        };
        if bag.fields.iter().any(is_here) {
            return true;
        }
        match self {
            Self::Delivery => bag.methods.len() != 1,
            Self::Payment => bag.payments.len() != 1,
            Self::Bag | Self::Address | Self::Review => true,
        }
    }

    /// Where to go on to from `step`: the next one that asks something, or back to `step` if its own
    /// answers will not do.
    pub fn after(step: Self, bag: &Bag, visit: &Visit) -> String {
        let config = &visit.state.config;
        if !step.is_done(bag, config) && step != Self::Review {
            return format!("{}?check=1", step.path());
        }
        let last = Self::last(config);
        let mut later = Self::ALL.into_iter().filter(|it| *it > step && *it < last);
        let next = later.find(|it| it.asks(bag)).unwrap_or(last);
        next.min(Self::due(bag, config)).path().to_owned()
    }
}
