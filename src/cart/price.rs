//! What a cart costs: by what is in it, where it goes, how it is sent and paid, and what is answered besides.

use super::{
    Cart, CartContext, CartTerms, Details, Line,
    entity::cart,
    extra::{self, Field, FieldContext},
    model::needs_delivery,
};
use crate::{
    base::{date, money::PriceFormat},
    platform::config::Config,
    pricing::{
        discount::{self, Coupon, CouponProblem},
        payment::{self, Payable, PaymentMethod},
        shipping::Method,
        totals::{DeliveryCost, PricingInput, Totals},
    },
};

impl Cart {
    /// The cart of these `lines` with prices by the settings of `context`, on these `terms`.
    pub(super) fn priced(
        context: &CartContext<'_>,
        row: Option<cart::Model>,
        mut details: Details,
        mut lines: Vec<Line>,
        terms: CartTerms<'_>,
    ) -> Self {
        let (config, prices, buyer) = (context.config, context.prices, terms.buyer);
        let rules = config.pricing_rules();
        let country = country(&details, config);
        let region = details.shipping.state_or_province_code.clone();
        if buyer.is_exempt {
            for line in &mut lines {
                line.price = rules.net(line.price, &country, &region);
            }
        }
        let items = lines.iter().map(|line| line.price * line.quantity).sum();
        let coupon = coupon(&details, context, items, terms.used);
        let weight = |line: &Line| line.product.weight.unwrap_or(0) * line.quantity;
        let mut input = PricingInput {
            items,
            weight: lines.iter().map(weight).sum(),
            country: &country,
            region: &region,
            group: buyer.group,
            is_exempt: buyer.is_exempt,
            coupon: coupon.as_ref().and_then(|it| it.as_ref().ok()),
            method: None,
            surcharges: &[],
            agreed: terms.shipping.map(|shipping| DeliveryCost {
                shipping,
                handling: config.handling_fee.minor(prices),
            }),
        };
        let is_sent = needs_delivery(&lines);
        let methods = match is_sent {
            true => offered(config, &input, prices),
            false => Vec::new(),
        };
        let method = chosen(&methods, &details, config);
        input.method = method;
        let mut payments = ways_to_pay(config, &input, is_sent, prices);
        let payment = payments
            .iter()
            .find(|it| it.id == details.payment)
            .or(payments.first().filter(|_| payments.len() == 1))
            .map(|it| it.id.clone());
        let payment = payment.unwrap_or_default();
        let fields = fields(context, &details, &input, &payment);
        let code = context.language.code();
        let mut surcharges = extra::surcharges(&fields, &details, items, prices, code);
        surcharges.extend_from_slice(terms.surcharges);
        input.surcharges = &surcharges;
        let totals = Totals::of(&input, &rules, prices);
        // What answers cost may make it an amount that a provider does not take.
        payments.retain(|it| it.provider.is_none_or(|it| it.takes(totals.total, prices)));
        details.delivery = method.map(|method| method.id.clone()).unwrap_or_default();
        details.payment = payment;
        Self {
            row,
            details,
            lines,
            coupon,
            methods,
            payments,
            fields,
            totals,
            is_exempt: buyer.is_exempt,
            tax_id: buyer.tax_id.to_owned(),
        }
    }
}

/// Code of the country that the cart goes to; before there is an address, prices are those at home.
fn country(details: &Details, config: &Config) -> String {
    match details.shipping.country_code.as_str() {
        "" => config.store_country.clone(),
        known => known.to_owned(),
    }
}

/// The coupon that was typed, or why it is of no use today for `items`, in minor units; it was `used` so often.
fn coupon(
    details: &Details,
    context: &CartContext<'_>,
    items: i64,
    used: i64,
) -> Option<Result<Coupon, CouponProblem>> {
    let (config, code) = (context.config, details.coupon.as_str());
    let day = config.time_zone.day(date::now());
    (!code.is_empty()).then(|| {
        discount::coupon(&config.coupons, code, &day, used, items, context.prices).cloned()
    })
}

/// The ways of delivery that the cart of `input` can be sent by, each with its price in minor units.
fn offered(config: &Config, input: &PricingInput<'_>, prices: &PriceFormat) -> Vec<(Method, i64)> {
    let offered = |method: &Method| {
        method.cost(&input.parcel(), prices)?;
        let alone = PricingInput {
            method: Some(method),
            agreed: None,
            ..*input
        };
        let price = Totals::of(&alone, &config.pricing_rules(), prices).shipping;
        Some((method.clone(), price))
    };
    config.shipping.iter().filter_map(offered).collect()
}

/// The way of delivery that was chosen. Where there is nothing to choose, it is chosen; but nobody is to find out at the end that
/// nothing is sent there.
fn chosen<'a>(
    methods: &'a [(Method, i64)],
    details: &Details,
    config: &Config,
) -> Option<&'a Method> {
    let chosen = methods.iter().find(|(it, _)| it.id == details.delivery);
    let is_plain = |(it, _): &&(Method, i64)| {
        methods.len() == 1 && (!it.pickup || config.shipping.iter().all(|any| any.pickup))
    };
    let method = chosen.or(methods.first().filter(is_plain));
    method.map(|(method, _)| method)
}

/// The ways that the cart of `input` can be paid. What answers cost is not among it: there are questions only some ways to pay have.
fn ways_to_pay(
    config: &Config,
    input: &PricingInput<'_>,
    is_sent: bool,
    prices: &PriceFormat,
) -> Vec<payment::Method> {
    let order = Payable {
        country: input.country,
        region: input.region,
        is_pickup: input.method.is_some_and(|method| method.pickup),
        is_sent,
        total: Totals::of(input, &config.pricing_rules(), prices).total,
        prices,
    };
    let fits = config.ways_to_pay().filter(|it| it.offers(&order));
    fits.cloned().collect()
}

/// What is asked besides, of who has the cart of `input` sent and pays by `payment`.
fn fields(
    context: &CartContext<'_>,
    details: &Details,
    input: &PricingInput<'_>,
    payment: &str,
) -> Vec<Field> {
    let (method, code) = (input.method, context.language.code());
    let asked = FieldContext {
        country: input.country,
        delivery: method.map_or("", |method| &method.id),
        delivery_title: method.map(|it| it.title.get(code)).unwrap_or_default(),
        is_pickup: method.is_some_and(|method| method.pickup),
        payment,
        language: code,
    };
    extra::fields(context.config, details, &asked)
}
