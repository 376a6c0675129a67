//! What became of the rules, in words.

use super::calculate::SampleResult;
use crate::{
    base::{countries::country, language::LanguageCode, money::PriceFormat},
    cart::Cart,
    platform::config::Config,
    pricing::{
        discount::{self, CouponRefusal, DiscountValue, Rule, Verdict},
        payment::PaymentMethod,
        tax::Percent,
    },
};

/// What the rules of some kind came to: what they are called, and a line of each.
pub type RuleLines = (&'static str, Vec<String>);

/// What became of every rule that there is.
pub fn all(result: &SampleResult, config: &Config, cart: &Cart) -> Vec<RuleLines> {
    let told = [
        ("Discounts", discounts(result, config, cart)),
        ("Coupon", coupon(result, config, cart)),
        ("Ways of delivery", deliveries(result, config, cart)),
        ("Ways to pay", payments(config, cart)),
        ("Taxes that are not charged", untaxed(result, config)),
    ];
    told.into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}

/// A rate as people read it.
pub fn rate(rate: Percent) -> String {
    format!("{} %", String::from(rate))
}

/// Where the basket goes.
fn place(result: &SampleResult) -> String {
    let code = result.wanted.country.as_str();
    let name = country(code).map_or(code, |it| it.name(LanguageCode::EN));
    match result.wanted.region.as_str() {
        "" => name.to_owned(),
        region => format!("{region}, {name}"),
    }
}

fn discounts(result: &SampleResult, config: &Config, cart: &Cart) -> Vec<String> {
    let group = Some(result.wanted.group.as_str()).filter(|it| !it.is_empty());
    let prices = &result.prices;
    let verdicts = discount::verdicts(&config.discounts, group, cart.totals.items, prices);
    let line = |(rule, verdict): (&Rule, Verdict)| {
        let said = match verdict {
            Verdict::TakesOff(off) => format!("takes off {}", prices.minor(off)),
            Verdict::FreesShipping => "delivery costs nothing".to_owned(),
            Verdict::Beaten => "does not count, for a better one does".to_owned(),
            Verdict::TooLittle(left) => format!("not yet: {} more are needed", prices.minor(left)),
            Verdict::OtherGroup => "not for this customer".to_owned(),
        };
        format!("{}: {said}", named(rule, prices))
    };
    config.discounts.iter().zip(verdicts).map(line).collect()
}

fn named(rule: &Rule, prices: &PriceFormat) -> String {
    let from = rule.from.as_ref();
    let from = from.map(|from| format!("from {}", prices.minor(from.minor(prices))));
    let group = rule.group.as_ref();
    let group = group.map(|group| format!("for the group {group}"));
    let parts = [Some(off(&rule.off, prices)), from, group];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn off(off: &DiscountValue, prices: &PriceFormat) -> String {
    match off {
        DiscountValue::Percent(share) => rate(*share),
        DiscountValue::Amount(amount) => prices.minor(amount.minor(prices)),
        DiscountValue::FreeShipping(_) => "Free delivery".to_owned(),
    }
}

fn coupon(result: &SampleResult, config: &Config, cart: &Cart) -> Vec<String> {
    let typed = result.wanted.coupon.as_str();
    if typed.is_empty() {
        return Vec::new();
    }
    let prices = &result.prices;
    let said = match discount::named(&config.coupons, typed) {
        None => "there is none of this code".to_owned(),
        Some(coupon) => {
            let day = |day: &Option<String>| day.clone().unwrap_or_default();
            let refusal = coupon.refusal(&result.day, result.used, cart.totals.items, prices);
            match refusal {
                None if coupon.off.frees_shipping() => "delivery costs nothing".to_owned(),
                None => format!("takes off {}", prices.minor(cart.totals.coupon)),
                Some(CouponRefusal::TooEarly) => format!("not before {}", day(&coupon.starts)),
                Some(CouponRefusal::Over) => format!("over since {}", day(&coupon.ends)),
                Some(CouponRefusal::UsedUp) => {
                    format!("used up: {} orders had it", result.used)
                }
                Some(CouponRefusal::TooLittle(left)) => {
                    format!("not yet: {} more are needed", prices.minor(left))
                }
            }
        }
    };
    vec![format!("{typed}: {said}")]
}

fn deliveries(result: &SampleResult, config: &Config, cart: &Cart) -> Vec<String> {
    if !cart.needs_delivery() {
        return vec!["There is nothing to send: these are files".to_owned()];
    }
    let (wanted, prices) = (&result.wanted, &result.prices);
    let language = config.store_language.code();
    let known = config.shipping.iter().map(|method| {
        let offered = cart.methods.iter().find(|(it, _)| it.id == method.id);
        let covers = method.zones.cover(&wanted.country, &wanted.region);
        let said = match offered {
            Some((_, 0)) => "free".to_owned(),
            Some((_, price)) => prices.minor(*price),
            None if !covers => format!("does not go to {}", place(result)),
            None => "has no price for an order like this".to_owned(),
        };
        format!("{}: {said}", method.title.get(language))
    });
    known.collect()
}

fn payments(config: &Config, cart: &Cart) -> Vec<String> {
    let language = config.store_language.code();
    let known = config.payment.iter().map(|method| {
        let is_offered = cart.payments.iter().any(|it| it.id() == method.id());
        let said = match is_offered {
            true => "offered",
            false => "not for an order like this",
        };
        format!("{}: {said}", method.title.get(language))
    });
    known.collect()
}

fn untaxed(result: &SampleResult, config: &Config) -> Vec<String> {
    let wanted = &result.wanted;
    let others = config.taxes.iter();
    let others = others.filter(|tax| !tax.zones.cover(&wanted.country, &wanted.region));
    let line = |tax: &crate::pricing::tax::Tax| {
        format!("{} {}: not in {}", tax.name, rate(tax.rate), place(result))
    };
    others.map(line).collect()
}
