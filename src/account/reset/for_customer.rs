//! The link for a customer who asks staff for it. Staff never see it.

use super::server::link;
use crate::{
    account::{context::AccountServices, emails::EmailContext, store},
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::{retried, statement},
        mail::{self, Posting},
    },
};
use sea_orm::ConnectionTrait;

/// Shortest time between two links for one customer, in seconds.
const PAUSE: i64 = 60;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendOutcome {
    /// It is on its way.
    Now,
    /// One was sent a moment ago.
    Before,
    /// There is no such customer.
    Gone,
}

/// Sends a link to set another password to the customer `id`.
pub async fn send_to(
    state: &AccountServices,
    id: i64,
    context: EmailContext<'_>,
    by: &Actor,
    now: i64,
) -> Result<SendOutcome, AppError> {
    const LATEST: &str = "SELECT 1 FROM email_proofs WHERE customer_id = $1 AND purpose = 'reset' AND created_at > $2";
    let sent = retried(|| async {
        let tx = state.db.begin().await?;
        let Some(customer) = store::to_change(&tx, id).await? else {
            return Ok(SendOutcome::Gone);
        };
        let latest = statement(&tx, LATEST, [id.into(), (now - PAUSE).into()]);
        if tx.query_one_raw(latest).await?.is_some() {
            return Ok(SendOutcome::Before);
        }
        let email = link(&tx, context, &customer, now).await?;
        let posting = Posting::to(&customer.email, now).forgotten();
        mail::enqueue(&tx, posting, email).await?;
        let target = id.to_string();
        audit::record(&tx, by, Entry::of("customer.reset", &target), now).await?;
        tx.commit().await?;
        Ok(SendOutcome::Now)
    })
    .await?;
    if sent == SendOutcome::Now {
        state.job_waits.notify_one();
    }
    Ok(sent)
}
