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
    /// What delivery and handling cost where that was agreed before, as it is paid; `None` is as it is today.
    pub agreed: Option<DeliveryCost>,
}

/// What delivery and handling cost, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliveryCost {
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
    pub fn net(&self, price: i64, country: &str, region: &str) -> i64 {
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
    /// What a cart of this `input` costs by `rules`.
    pub fn of(input: &PricingInput<'_>, rules: &PricingRules<'_>, prices: &PriceFormat) -> Self {
        let discounts = discount::without_code(rules.discounts, input.group, input.items, prices);
        let left = input.items - discounts.total();
        let coupon = input.coupon.map_or(0, |it| it.off.amount_off(left, prices));
        let goods = left - coupon;
        let agreed = input.agreed;
        let DeliveryCost { shipping, handling } =
            agreed.unwrap_or_else(|| input.delivery(rules, prices));
        let mut surcharges = input.net_surcharges(rules);
        let taxed = cut(&mut surcharges, input.surcharges, true, goods);
        let charged = ChargedTaxes::of(input, rules);
        let (shipping_tax, handling_tax) =
            (charged.on_delivery(shipping), charged.on_delivery(handling));
        let tax = charged.on_goods(goods + taxed) + shipping_tax + handling_tax;
        let on_top = if rules.prices_include_tax { 0 } else { tax };
        let before = goods + taxed + shipping + handling + on_top;
        let untaxed = cut(&mut surcharges, input.surcharges, false, before);
        let base = |tax: &Tax| match tax.on_shipping {
            true => goods + taxed + shipping + handling,
            false => goods + taxed,
        };
        let named = input.surcharges.iter().zip(surcharges);
        Self {
            items: input.items,
            discounts,
            coupon,
            shipping,
            shipping_tax,
            handling,
            handling_tax,
            surcharges: named
                .map(|(it, amount)| (it.name.clone(), amount))
                .collect(),
            surcharges_tax: charged.on_goods(taxed.max(0)),
            surcharges_taxed: input.surcharges.iter().map(|it| it.taxable).collect(),
            charged: charged.taxes.iter().copied().map(Charged::of).collect(),
            taxes: split(tax, &charged.taxes, base),
            prices_include_tax: rules.prices_include_tax && !input.is_exempt,
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

    /// What delivery and handling cost by `rules`; without tax for who pays none.
    fn delivery(&self, rules: &PricingRules<'_>, prices: &PriceFormat) -> DeliveryCost {
        let is_free_by_coupon = self.coupon.is_some_and(|it| it.off.frees_shipping());
        let frees = |rule: &discount::Rule| rule.frees_shipping(self.group, self.items, prices);
        let is_free = is_free_by_coupon || rules.discounts.iter().any(frees);
        let method = self.method.filter(|_| !is_free);
        let shipping = method.and_then(|method| method.cost(&self.parcel(), prices));
        let handling = match self.items > 0 {
            true => rules.handling_fee.minor(prices),
            false => 0,
        };
        let taxes = rules.taxes.iter().filter(|it| it.on_shipping);
        let taxes: Vec<Tax> = taxes.cloned().collect();
        let rules = PricingRules {
            taxes: &taxes,
            ..*rules
        };
        DeliveryCost {
            shipping: self.net(&rules, shipping.unwrap_or(0)),
            handling: self.net(&rules, handling),
        }
    }

    /// What each of the surcharges adds, before any of them is cut; without tax for who pays none.
    fn net_surcharges(&self, rules: &PricingRules<'_>) -> Vec<i64> {
        let net = |it: &Surcharge| match it.taxable {
            true => self.net(rules, it.amount),
            false => it.amount,
        };
        self.surcharges.iter().map(net).collect()
    }

    /// `amount` as it is paid: without the tax in it by whoever pays none.
    fn net(&self, rules: &PricingRules<'_>, amount: i64) -> i64 {
        match self.is_exempt {
            true => rules.net(amount, self.country, self.region),
            false => amount,
        }
    }
}

/// The taxes that are charged on a cart.
struct ChargedTaxes<'a> {
    taxes: Vec<&'a Tax>,
    prices_include_tax: bool,
}

impl<'a> ChargedTaxes<'a> {
    /// Those that `rules` charge where the cart of `input` goes.
    fn of(input: &PricingInput<'_>, rules: &PricingRules<'a>) -> Self {
        let is_charged =
            |tax: &&Tax| !input.is_exempt && tax.zones.cover(input.country, input.region);
        Self {
            taxes: rules.taxes.iter().filter(is_charged).collect(),
            prices_include_tax: rules.prices_include_tax,
        }
    }

    /// The tax of goods for `amount`, in minor units.
    fn on_goods(&self, amount: i64) -> i64 {
        self.by(amount, |_| true)
    }

    /// The tax of delivery or handling for `amount`, in minor units.
    fn on_delivery(&self, amount: i64) -> i64 {
        self.by(amount, |tax| tax.on_shipping)
    }

    fn by(&self, amount: i64, is_due: impl Fn(&Tax) -> bool) -> i64 {
        let due = self.taxes.iter().filter(|tax| is_due(tax));
        let rate = due.fold(Percent::default(), |sum, tax| sum + tax.rate);
        match self.prices_include_tax {
            true => rate.within(amount),
            false => rate.of(amount),
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
