//! Ways to pay.

use crate::base::{
    money::{Amount, PriceFormat},
    translated::Translated,
    zone::Zones,
};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};

/// A way to pay, whatever stands behind it: money that changes hands outside of the shop, or a
/// provider that is asked.
pub trait PaymentMethod {
    /// A name that scripts and orders know it by.
    fn id(&self) -> &str;

    /// Name of its kind for scripts (`Cart.paymentModule`, `spec/js-api.md` 6.1).
    fn module(&self) -> &'static str;

    /// Whether an order can be paid with it.
    fn offers(&self, order: &Payable<'_>) -> bool;

    /// Whether it is paid while the order is placed: the order holds once the money is there.
    fn is_online(&self) -> bool;

    /// The state of payment of an order that a shopper just placed with it; one that staff writes awaits its payment.
    fn begins_as(&self) -> PaymentStatus {
        if self.is_online() {
            PaymentStatus::Incomplete
        } else {
            PaymentStatus::AwaitingPayment
        }
    }
}

/// An order as payment sees it.
#[derive(Clone, Copy, Debug)]
pub struct Payable<'a> {
    /// Code of the country of the address.
    pub country: &'a str,
    /// Code of the region of the address.
    pub region: &'a str,
    /// Whether the shopper fetches it.
    pub is_pickup: bool,
    /// Whether there is anything to send or fetch.
    pub is_sent: bool,
    /// What it comes to, in minor units.
    pub total: i64,
    /// How amounts of money are written.
    pub prices: &'a PriceFormat,
}

/// How far the payment of an order is (`spec/js-api.md` 6.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
#[expect(missing_docs, reason = "named as scripts know them")]
pub enum PaymentStatus {
    /// Nothing was to be paid.
    #[sea_orm(string_value = "")]
    NotRequired,
    AwaitingPayment,
    Paid,
    Cancelled,
    Refunded,
    PartiallyRefunded,
    Incomplete,
}

/// A way to pay, as the merchant sets it: outside of the shop, or online by a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// A name that scripts and orders know it by.
    pub id: String,
    /// What shoppers read.
    pub title: Translated,
    /// What the shopper is to do, on the confirmation and in its mail.
    #[serde(default)]
    pub instructions: Translated,
    /// Where orders that are paid so may go.
    #[serde(default)]
    pub zones: Zones,
    /// For which ways of delivery it is.
    #[serde(default)]
    pub when: DeliveryRestriction,
    /// The least that an order comes to which is paid so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Amount>,
    /// The most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Amount>,
    /// Whether it is paid once it is there, at the door or at the counter: then it is sent, or made ready, before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paid_later: bool,
    /// Client id of the app that it belongs to, by which that app's scripts find it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub app: String,
    /// Who takes the money online; none, where it changes hands outside of the shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<ProviderName>,
    /// Stands for a payment online that takes no money, and says how that ends; only where the setting
    /// `test_payments` allows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<TestPayment>,
}

/// Who takes money online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProviderName {
    /// Stripe, whose page asks for the card.
    Stripe,
    /// Mollie, whose page asks how to pay.
    Mollie,
}

impl ProviderName {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Stripe, Self::Mollie];

    /// Its name in settings, in the database and in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stripe => "stripe",
            Self::Mollie => "mollie",
        }
    }

    /// As people write it; scripts know it by that too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stripe => "Stripe",
            Self::Mollie => "Mollie",
        }
    }

    /// Whether it takes `total` minor units of the currency of `prices`: of three decimal places, Stripe wants the last to be 0.
    pub fn takes(self, total: i64, prices: &PriceFormat) -> bool {
        match self {
            Self::Stripe => prices.exponent < 3 || total % 10 == 0,
            Self::Mollie => true,
        }
    }

    /// The provider of this id.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }
}

/// How a payment ends that takes no money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TestPayment {
    /// It is paid at once.
    Succeeds,
    /// It is refused at once.
    Fails,
    /// It waits, until the merchant changes the order's status or the shopper cancels.
    Pending,
}

/// For which ways of delivery a way to pay is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeliveryRestriction {
    /// All.
    #[default]
    Always,
    /// Orders that are sent.
    Sent,
    /// Orders that are fetched.
    Fetched,
}

impl PaymentMethod for Method {
    fn id(&self) -> &str {
        &self.id
    }

    fn module(&self) -> &'static str {
        match (self.provider, self.test) {
            (Some(provider), _) => provider.name(),
            (None, Some(_)) => "Test",
            (None, None) => "Offline",
        }
    }

    fn offers(&self, order: &Payable<'_>) -> bool {
        let fits = match self.when {
            DeliveryRestriction::Always => true,
            DeliveryRestriction::Sent => !order.is_pickup && order.is_sent,
            DeliveryRestriction::Fetched => order.is_pickup,
        };
        let reached = |from: &Amount| order.total >= from.minor(order.prices);
        let kept = |up_to: &Amount| order.total <= up_to.minor(order.prices);
        fits && self.from.as_ref().is_none_or(reached)
            && self.up_to.as_ref().is_none_or(kept)
            && (order.is_pickup || self.zones.cover(order.country, order.region))
            && self
                .provider
                .is_none_or(|it| it.takes(order.total, order.prices))
    }

    fn is_online(&self) -> bool {
        self.provider.is_some() || self.test.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn method(text: &str) -> Method {
        toml::from_str(text).expect("a method")
    }

    #[test]
    fn methods_are_for_amounts() {
        let prices = PriceFormat::of("EUR").expect("a format");
        let offers = |method: &Method, total| {
            method.offers(&Payable {
                country: "DE",
                region: "",
                is_pickup: false,
                is_sent: true,
                total,
                prices: &prices,
            })
        };
        let invoice = method("id='a'\ntitle={en='A'}\nfrom='20'\nup_to='150.50'");
        for (total, is_offered) in [
            (1_999, false),
            (2_000, true),
            (15_050, true),
            (15_051, false),
        ] {
            assert_eq!(offers(&invoice, total), is_offered, "{total}");
        }
        let always = method("id='b'\ntitle={en='B'}");
        assert!(offers(&always, 1) && offers(&always, i64::MAX));
    }

    #[test]
    fn methods_are_for_places_and_ways_of_delivery() {
        let prices = PriceFormat::of("EUR").expect("a format");
        let order = |country, is_pickup| Payable {
            country,
            region: "",
            is_pickup,
            is_sent: true,
            total: 1_000,
            prices: &prices,
        };
        let at_the_door = method("id='cod'\ntitle={en='Cash'}\nzones=['DE']\nwhen='sent'");
        assert!(at_the_door.offers(&order("DE", false)));
        assert!(
            !at_the_door.offers(&order("FR", false)) && !at_the_door.offers(&order("DE", true))
        );
        let file = Payable {
            is_sent: false,
            ..order("DE", false)
        };
        assert!(!at_the_door.offers(&file), "no carrier takes the cash");
        let at_the_counter = method("id='pickup'\ntitle={en='Cash'}\nwhen='fetched'");
        assert!(
            at_the_counter.offers(&order("FR", true))
                && !at_the_counter.offers(&order("DE", false))
        );
    }
}
