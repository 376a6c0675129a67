//! Web push: a few words to a browser that asked for them, through the service of whoever made it, which cannot read them.
//!
//! What is sent is encrypted for the browser (RFC 8291), and says by a key of the shop's own who sends it (RFC 8292).

mod encrypt;
mod keys;
pub mod store;

#[doc(hidden)]
pub use encrypt::decrypted;
pub use encrypt::encrypted;
pub use keys::Keys;

use super::jobs::{self, NewJob};
use crate::base::error::AppError;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// The kind of job that tells the staff something; its body is [`News`].
pub const KIND: &str = "tell staff";

/// What the staff is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// What makes it the same news as another one.
    pub key: String,
    /// What is shown.
    pub title: String,
    /// The path in the back office that it leads to.
    pub to: String,
}

/// Keeps `news` to be told once the transaction holds, if any browser of the staff wants to know.
pub async fn tell(tx: &impl ConnectionTrait, news: &News, now: i64) -> Result<(), AppError> {
    if !store::is_any(tx).await? {
        return Ok(());
    }
    let job = NewJob {
        kind: KIND,
        key: Some(format!("{KIND}:{}", news.key)),
        body: serde_json::to_string(news).map_err(AppError::internal)?,
        now,
        due: now,
    };
    jobs::enqueue(tx, job).await?;
    Ok(())
}
