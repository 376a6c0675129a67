//! What is taken off: by subtotal, by customer group, by coupon.

use crate::{
    base::money::{Amount, PriceFormat},
    pricing::tax::Percent,
};
use serde::{Deserialize, Serialize};

/// A discount that needs no code, as the merchant sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Subtotal it begins at.
    #[serde(default)]
    pub from: Option<Amount>,
    /// Name of the customer group it is for.
    #[serde(default)]
    pub group: Option<String>,
    /// What it takes off.
    pub off: DiscountValue,
}

/// What a discount takes off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscountValue {
    /// A share of the subtotal.
    Percent(Percent),
    /// An amount.
    Amount(Amount),
    /// The cost of shipping.
    FreeShipping(bool),
}

/// A code that takes something off, as the merchant sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coupon {
    /// What shoppers type, in any case.
    pub code: String,
    /// What bills and scripts call it; they never see the code.
    pub name: String,
    /// What it takes off.
    pub off: DiscountValue,
    /// Subtotal it needs.
    #[serde(default)]
    pub from: Option<Amount>,
    /// First day it holds, such as `2026-11-27`.
    #[serde(default)]
    pub starts: Option<String>,
    /// Last day it holds.
    #[serde(default)]
    pub ends: Option<String>,
    /// How many orders it is good for.
    #[serde(default)]
    pub uses: Option<i64>,
}

/// Discounts that need no code, in minor units, each by what it went by (`spec/js-api.md` 6.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discounts {
    /// By subtotal.
    pub volume: i64,
    /// By group.
    pub group: i64,
    /// By both.
    pub group_volume: i64,
}

impl Discounts {
    /// All of it.
    pub fn total(self) -> i64 {
        self.volume + self.group + self.group_volume
    }
}

impl DiscountValue {
    /// What it takes off `amount`, and never more than that.
    pub fn amount_off(&self, amount: i64, prices: &PriceFormat) -> i64 {
        let off = match self {
            Self::Percent(share) => share.of(amount),
            Self::Amount(off) => off.minor(prices),
            Self::FreeShipping(_) => 0,
        };
        off.clamp(0, amount.max(0))
    }

    /// Whether shipping costs nothing.
    pub fn frees_shipping(&self) -> bool {
        matches!(self, Self::FreeShipping(true))
    }
}

/// What becomes of a discount on an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It takes this off, in minor units.
    TakesOff(i64),
    /// Delivery costs nothing.
    FreesShipping,
    /// Another one that goes by the same takes off more, and only the best counts.
    Beaten,
    /// The goods cost this much too little.
    TooLittle(i64),
    /// It is for customers of a group, and this is none of them.
    OtherGroup,
}

/// What a discount goes by: of those that go by the same, only the best counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Basis {
    Volume,
    Group,
    GroupVolume,
}

impl Rule {
    fn basis(&self) -> Basis {
        match (&self.group, &self.from) {
            (None, _) => Basis::Volume,
            (Some(_), None) => Basis::Group,
            (Some(_), Some(_)) => Basis::GroupVolume,
        }
    }

    /// Why it is not for a customer of `group` whose goods cost `subtotal`; `None` if it is.
    fn refusal(&self, group: Option<&str>, subtotal: i64, prices: &PriceFormat) -> Option<Verdict> {
        let from = self.from.as_ref().map_or(0, |from| from.minor(prices));
        let is_theirs = self.group.as_deref().is_none_or(|it| group == Some(it));
        match subtotal >= from {
            _ if !is_theirs => Some(Verdict::OtherGroup),
            true => None,
            false => Some(Verdict::TooLittle(from - subtotal)),
        }
    }

    /// Whether delivery costs a customer of `group` nothing by it, whose goods cost `subtotal`.
    pub fn frees_shipping(&self, group: Option<&str>, subtotal: i64, prices: &PriceFormat) -> bool {
        self.off.frees_shipping() && self.refusal(group, subtotal, prices).is_none()
    }
}

/// Of the discounts that go by `basis` the best one for a customer of `group` whose goods cost `subtotal`: its place among
/// the `rules`, and what it takes off.
fn best(
    rules: &[Rule],
    basis: Basis,
    group: Option<&str>,
    subtotal: i64,
    prices: &PriceFormat,
) -> Option<(usize, i64)> {
    let fitting = rules.iter().enumerate().filter(|(_, rule)| {
        rule.basis() == basis && rule.refusal(group, subtotal, prices).is_none()
    });
    let each = fitting.map(|(place, rule)| (place, rule.off.amount_off(subtotal, prices)));
    // Of equals the first.
    each.rev().max_by_key(|(_, off)| *off)
}

