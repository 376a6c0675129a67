use super::{eligibility::COUNTS, remind::remind};
use crate::{
    base::{
        date::{self, HOUR},
        error::AppError,
    },
    cart::abandoned,
    platform::jobs::{Job, Setback, Work},
    request::state::AppState,
};
use async_trait::async_trait;

/// Seconds between two looks.
const EVERY: i64 = 300;
/// Carts looked at together.
const AT_ONCE: u64 = 100;

/// Reminds whoever agreed to it of the carts that they left, each once.
pub struct RemindOfCarts(pub AppState);

#[async_trait]
impl Work for RemindOfCarts {
    fn kind(&self) -> &'static str {
        "remind of carts"
    }

    fn every(&self) -> Option<i64> {
        Some(EVERY)
    }

    /// Returns 0 seconds: a failed run is not retried, the next one makes up for it.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        let shop = self.0.current();
        if shop.config.cart_reminders {
            remind_due(&shop, date::now()).await?;
        }
        Ok(())
    }
}

/// Sends every reminder that is due `now`. One that fails keeps no other from being sent.
async fn remind_due(shop: &AppState, now: i64) -> Result<(), AppError> {
    let until = now - i64::from(shop.config.cart_reminder_hours) * HOUR;
    let mut after = (0, 0);
    loop {
        let carts = abandoned::due(&shop.db.read, until - COUNTS, until, after, AT_ONCE).await?;
        let Some(last) = carts.last() else {
            return Ok(());
        };
        after = (last.updated_at, last.id);
        for cart in &carts {
            if let Err(fault) = remind(shop, cart.id, None, now).await {
                tracing::error!(?fault, cart = cart.id, "a reminder was not sent");
            }
        }
    }
}
