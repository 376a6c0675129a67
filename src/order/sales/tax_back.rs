//! What refunds of an order take off its taxes.

use super::refunds::Refund;
use crate::order::invoice::{InvoiceLine, InvoiceTax, share, take_off};

/// What is taxed, and what is not; amounts in minor units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaxParts {
    /// Every tax, and what it is charged on.
    pub taxes: Vec<InvoiceTax>,
    /// What no tax is charged on.
    pub untaxed: i64,
}

impl TaxParts {
    /// What `lines` with these `taxes` are made of.
    pub fn of(lines: &[InvoiceLine], taxes: &[InvoiceTax]) -> Self {
        let untaxed = lines.iter().filter(|line| line.rate.is_empty());
        Self {
            taxes: taxes.to_vec(),
            untaxed: untaxed.map(InvoiceLine::gross).sum(),
        }
    }

    /// Each amount as `change` makes it.
    pub fn map(mut self, change: impl Fn(i64) -> i64) -> Self {
        for tax in &mut self.taxes {
            (tax.net, tax.tax) = (change(tax.net), change(tax.tax));
        }
        self.untaxed = change(self.untaxed);
        self
    }

    /// Takes `others` off, tax by tax.
    fn take_off(&mut self, others: &Self) {
        take_off(&mut self.taxes, &others.taxes);
        self.untaxed -= others.untaxed;
    }
}

/// What each of the `refunds` of an order takes off what was `charged` for it, which is `total` in all: as its credit note says;
/// without one, its share of everything, and the last one what the others left. So all of them come to the whole exactly.
pub fn taken_off(charged: &TaxParts, total: i64, refunds: &[Refund]) -> Vec<TaxParts> {
    let (mut left, mut before) = (charged.clone(), 0);
    let mut all = Vec::new();
    for refund in refunds {
        let until = before + refund.amount;
        let back = match &refund.credit_note {
            Some(note) => TaxParts::of(&note.lines, &note.taxes),
            None if until == total => left.clone(),
            None => charged
                .clone()
                .map(|it| share(it, until, total) - share(it, before, total)),
        };
        left.take_off(&back);
        before = until;
        all.push(back);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn refunds_of_everything_leave_nothing(parts in prop::collection::vec(1..900_i64, 0..4)) {
            let tax = |name: &str, net: i64, tax: i64| InvoiceTax {
                name: name.to_owned(), rate: "20".to_owned(), net, tax,
            };
            let charged = TaxParts { taxes: vec![tax("A", 2_042, 408), tax("B", 417, 83)], untaxed: 500 };
            let total = 3_450;
            let rest = total - parts.iter().sum::<i64>();
            let refunds = parts.into_iter().chain([rest]);
            let refunds: Vec<Refund> = refunds
                .map(|amount| Refund { order: 1, amount, at: 0, credit_note: None })
                .collect();
            let mut left = charged.clone();
            for back in taken_off(&charged, total, &refunds) {
                left.take_off(&back);
            }
            prop_assert_eq!(left, charged.map(|_| 0));
        }
    }
}
