//! Online payments: the order is made first, then the money is asked for, and only the provider's answer to a direct
//! request counts.
//!
//! The shopper's return, a message of the provider, the sweep and the merchant each only cause that question
//! (`settle`). The first answer that says how it ended changes everything in one transaction (`apply`); whoever
//! comes later finds it done. An order that waits has its things off the stock; one that is not paid
//! gives them back, and the shopper has the cart again.

mod apply;
pub mod attention;
mod entity;
mod failed;
pub mod held_money;
mod late_money;
mod look_soon;
mod placed;
pub mod provider;
pub mod repayments;
pub mod report;
mod settle;
mod state;
mod sweep;
mod webhook;

pub use apply::note_end;
pub use entity::BackState;
pub use failed::NotifyOfFailure;
pub use placed::{charge, due_ways, pay_placed, saved};
pub use provider::hook_path;
pub use settle::{ShopperView, call_off, settle, start};
pub use state::{PaymentOutcome, PaymentState};
pub use sweep::{Sweep, look_at_all, sweep};
pub use webhook::{WebhookReceived, routes};

use super::{OrderDocument, entity::order};
use crate::{
    account::context::Visitor,
    base::error::AppError,
    cart::order_copy::CartCopy,
    platform::{config::Config, cookies::Token},
    pricing::payment::{Method, PaymentStatus},
};
pub use entity::payment;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder,
    sea_query::Expr,
};

/// Lifetime of a payment at its provider, in seconds: the 30 minutes that Stripe requires, and some for retries until it answers.
const SESSION: i64 = 36 * 60;
/// Seconds until a payment is looked at by itself for the first time.
const FIRST_LOOK: i64 = 2 * 60;
/// Length of a payment's key: nobody guesses that many characters.
const KEY_LENGTH: usize = 32;

/// Forgets the cart that the order `id` was made of, and the payment methods saved of its customer.
///
/// A payment that fails gives nothing back then. Of one that is open it stays by what it is charged.
pub async fn forget_customer(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    let nothing = serde_json::to_string(&CartCopy::default()).map_err(AppError::internal)?;
    payment::Entity::update_many()
        .col_expr(payment::Column::Cart, Expr::value(nothing))
        .col_expr(payment::Column::Saved, Expr::value(""))
        .filter(payment::Column::OrderId.eq(id))
        .exec(tx)
        .await?;
    let open = PaymentState::iter().filter(|it| it.is_open());
    payment::Entity::update_many()
        .col_expr(payment::Column::BySaved, Expr::value(""))
        .filter(payment::Column::OrderId.eq(id))
        .filter(payment::Column::State.is_not_in(open))
        .exec(tx)
        .await?;
    Ok(())
}

