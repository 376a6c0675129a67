//! Writing what a file brings, a batch in a transaction.

use super::{
    merge,
    options::{ImportOptions, Stock},
    pictures::Pictures,
    progress::{Observer, Progress},
    record::{Delivery, Record, Refusal},
};
use crate::{
    base::{date, error::AppError, translated::Translated},
    catalog::{
        Category, slug,
        store::{
            self, UpsertOutcome,
            stock::{Cause, Kind},
        },
    },
    content::{pages, version},
    platform::{
        audit::Actor,
        db::{Db, retried},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
};
use tokio_util::sync::CancellationToken;

/// Writes batches.
#[derive(Clone)]
pub(super) struct Writer<'a> {
    pub pictures: Pictures,
    /// Where pictures that are known by their hash may stand.
    pub folder: Option<PathBuf>,
    pub options_of_import: &'a ImportOptions,
    pub stock: Stock,
    /// Whether what it writes to is a copy.
    pub is_trial: bool,
    /// How far it is.
    pub progress: Progress,
    /// What was refused of this batch.
    refused: Vec<Refusal>,
    /// Ids of categories by their path of names.
    categories: HashMap<Vec<String>, i64>,
    /// Paths that were counted: a category may be named before its own row comes.
    counted: HashSet<Vec<String>>,
    /// Products of this batch that are other than they were.
    changed: Vec<i64>,
    /// Whether this batch changes a category.
    is_tree_changed: bool,
    now: i64,
    /// Whose file it is.
    pub actor: Actor,
}

/// What became of a batch.
pub(super) enum Batch {
    /// It is written; what was refused, unless that is kept elsewhere.
    Written(Vec<Refusal>),
    /// It was left, for the import is to stop.
    Left,
}

impl<'a> Writer<'a> {
    /// A writer that goes on where `progress` says.
    pub fn new(
        pictures: Pictures,
        folder: Option<PathBuf>,
        options_of_import: &'a ImportOptions,
        stock: Stock,
        progress: Progress,
    ) -> Self {
        Self {
            is_trial: pictures.are_on_trial(),
            pictures,
            folder,
            options_of_import,
            stock,
            progress,
            refused: Vec::new(),
            categories: HashMap::new(),
            counted: HashSet::new(),
            changed: Vec::new(),
            is_tree_changed: false,
            now: date::now(),
            actor: Actor::command_line(),
        }
    }

    /// Writes `batch`, unless it is to `stop` before.
    pub async fn write(
        &mut self,
        db: &Db,
        batch: Vec<Result<Record, Refusal>>,
        observer: &dyn Observer,
        stop: &CancellationToken,
    ) -> Result<Batch, AppError> {
        let mut ready = Vec::with_capacity(batch.len());
        for record in batch {
            match record {
                Ok(Record::Untaken(columns)) => {
                    self.progress.untaken = columns;
                    continue;
                }
                Ok(Record::Product(mut delivery)) => {
                    // Fetching may take long, so it is done before anything is locked.
                    let language = self.options_of_import.language.code();
                    let folder = self.folder.as_deref();
                    let fetching = self.pictures.fetch_for(db, &mut delivery, language, folder);
                    let Some(refused) = stop.run_until_cancelled(fetching).await else {
                        return Ok(Batch::Left);
                    };
                    self.refused.extend(refused?);
                    ready.push(Record::Product(delivery));
                }
                Ok(other) => ready.push(other),
                Err(refusal) => self.refused.push(refusal),
            }
            self.progress.records += 1;
            observer.reached(self.progress.records);
        }
        let (after, kept) = retried(|| self.clone().stored(db, ready.clone(), observer)).await?;
        *self = after;
        Ok(Batch::Written(kept))
    }

    /// The writer after one transaction with these records, and what was refused, unless the observer keeps it.
    async fn stored(
        mut self,
        db: &Db,
        records: Vec<Record>,
        observer: &dyn Observer,
    ) -> Result<(Self, Vec<Refusal>), AppError> {
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
            self.page(&tx, &slug, &language, &markdown).await?;
        }
        let changed = std::mem::take(&mut self.changed);
        if std::mem::take(&mut self.is_tree_changed) {
            version::touch(&tx).await?;
        } else if !changed.is_empty() {
            version::touch_products(&tx, &changed).await?;
        }
        let refused = std::mem::take(&mut self.refused);
        self.progress.refused += u64::try_from(refused.len()).unwrap_or(0);
        // What is kept of a trial is not kept in the copy.
        let place = (!self.is_trial).then_some(&tx);
        let is_kept = observer.keep(place, &self.progress, &refused).await?;
        tx.commit().await?;
        Ok((self, if is_kept { Vec::new() } else { refused }))
    }

    async fn page(
        &mut self,
        tx: &DatabaseTransaction,
        slug: &str,
        language: &str,
        markdown: &str,
    ) -> Result<(), AppError> {
        match pages::markdown(tx, slug, language).await? {
            Some(now) if now == markdown => self.progress.unchanged += 1,
            now => {
                match now {
                    Some(_) => self.progress.updated += 1,
                    None => self.progress.created += 1,
                }
                pages::put(tx, slug, language, markdown).await?;
            }
        }
        Ok(())
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
            self.refused.push(Refusal::new(line, "slug", own, why));
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
        let stock = match self.options_of_import.counts {
            true => self.stock,
            false => {
                let before = last.as_ref().or(now.as_ref());
                if let Some(said) = merge::uncounted(before, &mut product) {
                    let why = "not taken: your role may not change how many are left. Ask somebody who may to send this file";
                    let said = said.to_string();
                    let refusal = Refusal::new(line, stock_column(kind), &said, why);
                    self.refused.push(refusal);
                }
                Stock::Changed
            }
        };
        let merged = match &now {
            Some(now) => merge::merged(last.as_ref(), now, &product, stock),
            None => product.clone(),
        };
        let cause = Cause::of(Kind::Imported, &self.actor);
        let put = store::put_over(tx, now, merged, &handle, self.now, &cause).await?;
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

    fn count_category(&mut self, put: UpsertOutcome, path: Vec<String>) {
        self.is_tree_changed |= put.is_change();
        if self.counted.insert(path) {
            self.count(put);
        }
    }

    fn count(&mut self, put: UpsertOutcome) {
        match put {
            UpsertOutcome::Created(_) => self.progress.created += 1,
            UpsertOutcome::Updated(_) => self.progress.updated += 1,
            UpsertOutcome::Unchanged(_) => self.progress.unchanged += 1,
        }
    }
}

/// What a file of this `kind` calls the column in which it says how many are left.
fn stock_column(kind: &str) -> &'static str {
    match kind {
        "ecwid" => "product_quantity",
        "shopify" => "Variant Inventory Qty",
        _ => "stock",
    }
}
