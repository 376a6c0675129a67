//! A filter as it stands in the address of the list.

use super::super::form_values::FormValues;
use crate::{
    base::money::PriceFormat,
    order::{
        inbox::{filter::Filter, tab::Tab},
        status::{name, named},
    },
    pricing::payment::PaymentStatus,
};

/// How the address calls a payment that nothing has to be paid of: its own name is empty.
const NOTHING_TO_PAY: &str = "NONE";
/// Longest text that is looked for, in characters.
const MAX_LENGTH: usize = 200;

/// The filter that `typed` asks for; what cannot be read leaves nothing out. Amounts are typed as `prices` are written.
pub fn read(typed: &FormValues, prices: &PriceFormat) -> Filter {
    let text = |name: &str| {
        typed
            .get(name)
            .trim()
            .chars()
            .take(MAX_LENGTH)
            .collect::<String>()
    };
    let payment = match typed.get("payment") {
        NOTHING_TO_PAY => Some(PaymentStatus::NotRequired),
        code => named(code),
    };
    Filter {
        tab: Tab::of_code(typed.get("tab")).unwrap_or_default(),
        words: text("q"),
        from: text("from"),
        to: text("to"),
        payment,
        fulfillment: named(typed.get("fulfillment")),
        payment_method: text("paid_by"),
        delivery_method: text("sent_by"),
        country: text("country"),
        least: prices.typed(typed.get("least")).ok(),
        most: prices.typed(typed.get("most")).ok(),
    }
}

/// What a payment's state is called in an address.
pub fn payment_code(status: PaymentStatus) -> String {
    match status {
        PaymentStatus::NotRequired => NOTHING_TO_PAY.to_owned(),
        status => name(status),
    }
}

/// `filter` as the query of an address.
pub fn write(filter: &Filter, prices: &PriceFormat) -> String {
    let amount = |amount: Option<i64>| amount.map(|it| prices.plain(it)).unwrap_or_default();
    let pairs = [
        ("tab", filter.tab.code().to_owned()),
        ("q", filter.words.clone()),
        ("from", filter.from.clone()),
        ("to", filter.to.clone()),
        (
            "payment",
            filter.payment.map(payment_code).unwrap_or_default(),
        ),
        (
            "fulfillment",
            filter.fulfillment.map(name).unwrap_or_default(),
        ),
        ("paid_by", filter.payment_method.clone()),
        ("sent_by", filter.delivery_method.clone()),
        ("country", filter.country.clone()),
        ("least", amount(filter.least)),
        ("most", amount(filter.most)),
    ];
    let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(given)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let prices = PriceFormat::of("EUR").expect("a currency");
        let query = "tab=to-do&q=a%26b+c&from=2026-01-02&payment=NONE&fulfillment=SHIPPED&paid_by=bank&country=DE&least=1.50";
        let filter = read(&FormValues::read(query.as_bytes()), &prices);
        assert_eq!(filter.words, "a&b c");
        assert_eq!(filter.payment, Some(PaymentStatus::NotRequired));
        assert_eq!(filter.least, Some(150));
        assert_eq!(write(&filter, &prices), query);
        let nothing = read(
            &FormValues::read(b"tab=x&payment=paid&least=cheap"),
            &prices,
        );
        assert_eq!(nothing, Filter::default());
        assert_eq!(write(&nothing, &prices), "tab=all");
    }
}
