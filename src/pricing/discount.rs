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
    pub off: Off,
}

/// What a discount takes off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Off {
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
    pub off: Off,
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

impl Off {
    /// What it takes off `amount`, and never more than that.
    pub fn of(&self, amount: i64, prices: &PriceFormat) -> i64 {
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

/// The discounts that a customer of `group` gets on `subtotal`: of each kind the best one.
pub fn without_code(
    rules: &[Rule],
    group: Option<&str>,
    subtotal: i64,
    prices: &PriceFormat,
) -> Discounts {
    let best = |wants: &dyn Fn(&Rule) -> bool| {
        let reached = |rule: &&Rule| {
            let from = rule.from.as_ref().map_or(0, |from| from.minor(prices));
            subtotal >= from && rule.group.as_deref().is_none_or(|it| group == Some(it))
        };
        let fitting = rules.iter().filter(|rule| wants(rule)).filter(reached);
        fitting
            .map(|rule| rule.off.of(subtotal, prices))
            .max()
            .unwrap_or(0)
    };
    let volume = best(&|rule| rule.group.is_none());
    let group = best(&|rule| rule.group.is_some() && rule.from.is_none());
    let group_volume = best(&|rule| rule.group.is_some() && rule.from.is_some());
    // Together they take off no more than there is.
    let volume = volume.min(subtotal);
    let group = group.min(subtotal - volume);
    Discounts {
        volume,
        group,
        group_volume: group_volume.min(subtotal - volume - group),
    }
}

/// Why a coupon is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouponProblem {
    /// There is none of this code, or its time has not come, or is over, or it is used up.
    Unknown,
    /// The cart is not worth enough yet.
    TooLittle,
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
    let is_now = coupon.starts.as_deref().is_none_or(|first| first <= day)
        && coupon.ends.as_deref().is_none_or(|last| day <= last);
    if !is_now || coupon.uses.is_some_and(|most| used >= most) {
        return Err(CouponProblem::Unknown);
    }
    if coupon
        .from
        .as_ref()
        .is_some_and(|from| subtotal < from.minor(prices))
    {
        return Err(CouponProblem::TooLittle);
    }
    Ok(coupon)
}

/// The coupon of this `code`.
pub fn named<'a>(coupons: &'a [Coupon], code: &str) -> Option<&'a Coupon> {
    let code = code.trim();
    coupons
        .iter()
        .find(|coupon| coupon.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prices() -> PriceFormat {
        PriceFormat::of("EUR").expect("a format")
    }

    fn rules(text: &str) -> Vec<Rule> {
        let table: toml::Table = toml::from_str(&format!("it = {text}")).expect("TOML");
        table["it"].clone().try_into().expect("rules")
    }

    #[test]
    fn the_best_of_each_kind_counts_and_never_more_than_there_is() {
        let rules = rules(
            "[{from='50', off={percent='5'}}, {from='100', off={percent='10'}}, {group='Friends', off={percent='10'}}, {group='Friends', from='100', off={amount='2'}}]",
        );
        let off = |group, subtotal| without_code(&rules, group, subtotal, &prices());
        assert_eq!(off(None, 4_999), Discounts::default());
        assert_eq!(off(None, 5_000).volume, 250);
        assert_eq!(
            off(Some("Friends"), 10_000),
            Discounts {
                volume: 1_000,
                group: 1_000,
                group_volume: 200
            }
        );
        let all = self::rules("[{off={amount='70'}}, {group='Friends', off={amount='70'}}]");
        assert_eq!(
            without_code(&all, Some("Friends"), 10_000, &prices()).total(),
            10_000
        );
    }

    #[test]
    fn a_coupon_has_its_time_and_its_limits() {
        let coupons: Vec<Coupon> = vec![
            toml::from_str("code='INK10'\nname='Ink'\noff={percent='10'}\nstarts='2026-11-01'\nends='2026-11-30'\nuses=2\nfrom='20'")
                .expect("a coupon"),
        ];
        let find = |code, day, used, subtotal| {
            coupon(&coupons, code, day, used, subtotal, &prices()).map(|it| it.name.as_str())
        };
        assert_eq!(find(" ink10 ", "2026-11-30", 1, 2_000), Ok("Ink"));
        assert_eq!(
            find("INK10", "2026-12-01", 0, 2_000),
            Err(CouponProblem::Unknown)
        );
        assert_eq!(
            find("INK10", "2026-10-31", 0, 2_000),
            Err(CouponProblem::Unknown)
        );
        assert_eq!(
            find("INK10", "2026-11-02", 2, 2_000),
            Err(CouponProblem::Unknown)
        );
        assert_eq!(
            find("INK10", "2026-11-02", 0, 1_999),
            Err(CouponProblem::TooLittle)
        );
        assert_eq!(
            find("INK20", "2026-11-02", 0, 2_000),
            Err(CouponProblem::Unknown)
        );
    }
}
