//! What a credit note takes back of an invoice: any amount, as lines with their taxes.

use super::CreditNote;
use crate::{
    order::{
        OrderDocument,
        invoice::{Invoice, InvoiceLine, InvoiceTax, share, split},
        refunds::Refund,
    },
    pricing::tax::Percent,
    text::after_sale::AfterSaleTexts,
};

/// Lines of a credit note, and the taxes in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    pub lines: Vec<InvoiceLine>,
    pub taxes: Vec<InvoiceTax>,
}

/// What `refund` takes back of an invoice, of which `earlier` credit notes took back other parts. The lines come to its amount
/// exactly; with the last part, all of them come to the invoice exactly, each rate and each tax of it.
pub fn taken_back(
    document: &OrderDocument,
    invoice: &Invoice,
    earlier: &[CreditNote],
    refund: &Refund,
    texts: &AfterSaleTexts,
) -> TakenBack {
    let lines = lines(document, invoice, refund, texts);
    let before: i64 = earlier.iter().map(|it| it.total).sum();
    if before + refund.amount != invoice.total {
        let taxes = taxes(document, invoice, &lines);
        return TakenBack { lines, taxes };
    }
    TakenBack {
        lines: last_lines(invoice, earlier, lines, texts),
        taxes: last_taxes(invoice, earlier),
    }
}

/// What `refund` takes back: the items that it is for, by what they cost on the invoice; else all of that in proportion. The lines
/// come to its amount exactly, whatever that is.
fn lines(
    document: &OrderDocument,
    invoice: &Invoice,
    refund: &Refund,
    texts: &AfterSaleTexts,
) -> Vec<InvoiceLine> {
    let parts = match refund.items.iter().any(|(_, quantity)| *quantity > 0) || refund.has_shipping
    {
        true => of_items(document, invoice, refund),
        false => Vec::new(),
    };
    let parts = match (parts.is_empty(), refund.amount == invoice.total) {
        (false, _) => parts,
        (true, true) => invoice.lines.clone(),
        (true, false) => by_rate(invoice.lines.iter().cloned(), texts.credit_note_line),
    };
    let weights: Vec<i64> = parts.iter().map(InvoiceLine::gross).collect();
    let each = parts.into_iter().zip(split(refund.amount, &weights));
    each.map(|(line, gross)| {
        let tax = share(line.tax, gross, line.gross());
        InvoiceLine {
            net: gross - tax,
            tax,
            ..line
        }
    })
    .collect()
}

/// So many of the invoice's things, and its delivery. The things stand first on it, in the order of the document.
fn of_items(document: &OrderDocument, invoice: &Invoice, refund: &Refund) -> Vec<InvoiceLine> {
    let item = |(place, quantity): &(usize, i64)| {
        let (line, item) = (invoice.lines.get(*place)?, document.items.get(*place)?);
        let part = |amount: i64| share(amount, *quantity, item.quantity);
        (*quantity > 0).then(|| InvoiceLine {
            text: item.name.clone(),
            quantity: Some(*quantity),
            net: part(line.net),
            tax: part(line.tax),
            rate: line.rate.clone(),
        })
    };
    let mut parts: Vec<InvoiceLine> = refund.items.iter().filter_map(item).collect();
    if refund.has_shipping {
        let fees = [document.totals.shipping, document.totals.handling];
        let fees = fees.iter().filter(|fee| **fee != 0).count();
        let behind = invoice.lines.iter().skip(document.items.len());
        let is_fee = |line: &&InvoiceLine| {
            let amount = match document.totals.prices_include_tax {
                true => line.gross(),
                false => line.net,
            };
            amount > 0 && [document.totals.shipping, document.totals.handling].contains(&amount)
        };
        parts.extend(behind.filter(is_fee).take(fees).cloned());
    }
    parts.retain(|line| line.gross() > 0);
    parts
}

