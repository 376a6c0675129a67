//! Every e-mail that the shop writes, with how a sample of it comes about.

mod order_emails;

use super::{
    kind::{
        Kind,
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
const SHELF: &str = "Back in stock";
const CARTS: &str = "Carts";
const QUESTIONS: &str = "Questions";
const YOURS: &str = "To you";

/// Every e-mail, in the order it is listed: `tests/admin/emails.rs` looks that none is missing.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    order_emails::KINDS.iter().chain(OTHERS)
}

/// Those that are about no order of a shopper.
const OTHERS: &[Kind] = &[
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
        |it| orders::withdrawn(&it.order, &it.config, it.now),
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
            "subscription-charge-failed",
            SUBSCRIPTIONS,
            "Subscription: the card could not be charged",
        ),
        "When an order of a subscription is made, and the payment that was saved does not go through.",
        Shopper,
        charge_failed,
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
        ("cart-reminder", CARTS, "Reminder of a cart"),
        "Hours after a shopper left a cart who ticked the box there, if you offer that; or when you send it.",
        Shopper,
        cart_reminder,
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
