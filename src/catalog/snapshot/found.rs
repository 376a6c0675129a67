use super::CatalogSnapshot;
use crate::{
    base::error::AppError,
    catalog::search::{Index, Words},
};
use roaring::RoaringBitmap;
use std::sync::Arc;

/// What a search found: by name, by SKU, by any text.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub(super) tiers: [RoaringBitmap; 3],
    /// Whether it was found by words near those that were typed.
    pub is_corrected: bool,
}

impl CatalogSnapshot {
    /// Products that hold every word of what was `typed`; where nothing does, those that hold words
    /// one slip away.
    pub async fn find(&self, index: &impl Index, typed: &str) -> Result<Arc<Found>, AppError> {
        if let Some(found) = self.searches.get(typed) {
            return Ok(found);
        }
        let words = Words::typed(typed);
        let mut found = self.holding(index, &words).await?;
        if let (true, Some(mended)) = (found.is_empty(), self.vocabulary.mended(&words)) {
            found = self.holding(index, &mended).await?;
            found.is_corrected = true;
        }
        Ok(self.searches.keep(typed, Arc::new(found)))
    }

    async fn holding(&self, index: &impl Index, words: &Words) -> Result<Found, AppError> {
        let mut all: Option<Found> = None;
        for spellings in words.each() {
            let mut any = Found::default();
            for spelling in spellings {
                let one = self.prefix_matches(index, spelling).await?;
                any.combine(&one, |any, one| *any |= one);
            }
            all = Some(match all {
                None => any,
                Some(mut all) => {
                    all.combine(&any, |all, any| *all &= any);
                    all
                }
            });
        }
        Ok(all.unwrap_or_default())
    }

    /// Products with a word that starts with `beginning`. The index is asked once a catalogue
    /// version: its lists of common words grow with the catalogue, what a shopper waits must not.
    async fn prefix_matches(
        &self,
        index: &impl Index,
        beginning: &str,
    ) -> Result<Arc<Found>, AppError> {
        if let Some(found) = self.words.get(beginning) {
            return Ok(found);
        }
        let matches = index.prefix_matches(beginning).await?;
        let tiers = [&matches.title, &matches.sku, &matches.any].map(|ids| self.indexes(ids));
        let found = Found {
            tiers,
            is_corrected: false,
        };
        Ok(self.words.keep(beginning, Arc::new(found)))
    }
}

impl Found {
    /// Indexes of what was found, best first.
    pub fn best(&self) -> impl Iterator<Item = u32> {
        self.ranked(self.all())
    }

    /// What was found of `passed`, best first.
    pub(super) fn ranked(&self, passed: &RoaringBitmap) -> impl Iterator<Item = u32> {
        let [title, sku, any] = &self.tiers;
        let first = title & passed;
        let second = (sku & passed) - &first;
        let third = (any & passed) - &first - &second;
        first.into_iter().chain(second).chain(third)
    }

    pub(super) fn all(&self) -> &RoaringBitmap {
        &self.tiers[2]
    }

    fn is_empty(&self) -> bool {
        self.all().is_empty()
    }

    fn combine(&mut self, other: &Self, with: impl Fn(&mut RoaringBitmap, &RoaringBitmap)) {
        for (own, other) in self.tiers.iter_mut().zip(&other.tiers) {
            with(own, other);
        }
    }
}
