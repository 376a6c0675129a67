//! The worker: takes jobs that are due, a few at once, until the shop ends.

use super::{
    NewJob, Setback, Work, enqueue,
    entity::Model,
    queue::{self, LEASE},
};
use crate::{
    base::error::AppError,
    platform::{db::Db, metrics},
};
use futures::{FutureExt, StreamExt, stream::FuturesUnordered};
use std::{
    collections::BTreeMap,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::Notify,
    task::JoinSet,
    time::{MissedTickBehavior, interval_at, timeout},
};
use tokio_util::sync::CancellationToken;

/// Most jobs that one worker does at the same time.
const AT_ONCE: usize = 4;
/// How often the worker looks for jobs that other instances enqueued or left behind.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// Pause after the database failed.
const PAUSE: Duration = Duration::from_secs(1);
const RENEW_EVERY: Duration = Duration::from_secs(LEASE.unsigned_abs() / 3);
/// Longest pause of a job that did not succeed, in seconds.
const MAX_WAIT: i64 = 3_600;
/// Tries of a job that is refused for good, or does not succeed for too long.
const MIN_TRIES: i64 = 5;
/// Tries of a job whose workers die of it.
const MAX_TRIES: i64 = 500;

/// What time it is, in UNIX seconds.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Does jobs of the kinds that it knows.
pub struct Worker {
    db: Db,
    name: String,
    works: BTreeMap<&'static str, Box<dyn Work>>,
    clock: Clock,
    /// For each periodic kind, the last period that a job was enqueued for.
    periods: Mutex<BTreeMap<&'static str, i64>>,
}

impl Worker {
    /// A worker that knows `works`.
    pub fn new(db: Db, works: Vec<Box<dyn Work>>, clock: Clock) -> Self {
        let mut chance = [0; 8];
        // Two of one name would be as one; the process's id tells them apart on one machine.
        let _ = getrandom::fill(&mut chance);
        let (process, chance) = (std::process::id(), u64::from_ne_bytes(chance));
        Self {
            db,
            name: format!("{process}-{chance:016x}"),
            works: works.into_iter().map(|work| (work.kind(), work)).collect(),
            clock,
            periods: Mutex::default(),
        }
    }

    /// Does jobs until `closing`, and then finishes those it is at; dropped, it leaves them to others
    /// when their lease is over. `waits` tells of a new one.
    pub async fn run(self: &Arc<Self>, waits: &Notify, closing: &CancellationToken) {
        // Tasks of their own: what is at work may hold the only connection that looking for more waits for.
        let (mut at_work, mut beside) = (JoinSet::new(), JoinSet::new());
        let worker = Arc::clone(self);
        beside.spawn(async move { worker.renewing().await });
        loop {
            let wait = match self.take(AT_ONCE - at_work.len()).await {
                Ok((jobs, wait)) => {
                    for job in jobs {
                        let worker = Arc::clone(self);
                        at_work.spawn(async move { warn(worker.perform(job).await) });
                    }
                    wait
                }
                Err(fault) => {
                    tracing::error!(?fault, "jobs");
                    PAUSE
                }
            };
            tokio::select! {
                Some(_) = at_work.join_next() => {}
                _ = timeout(wait, waits.notified()), if at_work.len() < AT_ONCE => {}
                () = closing.cancelled() => break,
            }
        }
        while at_work.join_next().await.is_some() {}
    }

    /// Does every job that is due, and those that become due meanwhile; returns the number of tries.
    pub async fn work_off(&self) -> Result<usize, AppError> {
        let (mut tries, kinds) = (0, self.kinds());
        loop {
            let most = u64::try_from(AT_ONCE).unwrap_or(1);
            let now = self.now();
            let jobs = queue::claim(&self.db.write, &kinds, most, &self.name, now).await?;
            if jobs.is_empty() {
                return Ok(tries);
            }
            tries += jobs.len();
            let mut at_work: FuturesUnordered<_> =
                jobs.into_iter().map(|job| self.perform(job)).collect();
            while let Some(noted) = at_work.next().await {
                noted?;
            }
        }
    }

    /// Enqueues a job of each periodic kind, unless there is one for this period.
    pub async fn keep_periodic(&self) -> Result<(), AppError> {
        let now = self.now();
        for (kind, work) in &self.works {
            let Some(every) = work.every() else { continue };
            let period = now / every;
            let is_kept = self.periods().get(kind) == Some(&period);
            if is_kept {
                continue;
            }
            let job = NewJob {
                kind,
                key: Some(format!("{kind}:{period}")),
                body: String::new(),
                now,
                due: now,
            };
            enqueue(&self.db.write, job).await?;
            self.periods().insert(kind, period);
        }
        Ok(())
    }

