//! Paying back, and taking back: any amount up to what was paid, with a credit note where there is an invoice.
//!
//! What was paid through a provider goes back through it (`payment::repayments`), once this is committed; anything else is paid
//! back by hand, and noted here.

use super::{
    super::{
        OrderDocument,
        change_status::{Change, change_status},
        emails,
        entity::order,
        full_order::FullOrder,
        invoice::{self, credit_note},
        parcels, payment,
        refunds::{self, Refund},
        restock::{self, Restocking},
        status::{WithdrawalState, name},
        status_machine::{OrderActionError, Step},
        store::{self, OrderMilestone},
        timeline,
    },
    ActionSource, told,
};
use crate::{
    base::error::AppError,
    catalog::store::stock::{Cause, Kind},
    platform::{
        config::Config,
        mail::{Posting, enqueue},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// What is paid back, and what comes back.
#[derive(Clone, Debug, Default)]
pub struct Refunding {
    /// How much, in minor units; nothing where things only come back.
    pub amount: i64,
    /// Why, for the staff.
    pub reason: String,
    /// Places of items, and how many of each it is for.
    pub items: Vec<(usize, i64)>,
    /// Whether it is for delivery too.
    pub with_shipping: bool,
    /// What goes back into stock.
    pub restock: Vec<Restocking>,
    /// Whether all that was sent is back.
    pub came_back: bool,
    /// Whether that is everything that follows from a withdrawal.
    pub settles: bool,
    /// Whether the shopper is told.
    pub mail: bool,
}

impl Refunding {
    /// Whether it needs no amount: things come back, or a withdrawal is settled, and it is not said what money is for.
    pub fn is_without_money(&self) -> bool {
        let restocks = self.restock.iter().any(|it| it.quantity() > 0);
        let is_for = self.with_shipping || self.items.iter().any(|(_, quantity)| *quantity > 0);
        (self.settles || self.came_back || restocks) && !is_for
    }

    /// How many things of `whole` would be neither sent nor in stock once all of it came back, though they wait to be sent.
    pub fn stranded(&self, whole: &FullOrder) -> i64 {
        if !self.came_back || self.settles || !whole.state().waits_for_parcels() {
            return 0;
        }
        let back = |place: usize| {
            let these = self.restock.iter().filter(|it| it.place == place);
            these.map(|it| it.unsent).sum::<i64>()
        };
        let left = whole.left().into_iter().enumerate();
        left.map(|(place, left)| (left - back(place)).max(0)).sum()
    }
}

/// Notes what is paid back and comes back.
pub async fn refund(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    refunding: &Refunding,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    if let Some(refusal) = refusal(whole, refunding) {
        return Ok(Err(refusal));
    }
    let state = whole.state();
    let is_over = refunding.came_back && state.can(Step::TakeBack) || refunding.settles;
    if is_over {
        if let Err(refusal) = call_off_payment(tx, config, whole, by).await? {
            return Ok(Err(refusal));
        }
        let after = state.fulfillment_after_return();
        store::set_status(tx, whole.order.id, None, Some(after)).await?;
    }
    if refunding.settles {
        store::set_withdrawal(tx, whole.order.id, WithdrawalState::Settled).await?;
    }
    // A payment that was called off may have given the goods back already.
    let order = store::by_id(tx, whole.order.id).await?;
    let mut document = store::document(&order.ok_or(AppError::Internal)?)?;
    give(tx, config, whole, &mut document, refunding, by).await?;
    if !is_over {
        end_waiting(tx, whole, &document, by).await?;
    }
    Ok(Ok(()))
}

/// Cancels the payment of an order that is unpaid: nobody waits for the money any more.
async fn call_off_payment(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    let after = whole.state().payment_after_cancel();
    if after == whole.order.payment_status {
        return Ok(Ok(()));
    }
    let change = Change {
        payment: Some(after),
        ..Change::default()
    };
    let changed = change_status(tx, &whole.order, &change, config, by.actor, by.now).await?;
    Ok(changed.map(|_| ()).map_err(OrderActionError::from))
}

/// Moves the order on if nothing of it is to be sent any more, because the rest went back into stock.
async fn end_waiting(
    tx: &DatabaseTransaction,
    whole: &FullOrder,
    document: &OrderDocument,
    by: ActionSource<'_>,
) -> Result<(), AppError> {
    let (order, state) = (&whole.order, whole.state());
    let left: i64 = parcels::left(&whole.parcels, document).iter().sum();
    let after = state.fulfillment_without_rest(whole.has_arrived());
    if left > 0 || after == state.fulfillment {
        return Ok(());
    }
    store::set_status(tx, order.id, None, Some(after)).await?;
    if state.sent > 0 {
        store::note_time(tx, order.id, OrderMilestone::Shipped, by.now).await?;
    }
    let [was, is] = [state.fulfillment, after].map(|it| json!({ "fulfillment": name(it) }));
    timeline::changed(tx, by.actor, order, &was, &is, by.now).await
}

/// Returns why `refunding` is not possible, if it is not.
fn refusal(whole: &FullOrder, refunding: &Refunding) -> Option<OrderActionError> {
    let state = whole.state();
    if refunding.settles
        && let Some(refusal) = state.refusal(Step::Settle)
    {
        return Some(refusal);
    }
    if refunding.amount != 0 || !refunding.is_without_money() {
        if let Some(refusal) = state.refusal(Step::Refund) {
            return Some(refusal);
        }
        if !(1..=state.refundable).contains(&refunding.amount) {
            return Some(OrderActionError::TooMuch);
        }
    }
    if refunding.stranded(whole) > 0 {
        return Some(OrderActionError::SomeUnsent);
    }
    let left = refunds::left(&whole.refunds, &whole.document);
    let fits = |(place, quantity): &(usize, i64)| {
        let left = left.get(*place).copied().unwrap_or_default();
        (0..=left).contains(quantity)
    };
    let restockable = whole.restockable();
    let is_there = |it: &Restocking| {
        let most = restockable.get(it.place).copied().unwrap_or_default();
        (0..=most.sent).contains(&it.sent) && (0..=most.unsent).contains(&it.unsent)
    };
    let fits = refunding.items.iter().all(fits) && refunding.restock.iter().all(is_there);
    (!fits).then_some(OrderActionError::TooMuch)
}

/// Notes the money and the things, of which it is known that they can be given back.
pub(super) async fn give(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    document: &mut OrderDocument,
    refunding: &Refunding,
    by: ActionSource<'_>,
) -> Result<(), AppError> {
    let (order, state) = (&whole.order, whole.state());
    let why = refunding.reason.as_str();
    let cause = Cause::with_order(Kind::Refunded, &order.public_id, by.actor).because(why);
    let back = restock::put_back(tx, order.id, document, &refunding.restock, &cause).await?;
    let mut items = refunding.items.clone();
    items.retain(|(_, quantity)| *quantity > 0);
    let gave_shipping = whole.refunds.iter().any(|refund| refund.has_shipping);
    let refund = Refund {
        id: 0,
        amount: refunding.amount,
        reason: refunding.reason.clone(),
        items,
        has_shipping: refunding.with_shipping && !gave_shipping,
        at: by.now,
        credit_note: None,
    };
    if refund.amount == 0 {
        let told = json!({ "restocked": told(whole, &back) });
        return timeline::did(
            tx,
            by.actor,
            timeline::TAKE_BACK,
            &order.public_id,
            Some(&told),
            by.now,
        )
        .await;
    }
    let after = state.payment_after_refund(refund.amount);
    let (id, number) = note(tx, config, order, document, refund.clone()).await?;
    payment::repayments::refund(tx, order.id, id, refund.amount, by.now).await?;
    store::set_status(tx, order.id, Some(after), None).await?;
    if refunding.mail {
        let link = number.as_ref().map(|_| credit_note::path(order, id));
        let link = link.map(|path| format!("{}{path}", config.origin()));
        let about = (order, &*document, config);
        let email = emails::refund(about, refund.amount, &link.unwrap_or_default())?;
        enqueue(tx, Posting::to(&order.email, by.now).about(order.id), email).await?;
    }
    let told = json!({
        "amount": refund.amount, "currency": document.currency, "payment": name(after), "items": told(whole, &refund.items),
        "restocked": told(whole, &back), "credit_note": number.unwrap_or_default(),
    });
    timeline::did(
        tx,
        by.actor,
        timeline::REFUND,
        &order.public_id,
        Some(&told),
        by.now,
    )
    .await
}

/// Stores `refund`, with a credit note if there is an invoice; returns the refund's id and the credit note's number.
async fn note(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    refund: Refund,
) -> Result<(i64, Option<String>), AppError> {
    let now = refund.at;
    let id = refunds::add(tx, order.id, &refund, &document.currency).await?;
    let Some(invoice) = invoice::issue(tx, config, order, document, now).await? else {
        return Ok((id, None));
    };
    let refund = Refund { id, ..refund };
    let written = credit_note::issue(tx, config, order, document, &invoice, &refund, now).await?;
    Ok((id, Some(written.number)))
}

/// Stores a refund of the amount that `order` has left, if it was paid: its status was set to refunded.
pub async fn note_rest(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    now: i64,
) -> Result<(), AppError> {
    let was_paid = matches!(
        order.payment_status,
        PaymentStatus::Paid | PaymentStatus::PartiallyRefunded
    );
    let given = refunds::of(tx, order.id).await?;
    let amount = order.total - given.iter().map(|refund| refund.amount).sum::<i64>();
    if !was_paid || amount <= 0 {
        return Ok(());
    }
    let rest = Refund {
        id: 0,
        amount,
        reason: String::new(),
        items: Vec::new(),
        has_shipping: false,
        at: now,
        credit_note: None,
    };
    note(tx, config, order, document, rest).await.map(|_| ())
}
