//! What a credit note takes back of an invoice: any amount, as lines with their taxes.

use super::CreditNote;
use crate::{
    order::{
        OrderDocument,
        invoice::{Invoice, InvoiceLine, InvoiceTax, share, split, take_off},
        refunds::{Refund, paid_for_items},
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
/// exactly, and take back no more of a rate than is left of it, as far as that is enough. Where each refund has a credit note,
/// all of them come to the invoice exactly, each rate and each tax of it.
pub fn taken_back(
    document: &OrderDocument,
    invoice: &Invoice,
    earlier: &[CreditNote],
    refund: &Refund,
    texts: &AfterSaleTexts,
) -> TakenBack {
    if earlier.is_empty() && refund.amount == invoice.total {
        return TakenBack {
            lines: invoice.lines.clone(),
            taxes: invoice.taxes.clone(),
        };
    }
    let before: i64 = earlier.iter().map(|it| it.total).sum();
    let left = left(invoice, earlier, texts.credit_note_line);
    let wanted = wanted(document, invoice, refund, texts.credit_note_line);
    let lines = fitted(wanted, &left, refund.amount);
    let mut taxes = match before + refund.amount == invoice.total {
        true => last_taxes(invoice, earlier),
        false => taxes(document, invoice, &lines),
    };
    taxes.retain(|it| (it.net, it.tax) != (0, 0));
    TakenBack { lines, taxes }
}

/// What the `earlier` credit notes left of the invoice, each rate as one line that reads `text`.
fn left(invoice: &Invoice, earlier: &[CreditNote], text: &str) -> Vec<InvoiceLine> {
    let before = earlier.iter().flat_map(|it| &it.lines);
    let before = before.map(|line| InvoiceLine {
        net: -line.net,
        tax: -line.tax,
        ..line.clone()
    });
    by_rate(invoice.lines.iter().cloned().chain(before), text)
}

/// What `refund` is for: its items and the delivery, by what was paid for them; else the whole invoice, each rate as a line that
/// reads `text`. It says what the amount is split by.
fn wanted(
    document: &OrderDocument,
    invoice: &Invoice,
    refund: &Refund,
    text: &str,
) -> Vec<InvoiceLine> {
    let parts = of_items(document, invoice, refund);
    match parts.is_empty() {
        true => by_rate(invoice.lines.iter().cloned(), text),
        false => parts,
    }
}

/// The `wanted` lines with `amount` split among them. What is more than is `left` of a rate goes to the other rates.
fn fitted(wanted: Vec<InvoiceLine>, left: &[InvoiceLine], amount: i64) -> Vec<InvoiceLine> {
    let weights: Vec<i64> = wanted.iter().map(InvoiceLine::gross).collect();
    let parts = split(amount, &weights);
    let asked = |rate: &str| {
        let with_rate = wanted.iter().zip(&parts).filter(|(it, _)| it.rate == rate);
        with_rate.map(|(_, part)| part).sum::<i64>()
    };
    let asked: Vec<i64> = left.iter().map(|it| asked(&it.rate)).collect();
    let grosses = spread(&asked, left, amount);
    let each = left.iter().zip(asked).zip(grosses);
    each.flat_map(|((left, asked), gross)| {
        let with_rate = wanted.iter().filter(|it| it.rate == left.rate);
        of_rate(with_rate.cloned().collect(), left, asked, gross)
    })
    .collect()
}

/// `lines` of one rate that come to `gross`, with the share of the tax that is `left` of it. What is more than `asked` for them,
/// and than they are worth, is a line that reads as `left` does.
fn of_rate(
    mut lines: Vec<InvoiceLine>,
    left: &InvoiceLine,
    asked: i64,
    gross: i64,
) -> Vec<InvoiceLine> {
    let weights: Vec<i64> = lines.iter().map(InvoiceLine::gross).collect();
    let most = asked.max(weights.iter().sum()).max(0);
    let mut grosses = split(gross.min(most), &weights);
    let rest = gross - grosses.iter().sum::<i64>();
    match lines.iter().position(|it| it.text == left.text) {
        Some(place) => grosses[place] += rest,
        None => {
            lines.push(left.clone());
            grosses.push(rest);
        }
    }
    let tax = match gross == left.gross() {
        true => left.tax,
        false => share(left.tax, gross, left.gross()),
    };
    let taxes = split(tax, &grosses);
    let each = lines.into_iter().zip(grosses).zip(taxes);
    let each = each.map(|((line, gross), tax)| InvoiceLine {
        net: gross - tax,
        tax,
        ..line
    });
    each.filter(|line| (line.net, line.tax) != (0, 0)).collect()
}

/// How much of `amount` goes to each rate: as much as is `asked` of it, but no more than is `left`; the last part is all that is.
fn spread(asked: &[i64], left: &[InvoiceLine], amount: i64) -> Vec<i64> {
    let left: Vec<i64> = left.iter().map(InvoiceLine::gross).collect();
    if left.iter().sum::<i64>() == amount {
        return left;
    }
    let within = |(asked, left): (&i64, &i64)| *asked.clamp(left.min(&0), left.max(&0));
    let mut parts: Vec<i64> = asked.iter().zip(&left).map(within).collect();
    let rest = amount - parts.iter().sum::<i64>();
    let room = |(part, left): (&i64, &i64)| match rest > 0 {
        true => (left - part).max(0),
        false => (*part).max(0),
    };
    let rooms: Vec<i64> = parts.iter().zip(&left).map(room).collect();
    for (part, more) in parts.iter_mut().zip(split(rest, &rooms)) {
        *part += more;
    }
    parts
}

/// So many of the invoice's things, and its delivery, if the refund is for some. The things stand first on it, in the order of
/// the document.
fn of_items(document: &OrderDocument, invoice: &Invoice, refund: &Refund) -> Vec<InvoiceLine> {
    let paid = paid_for_items(document);
    let item = |(place, quantity): &(usize, i64)| {
        let (line, item) = (invoice.lines.get(*place)?, document.items.get(*place)?);
        let gross = share(*paid.get(*place)?, *quantity, item.quantity);
        let tax = share(line.tax, gross, line.gross());
        (*quantity > 0).then(|| InvoiceLine {
            text: item.name.clone(),
            quantity: Some(*quantity),
            net: gross - tax,
            tax,
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

/// What the `earlier` credit notes left of each tax.
fn last_taxes(invoice: &Invoice, earlier: &[CreditNote]) -> Vec<InvoiceTax> {
    let mut left = invoice.taxes.clone();
    for note in earlier {
        take_off(&mut left, &note.taxes);
    }
    left
}

#[cfg(test)]
mod tests;
