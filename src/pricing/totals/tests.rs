use super::*;
use proptest::prelude::*;

/// Settings as a merchant writes them.
#[derive(serde::Deserialize)]
#[serde(default)]
struct Settings {
    discounts: Vec<discount::Rule>,
    coupons: Vec<Coupon>,
    taxes: Vec<Tax>,
    shipping: Vec<Method>,
    prices_include_tax: bool,
    handling_fee: Amount,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            discounts: Vec::new(),
            coupons: Vec::new(),
            taxes: Vec::new(),
            shipping: Vec::new(),
            prices_include_tax: true,
            handling_fee: Amount::default(),
        }
    }
}

fn config(text: &str) -> Settings {
    toml::from_str(text).expect("settings")
}

fn pricing_input(items: i64) -> PricingInput<'static> {
    PricingInput {
        items,
        weight: 0,
        country: "DE",
        region: "",
        group: None,
        is_exempt: false,
        coupon: None,
        method: None,
        surcharges: &[],
        agreed: None,
    }
}

fn totals(config: &Settings, pricing_input: &PricingInput<'_>) -> Totals {
    let rules = PricingRules {
        discounts: &config.discounts,
        taxes: &config.taxes,
        prices_include_tax: config.prices_include_tax,
        handling_fee: &config.handling_fee,
    };
    let prices = PriceFormat::of("EUR").expect("a currency");
    Totals::of(pricing_input, &rules, &prices)
}

const TAXED: &str = "taxes = [{ name = 'VAT', rate = '19', zones = ['DE'], on_shipping = true }, { name = 'Eco', rate = '1', zones = ['DE'] }]\ndiscounts = [{ from = '100', off = { percent = '10' } }]\nhandling_fee = '1'";

#[test]
fn taxes_are_within_prices_or_on_top() {
    let within = config(&format!("{TAXED}\nprices_include_tax = true"));
    let gross = totals(&within, &pricing_input(12_000));
    assert_eq!((gross.discounts.volume, gross.total), (1_200, 10_900));
    assert_eq!(gross.tax(), 1_800 + 16);
    assert_eq!(gross.goods_without_tax(), 9_000);
    let on_top = config(&format!("{TAXED}\nprices_include_tax = false"));
    let net = totals(&on_top, &pricing_input(10_000));
    assert_eq!(net.taxes, [("VAT".into(), 1_729), ("Eco".into(), 90)]);
    assert_eq!(net.total, 9_000 + 100 + 1_819);
    let abroad = PricingInput {
        country: "US",
        ..pricing_input(10_000)
    };
    assert_eq!(totals(&on_top, &abroad).tax(), 0);
}

#[test]
fn a_coupon_comes_after_other_discounts_and_may_free_shipping() {
    let shop = config(
        "discounts = [{ off = { percent = '50' } }]\nshipping = [{ id = 's', title = { en = 'S' }, rates = [{ price = '5' }] }]\ntaxes = []",
    );
    let coupon = |off: &str| -> Coupon {
        toml::from_str(&format!("code='C'\nname='C'\noff={{{off}}}")).expect("a coupon")
    };
    let (tenth, free) = (coupon("percent='10'"), coupon("free_shipping=true"));
    let with = |coupon| PricingInput {
        coupon: Some(coupon),
        method: shop.shipping.first(),
        ..pricing_input(1_000)
    };
    let cheaper = totals(&shop, &with(&tenth));
    assert_eq!(
        (cheaper.coupon, cheaper.shipping, cheaper.total),
        (50, 500, 950)
    );
    assert_eq!(totals(&shop, &with(&free)).total, 500);
}

