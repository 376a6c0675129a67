//! Work beside requests, from the opening of the shop to its end.

use crate::{
    account::{limits, register::registration, sessions::store as session},
    base::date,
    cart,
    content::version,
    platform::{cookies::CART_DAYS, mail, scripts},
    request::state::AppState,
};
use futures::FutureExt;
use std::{panic::AssertUnwindSafe, time::Duration};
use tokio::time::{MissedTickBehavior, interval, sleep};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

const PURGE_EVERY: Duration = Duration::from_secs(60 * 60);
/// Days that a cart without an e-mail address is kept untouched.
const NAMELESS_CART_DAYS: i64 = 14;
const REFRESH_EVERY: Duration = Duration::from_secs(1);
const WRITE_LAST_SEEN_EVERY: Duration = Duration::from_secs(5);
const RESTART_AFTER: Duration = Duration::from_secs(1);

/// The tasks of a shop that is open.
pub struct Background {
    state: AppState,
    tasks: TaskTracker,
    closing: CancellationToken,
}

impl Background {
    /// Starts every task.
    pub fn start(state: &AppState) -> Self {
        let background = Self {
            state: state.clone(),
            tasks: TaskTracker::new(),
            closing: CancellationToken::new(),
        };
        background.run("purge", purge);
        background.run("catalogue", refresh);
        background.run("scripts", |state| {
            scripts::watch(state.bundle.scripts.clone())
        });
        background.run("mail", |state| mail::deliver(state.services()));
        background.run("last seen", write_last_seen);
        background
    }

    fn run<W: Future<Output = ()> + Send + 'static>(
        &self,
        name: &'static str,
        work: impl Fn(AppState) -> W + Send + Sync + 'static,
    ) {
        let running = kept_running(name, self.state.clone(), work);
        let closing = self.closing.clone();
        self.tasks
            .spawn(async move { closing.run_until_cancelled(running).await });
    }

    /// Ends every task, and then writes what waited to be written.
    pub async fn stop(self) {
        self.closing.cancel();
        self.tasks.close();
        self.tasks.wait().await;
        if let Err(fault) = self.state.last_seen.write(&self.state.db).await {
            tracing::warn!(?fault, "sessions not touched");
        }
    }
}

/// Does `work`; when it panics that is logged, and it is begun again.
async fn kept_running<S: Clone, W: Future<Output = ()>>(
    name: &str,
    state: S,
    work: impl Fn(S) -> W,
) {
    while AssertUnwindSafe(work(state.clone()))
        .catch_unwind()
        .await
        .is_err()
    {
        tracing::error!(
            task = name,
            "a background task panicked; it is started again"
        );
        sleep(RESTART_AFTER).await;
    }
}

async fn purge(state: AppState) {
    let mut hours = interval(PURGE_EVERY);
    loop {
        hours.tick().await;
        let now = date::now();
        match session::purge(&state.db, &state.config, now).await {
            Ok(sessions) => tracing::debug!(sessions, "purged"),
            Err(fault) => tracing::warn!(?fault, "sessions not purged"),
        }
        // A browser forgets its cart after as long; one that names nobody is worth less.
        let (before, nameless) = (CART_DAYS, NAMELESS_CART_DAYS);
        let [before, nameless] = [before, nameless].map(|days| now - date::DAY * days);
        match cart::store::purge(&state.db.write, before, nameless).await {
            Ok(carts) => tracing::debug!(carts, "purged"),
            Err(fault) => tracing::warn!(?fault, "carts not purged"),
        }
        match registration::purge(&state.db.write, now).await {
            Ok(registrations) => tracing::debug!(registrations, "purged"),
            Err(fault) => tracing::warn!(?fault, "registrations not purged"),
        }
        match limits::purge(&state.db.write, &state.config, now).await {
            Ok(attempts) => tracing::debug!(attempts, "purged"),
            Err(fault) => tracing::warn!(?fault, "attempts not purged"),
        }
        match version::purge(&state.db.write, now).await {
            Ok(changes) => tracing::debug!(changes, "purged"),
            Err(fault) => tracing::warn!(?fault, "changes of the catalogue not purged"),
        }
    }
}

/// Shows what was imported, or changed by another instance, as soon as it is there.
async fn refresh(state: AppState) {
    let mut looks = interval(REFRESH_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        looks.tick().await;
        if let Err(fault) = state.catalog.refresh(&state.db).await {
            tracing::warn!(?fault, "the catalogue could not be read anew");
        }
    }
}

async fn write_last_seen(state: AppState) {
    let mut times = interval(WRITE_LAST_SEEN_EVERY);
    times.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        times.tick().await;
        if let Err(fault) = state.last_seen.write(&state.db).await {
            tracing::warn!(?fault, "sessions not touched");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    };

    #[tokio::test(start_paused = true)]
    async fn a_task_that_panics_is_started_again() {
        let starts = Arc::new(AtomicU32::new(0));
        let work = |starts: Arc<AtomicU32>| async move {
            let before = starts.fetch_add(1, Ordering::Relaxed);
            assert!(before >= 2, "a fault");
        };
        kept_running("work", Arc::clone(&starts), work).await;
        assert_eq!(starts.load(Ordering::Relaxed), 3);
    }
}
