//! Who looks on at the import of a task: it writes down how far that is, and hears if it is called off.

use super::{
    Refusal,
    progress::{Observer, Progress},
    task,
};
use crate::{
    base::{date, error::AppError},
    platform::{
        audit::Actor,
        db::Db,
        services::Services,
        tasks::{self, Task, problems},
    },
};
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::{
    convert::Infallible,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

/// How often progress is stored and cancellation checked.
const EVERY: Duration = Duration::from_secs(1);

/// The watcher of one step.
pub struct Watcher {
    db: Db,
    task: i64,
    /// Whether it begins at the beginning, whatever was done.
    dry: bool,
    total: u64,
    reached: AtomicU64,
    stop: CancellationToken,
    draining: CancellationToken,
    actor: Actor,
}

impl Watcher {
    /// The watcher of `task`, whose file has `total` records; a `dry` run begins at the beginning.
    pub fn of(services: &Services, task: &Task, dry: bool, total: u64) -> Self {
        let begun = match dry {
            true => 0,
            false => task::progress(task).records,
        };
        Self {
            db: services.db.clone(),
            task: task.id,
            reached: AtomicU64::new(begun),
            dry,
            total,
            stop: CancellationToken::new(),
            draining: services.draining.clone(),
            actor: task::actor(task),
        }
    }

    /// Forgets what was found before, by whoever did not finish.
    pub async fn begin_anew(&self) -> Result<(), AppError> {
        let tx = self.db.begin().await?;
        problems::clear(&tx, self.task).await?;
        self.write(&tx, &Progress::default(), &[]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Stores the import's progress; `false` if it was called off.
    pub async fn note(&self) -> Result<bool, AppError> {
        let reached = self.reached.load(Ordering::Relaxed);
        tasks::note(&self.db.write, self.task, reached, self.total, date::now()).await
    }

    /// Stores the progress every second, and stops the import when it is called off or the server shuts down.
    pub async fn tell(&self) -> Infallible {
        let mut times = interval(EVERY);
        times.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = times.tick() => match self.note().await {
                    Ok(true) => {}
                    Ok(false) => self.stop.cancel(),
                    Err(fault) => tracing::warn!(?fault, "how far an import is could not be noted"),
                },
                () = self.draining.cancelled(), if !self.stop.is_cancelled() => self.stop.cancel(),
            }
        }
    }

    async fn write(
        &self,
        tx: &impl ConnectionTrait,
        progress: &Progress,
        refused: &[Refusal],
    ) -> Result<(), AppError> {
        let report = serde_json::to_string(progress).map_err(AppError::internal)?;
        problems::add(tx, self.task, refused.iter().map(task::problem).collect()).await?;
        tasks::keep(tx, self.task, report).await
    }
}

#[async_trait]
impl Observer for Watcher {
    fn reached(&self, records: u64) {
        self.reached.store(records, Ordering::Relaxed);
    }

    async fn begun(&self) -> Result<Progress, AppError> {
        // Another instance may have gone on with it since this one took it up.
        let task = match self.dry {
            true => None,
            false => tasks::find(&self.db.write, task::KIND, self.task).await?,
        };
        Ok(task.map(|task| task::progress(&task)).unwrap_or_default())
    }

    fn actor(&self) -> Actor {
        self.actor.clone()
    }

    fn stop(&self) -> CancellationToken {
        self.stop.clone()
    }

    async fn keep(
        &self,
        tx: Option<&DatabaseTransaction>,
        progress: &Progress,
        refused: &[Refusal],
    ) -> Result<bool, AppError> {
        match tx {
            Some(tx) => self.write(tx, progress, refused).await?,
            None => {
                let tx = self.db.begin().await?;
                self.write(&tx, progress, refused).await?;
                tx.commit().await?;
            }
        }
        Ok(true)
    }
}