/// What a payment is for.
#[derive(Clone, Copy, Debug)]
pub enum PaymentPurpose<'a> {
    /// The order is placed by it. It was made of this cart, which comes back if it fails.
    Order(&'a CartCopy),
    /// The order is placed already, and paid by it.
    Placed,
    /// The order is placed already, and charged to the payment method saved from an earlier payment; the shopper is not asked.
    Charge(&'a str),
}

/// Stores a new payment of `order` by `method`, begun `now`, and returns its id. Links in e-mails about it lead to `origin`.
pub async fn begin(
    tx: &impl ConnectionTrait,
    config: &Config,
    (order, document): (&order::Model, &OrderDocument),
    (method, what): (&Method, PaymentPurpose<'_>),
    (origin, now): (&str, i64),
) -> Result<i64, AppError> {
    let provider = method.provider.map(|it| it.id().to_owned());
    let cart = match what {
        PaymentPurpose::Order(cart) => cart.clone(),
        PaymentPurpose::Placed | PaymentPurpose::Charge(_) => CartCopy::default(),
    };
    let row = payment::ActiveModel {
        id: NotSet,
        order_id: Set(order.id),
        method: Set(method.id.clone()),
        state: Set(PaymentState::Started),
        cart: Set(serde_json::to_string(&cart).map_err(AppError::internal)?),
        created_at: Set(now),
        settled_at: Set(None),
        key: Set(nanoid::nanoid!(KEY_LENGTH)),
        look_at: Set(provider.is_some().then_some(now + FIRST_LOOK)),
        provider: Set(provider.unwrap_or_default()),
        reference: Set(String::new()),
        also: Set(String::new()),
        amount: Set(order.total),
        currency: Set(document.currency.clone()),
        go_to: Set(String::new()),
        ends_at: Set(now + SESSION),
        origin: Set(origin.to_owned()),
        looks: Set(0),
        seen_amount: Set(0),
        trouble: Set(String::new()),
        disputed: Set(false),
        placed: Set(!matches!(what, PaymentPurpose::Order(_))),
        is_test: Set(config.is_for_tests(method)),
        saved: Set(String::new()),
        by_saved: Set(match what {
            PaymentPurpose::Charge(saved) => saved.to_owned(),
            PaymentPurpose::Order(_) | PaymentPurpose::Placed => String::new(),
        }),
    };
    let kept = payment::Entity::insert(row).exec(tx).await?;
    Ok(kept.last_insert_id)
}

/// Whether `order` is to be paid online, and is not paid.
pub async fn is_due(db: &impl ConnectionTrait, order: &order::Model) -> Result<bool, AppError> {
    let payment = latest_payment(db, order.id).await?;
    Ok(payment.is_some_and(|payment| payment.state != PaymentState::Paid))
}

/// How the payment of `order` stood when it was last looked at; `None` if it is not paid online.
pub async fn last_known(
    db: &impl ConnectionTrait,
    order: &order::Model,
) -> Result<Option<PaymentOutcome>, AppError> {
    Ok(latest_payment(db, order.id)
        .await?
        .map(|payment| payment.state.outcome()))
}

/// Whether `order` was paid online.
pub async fn is_paid(db: &impl ConnectionTrait, order: &order::Model) -> Result<bool, AppError> {
    let payment = latest_payment(db, order.id).await?;
    Ok(payment.is_some_and(|payment| payment.state == PaymentState::Paid))
}

/// The visitor's latest order whose payment is under way.
pub async fn under_way(
    db: &impl ConnectionTrait,
    visitor: &Visitor,
) -> Result<Option<order::Model>, AppError> {
    let customer = visitor.session.as_ref().map(|it| it.customer.id);
    let tokens = [&visitor.order_access_token, &visitor.cart_token];
    let hashes: Vec<Vec<u8>> = tokens.into_iter().flatten().map(Token::hash).collect();
    let theirs = match customer {
        Some(customer) => Condition::all().add(order::Column::CustomerId.eq(customer)),
        None if hashes.is_empty() => return Ok(None),
        None => Condition::all()
            .add(order::Column::SecretHash.is_in(hashes))
            .add(order::Column::CustomerId.is_null()),
    };
    let latest = order::Entity::find()
        .filter(theirs)
        .filter(order::Column::PaymentStatus.eq(PaymentStatus::Incomplete))
        .order_by_desc(order::Column::PlacedAt)
        .one(db)
        .await?;
    let Some(order) = latest else {
        return Ok(None);
    };
    let is_open = latest_payment(db, order.id)
        .await?
        .is_some_and(|it| it.state.is_open());
    Ok(is_open.then_some(order))
}

/// The payments of the order `id` at providers, the latest first.
pub async fn of_order(db: &impl ConnectionTrait, id: i64) -> Result<Vec<payment::Model>, AppError> {
    let found = payment::Entity::find()
        .filter(payment::Column::OrderId.eq(id))
        .filter(payment::Column::Provider.ne(""))
        .order_by_desc(payment::Column::Id);
    Ok(found.all(db).await?)
}

/// The latest payment of the order `id`; `None` if it is not paid online.
pub async fn latest_payment(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<payment::Model>, AppError> {
    let found = payment::Entity::find()
        .filter(payment::Column::OrderId.eq(id))
        .order_by_desc(payment::Column::Id);
    Ok(found.one(db).await?)
}
