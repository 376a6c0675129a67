use super::CatalogSnapshot;
use crate::catalog::search::{Matches, SearchQuery};
use roaring::RoaringBitmap;
use std::sync::Arc;

/// What a search found: by name, by SKU, by any text.
#[derive(Clone, Debug, Default)]
pub struct SearchMatches {
    pub(super) tiers: [RoaringBitmap; 3],
    /// Whether it was found by words near those that were typed.
    pub is_corrected: bool,
}

impl CatalogSnapshot {
    /// Products that hold every word of what was `typed`; where nothing does, those that hold it within their words, and where
    /// nothing does that, those that hold words one slip away.
    pub fn find(&self, typed: &str) -> Arc<SearchMatches> {
        if let Some(found) = self.searches.get(typed) {
            return found;
        }
        let words = SearchQuery::typed(typed);
        let mut found = self.holding(&words);
        if found.is_empty()
            && let Some(compounds) = self.vocabulary.compounds(&words, &self.all)
        {
            found = self.holding(&compounds);
        }
        if found.is_empty()
            && let Some(mended) = self.vocabulary.mended(&words, &self.all)
        {
            found = self.holding(&mended);
            found.is_corrected = true;
        }
        self.searches.keep(typed, Arc::new(found))
    }

    /// What was found, best first, up to so many.
    pub fn best(&self, found: &SearchMatches, most: usize) -> Vec<u32> {
        self.tiers(&found.ranked(found.all()), 0, most)
    }

    fn holding(&self, words: &SearchQuery) -> SearchMatches {
        let mut all: Option<SearchMatches> = None;
        for spellings in words.each() {
            let mut any = SearchMatches::default();
            for spelling in spellings {
                let one = self.prefix_matches(spelling);
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
        all.unwrap_or_default()
    }

    /// Products with a word that starts with `beginning`: put together once a catalogue version, for a
    /// letter may begin every tenth word.
    fn prefix_matches(&self, beginning: &str) -> Arc<SearchMatches> {
        if let Some(found) = self.words.get(beginning) {
            return found;
        }
        let Matches { name, sku, any } = self.vocabulary.prefix_matches(beginning, &self.all);
        let found = SearchMatches {
            tiers: [name, sku, any],
            is_corrected: false,
        };
        self.words.keep(beginning, Arc::new(found))
    }
}

impl SearchMatches {
    /// What was found of `passed`: by name, else by SKU, else by any text.
    pub(super) fn ranked(&self, passed: &RoaringBitmap) -> [RoaringBitmap; 3] {
        let [name, sku, any] = &self.tiers;
        let first = name & passed;
        let second = (sku & passed) - &first;
        let third = (any & passed) - &first - &second;
        [first, second, third]
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
