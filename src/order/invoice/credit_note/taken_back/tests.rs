use super::*;
use crate::platform::config::Config;
use proptest::prelude::*;

fn line(text: &str, quantity: Option<i64>, rate: &str, net: i64, tax: i64) -> InvoiceLine {
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
        line("Mug (M1)", Some(2), "20", 1_667, 333),
        line("Cup (C1)", Some(1), "20", 417, 83),
        line("Discount", None, "20", -208, -42),
        line("Delivery", None, "20", 417, 83),
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

/// A mug for 24.50 at 20 % within, with a tenth off, and five for delivery, which is not taxed.
fn of_two_rates() -> (OrderDocument, Invoice) {
    let (mut document, mut invoice) = (document(), invoice());
    invoice.lines = vec![
        line("Mug (M1)", Some(1), "20", 2_042, 408),
        line("Discount", None, "20", -204, -41),
        line("Delivery", None, "", 500, 0),
    ];
    invoice.taxes[0].net = 1_838;
    invoice.taxes[0].tax = 367;
    invoice.total = 2_705;
    document.items.truncate(1);
    document.items[0].price = 2_450;
    document.items[0].quantity = 1;
    document.totals.items = 2_450;
    document.totals.coupon = 245;
    document.totals.shipping_tax = 0;
    document.totals.taxes[0].1 = 367;
    document.totals.total = 2_705;
    (document, invoice)
}

fn one_by_one(refunds: &[Refund]) -> Vec<TakenBack> {
    each_of(&document(), &invoice(), refunds)
}

/// What each of the `refunds` takes back, one after the other.
fn each_of(document: &OrderDocument, invoice: &Invoice, refunds: &[Refund]) -> Vec<TakenBack> {
    let texts = Config::default().own_language().after_sale_texts();
    let mut notes: Vec<CreditNote> = Vec::new();
    for refund in refunds {
        let TakenBack { lines, taxes } = taken_back(document, invoice, &notes, refund, texts);
        notes.push(CreditNote {
            number: String::new(),
            issued_at: refund.at,
            invoice: invoice.number.clone(),
            invoiced_at: invoice.issued_at,
            order: invoice.order.clone(),
            language: invoice.language,
            currency: invoice.currency.clone(),
            seller: invoice.seller.clone(),
            buyer: Vec::new(),
            lines,
            taxes,
            total: refund.amount,
        });
    }
    let each = notes.into_iter();
    each.map(|CreditNote { lines, taxes, .. }| TakenBack { lines, taxes })
        .collect()
}

fn lines_of(refund: &Refund) -> Vec<InvoiceLine> {
    one_by_one(std::slice::from_ref(refund)).remove(0).lines
}

#[test]
fn the_whole_is_taken_back_line_by_line() {
    assert_eq!(lines_of(&refund(2_750, &[], false)), invoice().lines);
}

#[test]
fn a_part_is_taken_back_by_what_it_is_for() {
    let one_mug = lines_of(&refund(900, &[(0, 1)], false));
    assert_eq!(one_mug, [line("Mug", Some(1), "20", 750, 150)]);
    let with_delivery = lines_of(&refund(1_400, &[(0, 1), (1, 0)], true));
    let texts: Vec<&str> = with_delivery.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["Mug", "Delivery"]);
    let free = lines_of(&refund(1_000, &[], false));
    assert_eq!(free, [line("Partial refund", None, "20", 834, 166)]);
}

#[test]
fn the_last_part_holds_the_tax_that_the_others_left() {
    let parts = [916, 917, 917].map(|amount| refund(amount, &[], false));
    let taxes: Vec<i64> = one_by_one(&parts)
        .iter()
        .map(|it| it.taxes[0].tax)
        .collect();
    assert_eq!(taxes.iter().sum::<i64>(), 457);
    assert!(
        taxes.iter().all(|tax| (152..=153).contains(tax)),
        "{taxes:?}"
    );
}

#[test]
fn the_whole_of_two_rates_is_taken_back_line_by_line() {
    let (document, invoice) = of_two_rates();
    let whole = each_of(&document, &invoice, &[refund(2_705, &[(0, 1)], true)]).remove(0);
    assert_eq!((whole.lines, whole.taxes), (invoice.lines, invoice.taxes));
}

#[test]
fn items_stand_for_what_was_paid_for_them() {
    let (document, invoice) = of_two_rates();
    let parts = [refund(2_000, &[(0, 1)], true), refund(705, &[], false)];
    let parts = each_of(&document, &invoice, &parts);
    let gross = |line: &InvoiceLine| (line.text.clone(), line.gross());
    let first: Vec<_> = parts[0].lines.iter().map(gross).collect();
    let expected = [("Mug".to_owned(), 1_630), ("Delivery".to_owned(), 370)];
    assert_eq!(first, expected);
    assert_eq!(parts[0].taxes[0].tax + parts[1].taxes[0].tax, 367);
}

#[test]
fn no_more_of_a_rate_is_taken_back_than_was_charged() {
    let (document, invoice) = of_two_rates();
    let parts = [refund(2_600, &[(0, 1)], false), refund(105, &[], false)];
    let parts = each_of(&document, &invoice, &parts);
    let first = [
        line("Mug", Some(1), "20", 1_838, 367),
        line("Partial refund", None, "", 395, 0),
    ];
    assert_eq!(parts[0].lines, first);
    let rest = [line("Partial refund", None, "", 105, 0)];
    assert_eq!((&parts[1].lines[..], parts[1].taxes.len()), (&rest[..], 0));
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
        let TakenBack { lines, taxes } = one_by_one(&[refund]).remove(0);
        prop_assert_eq!(lines.iter().map(InvoiceLine::gross).sum::<i64>(), amount);
        let within: i64 = lines.iter().map(|line| line.tax).sum();
        prop_assert_eq!(taxes.iter().map(|it| it.tax).sum::<i64>(), within);
        prop_assert!(within >= 0 && within < amount.max(2));
    }

    #[test]
    fn all_parts_come_to_the_invoice(
        parts in prop::collection::vec((1..=900_i64, 0..=2_i64, 0..=1_i64, any::<bool>()), 0..4), last: bool,
    ) {
        let part = |(amount, mugs, cups, shipping): &(i64, i64, i64, bool)| {
            refund(*amount, &[(0, *mugs), (1, *cups)], *shipping)
        };
        let mut refunds: Vec<Refund> = parts.iter().map(part).collect();
        let left = 2_750 - refunds.iter().map(|it| it.amount).sum::<i64>();
        prop_assume!(left > 0);
        refunds.push(refund(left, &[(0, i64::from(last))], last));
        let notes = one_by_one(&refunds);
        for (note, refund) in notes.iter().zip(&refunds) {
            prop_assert_eq!(note.lines.iter().map(InvoiceLine::gross).sum::<i64>(), refund.amount);
        }
        let sum = |part: fn(&InvoiceTax) -> i64| notes.iter().flat_map(|it| &it.taxes).map(part).sum::<i64>();
        prop_assert_eq!((sum(|it| it.net), sum(|it| it.tax)), (2_293, 457));
        let lines = || notes.iter().flat_map(|it| &it.lines);
        prop_assert_eq!(lines().map(|line| line.tax).sum::<i64>(), 457);
// The whole invoice in one takes its discounts back too.
        let are_parts = notes.len() > 1;
        prop_assert!(!are_parts || lines().all(|line| line.net >= 0 && line.tax >= 0), "{:?}", notes);
    }
}
