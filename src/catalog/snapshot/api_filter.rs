//! What programs ask of a list and no page does (`spec/rest.md` 3).

use super::{CatalogSnapshot, Facets, Scope, list};
use crate::catalog::filter::{Filter, Sort};
use roaring::RoaringBitmap;
use std::cmp::Reverse;

/// What narrows a list besides its filter; what is `None` narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApiFilter {
    /// Whether shoppers see it.
    pub enabled: Option<bool>,
    /// Whether it can be bought now.
    pub in_stock: Option<bool>,
    /// Whether it was dearer.
    pub on_sale: Option<bool>,
    /// Only what is shown at the store root.
    pub featured: bool,
    /// Changed at this time or later, in UNIX seconds.
    pub updated_from: Option<i64>,
    /// Changed at this time or before, in UNIX seconds.
    pub updated_to: Option<i64>,
}

impl CatalogSnapshot {
    /// Of the products of `scope` that pass `filter` and `further`: how many there are, and `most` of them from the
    /// filter's offset on.
    pub fn part(
        &self,
        scope: Scope<'_>,
        filter: &Filter,
        further: &ApiFilter,
        most: usize,
    ) -> (u64, Vec<u32>) {
        let passed = self.passed(&self.narrowed(scope, filter, further), filter, None);
        let offset = filter.offset;
        let part = match filter.sort {
            Sort::AddedTimeAsc => self.by_time(&passed, offset, most, |slot| {
                self.at(slot).map(|card| (card.created_at, card.id))
            }),
            Sort::UpdatedTimeAsc => self.by_time(&passed, offset, most, |slot| {
                self.at(slot).map(|card| (self.updated_at(slot), card.id))
            }),
            Sort::UpdatedTimeDesc => self.by_time(&passed, offset, most, |slot| {
                Reverse(self.at(slot).map(|card| (self.updated_at(slot), card.id)))
            }),
            sort => self.sorted(scope, sort, &passed, offset, most),
        };
        (passed.len(), part)
    }

    /// How many products of `scope` pass `filter` and `further`, and what narrows them further.
    pub fn facets(&self, scope: Scope<'_>, filter: &Filter, further: &ApiFilter) -> (u64, Facets) {
        let base = self.narrowed(scope, filter, further);
        let passed = self.passed(&base, filter, None);
        let facets = Facets::count(self, &base, &passed, filter);
        (passed.len(), facets)
    }

    /// When the product in `slot` changed last, in UNIX seconds.
    pub fn updated_at(&self, slot: u32) -> i64 {
        let stirred = self.stock_changed_at.get(&slot).copied().unwrap_or(0);
        self.at(slot).map_or(0, |card| card.updated_at.max(stirred))
    }

    /// How many products in `slots` shoppers see.
    pub fn enabled_among(&self, slots: &[u32]) -> usize {
        let enabled = slots.iter().filter(|slot| !self.disabled.contains(**slot));
        enabled.count()
    }

    fn narrowed(&self, scope: Scope<'_>, filter: &Filter, further: &ApiFilter) -> RoaringBitmap {
        let mut base = self.base(scope, filter);
        for (wanted, these) in [
            (further.enabled.map(|is| !is), &self.disabled),
            (further.in_stock, &self.in_stock),
            (further.on_sale, &self.on_sale),
        ] {
            match wanted {
                Some(true) => base &= these,
                Some(false) => base -= these,
                None => {}
            }
        }
        if further.featured {
            base &= self.featured().into_iter().collect::<RoaringBitmap>();
        }
        if further.updated_from.is_some() || further.updated_to.is_some() {
            let is_within = |slot: &u32| {
                let time = self.updated_at(*slot);
                further.updated_from.is_none_or(|first| time >= first)
                    && further.updated_to.is_none_or(|last| time <= last)
            };
            base = base.into_iter().filter(is_within).collect();
        }
        base
    }

    fn by_time<K: Ord>(
        &self,
        passed: &RoaringBitmap,
        offset: usize,
        most: usize,
        key: impl Fn(u32) -> K,
    ) -> Vec<u32> {
        list::first_by(passed.iter().collect(), offset, most, |slot| key(*slot))
    }
}
