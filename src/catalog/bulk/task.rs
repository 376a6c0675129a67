//! A change of many products as a task of staff. How far it is stands in its row, kept by the transaction that changes some of
//! them: a process that ends in the middle leaves it to the next one, which changes nothing twice.

use super::{
    record::{self, Record},
    run::{SeenState, apply},
    undo,
};
use crate::{
    base::{date, error::AppError},
    catalog::listing::{
        filter::{Filter, Sort, StockFilter},
        page,
    },
    platform::{
        audit::{self, Actor, Entry},
        db::retried,
        jobs::{Job, Setback, Work},
        services::Services,
        tasks::{self, Cancelled, NewTask, State, Step, Task},
    },
};
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

/// Its name among tasks, and among jobs.
pub const KIND: &str = "bulk";
const APPLY: &str = "apply";
const UNDO: &str = "undo";
/// Products of one transaction.
const AT_ONCE: usize = 100;
/// Tries after which it is given up.
const MAX_TRIES: i64 = 12;

/// What is to be done.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Options {
    /// Number of the change.
    bulk: i64,
    words: String,
    category: Option<i64>,
    only: String,
    /// When the products were looked at.
    seen_at: i64,
}

impl Options {
    fn filter(&self) -> Filter {
        Filter {
            words: self.words.clone(),
            category: self.category,
            only: StockFilter::ALL
                .into_iter()
                .find(|it| it.code() == self.only),
            sort: Sort::default(),
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Number of the last product that was looked at.
    pub after: i64,
    /// How many were looked at.
    pub done: u64,
}

/// How far `task` is.
pub fn progress(task: &Task) -> Progress {
    let report = task.report.as_deref();
    let report = report.and_then(|report| serde_json::from_str(report).ok());
    report.unwrap_or_default()
}

/// Keeps a task that does the change `bulk` to what a filter finds, or takes it back; its number.
pub(super) async fn add(
    tx: &impl ConnectionTrait,
    bulk: i64,
    found: Option<(&Filter, i64)>,
    actor: &Actor,
    now: i64,
) -> Result<i64, AppError> {
    let options = match found {
        None => Options {
            bulk,
            ..Options::default()
        },
        Some((filter, seen_at)) => Options {
            bulk,
            words: filter.words.clone(),
            category: filter.category,
            only: filter.only.map_or("", StockFilter::code).to_owned(),
            seen_at,
        },
    };
    let new = NewTask {
        kind: KIND,
        step: if found.is_some() { APPLY } else { UNDO },
        name: &format!("change {bulk}"),
        file: None,
        options: serde_json::to_string(&options).map_err(AppError::internal)?,
    };
    tasks::add(tx, new, actor, now).await
}

/// Whether the task of a change is still at it.
pub(super) async fn is_running(
    db: &impl ConnectionTrait,
    record: &Record,
) -> Result<bool, AppError> {
    let Some(id) = record.task else {
        return Ok(false);
    };
    let task = tasks::find(db, KIND, id).await?;
    Ok(task.is_some_and(|task| !task.state.is_over()))
}

/// Calls the task off; what is changed by then stays, and can be taken back.
pub async fn called_off(
    services: &Services,
    task: i64,
    actor: &Actor,
) -> Result<Cancelled, AppError> {
    let now = date::now();
    let cancel = || async {
        let tx = services.db.begin().await?;
        let cancelled = tasks::cancel(&tx, KIND, task, now).await?;
        if cancelled != Cancelled::Over {
            let target = format!("task {task}");
            audit::record(&tx, actor, Entry::of("products.cancel", &target), now).await?;
        }
        tx.commit().await?;
        Ok(cancelled)
    };
    retried(cancel).await
}

/// Does them, one at a time.
pub struct BulkTasks {
    services: Box<dyn Fn() -> Services + Send + Sync>,
    alone: Mutex<()>,
}

impl BulkTasks {
    /// Changes products of the shop that `services` brings, by the settings of the time.
    pub fn new(services: impl Fn() -> Services + Send + Sync + 'static) -> Self {
        Self {
            services: Box::new(services),
            alone: Mutex::new(()),
        }
    }
}

#[async_trait]
impl Work for BulkTasks {
    fn kind(&self) -> &'static str {
        KIND
    }

    /// Somebody looks on: what was left at the end of a process is taken up soon.
    fn first_wait(&self) -> i64 {
        2
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let step: Step = serde_json::from_str(&job.body).map_err(Setback::for_good)?;
        let _alone = self.alone.lock().await;
        let services = (self.services)();
        let db = &services.db;
        let Some(task) = retried(|| tasks::begin(&db.write, &step, date::now())).await? else {
            return Ok(());
        };
        let done = match job.attempts {
            ..=MAX_TRIES => perform(&services, &task).await,
            _ => Err(Setback::for_good("Whoever began it never finished.")),
        };
        let Err(setback) = done else { return Ok(()) };
        if setback.for_good || job.attempts >= MAX_TRIES {
            tasks::note_trouble(&db.write, task.id, &setback.why).await?;
            tasks::end(&db.write, task.id, State::Failed, date::now()).await?;
            tracing::error!(why = setback.why, task = task.id, "a change of many failed");
            return Ok(());
        }
        let trouble = format!("{} It goes on by itself.", setback.why);
        tasks::note_trouble(&db.write, task.id, &trouble).await?;
        Err(setback)
    }
}

/// Does what is left of `task`.
async fn perform(services: &Services, task: &Task) -> Result<(), Setback> {
    let options: Options = serde_json::from_str(&task.options).map_err(Setback::for_good)?;
    let db = &services.db;
    let low = i64::from(services.config.low_stock_at);
    let total = match u64::try_from(task.total) {
        Ok(total @ 1..) => total,
        _ => counted(services, task, &options, low)
            .await
            .map_err(for_people)?,
    };
    loop {
        if services.draining.is_cancelled() {
            return Err(Setback::for_now("The shop was being restarted."));
        }
        let batch = || batch(services, task, &options, low, total);
        let state = match retried(batch).await.map_err(for_people)? {
            Batch::Some => continue,
            Batch::Last => State::Done,
            Batch::CalledOff => State::Cancelled,
        };
        let end = || tasks::end(&db.write, task.id, state, date::now());
        retried(end).await.map_err(for_people)?;
        return Ok(());
    }
}

fn for_people(fault: AppError) -> Setback {
    Setback::for_now(match fault {
        AppError::Unavailable | AppError::Contended => "The database was busy.",
        _ => "Something went wrong; the log says more.",
    })
}

async fn counted(
    services: &Services,
    task: &Task,
    options: &Options,
    low: i64,
) -> Result<u64, AppError> {
    let db = &services.db.read;
    let count = match task.step.as_str() {
        APPLY => page::count(db, &options.filter(), low, usize::MAX >> 8).await?,
        _ => {
            let record = record::find(db, options.bulk).await?;
            record.map_or(0, |it| usize::try_from(it.changed).unwrap_or(0))
        }
    };
    Ok(u64::try_from(count).unwrap_or(u64::MAX))
}

enum Batch {
    Some,
    Last,
    CalledOff,
}

/// Changes the next batch of products, and stores the task's progress in the same transaction.
async fn batch(
    services: &Services,
    task: &Task,
    options: &Options,
    low: i64,
    total: u64,
) -> Result<Batch, AppError> {
    let now = date::now();
    let tx = services.db.begin().await?;
    // The row is whoever's writes it: another instance that was taken for dead waits here, and goes on behind this batch.
    let done = progress(task).done;
    if !tasks::note(&tx, task.id, done, total, now).await? {
        return Ok(Batch::CalledOff);
    }
    let task = tasks::find(&tx, KIND, task.id).await?;
    let task = task.ok_or(AppError::Internal)?;
    let (mut far, actor) = (progress(&task), actor(&task));
    let record = record::find(&tx, options.bulk).await?;
    let record = record.ok_or(AppError::Internal)?;
    let count = match task.step.as_str() {
        APPLY => {
            some(
                &tx,
                services,
                &record,
                options,
                low,
                &mut far,
                (&actor, now),
            )
            .await?
        }
        _ => undo::some(&tx, &record, AT_ONCE, &actor, now).await?,
    };
    far.done += u64::try_from(count).unwrap_or(0);
    let report = serde_json::to_string(&far).map_err(AppError::internal)?;
    tasks::keep(&tx, task.id, report).await?;
    tasks::note(&tx, task.id, far.done, total.max(far.done), now).await?;
    tx.commit().await?;
    Ok(match count {
        AT_ONCE => Batch::Some,
        _ => Batch::Last,
    })
}

async fn some(
    tx: &DatabaseTransaction,
    services: &Services,
    record: &Record,
    options: &Options,
    low: i64,
    far: &mut Progress,
    by: (&Actor, i64),
) -> Result<usize, AppError> {
    let ids = page::numbers(tx, &options.filter(), low, far.after, AT_ONCE).await?;
    let language = services.config.store_language.code();
    let change = (record.id, &record.what, language);
    apply(tx, change, &ids, &SeenState::At(options.seen_at), by).await?;
    far.after = ids.last().copied().unwrap_or(far.after);
    Ok(ids.len())
}

fn actor(task: &Task) -> Actor {
    Actor {
        staff: task.staff_id,
        who: task.who.clone(),
        network: String::new(),
    }
}