/// The discounts that a customer of `group` gets on `subtotal`: of each kind the best one.
pub fn without_code(
    rules: &[Rule],
    group: Option<&str>,
    subtotal: i64,
    prices: &PriceFormat,
) -> Discounts {
    let best = |basis| best(rules, basis, group, subtotal, prices).map_or(0, |(_, off)| off);
    // Together they take off no more than there is.
    let volume = best(Basis::Volume).min(subtotal);
    let by_group = best(Basis::Group).min(subtotal - volume);
    Discounts {
        volume,
        group: by_group,
        group_volume: best(Basis::GroupVolume).min(subtotal - volume - by_group),
    }
}

/// What becomes of each of the `rules` on an order of a customer of `group` whose goods cost `subtotal`: by the same choice
/// as [`without_code`].
pub fn verdicts(
    rules: &[Rule],
    group: Option<&str>,
    subtotal: i64,
    prices: &PriceFormat,
) -> Vec<Verdict> {
    let given = without_code(rules, group, subtotal, prices);
    let verdict = |(place, rule): (usize, &Rule)| {
        if let Some(refusal) = rule.refusal(group, subtotal, prices) {
            return refusal;
        }
        if rule.off.frees_shipping() {
            return Verdict::FreesShipping;
        }
        let basis = rule.basis();
        let is_best =
            best(rules, basis, group, subtotal, prices).is_some_and(|(best, _)| best == place);
        match basis {
            _ if !is_best => Verdict::Beaten,
            Basis::Volume => Verdict::TakesOff(given.volume),
            Basis::Group => Verdict::TakesOff(given.group),
            Basis::GroupVolume => Verdict::TakesOff(given.group_volume),
        }
    };
    rules.iter().enumerate().map(verdict).collect()
}

/// Why a coupon is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouponProblem {
    /// There is none of this code, or its time has not come, or is over, or it is used up.
    Unknown,
    /// The cart is not worth enough yet.
    TooLittle,
}

/// Why a coupon does not hold, as the merchant is told; a shopper only hears [`CouponProblem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouponRefusal {
    /// Its first day is still to come.
    TooEarly,
    /// Its last day is over.
    Over,
    /// As many orders as it is good for have used it.
    UsedUp,
    /// The goods cost this much too little, in minor units.
    TooLittle(i64),
}

impl Coupon {
    /// Why it does not hold on `day` for a cart of this `subtotal`, when it was used `used` times before; `None` if it does.
    pub fn refusal(
        &self,
        day: &str,
        used: i64,
        subtotal: i64,
        prices: &PriceFormat,
    ) -> Option<CouponRefusal> {
        let from = self.from.as_ref().map_or(0, |from| from.minor(prices));
        if self.starts.as_deref().is_some_and(|first| day < first) {
            return Some(CouponRefusal::TooEarly);
        }
        if self.ends.as_deref().is_some_and(|last| last < day) {
            return Some(CouponRefusal::Over);
        }
        if self.uses.is_some_and(|most| used >= most) {
            return Some(CouponRefusal::UsedUp);
        }
        (subtotal < from).then(|| CouponRefusal::TooLittle(from - subtotal))
    }
}

/// The coupon that `code` names on `day`, good for a cart of this `subtotal`, when it was used
/// `used` times before.
pub fn coupon<'a>(
    coupons: &'a [Coupon],
    code: &str,
    day: &str,
    used: i64,
    subtotal: i64,
    prices: &PriceFormat,
) -> Result<&'a Coupon, CouponProblem> {
    let coupon = named(coupons, code).ok_or(CouponProblem::Unknown)?;
    match coupon.refusal(day, used, subtotal, prices) {
        None => Ok(coupon),
        Some(CouponRefusal::TooLittle(_)) => Err(CouponProblem::TooLittle),
        Some(_) => Err(CouponProblem::Unknown),
    }
}

/// The coupon of this `code`.
pub fn named<'a>(coupons: &'a [Coupon], code: &str) -> Option<&'a Coupon> {
    let code = code.trim();
    coupons
        .iter()
        .find(|coupon| coupon.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests;
