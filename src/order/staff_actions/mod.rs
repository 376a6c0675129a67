//! What staff does to one order, each in one transaction: a form that is sent twice does it once, and one that shows something
//! else than what is stored does nothing.

mod answer;
mod cancel;
mod double_submit;
pub mod refund;
pub mod send;

pub use answer::Answering;
pub use cancel::Cancelling;
pub use double_submit::{is_first, was_submitted};
pub use refund::Refunding;
pub use send::Sending;

use super::{
    change_status::{Change, change_status},
    full_order::{FullOrder, OrderVersion},
    status_machine::{OrderActionError, Step},
};
use crate::{
    base::error::AppError,
    platform::{
        audit::Actor,
        config::Config,
        db::{Db, retried},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::DatabaseTransaction;

/// What is done.
#[derive(Clone, Debug)]
pub enum Verb {
    /// The money is there; whether the shopper is told.
    Pay(bool),
    /// A parcel is on its way, or waits to be fetched.
    Send(Sending),
    /// The parcel with this number was typed by mistake.
    Unsend(i64),
    /// The parcel with this number arrived; whether the shopper is told, once everything did.
    Deliver(i64, bool),
    /// There is to be nothing of the order, or of what is not sent yet.
    Cancel(Cancelling),
    /// Money goes back, or things come back.
    Refund(Refunding),
    /// A withdrawal is answered.
    Answer(Answering),
}

/// Who does it, from which form.
#[derive(Clone, Copy, Debug)]
pub struct ActionSource<'a> {
    /// Who does it.
    pub actor: &'a Actor,
    /// What the form is known by; empty where there is none.
    pub form: &'a str,
    /// What it showed; `None` where it showed nothing.
    pub saw: Option<&'a OrderVersion>,
    /// When.
    pub now: i64,
}

/// Does `verb` to the order `number`, or says why not. Of two clicks on one form, the second finds it done.
pub async fn apply(
    db: &Db,
    config: &Config,
    number: &str,
    verb: &Verb,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(whole) = FullOrder::to_change(&tx, number).await? else {
            return Ok(Err(OrderActionError::Gone));
        };
        if !is_first(&tx, whole.order.id, by).await? {
            return Ok(Ok(()));
        }
        if by.saw.is_some_and(|saw| *saw != whole.seen()) {
            return Ok(Err(OrderActionError::Changed));
        }
        let done = within(&tx, config, &whole, verb, by).await?;
        if done.is_ok() {
            tx.commit().await?;
        }
        Ok::<_, AppError>(done)
    })
    .await
}

async fn within(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    verb: &Verb,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    match verb {
        Verb::Pay(mail) => pay(tx, config, whole, *mail, by).await,
        Verb::Send(sending) => send::send(tx, config, whole, sending, by).await,
        Verb::Unsend(parcel) => send::unsend(tx, whole, *parcel, by).await,
        Verb::Deliver(parcel, mail) => send::deliver(tx, config, whole, *parcel, *mail, by).await,
        Verb::Cancel(cancelling) => cancel::cancel(tx, config, whole, cancelling, by).await,
        Verb::Refund(refunding) => refund::refund(tx, config, whole, refunding, by).await,
        Verb::Answer(answering) => answer::answer(tx, config, whole, answering, by).await,
    }
}

async fn pay(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    mail: bool,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    if let Some(refusal) = whole.state().refusal(Step::Pay) {
        return Ok(Err(refusal));
    }
    let change = Change {
        payment: Some(PaymentStatus::Paid),
        mail,
        ..Change::default()
    };
    let changed = change_status(tx, &whole.order, &change, config, by.actor, by.now).await?;
    Ok(changed.map(|_| ()).map_err(OrderActionError::from))
}

/// Some of the items at these places, as the log holds them: what was typed by shoppers is not in it.
fn told(whole: &FullOrder, items: &[(usize, i64)]) -> String {
    let lines: Vec<String> = super::parcels::lines(&whole.document, items).collect();
    lines.join(", ")
}
