//! What a cart costs.

use crate::{
    base::money::{Amount, PriceFormat},
    pricing::{
        discount::{self, Coupon, Discounts},
        shipping::{Method, Parcel},
        surcharge::Surcharge,
        tax::{Percent, Tax},
    },
};
use serde::{Deserialize, Serialize};

/// What the price of a cart goes by, besides the shop's settings.
#[derive(Clone, Copy)]
pub struct PricingInput<'a> {
    /// What the things in it cost together, in minor units.
    pub items: i64,
    /// What they weigh, in grams.
    pub weight: i64,
    /// Code of the country it goes to.
    pub country: &'a str,
    /// Code of the region it goes to.
    pub region: &'a str,
    /// Name of the shopper's group.
    pub group: Option<&'a str>,
    /// Whether the shopper pays no tax. Then the things in it are priced without it ([`PricingRules::net`]).
    pub is_exempt: bool,
    /// A coupon that holds.
    pub coupon: Option<&'a Coupon>,
    /// The way of delivery, if one is chosen.
    pub method: Option<&'a Method>,
    /// What extra fields add.
    pub surcharges: &'a [Surcharge],
    /// What delivery and handling cost where that was agreed before; `None` is as it is today.
    pub agreed: Option<Agreed>,
}

/// What was agreed before, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Sending it.
    pub shipping: i64,
    /// Handling it.
    pub handling: i64,
}

/// What a shop's prices go by.
#[derive(Clone, Copy)]
pub struct PricingRules<'a> {
    /// What is taken off without a code.
    pub discounts: &'a [discount::Rule],
    /// The taxes.
    pub taxes: &'a [Tax],
    /// Whether prices hold them already.
    pub prices_include_tax: bool,
    /// What handling an order costs.
    pub handling_fee: &'a Amount,
}

impl PricingRules<'_> {
    /// A `price` as somebody pays it who pays no tax, for what goes to this region of this country.
    pub fn net(&self, price: i64, (country, region): (&str, &str)) -> i64 {
        if !self.prices_include_tax {
            return price;
        }
        let covering = self
            .taxes
            .iter()
            .filter(|tax| tax.zones.cover(country, region));
        let rate = covering.fold(Percent::default(), |sum, tax| sum + tax.rate);
        price - rate.within(price)
    }
}

/// A tax that was charged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charged {
    /// What it is called.
    pub name: String,
    /// Its rate.
    pub rate: Percent,
    /// Whether sending and handling is taxed too.
    pub on_shipping: bool,
}

/// What a cart costs, in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The things in it, before anything is taken off.
    pub items: i64,
    /// What is taken off without a code.
    pub discounts: Discounts,
    /// What the coupon takes off.
    pub coupon: i64,
    /// Sending it.
    pub shipping: i64,
    /// The tax of that.
    pub shipping_tax: i64,
    /// Handling it.
    pub handling: i64,
    /// The tax of that.
    pub handling_tax: i64,
    /// What extra fields add, by name. What takes something off takes no more than there is: a
    /// taxable one of the goods and what is taxed with them, another one of the whole order.
    #[serde(default)]
    pub surcharges: Vec<(String, i64)>,
    /// The tax of the taxable ones, as far as they add something.
    #[serde(default)]
    pub surcharges_tax: i64,
    /// Whether each of those is taxed; none says so in an order of an earlier version.
    #[serde(default)]
    pub surcharges_taxed: Vec<bool>,
    /// Every tax by its name.
    pub taxes: Vec<(String, i64)>,
    /// The taxes with their rates; empty in an order of an earlier version.
    #[serde(default)]
    pub charged: Vec<Charged>,
    /// Whether the prices above hold the taxes already.
    pub prices_include_tax: bool,
    /// What is to be paid.
    pub total: i64,
}

impl Charged {
    fn of(tax: &Tax) -> Self {
        Self {
            name: tax.name.clone(),
            rate: tax.rate,
            on_shipping: tax.on_shipping,
        }
    }
}

impl Totals {
    /// What a cart of this `pricing_input` costs.
    pub fn of(
        pricing_input: &PricingInput<'_>,
        rules: &PricingRules<'_>,
        prices: &PriceFormat,
    ) -> Self {
        let discounts = discount::without_code(
            rules.discounts,
            pricing_input.group,
            pricing_input.items,
            prices,
        );
        let left = pricing_input.items - discounts.total();
        let coupon = pricing_input
            .coupon
            .map_or(0, |coupon| coupon.off.amount_off(left, prices));
        let goods = left - coupon;
        let is_free = pricing_input
            .coupon
            .is_some_and(|it| it.off.frees_shipping())
            || rules
                .discounts
                .iter()
                .any(|rule| rule.frees_shipping(pricing_input.group, pricing_input.items, prices));
        let sent = pricing_input.method.filter(|_| !is_free);
        let shipping = sent.and_then(|method| method.cost(&pricing_input.parcel(), prices));
        let handling = if pricing_input.items > 0 {
            rules.handling_fee.minor(prices)
        } else {
            0
        };
        let to = (pricing_input.country, pricing_input.region);
        let is_exempt = pricing_input.is_exempt;
        let on_delivery: Vec<Tax> = rules
            .taxes
            .iter()
            .filter(|it| it.on_shipping)
            .cloned()
            .collect();
        let of_delivery = PricingRules {
            taxes: &on_delivery,
            ..*rules
        };
        let net = |rules: &PricingRules<'_>, amount: i64| match is_exempt {
            true => rules.net(amount, to),
            false => amount,
        };
        // What was agreed was agreed as it is paid.
        let Agreed { shipping, handling } = pricing_input.agreed.unwrap_or(Agreed {
            shipping: net(&of_delivery, shipping.unwrap_or(0)),
            handling: net(&of_delivery, handling),
        });

