use super::catch_up;
use crate::{
    platform::jobs::{Job, Setback, Work},
    request::state::AppState,
};
use async_trait::async_trait;

/// Seconds between two counts: whoever looks at a report counts what came since.
const EVERY: i64 = 600;

/// Counts what was sold.
pub struct CountSales(pub AppState);

#[async_trait]
impl Work for CountSales {
    fn kind(&self) -> &'static str {
        "count sales"
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
        let snapshot = shop.catalog.snapshot();
        catch_up(&shop.db, &shop.config, &*snapshot, None).await?;
        Ok(())
    }
}
