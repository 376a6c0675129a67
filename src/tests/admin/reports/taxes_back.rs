//! What refunds take off the taxes, in reports and on credit notes.

use crate::admin::{
    order::support::{submit, with_a_paid_order_where},
    support::Office,
};
use awning::{
    admin::staff::role::Role,
    order::{
        invoice::{InvoiceTax, credit_note},
        sales::{SalesTotals, Topic, recount},
    },
    platform::config::{Config, Seller},
};

/// A shop with a paid order of a mug for 24.50 and its delivery for 5.00, `parts` of which went back one after the other.
async fn refunded(change: impl FnOnce(&mut Config), parts: &[&[(&str, &str)]]) -> Office {
    let (office, number) = with_a_paid_order_where(change).await;
    let mut owner = office.signed_in(Role::Owner).await;
    for part in parts {
        submit(&mut owner, &format!("/orders/{number}/refund"), part).await;
    }
    office
}

/// What is left of each tax in the figures, by country, rate and name.
async fn left(office: &Office) -> Vec<(String, SalesTotals)> {
    let state = &office.shop.state;
    let snapshot = state.catalog.snapshot();
    let counted = recount(&state.db.read, &state.config, &*snapshot, 0, i64::MAX).await;
    let figures = counted.expect("counted").figures.into_iter();
    let taxes = figures.filter(|(key, _)| key.topic == Topic::Tax);
    taxes.map(|(key, (_, sums))| (key.key, sums)).collect()
}

/// The taxes of the credit notes, the first first.
async fn noted(office: &Office) -> Vec<Vec<InvoiceTax>> {
    let db = &office.shop.db.read;
    let id = office.shop.count("SELECT id FROM orders").await;
    let count = office.shop.count("SELECT COUNT(*) FROM credit_notes").await;
    let mut noted = Vec::new();
    for refund in 1..=count {
        let note = credit_note::find(db, id, refund).await.expect("read");
        noted.push(note.expect("a credit note").taxes);
    }
    noted
}

const THIRDS: [&[(&str, &str)]; 3] = [
    &[("amount", "9.83")],
    &[("amount", "9.83")],
    &[("amount", "9.84")],
];

#[tokio::test]
async fn taxes_come_back_whole_with_the_last_part_of_the_money() {
    for sells in [true, false] {
        let change = |config: &mut Config| {
            if !sells {
                config.seller = Seller::default();
            }
        };
        let office = refunded(change, &THIRDS).await;
        let notes = noted(&office).await;
        assert_eq!(notes.len(), if sells { 3 } else { 0 });
        let noted: i64 = notes.iter().flatten().map(|it| it.tax).sum();
        assert_eq!(noted, if sells { 491 } else { 0 });
        for (key, sums) in left(&office).await {
            assert_eq!((sums.net, sums.tax, sums.gross), (0, 0, 0), "{sells} {key}");
        }
    }
}

/// A tax on goods, and none on their delivery.
#[tokio::test]
async fn reports_take_off_what_credit_notes_say() {
    let mug: &[(&str, &str)] = &[("refund-0", "1"), ("amount", "24.50")];
    let change = |config: &mut Config| config.taxes[0].on_shipping = false;
    let office = refunded(change, &[mug]).await;
    let [taxes] = &noted(&office).await[..] else {
        panic!("one credit note");
    };
    assert_eq!((taxes[0].net, taxes[0].tax), (2_042, 408));
    let left = left(&office).await;
    let of = |rate: &str| {
        let found = left.iter().find(|(key, _)| key.contains(rate));
        let sums = found.expect("it is taxed so").1;
        (sums.net, sums.tax)
    };
    assert_eq!((of("|20|"), of("||")), ((0, 0), (500, 0)), "{left:?}");
}

/// A part went back with a credit note, and the rest without one.
#[tokio::test]
async fn a_rest_without_a_credit_note_takes_off_what_the_others_left() {
    let mug: &[(&str, &str)] = &[("refund-0", "1"), ("amount", "24.50")];
    let change = |config: &mut Config| config.taxes[0].on_shipping = false;
    let office = refunded(change, &[mug]).await;
    let rest = "UPDATE orders SET payment_status = 'REFUNDED'";
    office.shop.execute(rest).await;
    for (key, sums) in left(&office).await {
        assert_eq!((sums.net, sums.tax, sums.gross), (0, 0, 0), "{key}");
    }
}

/// Two taxes, of which one is on delivery too.
#[tokio::test]
async fn a_refund_of_the_delivery_holds_no_tax_that_is_on_goods_alone() {
    let delivery: &[(&str, &str)] = &[("shipping", "yes"), ("amount", "5")];
    let change = |config: &mut Config| {
        let mut goods = config.taxes[0].clone();
        goods.name = "Goods".to_owned();
        goods.on_shipping = false;
        config.taxes.push(goods);
    };
    let office = refunded(change, &[delivery]).await;
    let [taxes] = &noted(&office).await[..] else {
        panic!("one credit note");
    };
    let [vat] = &taxes[..] else {
        panic!("one tax: {taxes:?}");
    };
    assert_eq!((vat.name.as_str(), vat.net, vat.tax), ("VAT", 417, 83));
}
