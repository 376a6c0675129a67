//! An import as a task of staff: a file that was sent is checked first, and written once somebody says so.
//!
//! How far it is stands in the row of the task, kept by the transaction that writes a batch: a process that ends in the middle
//! leaves it to the next one, which goes on behind the last batch and writes nothing twice. A check is begun anew instead, for
//! it writes nothing.

use super::{
    options::{ImportOptions, Stock},
    progress::{Observer, Progress},
    read,
    record::Refusal,
    run::{Ended, Plan, observed},
    watch::Watcher,
};
use crate::{
    base::{date, error::AppError},
    platform::{
        audit::{self, Actor, Entry},
        db::retried,
        jobs::{Job, Setback, Work},
        services::Services,
        tasks::{self, Cancelled, NewTask, State, Step, Task, Upload, Uploads},
    },
};
use async_trait::async_trait;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{fs::File, path::PathBuf, sync::Arc};
use tokio::sync::Mutex;

/// Its name among tasks, and among jobs.
pub const KIND: &str = "import";
/// The step in which it is found out what would be done.
pub const CHECK: &str = "check";
/// The step in which it is done.
pub const WRITE: &str = "write";

/// Tries after which a step is given up that fails, or that ends whoever does it.
const MAX_TRIES: i64 = 12;

/// How an import is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskOptions {
    /// Whose word holds on how many are left.
    pub stock: Stock,
    /// Whether whoever sent the file may say how many are left.
    #[serde(default = "yes")]
    pub counts: bool,
}

/// Tasks of before were not asked.
fn yes() -> bool {
    true
}

/// Whether `task` may change how many are left.
pub fn counts(task: &Task) -> bool {
    let options: Option<TaskOptions> = serde_json::from_str(&task.options).ok();
    options.is_none_or(|it| it.counts)
}

/// Keeps a task for the file that `actor` sent and calls `name`; its number.
pub async fn received(
    services: &Services,
    name: &str,
    upload: &Upload,
    options: TaskOptions,
    actor: &Actor,
) -> Result<i64, AppError> {
    let now = date::now();
    let written = serde_json::to_string(&options).map_err(AppError::internal)?;
    let keep = || async {
        let tx = services.db.begin().await?;
        let new = NewTask {
            kind: KIND,
            step: CHECK,
            name,
            file: Some((&upload.file, upload.size)),
            options: written.clone(),
        };
        let id = tasks::add(&tx, new, actor, now).await?;
        audit::record(&tx, actor, Entry::of("import.check", name), now).await?;
        tx.commit().await?;
        Ok(id)
    };
    let id = retried(keep).await?;
    services.task_waits.notify_one();
    Ok(id)
}

/// Lets the import `id` be written that was checked; `false` if it does not wait for that.
pub async fn go_on(services: &Services, task: &Task, actor: &Actor) -> Result<bool, AppError> {
    let now = date::now();
    let step = Step {
        task: task.id,
        step: WRITE.to_owned(),
    };
    let begin = || async {
        let tx = services.db.begin().await?;
        let goes_on = tasks::go_on(&tx, KIND, &step, now).await?;
        if goes_on {
            audit::record(&tx, actor, Entry::of("import.begin", &task.name), now).await?;
        }
        tx.commit().await?;
        Ok(goes_on)
    };
    let goes_on = retried(begin).await?;
    services.task_waits.notify_one();
    Ok(goes_on)
}

/// Calls the import off.
pub async fn called_off(
    services: &Services,
    task: &Task,
    actor: &Actor,
) -> Result<Cancelled, AppError> {
    let now = date::now();
    let cancel = || async {
        let tx = services.db.begin().await?;
        let cancelled = tasks::cancel(&tx, KIND, task.id, now).await?;
        if cancelled != Cancelled::Over {
            audit::record(&tx, actor, Entry::of("import.cancel", &task.name), now).await?;
        }
        tx.commit().await?;
        Ok(cancelled)
    };
    let cancelled = retried(cancel).await?;
    if cancelled == Cancelled::Now {
        delete_file(services, task);
    }
    Ok(cancelled)
}

fn delete_file(services: &Services, task: &Task) {
    if let Some(file) = &task.file {
        Uploads::next_to(&services.files).delete(file);
    }
}

/// Does them, one at a time.
pub struct ImportTasks {
    services: Box<dyn Fn() -> Services + Send + Sync>,
    /// On one machine; `Db::alone` is for several.
    alone: Mutex<()>,
}

impl ImportTasks {
    /// Imports into the shop that `services` brings, by the settings of the time.
    pub fn new(services: impl Fn() -> Services + Send + Sync + 'static) -> Self {
        Self {
            services: Box::new(services),
            alone: Mutex::new(()),
        }
    }
}

