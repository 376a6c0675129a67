//! E-mails to whoever ordered something.

use super::super::{
    kind::{EmailKind, Reader::Shopper},
    sample::Sample,
};
use crate::{
    base::error::AppError,
    order::{
        emails as orders,
        invoice::credit_note,
        paid,
        status::{FulfillmentStatus, fulfillment_text, payment_text},
    },
    platform::mail::Email,
    pricing::payment::PaymentStatus,
};

const ORDERS: &str = "Orders";
const YOUR_WORDS: &str = "Here is what you write.";

/// Those e-mails.
pub const KINDS: &[EmailKind] = &[
    EmailKind::new(
        ("placed", ORDERS, "Order confirmation"),
        "When an order is placed.",
        Shopper,
        |it| {
            orders::confirmation(
                &it.order,
                &it.document,
                &it.config,
                &it.origin,
                "",
                Vec::new(),
            )
        },
    ),
    EmailKind::new(
        ("to-pay", ORDERS, "Order by hand, to be paid"),
        "When you write an order down that is not paid yet.",
        Shopper,
        |it| {
            orders::to_pay(
                &it.order,
                &it.document,
                &it.config,
                &format!("{}/account/orders", it.origin),
                Vec::new(),
            )
        },
    ),
    EmailKind::new(
        ("payment-failed", ORDERS, "Payment online that failed"),
        "Ten minutes after it did not go through, unless they order again.",
        Shopper,
        |it| orders::payment_failed(it.about(), &format!("{}/account/orders", it.origin)),
    ),
    EmailKind::new(
        ("paid", ORDERS, "Order paid"),
        "When you mark an order as paid; with the invoice, if you write any.",
        Shopper,
        |it| paid(it, false),
    ),
    EmailKind::new(
        ("files", ORDERS, "Order paid, with files"),
        "When an order with files to download is paid.",
        Shopper,
        |it| paid(it, true),
    ),
    EmailKind::new(
        ("processing", ORDERS, "Order being worked on"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::Processing),
    ),
    EmailKind::new(
        ("shipped", ORDERS, "Order shipped"),
        "When you mark an order as shipped.",
        Shopper,
        |it| status(it, FulfillmentStatus::Shipped),
    ),
    EmailKind::new(
        ("parcel", ORDERS, "Parcel with a part of an order"),
        "When you send only a part of what was ordered.",
        Shopper,
        |it| {
            let (holds, tracking) = ([it.product_name().to_owned()], it.order.tracking());
            orders::sent(it.about(), &holds, true, &tracking)
        },
    ),
    EmailKind::new(
        ("ready", ORDERS, "Order ready to be fetched"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::ReadyForPickup),
    ),
    EmailKind::new(
        ("delivered", ORDERS, "Order delivered"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::Delivered),
    ),
    EmailKind::new(
        ("cancelled", ORDERS, "Order cancelled"),
        "When you cancel an order.",
        Shopper,
        |it| payment(it, PaymentStatus::Cancelled),
    ),
    EmailKind::new(
        ("will-not-deliver", ORDERS, "Order that is not delivered"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::WillNotDeliver),
    ),
    EmailKind::new(
        ("returned", ORDERS, "Order returned"),
        "When what was ordered is back with you.",
        Shopper,
        |it| status(it, FulfillmentStatus::Returned),
    ),
    EmailKind::new(
        ("refunded", ORDERS, "Order paid back"),
        "When you pay an order back.",
        Shopper,
        |it| payment(it, PaymentStatus::Refunded),
    ),
    EmailKind::new(
        ("refunded-partly", ORDERS, "Order paid back in part"),
        "When you pay a part of it back.",
        Shopper,
        |it| payment(it, PaymentStatus::PartiallyRefunded),
    ),
    EmailKind::new(
        ("refund", ORDERS, "Refund of an amount"),
        "When you pay something back on the order's page; with the credit note, if there is an invoice.",
        Shopper,
        |it| {
            let link = format!("{}{}", it.origin, credit_note::path(&it.order, 1));
            orders::refund(it.about(), it.order.total, &link)
        },
    ),
    EmailKind::new(
        ("message", ORDERS, "A message of yours"),
        "When you write to the customer on the order's page.",
        Shopper,
        |it| orders::message(it.about(), "", YOUR_WORDS, &it.origin),
    ),
    EmailKind::new(
        ("withdrawal", ORDERS, "Receipt for a withdrawal"),
        "When a shopper withdraws from an order.",
        Shopper,
        |it| {
            orders::withdrawal(
                &it.order,
                it.language(),
                &it.config.time_zone.minute(it.now),
            )
        },
    ),
    EmailKind::new(
        ("withdrawal-accepted", ORDERS, "Withdrawal accepted"),
        "When you accept a withdrawal, with what you write.",
        Shopper,
        |it| orders::withdrawal_answer(it.about(), true, YOUR_WORDS),
    ),
    EmailKind::new(
        ("withdrawal-refused", ORDERS, "Withdrawal refused"),
        "When you refuse one, with your reason.",
        Shopper,
        |it| orders::withdrawal_answer(it.about(), false, YOUR_WORDS),
    ),
];

fn paid(it: &Sample, has_files: bool) -> Result<Email, AppError> {
    let a = it.language().after_sale_texts();
    let said =
        payment_text(PaymentStatus::Paid, it.language().checkout_texts()).unwrap_or_default();
    let files = &std::slice::from_ref(&it.file)[..usize::from(has_files)];
    let number = it.invoice();
    let links = paid::text(&it.order, files, number.as_deref(), &it.origin, a);
    orders::status(&it.order, &it.document, &it.config, said, &[&links])
}

fn payment(it: &Sample, status: PaymentStatus) -> Result<Email, AppError> {
    let said = payment_text(status, it.language().checkout_texts()).unwrap_or_default();
    orders::status(&it.order, &it.document, &it.config, said, &[])
}

fn status(it: &Sample, status: FulfillmentStatus) -> Result<Email, AppError> {
    let s = it.language().checkout_texts();
    let parcel = match status {
        FulfillmentStatus::Shipped => orders::parcel(&it.order.tracking(), s),
        _ => String::new(),
    };
    let said = fulfillment_text(status, s);
    orders::status(&it.order, &it.document, &it.config, said, &[&parcel])
}