    /// Renews the lease of everything it is at.
    pub async fn renew(&self) -> Result<(), AppError> {
        queue::renew(&self.db.write, &self.name, self.now()).await
    }

    /// Gives back what it has not finished, so that another one need not wait for it.
    pub async fn release(&self) -> Result<u64, AppError> {
        queue::release(&self.db.write, &self.name).await
    }

    /// Claims at most `most` jobs; returns them and how long to wait before looking again.
    async fn take(&self, most: usize) -> Result<(Vec<Model>, Duration), AppError> {
        self.keep_periodic().await?;
        let kinds = self.kinds();
        let seconds = match queue::next_due(&self.db.read, &kinds).await? {
            None => return Ok((Vec::new(), LOOK_EVERY)),
            Some(due) => due - self.now(),
        };
        if seconds > 0 || most == 0 {
            let wait = Duration::from_secs(seconds.max(1).unsigned_abs());
            return Ok((Vec::new(), wait.min(LOOK_EVERY)));
        }
        let most = u64::try_from(most).unwrap_or(1);
        let jobs = queue::claim(&self.db.write, &kinds, most, &self.name, self.now()).await?;
        // There may be more, or another worker was faster.
        let wait = if jobs.is_empty() {
            PAUSE
        } else {
            Duration::ZERO
        };
        Ok((jobs, wait))
    }

    /// Does `job`, and notes what came of it.
    async fn perform(&self, job: Model) -> Result<(), AppError> {
        let outcome = match self.works.get(job.kind.as_str()) {
            _ if job.attempts > MAX_TRIES => {
                Err(Setback::for_good("whoever began it never finished"))
            }
            Some(work) => {
                let run = AssertUnwindSafe(work.run(&job)).catch_unwind().await;
                run.unwrap_or_else(|_| Err(Setback::for_now("it panicked; the log says more")))
            }
            None => Err(Setback::for_now("nobody here knows how")),
        };
        let now = self.now();
        let is_noted = match outcome {
            Ok(()) => queue::note_done(&self.db.write, &job, now).await?,
            Err(setback) => {
                let due = self.again(&job, &setback, now);
                match due {
                    Some(_) => {
                        tracing::warn!(why = setback.why, kind = job.kind, job = job.id, "not done")
                    }
                    None => {
                        metrics::job_failed(&job.kind);
                        tracing::error!(
                            why = setback.why,
                            kind = job.kind,
                            job = job.id,
                            "not done, and not tried again"
                        );
                    }
                }
                queue::note_setback(&self.db.write, &job, &setback.why, due, now).await?
            }
        };
        if !is_noted {
            tracing::warn!(
                kind = job.kind,
                job = job.id,
                "it took too long; another worker has it"
            );
        }
        Ok(())
    }

    /// When `job` is tried again after `setback`, if it is.
    fn again(&self, job: &Model, setback: &Setback, now: i64) -> Option<i64> {
        let work = self.works.get(job.kind.as_str());
        let tried_for = work.map(|work| work.tried_for());
        let is_late = tried_for.is_some_and(|longest| now - job.created_at >= longest);
        let is_over = job.attempts >= MIN_TRIES && (setback.for_good || is_late);
        let first = work.map_or(30, |work| work.first_wait());
        let doubled = first << (job.attempts - 1).clamp(0, 20);
        (!is_over).then(|| now + doubled.min(MAX_WAIT))
    }

    async fn renewing(&self) {
        let start = tokio::time::Instant::now() + RENEW_EVERY;
        let mut times = interval_at(start, RENEW_EVERY);
        times.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            times.tick().await;
            warn(self.renew().await);
        }
    }

    fn kinds(&self) -> Vec<&'static str> {
        self.works.keys().copied().collect()
    }

    fn now(&self) -> i64 {
        (self.clock)()
    }

    fn periods(&self) -> std::sync::MutexGuard<'_, BTreeMap<&'static str, i64>> {
        self.periods.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn warn(noted: Result<(), AppError>) {
    if let Err(fault) = noted {
        tracing::warn!(
            ?fault,
            "a job could not be noted; it is done again when its lease is over"
        );
    }
}
