//! Writing what a file brings, in batches.

use super::{
    Delivery, Record, Refusal, Stock, merge,
    pictures::Pictures,
    read::{self, ImportOptions},
};
use crate::{
    base::{date, error::AppError, translated::Translated},
    catalog::{
        Category, slug,
        store::{self, Put},
    },
    content::{pages, version},
    platform::{
        db::{Db, Scratch, retried},
        images::Images,
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};
use tokio::sync::mpsc;

/// Records written in one transaction.
const BATCH: usize = 500;

/// Tables that an import writes to.
const COPIED: [&str; 11] = [
    "products",
    "variations",
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

#[derive(Clone)]
struct Writer<'a> {
    pictures: Pictures,
    folder: PathBuf,
    options_of_import: &'a ImportOptions,
    stock: Stock,
    report: Report,
    /// Ids of categories by their path of names.
    categories: HashMap<Vec<String>, i64>,
    /// Paths that were counted: a category may be named before its own row comes.
    counted: HashSet<Vec<String>>,
    /// Products of this batch that are other than they were.
    changed: Vec<i64>,
    /// Whether this batch changes a category.
    is_tree_changed: bool,
    now: i64,
}

/// Reads the file at `path` into the catalogue as `plan` says. `passed` is told of every byte that was
/// read.
pub async fn import(
    db: &Db,
    images: &Images,
    path: &Path,
    options_of_import: &ImportOptions,
    plan: Plan,
    passed: impl Fn(u64) + Send + 'static,
) -> Result<Report, AppError> {
    let beside = path.parent().unwrap_or(Path::new(""));
    let pictures = Pictures::new(images.clone(), beside, options_of_import.anywhere);
    if !plan.dry {
        // Two imports at once would each take half of the other's for their own.
        let _alone = db.alone("import").await?;
        return run(db, pictures, path, options_of_import, plan.stock, passed).await;
    }
    // A dry run is a run in a copy: nothing else reports the same without doing it.
    let scratch = Scratch::of(db, &COPIED).await?;
    let pictures = pictures.on_trial(&scratch.images());
    let report = run(
        &scratch.db,
        pictures,
        path,
        options_of_import,
        plan.stock,
        passed,
    )
    .await;
    scratch.end().await;
    report
}

async fn run(
    db: &Db,
    pictures: Pictures,
    path: &Path,
    options_of_import: &ImportOptions,
    stock: Stock,
    passed: impl Fn(u64) + Send + 'static,
) -> Result<Report, AppError> {
    let (sender, mut records) = mpsc::channel(2 * BATCH);
    let (file, reading) = (path.to_owned(), options_of_import.clone());
    let reader = tokio::task::spawn_blocking(move || {
        let mut sink = |record| sender.blocking_send(record).is_ok();
        match File::open(&file) {
            Ok(file) => read::read(Counted { file, passed }, &reading, &mut sink),
            Err(error) => drop(sink(Err(Refusal::new(
                0,
                "file",
                "",
                format!("cannot be opened: {error}"),
            )))),
        }
    });
    let mut writer = Writer {
        pictures,
        folder: super::export::pictures_of(path),
        options_of_import,
        stock,
        report: Report::default(),
        categories: HashMap::new(),
        counted: HashSet::new(),
        changed: Vec::new(),
        is_tree_changed: false,
        now: date::now(),
    };
    let mut batch = Vec::with_capacity(BATCH);
    while records.recv_many(&mut batch, BATCH).await > 0 {
        writer.write(db, std::mem::take(&mut batch)).await?;
    }
    reader.await.map_err(AppError::internal)?;
    // Pictures and options are told of when their turn comes; people read by line.
    writer.report.refused.sort_by_key(|refusal| refusal.line);
    Ok(writer.report)
}

struct Counted<F> {
    file: File,
    passed: F,
}

impl<F: Fn(u64)> Read for Counted<F> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let bytes = self.file.read(into)?;
        (self.passed)(u64::try_from(bytes).unwrap_or(0));
        Ok(bytes)
    }
}

