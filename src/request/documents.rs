//! Pages kept between answers: those that are the same for every visitor, with holes for what is not.

use crate::{
    base::language::LanguageCode,
    platform::{page_document::PageTemplate, scripts::PageScript},
    request::context::RequestContext,
    ui::served::Freshness,
};
use quick_cache::{Weighter, sync::Cache};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Most bytes of all pages.
const MAX_BYTES: u64 = 8 * 1024 * 1024;
/// Few enough that the cache is in two parts at most, each of which the longest page fits in.
const EXPECTED: usize = 64;
/// How long a page holds that tells how many are left.
const MOMENT: Duration = Duration::from_secs(1);

/// The cache of pages that every visitor gets alike.
pub struct Documents(Cache<Key, CachedDocument, Bytes>);

/// What tells one page from another. A query is no part of it: whoever makes up queries fills no memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    path: String,
    language: LanguageCode,
    origin: String,
    is_signed_in: bool,
}

/// What a page was drawn from, besides its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    catalog: (i64, i64),
    sales: u64,
    scripts: Vec<PageScript>,
}

#[derive(Clone)]
struct CachedDocument {
    document: Arc<PageTemplate>,
    edition: Edition,
    /// Since when, if it holds for a moment.
    since: Option<Instant>,
}

impl Key {
    /// The key of the page at `path` for this visitor; none where something is asked or said that is
    /// the visitor's own.
    pub fn of(context: &RequestContext, path: &str, query: &str) -> Option<Self> {
        (query.is_empty() && context.flash.is_none()).then(|| Self {
            path: path.to_owned(),
            language: context.language.id(),
            origin: context.origin.clone(),
            is_signed_in: context.session.is_some(),
        })
    }
}

impl Edition {
    /// The edition that would be drawn now.
    pub fn now(context: &RequestContext) -> Self {
        let state = &context.state;
        Self {
            catalog: state.catalog.snapshot().versions(),
            sales: state.catalog.sales(),
            scripts: state.bundle.scripts.all(),
        }
    }
}

impl CachedDocument {
    fn holds(&self, now: &Edition) -> bool {
        let is_same = self.edition.catalog == now.catalog && self.edition.scripts == now.scripts;
        let is_fresh = self
            .since
            .is_none_or(|since| since.elapsed() < MOMENT && self.edition.sales == now.sales);
        is_same && is_fresh
    }
}

impl Documents {
    /// The cached page of `key`; `None` if there is none, or it is not of the edition `now`.
    pub fn get(&self, key: &Key, now: &Edition) -> Option<Arc<PageTemplate>> {
        let kept = self.0.get(key)?;
        kept.holds(now).then_some(kept.document)
    }

    /// Keeps `document`, which was drawn from `edition` or a later one. Where it is as it was before, it
    /// stays compressed.
    pub fn keep(
        &self,
        key: Key,
        edition: Edition,
        lasts: Freshness,
        document: PageTemplate,
    ) -> Arc<PageTemplate> {
        let before = self.0.get(&key).map(|kept| kept.document);
        let document = before
            .filter(|before| before.is_like(&document))
            .unwrap_or_else(|| Arc::new(document));
        let kept = CachedDocument {
            document: Arc::clone(&document),
            edition,
            since: (lasts == Freshness::Moment).then(Instant::now),
        };
        self.0.insert(key, kept);
        document
    }

    /// Bytes of all pages that are kept.
    pub fn bytes(&self) -> u64 {
        self.0.weight()
    }
}

impl Default for Documents {
    fn default() -> Self {
        Self(Cache::with_weighter(EXPECTED, MAX_BYTES, Bytes))
    }
}

/// Weighs a page by its text; compressed, it takes less than a quarter more.
#[derive(Clone)]
struct Bytes;

impl Weighter<Key, CachedDocument> for Bytes {
    fn weight(&self, key: &Key, kept: &CachedDocument) -> u64 {
        let text = kept.document.length();
        let all = text + text / 4 + key.path.len() + key.origin.len();
        u64::try_from(all).unwrap_or(u64::MAX)
    }
}
