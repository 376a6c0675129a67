use super::*;
use proptest::prelude::*;

fn line(text: &str, quantity: Option<i64>, rate: &str, (net, tax): (i64, i64)) -> InvoiceLine {
    InvoiceLine {
        text: text.to_owned(),
        quantity,
        rate: rate.to_owned(),
        net,
        tax,
    }
}

/// Two mugs for ten each and a cup for five, with a tenth off, five for delivery, at 20 % within.
fn invoice() -> Invoice {
    let lines = [
        line("Mug (M1)", Some(2), "20", (1_667, 333)),
        line("Cup (C1)", Some(1), "20", (417, 83)),
        line("Discount", None, "20", (-208, -42)),
        line("Delivery", None, "20", (417, 83)),
    ];
    let taxes = serde_json::json!([{ "name": "VAT", "rate": "20", "net": 2_293, "tax": 457 }]);
    let invoice = serde_json::json!({
        "number": "R-1", "issued_at": 5, "delivered_at": 5, "order": "A1", "ordered_at": 1, "language": "en", "currency": "EUR",
        "seller": { "name": "S", "address": "A", "vat_id": "V", "note": "" }, "buyer": ["Ada"], "delivered_to": [], "lines": lines,
        "taxes": taxes, "total": 2_750, "payment": "Bank", "fields": [],
    });
    serde_json::from_value(invoice).expect("an invoice")
}

fn document() -> OrderDocument {
    let item = |name: &str, price: i64, quantity: i64| {
        serde_json::json!({
            "product": 1, "variation": null, "name": name, "sku": "", "price": price, "quantity": quantity, "weight": 0,
            "options": {}, "chosen": {}, "object": {}, "path": "", "image": null,
        })
    };
    let totals = crate::pricing::totals::Totals {
        items: 2_500,
        coupon: 250,
        shipping: 500,
        shipping_tax: 83,
        prices_include_tax: true,
        taxes: vec![("VAT".to_owned(), 457)],
        total: 2_750,
        ..Default::default()
    };
    let document = serde_json::json!({
        "language": "en", "currency": "EUR", "items": [item("Mug", 1_000, 2), item("Cup", 500, 1)], "totals": totals,
        "coupon": null, "coupon_code": null, "shipping": { "name": "Ada" }, "billing": { "name": "Ada" }, "delivery": null,
        "is_pickup": false, "payment": null, "instructions": "", "extra": [], "comments": "", "referer": "",
    });
    serde_json::from_value(document).expect("a document")
}

fn refund(amount: i64, items: &[(usize, i64)], has_shipping: bool) -> Refund {
    Refund {
        id: 1,
        amount,
        reason: String::new(),
        items: items.to_vec(),
        has_shipping,
        at: 9,
        credit_note: None,
    }
}

fn lines_of(refund: &Refund) -> Vec<InvoiceLine> {
    let texts = Config::default().own_language().after_sale_texts();
    lines(&document(), &invoice(), refund, texts)
}

#[test]
fn the_whole_is_taken_back_line_by_line() {
    assert_eq!(lines_of(&refund(2_750, &[], false)), invoice().lines);
}

#[test]
fn a_part_is_taken_back_by_what_it_is_for() {
    let one_mug = lines_of(&refund(900, &[(0, 1)], false));
    assert_eq!(one_mug, [line("Mug", Some(1), "20", (750, 150))]);
    let with_delivery = lines_of(&refund(1_400, &[(0, 1), (1, 0)], true));
    let texts: Vec<&str> = with_delivery.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Mug", "Delivery"]);
    let free = lines_of(&refund(1_000, &[], false));
    assert_eq!(free, [line("Partial refund", None, "20", (834, 166))]);
}

#[test]
fn items_are_worth_what_was_paid_for_them() {
    let (document, none) = (document(), []);
    let worth = |refunds: &[Refund], items: &[(usize, i64)], shipping| {
        crate::order::refunds::worth(&document, refunds, items, shipping)
    };
    assert_eq!(worth(&none, &[(0, 1)], false), 900);
    assert_eq!(worth(&none, &[(0, 2), (1, 1)], true), 2_750);
    let before = [refund(1_400, &[(0, 1)], true)];
    assert_eq!(worth(&before, &[(0, 1), (1, 1)], true), 1_350);
}

proptest! {
    #[test]
    fn lines_and_taxes_come_to_the_amount(amount in 1..=2_750_i64, mugs in 0..=2_i64, cups in 0..=1_i64, with_shipping: bool) {
        let refund = refund(amount, &[(0, mugs), (1, cups)], with_shipping);
        let lines = lines_of(&refund);
        prop_assert_eq!(lines.iter().map(InvoiceLine::gross).sum::<i64>(), amount);
        let taxes = taxes(&invoice(), &lines);
        let within: i64 = lines.iter().map(|line| line.tax).sum();
        prop_assert_eq!(taxes.iter().map(|it| it.tax).sum::<i64>(), within);
        prop_assert!(within >= 0 && within < amount.max(2));
    }
}