#[test]
fn what_takes_something_off_takes_no_more_than_there_is() {
    let shop = config(
        "taxes = [{ name = 'VAT', rate = '25', zones = ['DE'] }]\nprices_include_tax = false\nhandling_fee = '2'\ncoupons = [{ code = 'ALL', name = 'All', off = { percent = '100' } }]",
    );
    let surcharge = |amount: i64, taxable| Surcharge {
        name: amount.to_string(),
        amount,
        taxable,
    };
    let of = |surcharges: &[Surcharge], coupon| {
        let pricing_input = PricingInput {
            coupon,
            surcharges,
            ..pricing_input(1_000)
        };
        totals(&shop, &pricing_input)
    };
    let off = [surcharge(-400, true), surcharge(-900, true)];
    let it = of(&off, None);
    assert_eq!((it.tax(), it.total), (0, 200), "the handling is left");
    assert_eq!(it.surcharges[1], ("-900".into(), -600));
    let it = of(&off, shop.coupons.first());
    assert_eq!((it.goods(), it.tax(), it.total), (0, 0, 200));
    assert!(it.surcharges.iter().all(|(_, amount)| *amount == 0));
    let it = of(&[surcharge(-5_000, false)], None);
    assert_eq!(
        (it.tax(), it.total),
        (250, 0),
        "like a voucher: the tax stays"
    );
    let it = of(&[surcharge(-300, true), surcharge(500, true)], None);
    assert_eq!((it.tax(), it.total), (300, 1_000 + 200 + 200 + 300));
}

#[test]
fn whoever_is_exempt_pays_what_is_left_without_the_tax() {
    for include in [true, false] {
        let shop = config(&format!("{TAXED}\nprices_include_tax = {include}"));
        let rules = PricingRules {
            discounts: &shop.discounts,
            taxes: &shop.taxes,
            prices_include_tax: include,
            handling_fee: &shop.handling_fee,
        };
        let paid = totals(
            &shop,
            &PricingInput {
                method: shop.shipping.first(),
                ..pricing_input(12_000)
            },
        );
        let exempt = totals(
            &shop,
            &PricingInput {
                method: shop.shipping.first(),
                is_exempt: true,
                ..pricing_input(rules.net(12_000, "DE", ""))
            },
        );
        assert!(paid.tax() > 0, "{paid:?}");
        assert_eq!((exempt.tax(), exempt.charged.len()), (0, 0));
        assert_eq!(exempt.total, paid.total - paid.tax(), "{exempt:?} {paid:?}");
    }
}

fn any_surcharges() -> impl Strategy<Value = Vec<Surcharge>> {
    let one = (-20_000_i64..20_000, any::<bool>()).prop_map(|(amount, taxable)| Surcharge {
        name: amount.to_string(),
        amount,
        taxable,
    });
    proptest::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn parts_add_up_whatever_is_taken_off(
        items in 0_i64..10_000_000,
        surcharges in any_surcharges(),
        include in any::<bool>(),
        percent in 0_u8..=100,
    ) {
        let shop = config(&format!("{TAXED}\nprices_include_tax = {include}\ncoupons = [{{ code = 'C', name = 'C', off = {{ percent = '{percent}' }} }}]"));
        let pricing_input = PricingInput {
            coupon: shop.coupons.first(),
            method: shop.shipping.first(),
            surcharges: &surcharges,
            ..pricing_input(items)
        };
        let it = totals(&shop, &pricing_input);
        let added: i64 = it.surcharges.iter().map(|(_, amount)| amount).sum();
        let on_top = if include { 0 } else { it.tax() };
        prop_assert_eq!(it.total, it.goods() + added + it.shipping + it.handling + on_top);
        prop_assert!(it.total >= 0 && it.goods() >= 0);
        prop_assert!(it.taxes.iter().all(|(_, tax)| *tax >= 0), "{:?}", it.taxes);
        prop_assert!(it.goods_tax() >= 0 && it.surcharges_tax >= 0 && it.items_tax() >= 0);
        prop_assert!((0..=it.goods()).contains(&it.goods_without_tax()));
        for (asked, (_, amount)) in surcharges.iter().zip(&it.surcharges) {
            prop_assert!(*amount == asked.amount || asked.amount < *amount && *amount <= 0);
        }
    }

    #[test]
    fn parts_add_up(items in 0_i64..10_000_000, include in any::<bool>()) {
        let shop = config(&format!("{TAXED}\nprices_include_tax = {include}"));
        let it = totals(&shop, &pricing_input(items));
        let tax = if include { 0 } else { it.tax() };
        prop_assert_eq!(it.total, it.goods() + it.shipping + it.handling + tax);
        prop_assert!(it.taxes.iter().all(|(_, tax)| *tax >= 0) && it.tax() <= it.total);
    }
}