#[async_trait]
impl Work for ImportTasks {
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
            let task = tasks::find(&db.read, KIND, step.task).await?;
            if let Some(task) = task.filter(|task| task.state.is_over()) {
                delete_file(&services, &task);
            }
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
            delete_file(&services, &task);
            tracing::error!(why = setback.why, task = task.id, "an import failed");
            return Ok(());
        }
        let trouble = format!("{} It goes on by itself.", setback.why);
        tasks::note_trouble(&db.write, task.id, &trouble).await?;
        Err(setback)
    }
}

/// Does the step that `task` is at.
async fn perform(services: &Services, task: &Task) -> Result<(), Setback> {
    let file = task.file.as_deref().unwrap_or_default();
    let path = Uploads::next_to(&services.files).path(file);
    if !path.is_file() {
        let why = "The file is not on this machine; the one that took it has to do it.";
        return Err(Setback::for_now(why));
    }
    let asked: TaskOptions = serde_json::from_str(&task.options).map_err(Setback::for_good)?;
    let plan = Plan {
        dry: task.step == CHECK,
        stock: asked.stock,
    };
    let options = ImportOptions {
        counts: asked.counts,
        ..ImportOptions::of_upload(&services.config)
    };
    let total = match u64::try_from(task.total) {
        Ok(total @ 1..) => total,
        _ => counted(path.clone(), options.clone()).await?,
    };
    let watcher = Arc::new(Watcher::of(services, task, plan.dry, total));
    if plan.dry {
        watcher.begin_anew().await.map_err(for_people)?;
    }
    let observer: Arc<dyn Observer> = Arc::clone(&watcher) as Arc<dyn Observer>;
    let images = &services.images;
    let importing = observed(&services.db, images, &path, &options, plan, observer);
    let ended = tokio::select! {
        ended = importing => ended,
        never = watcher.tell() => match never {},
    };
    match ended.map_err(for_people)? {
        Ended::Stopped if services.draining.is_cancelled() => {
            return Err(Setback::for_now("The shop was being restarted."));
        }
        Ended::Stopped => finish(services, task, State::Cancelled).await,
        Ended::Whole(_) => end_step(services, task, &watcher).await,
    }
    .map_err(for_people)
}

/// Ends a step whose file was read to its end.
async fn end_step(services: &Services, task: &Task, watcher: &Watcher) -> Result<(), AppError> {
    watcher.note().await?;
    if task.step != CHECK {
        return finish(services, task, State::Done).await;
    }
    match tasks::ask(&services.db.write, task.id, date::now()).await? {
        true => Ok(()),
        false => finish(services, task, State::Cancelled).await,
    }
}

fn for_people(fault: AppError) -> Setback {
    Setback::for_now(match fault {
        AppError::Unavailable | AppError::Contended => "The database was busy.",
        _ => "Something went wrong; the log says more.",
    })
}

/// How many records there are.
async fn counted(path: PathBuf, options: ImportOptions) -> Result<u64, Setback> {
    let count = move || File::open(path).map(|file| read::count(file, &options));
    let counted = tokio::task::spawn_blocking(count).await;
    counted
        .map_err(Setback::for_now)?
        .map_err(|error| Setback::for_now(format!("The file cannot be read: {error}.")))
}

/// Ends the task so, and forgets its file.
async fn finish(services: &Services, task: &Task, state: State) -> Result<(), AppError> {
    let now = date::now();
    let end = || async {
        let tx = services.db.begin().await?;
        let is_news = tasks::end(&tx, task.id, state, now).await?;
        if is_news && state == State::Done {
            record_done(&tx, task, now).await?;
        }
        tx.commit().await?;
        Ok(())
    };
    retried(end).await?;
    delete_file(services, task);
    Ok(())
}

/// Keeps what came of it, in the name of who asked for it.
async fn record_done(tx: &impl ConnectionTrait, task: &Task, now: i64) -> Result<(), AppError> {
    let after = match tasks::find(tx, KIND, task.id).await? {
        Some(task) => progress(&task),
        None => Progress::default(),
    };
    let after = json!({
        "new": after.created,
        "changed": after.updated,
        "unchanged": after.unchanged,
        "refused": after.refused,
    });
    let actor = actor(task);
    let entry = Entry {
        after: Some(&after),
        ..Entry::of("import.done", &task.name)
    };
    audit::record(tx, &actor, entry, now).await
}

/// Who asked for `task`.
pub(super) fn actor(task: &Task) -> Actor {
    Actor {
        staff: task.staff_id,
        who: task.who.clone(),
        network: String::new(),
    }
}

/// How far `task` is.
pub fn progress(task: &Task) -> Progress {
    let report = task.report.as_deref();
    let report = report.and_then(|report| serde_json::from_str(report).ok());
    report.unwrap_or_default()
}

/// `refusal` as a task keeps it.
pub(super) fn problem(refusal: &Refusal) -> tasks::problems::NewProblem {
    tasks::problems::NewProblem {
        line: refusal.line,
        place: refusal.column.clone(),
        value: refusal.value.clone(),
        why: refusal.why.clone(),
    }
}
