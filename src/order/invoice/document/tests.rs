use super::*;
use crate::{
    base::money::PriceFormat,
    pricing::{
        discount::Coupon,
        shipping::Method,
        surcharge::Surcharge,
        tax::Tax,
        totals::{PricingInput, PricingRules, Totals},
    },
};
use proptest::prelude::*;

fn item(price: i64, quantity: i64) -> serde_json::Value {
    serde_json::json!({
        "product": 1, "variation": null, "name": "Mug", "sku": "M1", "price": price, "quantity": quantity, "weight": 0, "options": {}, "chosen": {},
        "object": {}, "path": "", "image": null,
    })
}

fn document(items: &[(i64, i64)], totals: &Totals) -> OrderDocument {
    let items: Vec<_> = items
        .iter()
        .map(|(price, count)| item(*price, *count))
        .collect();
    let document = serde_json::json!({
        "language": "en", "currency": "EUR", "items": items, "totals": totals, "coupon": "Ink", "coupon_code": "INK", "shipping": { "name": "Ada" },
        "billing": { "name": "Ada" }, "delivery": { "id": "post", "title": "By post" }, "is_pickup": false, "payment": { "id": "bank", "title": "Bank" },
        "instructions": "", "extra": [], "comments": "", "referer": "",
    });
    serde_json::from_value(document).expect("a document")
}

fn order() -> order::Model {
    order::Model {
        id: 1,
        public_id: "A1".into(),
        secret_hash: Vec::new(),
        customer_id: None,
        email: String::new(),
        placed_at: 10,
        payment_status: crate::pricing::payment::PaymentStatus::Paid,
        fulfillment_status: crate::order::status::FulfillmentStatus::AwaitingProcessing,
        total: 0,
        words: String::new(),
        document: String::new(),
        announced: true,
        withdrawn_at: None,
        withdrawal: crate::order::status::WithdrawalState::Open,
        paid_at: Some(15),
        shipped_at: None,
        is_delivered: true,
        paid_later: false,
        payment_method: String::new(),
        delivery_method: String::new(),
        country: String::new(),
        tracking_number: String::new(),
        carrier: String::new(),
    }
}

#[derive(serde::Deserialize)]
struct Rules {
    taxes: Vec<Tax>,
    shipping: Method,
    coupon: Coupon,
}

const RULES: &str = "taxes = [{ name = 'VAT', rate = '19', on_shipping = true }, { name = 'Eco', rate = '1' }]\n\
    shipping = { id = 'post', title = { en = 'Post' }, rates = [{ price = '4.90' }] }\n\
    coupon = { code = 'INK', name = 'Ink', off = { percent = '10' } }";

fn invoice(items: &[(i64, i64)], is_gross: bool, surcharges: &[Surcharge]) -> (Invoice, Totals) {
    let rules: Rules = toml::from_str(RULES).expect("rules");
    let prices = PriceFormat::of("EUR").expect("a currency");
    let input = PricingInput {
        items: items.iter().map(|(price, count)| price * count).sum(),
        weight: 0,
        country: "DE",
        region: "",
        group: None,
        is_exempt: false,
        coupon: Some(&rules.coupon),
        method: Some(&rules.shipping),
        surcharges,
        agreed: None,
    };
    let terms = PricingRules {
        discounts: &[],
        taxes: &rules.taxes,
        prices_include_tax: is_gross,
        handling_fee: &crate::base::money::Amount::default(),
    };
    let totals = Totals::of(&input, &terms, &prices);
    let document = document(items, &totals);
    let invoice = Invoice::of("1".into(), &Config::default(), &order(), &document, 20);
    (invoice, totals)
}

fn surcharge(amount: i64, taxable: bool) -> Surcharge {
    Surcharge {
        name: "Gift".into(),
        amount,
        taxable,
    }
}

#[test]
fn lines_say_what_is_charged_on_what() {
    let (invoice, totals) = invoice(&[(1_000, 2)], true, &[surcharge(300, false)]);
    let lines: Vec<_> = invoice.lines.iter().collect();
    let texts: Vec<_> = lines
        .iter()
        .map(|it| (it.text.as_str(), it.rate.as_str(), it.gross()))
        .collect();
    let wanted = [
        ("Mug (M1)", "20", 2_000),
        ("Coupon “Ink”", "20", -200),
        ("Delivery", "19", 490),
        ("Gift", "", 300),
    ];
    assert_eq!(texts, wanted);
    assert_eq!((lines[0].net, lines[0].tax), (1_667, 333));
    assert_eq!((lines[2].net, lines[2].tax), (412, 78));
    assert_eq!((lines[3].net, lines[3].tax), (300, 0));
    assert_eq!(invoice.total, totals.total);
    let vat = &invoice.taxes[0];
    assert_eq!((vat.name.as_str(), vat.rate.as_str()), ("VAT", "19"));
    assert_eq!(
        vat.net,
        1_500 + 412,
        "of goods and their delivery, not of the gift"
    );
    assert_eq!(invoice.taxes[1].net, 1_500, "of goods alone");
}

#[test]
fn an_order_of_an_earlier_version_has_the_rates_of_the_settings() {
    let (_, mut totals) = invoice(&[(1_000, 2)], true, &[]);
    totals.charged.clear();
    totals.surcharges_taxed.clear();
    let config = Config {
        taxes: toml::from_str::<Rules>(RULES).expect("rules").taxes,
        ..Config::default()
    };
    let document = document(&[(1_000, 2)], &totals);
    let known = Invoice::of("1".into(), &config, &order(), &document, 20);
    assert_eq!(
        (known.lines[0].rate.as_str(), known.taxes[0].rate.as_str()),
        ("20", "19")
    );
    let unknown = Invoice::of("1".into(), &Config::default(), &order(), &document, 20);
    assert_eq!(unknown.tax(), totals.tax(), "what was charged stays");
}

proptest! {
    #[test]
    fn sums_are_those_of_the_order(
        items in prop::collection::vec((0..50_000_i64, 1..9_i64), 1..6), is_gross: bool,
        taxed in -500..500_i64, untaxed in -500..500_i64,
    ) {
        let surcharges = [surcharge(taxed, true), surcharge(untaxed, false)];
        let (invoice, totals) = invoice(&items, is_gross, &surcharges);
        let gross: i64 = invoice.lines.iter().map(InvoiceLine::gross).sum();
        prop_assert_eq!(gross, totals.total);
        prop_assert_eq!(invoice.net() + invoice.tax(), totals.total);
        prop_assert_eq!(invoice.tax(), totals.tax());
    }
}
