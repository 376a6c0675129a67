use super::{
    kind::{
        Kind,
        Reader::{Merchant, Shopper},
    },
    sample::Sample,
};
use crate::{
    account::emails as account,
    base::{
        date::{DAY, minute},
        error::AppError,
        paths::ShopPath,
    },
    catalog::{
        emails as catalog,
        store::entity::review::{self, ReviewStatus},
    },
    contact::emails as contact,
    favourites::emails as favourites,
    order::{
        emails as orders,
        invoice::credit_note,
        paid,
        status::{FulfillmentStatus, fulfillment_text, payment_text},
    },
    platform::mail::Email,
    pricing::payment::PaymentStatus,
    reviews::emails as reviews,
    subscription::{emails as subscriptions, entity::Trouble},
};

const ORDERS: &str = "Orders";
const ACCOUNTS: &str = "Accounts";
const SUBSCRIPTIONS: &str = "Subscriptions";
const SHELF: &str = "Back in stock";
const QUESTIONS: &str = "Questions";
const YOURS: &str = "To you";
const YOUR_WORDS: &str = "Here is what you write.";

/// Every e-mail, in the order it is listed: `tests/admin/emails.rs` looks that none is missing.
pub const KINDS: &[Kind] = &[
    Kind::new(
        ("placed", ORDERS, "Order confirmation"),
        "When an order is placed.",
        Shopper,
        |it| orders::confirmation(&it.order, &it.document, &it.config, &it.origin, ""),
    ),
    Kind::new(
        ("to-pay", ORDERS, "Order by hand, to be paid"),
        "When you write an order down that is not paid yet.",
        Shopper,
        |it| {
            orders::to_pay(
                &it.order,
                &it.document,
                &it.config,
                &format!("{}/account/orders", it.origin),
            )
        },
    ),
    Kind::new(
        ("paid", ORDERS, "Order paid"),
        "When you mark an order as paid; with the invoice, if you write any.",
        Shopper,
        |it| paid(it, false),
    ),
    Kind::new(
        ("files", ORDERS, "Order paid, with files"),
        "When an order with files to download is paid.",
        Shopper,
        |it| paid(it, true),
    ),
    Kind::new(
        ("processing", ORDERS, "Order being worked on"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::Processing),
    ),
    Kind::new(
        ("shipped", ORDERS, "Order shipped"),
        "When you mark an order as shipped.",
        Shopper,
        |it| status(it, FulfillmentStatus::Shipped),
    ),
    Kind::new(
        ("parcel", ORDERS, "Parcel with a part of an order"),
        "When you send only a part of what was ordered.",
        Shopper,
        |it| {
            let (holds, tracking) = ([it.product_name().to_owned()], it.order.tracking());
            orders::sent(it.about(), (&holds, true), &tracking)
        },
    ),
    Kind::new(
        ("ready", ORDERS, "Order ready to be fetched"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::ReadyForPickup),
    ),
    Kind::new(
        ("delivered", ORDERS, "Order delivered"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::Delivered),
    ),
    Kind::new(
        ("cancelled", ORDERS, "Order cancelled"),
        "When you cancel an order.",
        Shopper,
        |it| payment(it, PaymentStatus::Cancelled),
    ),
    Kind::new(
        ("will-not-deliver", ORDERS, "Order that is not delivered"),
        "When you say so.",
        Shopper,
        |it| status(it, FulfillmentStatus::WillNotDeliver),
    ),
    Kind::new(
        ("returned", ORDERS, "Order returned"),
        "When what was ordered is back with you.",
        Shopper,
        |it| status(it, FulfillmentStatus::Returned),
    ),
    Kind::new(
        ("refunded", ORDERS, "Order paid back"),
        "When you pay an order back.",
        Shopper,
        |it| payment(it, PaymentStatus::Refunded),
    ),
    Kind::new(
        ("refunded-partly", ORDERS, "Order paid back in part"),
        "When you pay a part of it back.",
        Shopper,
        |it| payment(it, PaymentStatus::PartiallyRefunded),
    ),
    Kind::new(
        ("refund", ORDERS, "Refund of an amount"),
        "When you pay something back on the order's page; with the credit note, if there is an invoice.",
        Shopper,
        |it| {
            let link = format!("{}{}", it.origin, credit_note::path(&it.order, 1));
            orders::refund(it.about(), it.order.total, &link)
        },
    ),
    Kind::new(
        ("message", ORDERS, "A message of yours"),
        "When you write to the customer on the order's page.",
        Shopper,
        |it| orders::message(it.about(), ("", YOUR_WORDS), &it.origin),
    ),
    Kind::new(
        ("withdrawal", ORDERS, "Receipt for a withdrawal"),
        "When a shopper withdraws from an order.",
        Shopper,
        |it| orders::withdrawal(&it.order, it.language(), &minute(it.now)),
    ),
    Kind::new(
        ("withdrawal-accepted", ORDERS, "Withdrawal accepted"),
        "When you accept a withdrawal, with what you write.",
        Shopper,
        |it| orders::withdrawal_answer(it.about(), true, YOUR_WORDS),
    ),
    Kind::new(
        ("withdrawal-refused", ORDERS, "Withdrawal refused"),
        "When you refuse one, with your reason.",
        Shopper,
        |it| orders::withdrawal_answer(it.about(), false, YOUR_WORDS),
    ),
    Kind::new(
        ("order-news", YOURS, "A new order"),
        "When an order is placed.",
        Merchant,
        |it| orders::news(&it.order, &it.document, &it.config),
    ),
    Kind::new(
        ("withdrawal-news", YOURS, "A withdrawal"),
        "When a shopper withdraws from an order.",
        Merchant,
        |it| orders::withdrawn(&it.order, it.config.own_language(), it.now),
    ),
    Kind::new(
        ("low-stock", YOURS, "Things that run low"),
        "Within an hour after something falls to the number in the settings; once, until there are more again.",
        Merchant,
        |it| catalog::low_stock(&it.config, &[(it.product_name().to_owned(), 2)]),
    ),
    Kind::new(
        ("review-news", YOURS, "A review that waits"),
        "When somebody reviews a product, and you look at each first.",
        Merchant,
        |it| reviews::news(&it.config, &it.review, it.product_name()),
    ),
    Kind::new(
        ("review-published", YOURS, "A review that is shown"),
        "When somebody reviews a product, and reviews are shown at once.",
        Merchant,
        |it| {
            let seen = review::Model {
                status: ReviewStatus::Published,
                ..it.review.clone()
            };
            reviews::news(&it.config, &seen, it.product_name())
        },
    ),
    Kind::new(
        (
            "subscription-cancelled-news",
            YOURS,
            "A subscription that ended",
        ),
        "When a shopper cancels a subscription.",
        Merchant,
        |it| subscriptions::cancelled_news(&it.subscription, &it.document, &it.config, it.now),
    ),
    Kind::new(
        (
            "subscription-trouble-news",
            YOURS,
            "A subscription that could not go on",
        ),
        "When the order of its day cannot be made.",
        Merchant,
        |it| {
            let trouble = Trouble::SoldOut;
            subscriptions::trouble_news(&it.subscription, &it.document, &it.config, trouble)
        },
    ),
    Kind::new(
        ("question-news", YOURS, "A question"),
        "When somebody asks something, or goes on with it.",
        Merchant,
        |it| {
            let link = format!("{}/questions/1", it.config.office_origin());
            contact::news(&it.thread, &it.config, "Is it there in blue?", &link)
        },
    ),
    Kind::new(
        ("question", QUESTIONS, "Receipt for a question"),
        "When somebody asks something by the form.",
        Shopper,
        |it| contact::received(&it.thread, &it.config, &it.thread_link()),
    ),
    Kind::new(
        ("answer", QUESTIONS, "Answer to a question"),
        "When you answer.",
        Shopper,
        |it| {
            contact::answer(
                &it.thread,
                &it.config,
                "Yes, from Friday on.",
                &it.thread_link(),
            )
        },
    ),
    Kind::new(
        ("code", ACCOUNTS, "Code to sign in"),
        "When a customer wants to sign in by e-mail.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(false), true),
    ),
    Kind::new(
        ("code-opens", ACCOUNTS, "Code to open an account"),
        "The same for an address without an account.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(false), false),
    ),
    Kind::new(
        (
            "code-joins",
            ACCOUNTS,
            "Code that takes an order into an account",
        ),
        "When a guest who ordered wants it in their account.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(true), true),
    ),
    Kind::new(
        (
            "code-opens-for",
            ACCOUNTS,
            "Code that opens an account with an order",
        ),
        "The same for an address without an account.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(true), false),
    ),
    Kind::new(
        ("confirm", ACCOUNTS, "Open an account"),
        "When somebody registers with a password.",
        Shopper,
        |it| account::confirm(it.sender(), &it.secrets.link),
    ),
    Kind::new(
        ("known", ACCOUNTS, "Registered already"),
        "When somebody registers who has an account.",
        Shopper,
        |it| account::known(it.sender()),
    ),
    Kind::new(
        ("reset", ACCOUNTS, "Set a new password"),
        "When a customer forgot the password.",
        Shopper,
        |it| account::reset(it.sender(), &it.secrets),
    ),
    Kind::new(
        ("no-account", ACCOUNTS, "No account to set a password of"),
        "The same for an address without an account.",
        Shopper,
        |it| account::no_account(it.sender()),
    ),
    Kind::new(
        ("password-changed", ACCOUNTS, "Password changed"),
        "When a customer has a new password.",
        Shopper,
        |it| account::password_changed(it.sender()),
    ),
    Kind::new(
        ("new-address", ACCOUNTS, "Confirm a new e-mail address"),
        "When a customer wants another address.",
        Shopper,
        |it| account::new_address(it.sender(), &it.secrets),
    ),
    Kind::new(
        ("address-taken", ACCOUNTS, "E-mail address taken"),
        "The same for an address that has an account.",
        Shopper,
        |it| account::address_taken(it.sender()),
    ),
    Kind::new(
        ("address-changed", ACCOUNTS, "E-mail address changed"),
        "When a customer has another address, to both.",
        Shopper,
        |it| account::address_changed(it.sender(), &it.order.email),
    ),
    Kind::new(
        ("deletion", ACCOUNTS, "Account to be deleted"),
        "When a customer wants the account deleted.",
        Shopper,
        |it| account::deletion_asked(it.sender(), it.now + DAY),
    ),
    Kind::new(
        ("deleted", ACCOUNTS, "Account deleted"),
        "When it is.",
        Shopper,
        |it| account::deleted(it.language(), &it.config.store_name),
    ),
    Kind::new(
        ("joined", ACCOUNTS, "Account joined with another one"),
        "When you join two accounts of one customer: to the one that is no more.",
        Shopper,
        |it| account::joined(it.sender(), &it.order.email),
    ),
    Kind::new(
        ("subscription-begun", SUBSCRIPTIONS, "Subscription begun"),
        "When an order with one is placed.",
        Shopper,
        |it| subscriptions::begun(&it.subscription, &it.document, &it.config, &it.key),
    ),
    Kind::new(
        (
            "subscription-renewed",
            SUBSCRIPTIONS,
            "Order of a subscription",
        ),
        "On each of its days.",
        Shopper,
        |it| {
            let (order, document) = (&it.order, &it.document);
            subscriptions::renewed(&it.subscription, order, document, &it.config, &it.key)
        },
    ),
    Kind::new(
        (
            "subscription-sold-out",
            SUBSCRIPTIONS,
            "Subscription: sold out",
        ),
        "When there is too little left on its day.",
        Shopper,
        |it| trouble(it, Trouble::SoldOut),
    ),
    Kind::new(
        (
            "subscription-not-sold",
            SUBSCRIPTIONS,
            "Subscription: no longer sold",
        ),
        "When what comes is not sold any more.",
        Shopper,
        |it| trouble(it, Trouble::NotSold),
    ),
    Kind::new(
        (
            "subscription-not-payable",
            SUBSCRIPTIONS,
            "Subscription: not payable",
        ),
        "When it cannot be paid as before.",
        Shopper,
        |it| trouble(it, Trouble::NotPayable),
    ),
    Kind::new(
        (
            "subscription-cancelled",
            SUBSCRIPTIONS,
            "Receipt for a cancellation",
        ),
        "When a shopper cancels a subscription.",
        Shopper,
        |it| subscriptions::cancelled(&it.subscription, &it.document, &it.config, it.now),
    ),
    Kind::new(
        ("back", SHELF, "Back in stock"),
        "When a product is there again that somebody waits for.",
        Shopper,
        |it| {
            let (product, link) = &it.product;
            let page = ShopPath::StopAlerts.text();
            let stop = format!("{}{page}?token={}", it.origin, it.secrets.link.text());
            favourites::back_in_stock(it.language(), product, link, &stop)
        },
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

fn trouble(it: &Sample, trouble: Trouble) -> Result<Email, AppError> {
    subscriptions::trouble(&it.subscription, &it.document, &it.config, &it.key, trouble)
}