        let mut surcharges: Vec<i64> = pricing_input
            .surcharges
            .iter()
            .map(|it| match it.taxable {
                true => net(rules, it.amount),
                false => it.amount,
            })
            .collect();
        let taxed = cut(&mut surcharges, pricing_input.surcharges, true, goods);
        let charged: Vec<&Tax> = rules
            .taxes
            .iter()
            .filter(|tax| !is_exempt && tax.zones.cover(to.0, to.1))
            .collect();
        let share = |base: i64, taxes: &[&Tax]| {
            let rate = taxes
                .iter()
                .fold(Percent::default(), |sum, tax| sum + tax.rate);
            if rules.prices_include_tax {
                rate.within(base)
            } else {
                rate.of(base)
            }
        };
        let on_shipping: Vec<&Tax> = charged
            .iter()
            .copied()
            .filter(|it| it.on_shipping)
            .collect();
        let (shipping_tax, handling_tax) =
            (share(shipping, &on_shipping), share(handling, &on_shipping));
        let tax = share(goods + taxed, &charged) + shipping_tax + handling_tax;
        let on_top = if rules.prices_include_tax { 0 } else { tax };
        let before = goods + taxed + shipping + handling + on_top;
        let untaxed = cut(&mut surcharges, pricing_input.surcharges, false, before);
        let base = |tax: &Tax| {
            if tax.on_shipping {
                goods + taxed + shipping + handling
            } else {
                goods + taxed
            }
        };
        Self {
            items: pricing_input.items,
            discounts,
            coupon,
            shipping,
            shipping_tax,
            handling,
            handling_tax,
            surcharges: pricing_input
                .surcharges
                .iter()
                .zip(surcharges)
                .map(|(it, amount)| (it.name.clone(), amount))
                .collect(),
            surcharges_tax: share(taxed.max(0), &charged),
            surcharges_taxed: pricing_input
                .surcharges
                .iter()
                .map(|it| it.taxable)
                .collect(),
            charged: charged.iter().copied().map(Charged::of).collect(),
            taxes: split(tax, &charged, base),
            prices_include_tax: rules.prices_include_tax && !is_exempt,
            total: before + untaxed,
        }
    }

    /// A `price` without its `tax`.
    pub fn without_tax(&self, price: i64, tax: i64) -> i64 {
        if self.prices_include_tax {
            price - tax
        } else {
            price
        }
    }

    /// Whether the surcharge at this place is taxed.
    pub fn is_taxed(&self, place: usize) -> bool {
        let known = self.surcharges_taxed.get(place).copied();
        known.unwrap_or(self.surcharges_tax > 0)
    }

    /// The sum of all taxes, in minor units.
    pub fn tax(&self) -> i64 {
        self.taxes.iter().map(|(_, tax)| tax).sum()
    }

    /// What the items cost after discounts and coupon, in minor units.
    pub fn goods(&self) -> i64 {
        self.items - self.discounts.total() - self.coupon
    }

    /// The tax that [`items`](Self::items) would hold without discounts and coupon, in minor units.
    pub fn items_tax(&self) -> i64 {
        let tax = i128::from(self.goods_tax());
        match i128::from(self.goods()) {
            0 => 0,
            goods => i64::try_from(tax * i128::from(self.items) / goods).unwrap_or(0),
        }
    }

    /// What the items cost after discounts and coupon, without tax, in minor units.
    pub fn goods_without_tax(&self) -> i64 {
        if self.prices_include_tax {
            self.goods() - self.goods_tax()
        } else {
            self.goods()
        }
    }

    /// The tax of the items after discounts and coupon, in minor units.
    pub fn goods_tax(&self) -> i64 {
        self.tax() - self.shipping_tax - self.handling_tax - self.surcharges_tax
    }
}

impl PricingInput<'_> {
    /// The cart as shipping sees it.
    pub fn parcel(&self) -> Parcel<'_> {
        Parcel {
            country: self.country,
            region: self.region,
            weight: self.weight,
            subtotal: self.items,
        }
    }
}

/// Cuts the `amounts` of surcharges that are `taxable`, or that are not, so that together with what
/// they are added to they never fall below nothing; what they add.
fn cut(amounts: &mut [i64], surcharges: &[Surcharge], taxable: bool, to: i64) -> i64 {
    let mut these: Vec<&mut i64> = amounts
        .iter_mut()
        .zip(surcharges)
        .filter(|(_, it)| it.taxable == taxable)
        .map(|(amount, _)| amount)
        .collect();
    let added: i64 = these.iter().map(|it| (**it).max(0)).sum();
    let mut left = to + added;
    for amount in these.iter_mut().filter(|it| ***it < 0) {
        **amount = -(-**amount).min(left);
        left += **amount;
    }
    left - to
}

/// `tax` split among `taxes` by what each is charged on; the last one gets what rounding leaves.
fn split(tax: i64, taxes: &[&Tax], base: impl Fn(&Tax) -> i64) -> Vec<(String, i64)> {
    let weighed: Vec<(&Tax, i64)> = taxes.iter().map(|it| (*it, it.rate.of(base(it)))).collect();
    let whole: i64 = weighed.iter().map(|(_, weight)| weight).sum();
    let mut left = tax;
    let count = weighed.len();
    let part = |(index, (it, weight)): (usize, &(&Tax, i64))| {
        let part = if index + 1 == count || whole == 0 {
            left
        } else {
            let part = i128::from(tax) * i128::from(*weight) / i128::from(whole);
            i64::try_from(part).unwrap_or(left)
        };
        left -= part;
        (it.name.clone(), part)
    };
    weighed.iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests;
