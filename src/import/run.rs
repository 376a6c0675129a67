//! An import from its first byte to its report.

use super::{
    options::{ImportOptions, Stock},
    pictures::Pictures,
    progress::{Observer, Progress},
    read,
    record::Refusal,
    write::{Batch, Writer},
};
use crate::{
    base::error::AppError,
    platform::{
        db::{Db, Scratch},
        images::Images,
    },
};
use std::{fs::File, io::Read, path::Path, sync::Arc};
use tokio::sync::mpsc;

/// Records written in one transaction.
const BATCH: usize = 500;

/// Tables that an import writes to.
const COPIED: [&str; 13] = [
    "products",
    "variations",
    "product_categories",
    "product_codes",
    "categories",
    "slugs",
    "images",
    "image_sources",
    "pages",
    "import_baselines",
    "catalog_version",
    "catalog_changes",
    "jobs",
];

/// Tables that it only adds to: a dry run needs no row of them.
const ADDED_TO: [&str; 1] = ["stock_movements"];

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Products and categories that are new.
    pub created: u64,
    /// Those that changed.
    pub updated: u64,
    /// Those that were just so.
    pub unchanged: u64,
    /// Rows that were not taken, or not wholly.
    pub refused: Vec<Refusal>,
    /// Columns that hold something and are not taken.
    pub untaken: Vec<String>,
}

/// What is asked of an import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plan {
    /// Whether it only says what it would do.
    pub dry: bool,
    /// Whose word holds on how many are left.
    pub stock: Stock,
}

/// How an import ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The file was read to its end.
    Whole(Report),
    /// It was stopped; whole batches before that are written.
    Stopped,
}

/// Reads the file at `path` into the catalogue as `plan` says. `passed` is called with the number of bytes
/// read.
pub async fn import(
    db: &Db,
    images: &Images,
    path: &Path,
    options_of_import: &ImportOptions,
    plan: Plan,
    passed: impl Fn(u64) + Send + Sync + 'static,
) -> Result<Report, AppError> {
    let observer = Arc::new(BytesProgress(passed));
    match observed(db, images, path, options_of_import, plan, observer).await? {
        Ended::Whole(report) => Ok(report),
        Ended::Stopped => Err(AppError::Internal),
    }
}

/// Who is told of bytes, and nothing else.
struct BytesProgress<F>(F);

impl<F: Fn(u64) + Send + Sync> Observer for BytesProgress<F> {
    fn read(&self, bytes: u64) {
        self.0(bytes);
    }
}

/// Reads the file at `path` into the catalogue as `plan` says, and reports progress to `observer`, who may stop it.
pub async fn observed(
    db: &Db,
    images: &Images,
    path: &Path,
    options_of_import: &ImportOptions,
    plan: Plan,
    observer: Arc<dyn Observer>,
) -> Result<Ended, AppError> {
    let beside = path.parent().unwrap_or(Path::new(""));
    let beside = options_of_import.from_disk.then_some(beside);
    let pictures = Pictures::new(images.clone(), beside, options_of_import.anywhere);
    if !plan.dry {
        // Two imports at once would each take half of the other's for their own.
        let _alone = db.alone("import").await?;
        return run(db, pictures, path, options_of_import, plan.stock, observer).await;
    }
    // A dry run is a run in a copy: nothing else reports the same without doing it.
    let scratch = Scratch::of(db, &COPIED, &ADDED_TO).await?;
    let pictures = pictures.on_trial(&scratch.images());
    let copy = &scratch.db;
    let ended = run(
        copy,
        pictures,
        path,
        options_of_import,
        plan.stock,
        observer,
    )
    .await;
    scratch.end().await;
    ended
}

async fn run(
    db: &Db,
    pictures: Pictures,
    path: &Path,
    options_of_import: &ImportOptions,
    stock: Stock,
    observer: Arc<dyn Observer>,
) -> Result<Ended, AppError> {
    let (begun, stop) = (observer.begun().await?, observer.stop());
    let actor = observer.actor();
    let (sender, mut records) = mpsc::channel(2 * BATCH);
    let reader = {
        let (file, options) = (path.to_owned(), options_of_import.clone());
        let (observer, passed_over) = (Arc::clone(&observer), begun.records);
        tokio::task::spawn_blocking(move || {
            let mut number = 0;
            let mut sink = |record| {
                number += u64::from(read::counts(&record));
                // What was written before is read once more, to find where it goes on.
                number <= passed_over && read::counts(&record)
                    || sender.blocking_send(record).is_ok()
            };
            match File::open(&file) {
                Ok(file) => read::read(ImportCounter { file, observer }, &options, &mut sink),
                Err(error) => drop(sink(Err(Refusal::new(
                    0,
                    "file",
                    "",
                    format!("cannot be opened: {error}"),
                )))),
            }
        })
    };
    let folder = options_of_import
        .from_disk
        .then(|| super::export::pictures_of(path));
    let mut writer = Writer::new(pictures, folder, options_of_import, stock, begun);
    writer.actor = actor;
    let (mut batch, mut refused, mut is_whole) = (Vec::with_capacity(BATCH), Vec::new(), true);
    loop {
        let taken = stop.run_until_cancelled(records.recv_many(&mut batch, BATCH));
        let written = match taken.await {
            Some(0) => break,
            Some(_) => {
                let batch = std::mem::take(&mut batch);
                writer.write(db, batch, observer.as_ref(), &stop).await?
            }
            None => Batch::Left,
        };
        match written {
            Batch::Written(new) => refused.extend(new),
            Batch::Left => {
                is_whole = false;
                break;
            }
        }
    }
    drop(records);
    reader.await.map_err(AppError::internal)?;
    if !is_whole {
        return Ok(Ended::Stopped);
    }
    // Pictures and options are told of when their turn comes; people read by line.
    refused.sort_by_key(|refusal: &Refusal| refusal.line);
    let Progress {
        created,
        updated,
        unchanged,
        untaken,
        ..
    } = writer.progress;
    Ok(Ended::Whole(Report {
        created,
        updated,
        unchanged,
        refused,
        untaken,
    }))
}

struct ImportCounter {
    file: File,
    observer: Arc<dyn Observer>,
}

impl Read for ImportCounter {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let bytes = self.file.read(into)?;
        self.observer.read(u64::try_from(bytes).unwrap_or(0));
        Ok(bytes)
    }
}
