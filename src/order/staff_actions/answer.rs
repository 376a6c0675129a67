//! The answer to a shopper's withdrawal.

use super::{
    super::{
        emails,
        full_order::FullOrder,
        status::{WithdrawalState, name},
        status_machine::{OrderActionError, Step},
        store, timeline,
    },
    ActionSource,
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

/// What is answered.
#[derive(Clone, Debug)]
pub struct Answering {
    /// Whether the withdrawal holds.
    pub accepts: bool,
    /// Where things are sent back to and what happens next, or why it does not hold.
    pub said: String,
}

/// Answers the withdrawal, and tells the shopper.
pub async fn answer(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    answering: &Answering,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    if let Some(refusal) = whole.state().refusal(Step::Answer) {
        return Ok(Err(refusal));
    }
    let (order, mut document) = (&whole.order, whole.document.clone());
    let state = match answering.accepts {
        true => WithdrawalState::Accepted,
        false => WithdrawalState::Refused,
    };
    store::set_withdrawal(tx, order.id, state).await?;
    document.withdrawal_answer.clone_from(&answering.said);
    store::set_document(tx, order.id, &document).await?;
    let about = (order, &document, config);
    let email = emails::withdrawal_answer(about, answering.accepts, &answering.said)?;
    enqueue(tx, Posting::to(&order.email, by.now).about(order.id), email).await?;
    let told = json!({ "withdrawal": name(state) });
    timeline::did(
        tx,
        by.actor,
        timeline::ANSWER,
        &order.public_id,
        Some(&told),
        by.now,
    )
    .await?;
    Ok(Ok(()))
}