impl Writer<'_> {
    async fn write(
        &mut self,
        db: &Db,
        batch: Vec<Result<Record, Refusal>>,
    ) -> Result<(), AppError> {
        let mut ready = Vec::with_capacity(batch.len());
        for record in batch {
            match record {
                Ok(Record::Product(mut delivery)) => {
                    // Fetching may take long, so it is done before anything is locked.
                    let language = self.options_of_import.language.code();
                    let fetching =
                        self.pictures
                            .fetch_for(db, &mut delivery, language, &self.folder);
                    let refused = fetching.await?;
                    self.report.refused.extend(refused);
                    ready.push(Record::Product(delivery));
                }
                Ok(Record::Untaken(columns)) => self.report.untaken = columns,
                Ok(other) => ready.push(other),
                Err(refusal) => self.report.refused.push(refusal),
            }
        }
        *self = retried(|| self.clone().stored(db, ready.clone())).await?;
        Ok(())
    }

    /// The writer after one transaction with these records.
    async fn stored(mut self, db: &Db, records: Vec<Record>) -> Result<Self, AppError> {
        let tx = db.begin().await?;
        let mut texts = Vec::new();
        for record in records {
            match record {
                Record::Category(category, path) => self.category(&tx, *category, path).await?,
                Record::Product(delivery) => self.product(&tx, *delivery).await?,
                Record::Page(slug, language, markdown) => texts.push((slug, language, markdown)),
                Record::Untaken(_) => {}
            }
        }
        // They raise the version, which orders wait for: after everything that may wait for orders.
        for (slug, language, markdown) in texts {
            pages::put(&tx, &slug, &language, &markdown).await?;
        }
        let changed = std::mem::take(&mut self.changed);
        if std::mem::take(&mut self.is_tree_changed) {
            version::touch(&tx).await?;
        } else if !changed.is_empty() {
            version::touch_products(&tx, &changed).await?;
        }
        tx.commit().await?;
        Ok(self)
    }

    async fn category(
        &mut self,
        tx: &DatabaseTransaction,
        mut category: Category,
        path: Vec<String>,
    ) -> Result<(), AppError> {
        if let Some((_, above)) = path.split_last()
            && category.parent.is_none()
            && !above.is_empty()
        {
            category.parent = self.category_at(tx, above).await?;
        }
        let put = store::put_category(tx, category, &path.join("/")).await?;
        self.categories.insert(path.clone(), put.id());
        self.count_category(put, path);
        Ok(())
    }

    async fn product(
        &mut self,
        tx: &DatabaseTransaction,
        delivery: Delivery,
    ) -> Result<(), AppError> {
        let Delivery {
            mut product,
            kind,
            handle,
            categories,
            line,
            late_pictures,
            ..
        } = delivery;
        if let Some(own) = product.slug.as_deref().filter(|own| !slug::is_allowed(own)) {
            let why = "expected letters, digits and dashes that are no page of the shop's own";
            self.report
                .refused
                .push(Refusal::new(line, "slug", own, why));
            return Ok(());
        }
        for path in categories {
            let id = self.category_at(tx, &path).await?;
            product.categories.extend(id);
        }
        let now = store::existing(tx, &product, &handle).await?;
        let last = match &now {
            Some(now) => merge::last_said(tx, now.id, kind).await?,
            None => None,
        };
        let merged = match &now {
            Some(now) => merge::merged(last.as_ref(), now, &product, self.stock),
            None => product.clone(),
        };
        let put = store::put_over(tx, now, merged, &handle, self.now).await?;
        if last.as_ref() != Some(&product) {
            merge::remember(tx, put.id(), kind, &product).await?;
        }
        for picture in late_pictures {
            picture.enqueue(tx, put.id(), &handle, self.now).await?;
        }
        if put.is_change() {
            self.changed.push(put.id());
        }
        self.count(put);
        Ok(())
    }

    /// The category at `path`, made with all above it if missing.
    async fn category_at(
        &mut self,
        tx: &impl ConnectionTrait,
        path: &[String],
    ) -> Result<Option<i64>, AppError> {
        let mut parent = None;
        for depth in 1..=path.len() {
            let here = &path[..depth];
            if let Some(id) = self.categories.get(here) {
                parent = Some(*id);
                continue;
            }
            let id = match store::category_by_path(tx, &here.join("/")).await? {
                Some(id) => id,
                None => {
                    let name = here.last().map(String::as_str).unwrap_or_default();
                    let category = Category {
                        parent,
                        name: Translated::one(self.options_of_import.language.code(), name),
                        enabled: true,
                        ..Category::default()
                    };
                    let put = store::put_category(tx, category, &here.join("/")).await?;
                    self.count_category(put, here.to_vec());
                    put.id()
                }
            };
            self.categories.insert(here.to_vec(), id);
            parent = Some(id);
        }
        Ok(parent)
    }

    fn count_category(&mut self, put: Put, path: Vec<String>) {
        self.is_tree_changed |= put.is_change();
        if self.counted.insert(path) {
            self.count(put);
        }
    }

    fn count(&mut self, put: Put) {
        match put {
            Put::Created(_) => self.report.created += 1,
            Put::Updated(_) => self.report.updated += 1,
            Put::Unchanged(_) => self.report.unchanged += 1,
        }
    }
}
