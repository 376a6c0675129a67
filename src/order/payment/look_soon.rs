//! Asking a provider soon how a payment stands, as a job.

use crate::{
    base::error::AppError,
    platform::jobs::{self, NewJob},
};
use sea_orm::ConnectionTrait;

/// The kind of job that asks how a payment stands; its body is the payment's id.
pub(super) const KIND: &str = "look at payment";

/// Keeps a job that asks how the payment `id` stands, of the message `event` if one caused it.
pub(super) async fn look_soon(
    tx: &impl ConnectionTrait,
    id: i64,
    event: Option<&str>,
    now: i64,
) -> Result<(), AppError> {
    let job = NewJob {
        kind: KIND,
        key: event.map(|event| format!("{KIND}:{event}")),
        body: id.to_string(),
        now,
        due: now,
    };
    jobs::enqueue(tx, job).await.map(|_| ())
}
