//! Every e-mail that the shop writes, with how a sample of it comes about.

mod order_emails;

use super::{
    kind::{
        EmailKind,
        Reader::{Merchant, Shopper},
    },
    sample::Sample,
};
use crate::{
    account::emails as account,
    base::{date::DAY, error::AppError, paths::ShopPath},
    catalog::{
        emails as catalog,
        store::entity::review::{self, ReviewStatus},
    },
    contact::emails as contact,
    favourites::emails as favourites,
    order::{
        abandoned_carts::{BACK, STOP, emails::Reminder, link},
        emails as orders,
    },
    platform::mail::Email,
    reviews::emails as reviews,
    subscription::{emails as subscriptions, entity::Trouble},
};

const ACCOUNTS: &str = "Accounts";
const SUBSCRIPTIONS: &str = "Subscriptions";
const STOCK_ALERTS: &str = "Back in stock";
const CARTS: &str = "Carts";
const QUESTIONS: &str = "Questions";
const YOURS: &str = "To you";

/// Every e-mail, in the order it is listed: `tests/admin/emails.rs` looks that none is missing.
pub fn kinds() -> impl Iterator<Item = &'static EmailKind> {
    order_emails::KINDS.iter().chain(OTHERS)
}

/// Those that are about no order of a shopper.
const OTHERS: &[EmailKind] = &[
    EmailKind::new(
        ("order-news", YOURS, "A new order"),
        "When an order is placed.",
        Merchant,
        |it| orders::news(&it.order, &it.document, &it.config),
    ),
    EmailKind::new(
        ("withdrawal-news", YOURS, "A withdrawal"),
        "When a shopper withdraws from an order.",
        Merchant,
        |it| orders::withdrawn(&it.order, &it.config, it.now),
    ),
    EmailKind::new(
        ("low-stock", YOURS, "Things that run low"),
        "Within an hour after something falls to the number in the settings; once, until there are more again.",
        Merchant,
        |it| catalog::low_stock(&it.config, &[(it.product_name().to_owned(), 2)]),
    ),
    EmailKind::new(
        ("review-news", YOURS, "A review that waits"),
        "When somebody reviews a product, and you look at each first.",
        Merchant,
        |it| reviews::news(&it.config, &it.review, it.product_name()),
    ),
    EmailKind::new(
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
    EmailKind::new(
        (
            "subscription-cancelled-news",
            YOURS,
            "A subscription that ended",
        ),
        "When a shopper cancels a subscription.",
        Merchant,
        |it| subscriptions::cancelled_news(&it.subscription, &it.document, &it.config, it.now),
    ),
    EmailKind::new(
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
    EmailKind::new(
        ("question-news", YOURS, "A question"),
        "When somebody asks something, or goes on with it.",
        Merchant,
        |it| {
            let link = format!("{}/questions/1", it.config.office_origin());
            contact::news(&it.thread, &it.config, "Is it there in blue?", &link)
        },
    ),
    EmailKind::new(
        ("question", QUESTIONS, "Receipt for a question"),
        "When somebody asks something by the form.",
        Shopper,
        |it| contact::received(&it.thread, &it.config, &it.thread_link()),
    ),
    EmailKind::new(
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
    EmailKind::new(
        ("code", ACCOUNTS, "Code to sign in"),
        "When a customer wants to sign in by e-mail.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(false), true),
    ),
    EmailKind::new(
        ("code-opens", ACCOUNTS, "Code to open an account"),
        "The same for an address without an account.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(false), false),
    ),
    EmailKind::new(
        (
            "code-joins",
            ACCOUNTS,
            "Code that takes an order into an account",
        ),
        "When a guest who ordered wants it in their account.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(true), true),
    ),
    EmailKind::new(
        (
            "code-opens-for",
            ACCOUNTS,
            "Code that opens an account with an order",
        ),
        "The same for an address without an account.",
        Shopper,
        |it| account::code(it.sender(), &it.secrets, &it.proof(true), false),
    ),
    EmailKind::new(
        ("confirm", ACCOUNTS, "Open an account"),
        "When somebody registers with a password.",
        Shopper,
        |it| account::confirm(it.sender(), &it.secrets.link),
    ),
    EmailKind::new(
        ("known", ACCOUNTS, "Registered already"),
        "When somebody registers who has an account.",
        Shopper,
        |it| account::known(it.sender()),
    ),
    EmailKind::new(
        ("reset", ACCOUNTS, "Set a new password"),
        "When a customer forgot the password.",
        Shopper,
        |it| account::reset(it.sender(), &it.secrets),
    ),
    EmailKind::new(
        ("no-account", ACCOUNTS, "No account to set a password of"),
        "The same for an address without an account.",
        Shopper,
        |it| account::no_account(it.sender()),
    ),
    EmailKind::new(
        ("password-changed", ACCOUNTS, "Password changed"),
        "When a customer has a new password.",
        Shopper,
        |it| account::password_changed(it.sender()),
    ),
    EmailKind::new(
        ("new-address", ACCOUNTS, "Confirm a new e-mail address"),
        "When a customer wants another address.",
        Shopper,
        |it| account::new_address(it.sender(), &it.secrets),
    ),
    EmailKind::new(
        ("address-taken", ACCOUNTS, "E-mail address taken"),
        "The same for an address that has an account.",
        Shopper,
        |it| account::address_taken(it.sender()),
    ),
    EmailKind::new(
        ("address-changed", ACCOUNTS, "E-mail address changed"),
        "When a customer has another address, to both.",
        Shopper,
        |it| account::address_changed(it.sender(), &it.order.email),
    ),
    EmailKind::new(
        ("deletion", ACCOUNTS, "Account to be deleted"),
        "When a customer wants the account deleted.",
        Shopper,
        |it| account::deletion_asked(it.sender(), it.now + DAY),
    ),
    EmailKind::new(
        ("deleted", ACCOUNTS, "Account deleted"),
        "When it is.",
        Shopper,
        |it| account::deleted(it.language(), &it.config.store_name),
    ),
    EmailKind::new(
        ("joined", ACCOUNTS, "Account joined with another one"),
        "When you join two accounts of one customer: to the one that is no more.",
        Shopper,
        |it| account::joined(it.sender(), &it.order.email),
    ),
    EmailKind::new(
        ("subscription-begun", SUBSCRIPTIONS, "Subscription begun"),
        "When an order with one is placed.",
        Shopper,
        |it| subscriptions::begun(&it.subscription, &it.document, &it.config, &it.key),
    ),
    EmailKind::new(
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
    EmailKind::new(
        (
            "subscription-charge-failed",
            SUBSCRIPTIONS,
            "Subscription: the card could not be charged",
        ),
        "When an order of a subscription is made, and the payment that was saved does not go through.",
        Shopper,
        charge_failed,
    ),
    EmailKind::new(
        (
            "subscription-sold-out",
            SUBSCRIPTIONS,
            "Subscription: sold out",
        ),
        "When there is too little left on its day.",
        Shopper,
        |it| trouble(it, Trouble::SoldOut),
    ),
    EmailKind::new(
        (
            "subscription-not-sold",
            SUBSCRIPTIONS,
            "Subscription: no longer sold",
        ),
        "When what comes is not sold any more.",
        Shopper,
        |it| trouble(it, Trouble::NotSold),
    ),
    EmailKind::new(
        (
            "subscription-not-payable",
            SUBSCRIPTIONS,
            "Subscription: not payable",
        ),
        "When it cannot be paid as before.",
        Shopper,
        |it| trouble(it, Trouble::NotPayable),
    ),
    EmailKind::new(
        (
            "subscription-cancelled",
            SUBSCRIPTIONS,
            "Receipt for a cancellation",
        ),
        "When a shopper cancels a subscription.",
        Shopper,
        |it| subscriptions::cancelled(&it.subscription, &it.document, &it.config, it.now),
    ),
    EmailKind::new(
        ("cart-reminder", CARTS, "Reminder of a cart"),
        "Hours after a shopper left a cart who ticked the box there, if you offer that; or when you send it.",
        Shopper,
        cart_reminder,
    ),
    EmailKind::new(
        ("back", STOCK_ALERTS, "Back in stock"),
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

fn cart_reminder(it: &Sample) -> Result<Email, AppError> {
    let (language, config) = (it.language(), &it.config);
    let prices = orders::prices(&it.document, &config.shop(), language);
    let items = it.document.items.iter();
    let items = items.map(|item| {
        (
            orders::named(item),
            prices.minor(item.price * item.quantity),
        )
    });
    let link = |page: ShopPath| format!("{}{}", it.origin, link(&it.key, page, 1));
    let reminder = Reminder {
        items: items.collect(),
        total: prices.minor(it.document.totals.items),
        link: link(BACK),
        stop: link(STOP),
    };
    orders::reminder(language, config, &reminder)
}

fn charge_failed(it: &Sample) -> Result<Email, AppError> {
    orders::charge_failed(it.about(), &format!("{}/account/orders", it.origin))
}

fn trouble(it: &Sample, trouble: Trouble) -> Result<Email, AppError> {
    subscriptions::trouble(&it.subscription, &it.document, &it.config, &it.key, trouble)
}
