//! What counts in a report, said beside it.

use super::Report;

const SOLD: [&str; 4] = [
    "An order counts on the day it was placed, whether or not it is paid yet.",
    "One that was called off before it was paid does not count, nor one whose payment online never came.",
    "An order that was paid back, or called off after it was paid, stays on its day. The money counts as paid back on the day it went: \
     so the figures of a day that is over do not change for it.",
    "Amounts are what orders come to: with delivery, handling and taxes, after discounts and coupons.",
];
const THINGS: [&str; 3] = [
    "Orders count as in the sales: on the day they were placed, but for those that were called off before they were paid.",
    "What a product sold for is its price times how many, as prices stand in your shop, before discounts of the whole order.",
    "A product counts in the first of its categories.",
];
const TAXES: [&str; 4] = [
    "An order counts on the day its money came, which is when its invoice is written; the figures are those of the invoices.",
    "The country is where it was sent, or where the bill goes if nothing was sent.",
    "What was paid back is taken off on the day it went, at the rates it was charged at.",
    "Where two taxes are charged on the same things, those are in both rows.",
];
const CARTS: [&str; 4] = [
    "A cart counts on the day it was begun, once there is something in it. Nobody is watched for that: the carts themselves are counted.",
    "A cart that was emptied, or went into another one when its shopper signed in, does not count.",
    "Carts of the last days may still become orders.",
    "An order counts as one after a reminder on the day it was placed, if its cart was reminded of, or brought back by the reminder's link.",
];

/// What counts in `report`, a sentence each.
pub fn of(report: Report) -> &'static [&'static str] {
    match report {
        Report::Sales | Report::Coupons | Report::Payments | Report::Deliveries => &SOLD,
        Report::Products | Report::Categories => &THINGS,
        Report::Taxes => &TAXES,
        Report::Carts => &CARTS,
    }
}
