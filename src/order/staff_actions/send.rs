//! Parcels: sent, typed by mistake, arrived.

use super::{
    super::{
        OrderDocument,
        change_status::{Change, change_status},
        emails,
        entity::order,
        full_order::FullOrder,
        parcels,
        status::{FulfillmentStatus, name},
        status_machine::{OrderActionError, State, Step},
        store::{self, OrderMilestone},
        timeline,
        tracking::Tracking,
    },
    ActionSource, told,
};
use crate::{
    base::error::AppError,
    platform::{
        config::Config,
        mail::{Posting, enqueue},
    },
};
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// A parcel that is to be sent.
#[derive(Clone, Debug, Default)]
pub struct Sending {
    /// Places of items, and how many of each are in it.
    pub items: Vec<(usize, i64)>,
    /// What it is known by.
    pub tracking: Tracking,
    /// Whether the shopper is told.
    pub mail: bool,
}

/// Notes a parcel with some of what is left; the order is shipped with the last one.
pub async fn send(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    sending: &Sending,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    let (order, state, left) = (&whole.order, whole.state(), whole.left());
    if let Some(refusal) = state.refusal(Step::Send) {
        return Ok(Err(refusal));
    }
    let mut items = sending.items.clone();
    items.retain(|(_, quantity)| *quantity != 0);
    let fits = |(place, quantity): &(usize, i64)| {
        let left = left.get(*place).copied().unwrap_or_default();
        (1..=left).contains(quantity)
    };
    if !items.iter().all(fits) {
        return Ok(Err(OrderActionError::TooMuch));
    }
    let count: i64 = items.iter().map(|(_, quantity)| quantity).sum();
    if count == 0 {
        return Ok(Err(OrderActionError::NothingToSend));
    }
    let after = state.fulfillment_with(state.sent + count, state.left - count, false);
    parcels::add(tx, order.id, &items, &sending.tracking, by.now).await?;
    if sending.tracking.is_known() {
        store::set_tracking(tx, order.id, &sending.tracking).await?;
    }
    store::set_status(tx, order.id, None, Some(after)).await?;
    if state.left == count {
        store::note_time(tx, order.id, OrderMilestone::Shipped, by.now).await?;
    }
    if sending.mail {
        let holds: Vec<String> = parcels::lines(&whole.document, &items).collect();
        let more = state.left > count;
        let about = (order, &whole.document, config);
        let email = match !more && whole.parcels.is_empty() {
            true => all_sent(about, after, &sending.tracking)?,
            false => emails::sent(about, &holds, more, &sending.tracking)?,
        };
        enqueue(tx, Posting::to(&order.email, by.now).about(order.id), email).await?;
    }
    let told = json!({
        "items": told(whole, &items), "tracking": sending.tracking.text(), "fulfillment": name(after),
    });
    timeline::did(
        tx,
        by.actor,
        timeline::SEND,
        &order.public_id,
        Some(&told),
        by.now,
    )
    .await?;
    Ok(Ok(()))
}

/// What the shopper gets when everything goes in one parcel.
fn all_sent(
    (order, document, config): emails::About<'_>,
    status: FulfillmentStatus,
    tracking: &Tracking,
) -> Result<crate::platform::mail::Email, AppError> {
    let s = config.language(document.language).checkout_texts();
    let said = super::super::status::fulfillment_text(status, s);
    let parcel = match tracking.is_known() {
        true => emails::parcel(tracking, s),
        false => String::new(),
    };
    emails::status(order, document, config, said, &[&parcel])
}

/// Notes a parcel with everything that is left, if anything is: somebody said that all of `order` is on its way.
pub async fn note_rest(
    tx: &DatabaseTransaction,
    order: &order::Model,
    document: &OrderDocument,
    tracking: Option<&Tracking>,
    now: i64,
) -> Result<(), AppError> {
    let was_waiting = matches!(
        order.fulfillment_status,
        FulfillmentStatus::AwaitingProcessing | FulfillmentStatus::Processing
    );
    let parcels = parcels::of(tx, order, document).await?;
    let left = parcels::left(&parcels, document).into_iter().enumerate();
    let items: Vec<(usize, i64)> = left.filter(|(_, quantity)| *quantity > 0).collect();
    if items.is_empty() || !was_waiting || !document.is_delivered() {
        return Ok(());
    }
    let tracking = tracking.cloned().unwrap_or_default();
    parcels::add(tx, order.id, &items, &tracking, now).await
}

/// Forgets a parcel: it was typed by mistake.
pub async fn unsend(
    tx: &DatabaseTransaction,
    whole: &FullOrder,
    parcel: i64,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    let (order, state) = (&whole.order, whole.state());
    let Some(found) = whole.parcels.iter().find(|it| it.id == parcel) else {
        // Somebody took it back a moment ago.
        return Ok(Err(OrderActionError::Already));
    };
    if let Some(refusal) = state.refusal(Step::Unsend) {
        return Ok(Err(refusal));
    }
    parcels::remove(tx, order.id, parcel).await?;
    let mut others = whole.clone();
    others.parcels.retain(|it| it.id != parcel);
    let known = others.parcels.iter().rfind(|it| it.tracking.is_known());
    let tracking = known.map(|it| it.tracking.clone()).unwrap_or_default();
    let State { sent, left, .. } = others.state();
    let after = state.fulfillment_with(sent, left, others.has_arrived());
    store::set_tracking(tx, order.id, &tracking).await?;
    store::set_status(tx, order.id, None, Some(after)).await?;
    store::forget_shipped(tx, order.id).await?;
    let told = json!({
        "items": told(whole, &found.items), "tracking": found.tracking.text(), "fulfillment": name(after),
    });
    timeline::did(
        tx,
        by.actor,
        timeline::UNSEND,
        &order.public_id,
        Some(&told),
        by.now,
    )
    .await?;
    Ok(Ok(()))
}

/// Notes that a parcel arrived; with the last one, the order did.
pub async fn deliver(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    parcel: i64,
    mail: bool,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    let (order, state) = (&whole.order, whole.state());
    if let Some(refusal) = state.refusal(Step::Deliver) {
        return Ok(Err(refusal));
    }
    let found = whole.parcels.iter().find(|it| it.id == parcel);
    let Some(found) = found.filter(|it| it.delivered_at.is_none()) else {
        return Ok(Err(OrderActionError::Already));
    };
    if parcel > 0 {
        parcels::note_delivered(tx, order.id, Some(parcel), by.now).await?;
    }
    let mut others = whole.parcels.iter().filter(|it| it.id != parcel);
    let is_last = others.all(|it| it.delivered_at.is_some()) && !state.waits_for_parcels();
    let told = json!({ "items": told(whole, &found.items), "tracking": found.tracking.text() });
    timeline::did(
        tx,
        by.actor,
        timeline::DELIVER,
        &order.public_id,
        Some(&told),
        by.now,
    )
    .await?;
    if !is_last {
        return Ok(Ok(()));
    }
    let change = Change {
        fulfillment: Some(FulfillmentStatus::Delivered),
        mail,
        ..Change::default()
    };
    let changed = change_status(tx, order, &change, config, by.actor, by.now).await?;
    Ok(changed.map(|_| ()).map_err(OrderActionError::from))
}