/// Each of the rates in `lines` as one line that reads `text`, and none of which nothing is left.
fn by_rate(lines: impl Iterator<Item = InvoiceLine>, text: &str) -> Vec<InvoiceLine> {
    let mut parts: Vec<InvoiceLine> = Vec::new();
    for line in lines {
        match parts.iter_mut().find(|part| part.rate == line.rate) {
            Some(part) => {
                part.net += line.net;
                part.tax += line.tax;
            }
            None => parts.push(InvoiceLine {
                text: text.to_owned(),
                quantity: None,
                ..line
            }),
        }
    }
    parts.retain(|line| (line.net, line.tax) != (0, 0));
    parts
}

/// The taxes within `lines`, named as the invoice names them.
fn taxes(document: &OrderDocument, invoice: &Invoice, lines: &[InvoiceLine]) -> Vec<InvoiceTax> {
    let charged = &document.totals.charged;
    let known = |tax: &InvoiceTax| charged.iter().find(|it| it.name == tax.name);
    let all = charged
        .iter()
        .fold(Percent::default(), |sum, it| sum + it.rate);
    let all = String::from(all);
    let mut taxes = invoice.taxes.clone();
    for tax in &mut taxes {
        (tax.net, tax.tax) = (0, 0);
    }
    let taxed = lines.iter().filter(|line| !line.rate.is_empty());
    for line in by_rate(taxed.cloned(), "") {
        // An order of an earlier version says no rates; then each tax has its share of all that was charged.
        let weights = invoice.taxes.iter().map(|tax| match known(tax) {
            Some(known) if known.on_shipping || line.rate == all => known.rate.of(1_000_000),
            Some(_) => 0,
            None => tax.tax,
        });
        let weights: Vec<i64> = weights.collect();
        let parts = split(line.tax, &weights);
        for ((tax, part), weight) in taxes.iter_mut().zip(parts).zip(weights) {
            tax.tax += part;
            tax.net += if weight > 0 { line.net } else { 0 };
        }
    }
    taxes
}

/// The `lines` of the last credit note, with the tax that the `earlier` ones left of each rate; where they are for other rates
/// than what is left, that instead.
fn last_lines(
    invoice: &Invoice,
    earlier: &[CreditNote],
    mut lines: Vec<InvoiceLine>,
    texts: &AfterSaleTexts,
) -> Vec<InvoiceLine> {
    let before = earlier.iter().flat_map(|it| &it.lines);
    let before = before.map(|line| InvoiceLine {
        net: -line.net,
        tax: -line.tax,
        ..line.clone()
    });
    let left = by_rate(
        invoice.lines.iter().cloned().chain(before),
        texts.credit_note_line,
    );
    let is_left = |line: &InvoiceLine| left.iter().any(|it| it.rate == line.rate);
    let fits = |left: &InvoiceLine| {
        let with_rate = lines.iter().filter(|it| it.rate == left.rate);
        let gross: Vec<i64> = with_rate.map(InvoiceLine::gross).collect();
        !gross.is_empty() && gross.iter().sum::<i64>() == left.gross()
    };
    if !lines.iter().all(is_left) || !left.iter().all(fits) {
        return left;
    }
    for left in left {
        let mut with_rate: Vec<_> = lines.iter_mut().filter(|it| it.rate == left.rate).collect();
        if with_rate.iter().map(|it| it.tax).sum::<i64>() == left.tax {
            continue;
        }
        let gross: Vec<i64> = with_rate.iter().map(|it| it.gross()).collect();
        for (line, tax) in with_rate.iter_mut().zip(split(left.tax, &gross)) {
            (line.net, line.tax) = (line.gross() - tax, tax);
        }
    }
    lines
}

/// What the `earlier` credit notes left of each tax.
fn last_taxes(invoice: &Invoice, earlier: &[CreditNote]) -> Vec<InvoiceTax> {
    let mut left = invoice.taxes.clone();
    for before in earlier.iter().flat_map(|it| &it.taxes) {
        let same = |it: &&mut InvoiceTax| (&it.name, &it.rate) == (&before.name, &before.rate);
        if let Some(tax) = left.iter_mut().find(same) {
            tax.net -= before.net;
            tax.tax -= before.tax;
        }
    }
    left
}

#[cfg(test)]
mod tests;
