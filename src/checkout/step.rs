use crate::{
    account::address,
    base::{paths::ShopPath, validate},
    cart::{
        Cart,
        extra::{self, Field, Section},
    },
    platform::config::Config,
};

/// A step from the cart to the order, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What is in it, and who wants it.
    Cart,
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
        Self::Cart,
        Self::Address,
        Self::Delivery,
        Self::Payment,
        Self::Review,
    ];

    /// Where it is.
    pub fn path(self) -> &'static str {
        self.page().text()
    }

    /// The page it is.
    fn page(self) -> ShopPath {
        match self {
            Self::Cart => ShopPath::Cart,
            Self::Address => ShopPath::CheckoutAddress,
            Self::Delivery => ShopPath::CheckoutDelivery,
            Self::Payment => ShopPath::CheckoutPayment,
            Self::Review => ShopPath::CheckoutReview,
        }
    }

    /// The step that `page` is; `/checkout` is the first one.
    pub fn at(page: ShopPath) -> Option<Self> {
        let page = if page == ShopPath::Checkout {
            ShopPath::CheckoutAddress
        } else {
            page
        };
        Self::ALL.into_iter().find(|step| step.page() == page)
    }

    /// Its `page.type` (`spec/pages.md` 2).
    pub fn kind(self) -> &'static str {
        self.page().page_type(true)
    }

    /// Whether its answers are there and right.
    pub fn is_done(self, cart: &Cart, config: &Config) -> bool {
        let details = &cart.details;
        if self == Self::Delivery && !cart.needs_delivery() {
            return true;
        }
        if self.sections().iter().any(|section| {
            extra::wrong(&cart.fields, *section, details)
                .next()
                .is_some()
        }) {
            return false;
        }
        match self {
            Self::Cart => {
                !cart.is_empty()
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
            Self::Delivery => cart.method().is_some(),
            Self::Payment => cart.payment().is_some(),
            Self::Review => false,
        }
    }

    /// The first step whose answers are missing or wrong; `Review` if there is none.
    pub fn due(cart: &Cart, config: &Config) -> Self {
        let due = Self::ALL
            .into_iter()
            .find(|step| !step.is_done(cart, config));
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
            Self::Cart => &[Section::Email],
            Self::Address => &[Section::ShippingAddress],
            Self::Delivery => &[Section::ShippingMethods, Section::PickupDetails],
            Self::Payment => &[Section::PaymentDetails],
            Self::Review => &[],
        }
    }

    /// Whether there is anything to choose in it.
    fn asks(self, cart: &Cart) -> bool {
        if self == Self::Delivery && !cart.needs_delivery() {
            return false;
        }
        let is_here = |field: &Field| {
            field
                .section
                .is_some_and(|it| self.sections().contains(&it))
        };
        if cart.fields.iter().any(is_here) {
            return true;
        }
        match self {
            Self::Delivery => cart.methods.len() != 1 || cart.method().is_none(),
            Self::Payment => cart.payments.len() != 1,
            Self::Cart | Self::Address | Self::Review => true,
        }
    }

    /// Where to go on to from `step`: the next one that asks something, or back to `step` if its own
    /// answers will not do.
    pub fn after(step: Self, cart: &Cart, config: &Config) -> String {
        if !step.is_done(cart, config) && step != Self::Review {
            return format!("{}?check=1", step.path());
        }
        let last = Self::last(config);
        let mut later = Self::ALL.into_iter().filter(|it| *it > step && *it < last);
        let next = later.find(|it| it.asks(cart)).unwrap_or(last);
        next.min(Self::due(cart, config)).path().to_owned()
    }
}
