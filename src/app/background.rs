//! Work beside requests, from the opening of the shop to its end.

use super::jobs;
use crate::{
    base::{date, error::AppError},
    content::settings,
    order::payment::{self, provider::ready},
    platform::{config::SettingSources, jobs::Worker, scripts},
    request::state::AppState,
};
use futures::FutureExt;
use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};
use tokio::{
    sync::Notify,
    time::{MissedTickBehavior, interval, sleep},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use toml::Table;

const REFRESH_EVERY: Duration = Duration::from_secs(1);
const WRITE_LAST_SEEN_EVERY: Duration = Duration::from_secs(5);
const RESTART_AFTER: Duration = Duration::from_secs(1);

/// The tasks of a shop that is open.
pub struct Background {
    state: AppState,
    tasks: TaskTracker,
    closing: CancellationToken,
}

/// What a worker is told of jobs that wait: only one hears of each.
#[derive(Clone, Copy)]
enum WakeUp {
    OfEachJob,
    OfEachTask,
    /// It looks now and then.
    Nothing,
}

impl Background {
    /// Starts every task.
    pub fn start(state: &AppState, given: SettingSources) -> Self {
        let background = Self {
            state: state.clone(),
            tasks: TaskTracker::new(),
            closing: CancellationToken::new(),
        };
        let given = Arc::new(given);
        background.run("settings and catalogue", move |state| {
            refresh(state, Arc::clone(&given))
        });
        background.run("scripts", |state| {
            scripts::watch(state.bundle.scripts.clone())
        });
        background.run("last seen", write_last_seen);
        background.run_once(look_at_payments(state.clone()));
        background.do_jobs(jobs::worker(state), WakeUp::OfEachJob);
        background.do_jobs(jobs::picture_worker(state), WakeUp::Nothing);
        background.do_jobs(jobs::task_worker(state), WakeUp::OfEachTask);
        background
    }

    /// Jobs are not cut off like the rest: those that are begun get some time at the end.
    fn do_jobs(&self, worker: Worker, told: WakeUp) {
        let (state, closing) = (self.state.clone(), self.closing.clone());
        let worker = Arc::new(worker);
        self.tasks.spawn(async move {
            let patience = Duration::from_secs(u64::from(state.config.stop_timeout_seconds));
            let given = (Arc::clone(&worker), state, closing.clone());
            let working = kept_running("jobs", given, |(worker, state, closing)| async move {
                let nothing = Notify::new();
                let waits = match told {
                    WakeUp::OfEachJob => state.job_waits.as_ref(),
                    WakeUp::OfEachTask => state.task_waits.as_ref(),
                    WakeUp::Nothing => &nothing,
                };
                worker.run(waits, &closing).await;
            });
            let over = async {
                closing.cancelled().await;
                sleep(patience).await;
            };
            tokio::select! {
                () = working => {}
                () = over => tracing::warn!("jobs are left to the next instance"),
            }
            if let Err(fault) = worker.release().await {
                tracing::warn!(?fault, "jobs are left until their lease is over");
            }
        });
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

    /// What happened while the shop was off is asked for at once.
    fn run_once(&self, work: impl Future<Output = ()> + Send + 'static) {
        let closing = self.closing.clone();
        self.tasks
            .spawn(async move { closing.run_until_cancelled(work).await });
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

async fn look_at_payments(state: AppState) {
    if let Err(fault) = payment::look_at_all(&state.services(), date::now()).await {
        tracing::warn!(?fault, "payments are looked at when they are due");
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

/// Shows what was imported or set, or changed by another instance, as soon as it is there.
async fn refresh(state: AppState, given: Arc<SettingSources>) {
    let mut looks = interval(REFRESH_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watch = SettingsWatch::of(SettingSources::clone(&given));
    loop {
        tokio::select! {
            _ = looks.tick() => {}
            () = state.changed_here.notified() => {}
        }
        // First the settings: pages that are drawn by those of before are forgotten with the catalogue of before.
        if let Err(fault) = watch.look(&state).await {
            tracing::warn!(?fault, "the settings could not be read anew");
        }
        if let Err(fault) = state.catalog.refresh(&state.db).await {
            tracing::warn!(?fault, "the catalogue could not be read anew");
        }
    }
}

/// What sees that settings change, in the database or in the file.
pub struct SettingsWatch {
    given: SettingSources,
    seen: Option<Table>,
}

impl SettingsWatch {
    /// For a shop that was opened with what is `given`.
    pub fn of(given: SettingSources) -> Self {
        Self { given, seen: None }
    }

    /// Goes on by the settings of now, where they are other than those that were seen last and the shop can be run with them.
    pub async fn look(&mut self, state: &AppState) -> Result<(), AppError> {
        let ready = ready(&state.db.read).await?;
        if ready != state.current().config.ready_providers
            && let Err(error) = state.set_ready_providers(ready)
        {
            tracing::error!(%error, "the providers of payments are those of before");
        }
        let stored = settings::all(&state.db.read).await?;
        match self.given.again() {
            Ok(Some(given)) => (self.given, self.seen) = (given, None),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "the file as it was before counts"),
        }
        if self.seen.as_ref() == Some(&stored) {
            return Ok(());
        }
        let taken = self.given.config(&stored).and_then(|mut config| {
            config.ready_providers = state.current().config.ready_providers.clone();
            if config != state.current().config {
                state.set_config(config)?;
                tracing::info!("the settings changed");
            }
            Ok(())
        });
        if let Err(error) = taken {
            tracing::error!(%error, "the settings cannot be used; those of before hold");
        }
        self.seen = Some(stored);
        Ok(())
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
    use std::sync::atomic::{AtomicU32, Ordering};

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
