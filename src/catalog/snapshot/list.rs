use super::{CatalogSnapshot, Facets, Order, SearchMatches, at};
use crate::catalog::{
    attribute,
    filter::{Filter, Sort, Values},
};
use roaring::RoaringBitmap;
use std::{ops::Range, sync::Arc};

/// A page of a list, and how it can be narrowed.
#[derive(Debug, Default)]
pub struct List {
    /// How many products there are in all.
    pub total: u64,
    /// Index of the first one here.
    pub offset: usize,
    /// The products here.
    pub products: Vec<u32>,
    /// What narrows the list further.
    pub facets: Facets,
}

/// Where to look.
#[derive(Clone, Copy)]
pub enum Scope<'a> {
    /// In a category, or in the whole shop for 0.
    Category(i64),
    /// Among what a search found.
    Found(&'a SearchMatches),
}

/// A part of a filter that can be left out, to count what else it could be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FilterPart<'a> {
    Categories,
    Price,
    InStock,
    OnSale,
    Attribute(&'a str),
    Option(&'a str),
}

impl CatalogSnapshot {
    /// The products of `scope` that pass `filter`: `most` from its offset on, or the last page if
    /// there are not so many. `key` names the scope; what was listed before is remembered under it.
    pub fn list(&self, key: &str, scope: Scope<'_>, filter: &Filter, most: usize) -> Arc<List> {
        let key = format!("{key} {most} {filter:?}");
        let list = || Arc::new(self.listed(scope, filter, most));
        let known = self.lists.get(&key);
        known.unwrap_or_else(|| self.lists.keep(&key, list()))
    }

    /// `filter` with the numbers of attributes replaced by their names; an attribute whose name is a number stays.
    pub fn with_names(&self, mut filter: Filter) -> Filter {
        let is_number = |name: &&String| {
            name.parse::<u32>().is_ok() && !self.attributes.contains_key(name.as_str())
        };
        let numbers: Vec<String> = filter
            .attributes
            .keys()
            .filter(is_number)
            .cloned()
            .collect();
        for number in numbers {
            let mut names = self.attributes.keys();
            let Some(name) = names.find(|name| attribute::id(name).to_string() == number) else {
                continue;
            };
            let more = filter.attributes.remove(&number).unwrap_or_default();
            let values = filter.attributes.entry(name.to_string()).or_default();
            values.extend(more);
            values.sort();
            values.dedup();
        }
        filter
    }

    fn listed(&self, scope: Scope<'_>, filter: &Filter, most: usize) -> List {
        let base = self.base(scope, filter);
        let passed = self.passed(&base, filter, None);
        let total = passed.len();
        let last = usize::try_from(total.saturating_sub(1)).unwrap_or(0) / most * most;
        let offset = filter.offset.min(last);
        List {
            total,
            offset,
            products: self.sorted(scope, filter.sort, &passed, offset, most),
            facets: Facets::count(self, &base, &passed, filter),
        }
    }

    /// Everything in `scope`, before any filter.
    pub(super) fn base(&self, scope: Scope<'_>, filter: &Filter) -> RoaringBitmap {
        match scope {
            Scope::Category(0) => self.all.clone(),
            Scope::Category(id) => self.within(id, filter.subcategories),
            Scope::Found(found) => found.all().clone(),
        }
    }

    pub(super) fn within(&self, category: i64, subcategories: bool) -> RoaringBitmap {
        match self.tree.get(category) {
            Some(node) if subcategories => node.all.clone(),
            Some(node) => node.own.iter().copied().collect(),
            None => RoaringBitmap::new(),
        }
    }

    /// What of `base` passes `filter`, its part `without` left out.
    pub(super) fn passed(
        &self,
        base: &RoaringBitmap,
        filter: &Filter,
        without: Option<FilterPart<'_>>,
    ) -> RoaringBitmap {
        let counts = |part: FilterPart<'_>| without != Some(part);
        let mut passed = base.clone();
        if !filter.categories.is_empty() && counts(FilterPart::Categories) {
            let each = filter
                .categories
                .iter()
                .map(|id| self.within(*id, filter.subcategories));
            passed &= each.fold(RoaringBitmap::new(), |all, one| all | one);
        }
        if filter.in_stock && counts(FilterPart::InStock) {
            passed &= &self.in_stock;
        }
        if filter.on_sale && counts(FilterPart::OnSale) {
            passed &= &self.on_sale;
        }
        let attributes = chosen(&self.attributes, &filter.attributes, |name| {
            counts(FilterPart::Attribute(name))
        });
        let options = chosen(&self.options, &filter.options, |name| {
            counts(FilterPart::Option(name))
        });
        for values in attributes.chain(options) {
            passed &= values;
        }
        let by_price =
            (filter.price_from.is_some() || filter.price_to.is_some()) && counts(FilterPart::Price);
        if by_price && let Some(order) = self.orders.get(Sort::PriceAsc) {
            let places = self.places_by_price(order, filter);
            let is_within = |index: &u32| places.contains(&order.places[at(*index)]);
            passed = passed.into_iter().filter(is_within).collect();
        }
        if filter.created_from.is_some() || filter.created_to.is_some() {
            let is_within = |index: &u32| self.is_of_its_time(*index, filter);
            passed = passed.into_iter().filter(is_within).collect();
        }
        passed
    }

    /// Places in the order by price of what costs as much as `filter` says.
    fn places_by_price(&self, order: &Order, filter: &Filter) -> Range<u32> {
        let price = |index: &u32| self.at(*index).map_or(0, |card| card.price);
        let cheaper = |than: i64| order.products.partition_point(|it| price(it) < than);
        let first = filter.price_from.map_or(0, cheaper);
        let end = match filter.price_to {
            Some(most) => order.products.partition_point(|it| price(it) <= most),
            None => order.products.len(),
        };
        let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        place(first)..place(end)
    }

    fn is_of_its_time(&self, index: u32, filter: &Filter) -> bool {
        self.at(index).is_some_and(|card| {
            filter
                .created_from
                .is_none_or(|first| card.created_at >= first)
                && filter.created_to.is_none_or(|last| card.created_at <= last)
        })
    }

    pub(super) fn sorted(
        &self,
        scope: Scope<'_>,
        sort: Sort,
        passed: &RoaringBitmap,
        offset: usize,
        most: usize,
    ) -> Vec<u32> {
        match (scope, sort) {
            (Scope::Found(found), Sort::Relevance) => {
                self.tiers(&found.ranked(passed), offset, most)
            }
            (Scope::Category(id), Sort::Normal | Sort::Relevance) => {
                let own = self.tree.get(id).map(|node| node.own.as_slice());
                let own: Vec<u32> = own
                    .unwrap_or_default()
                    .iter()
                    .copied()
                    .filter(|slot| passed.contains(*slot))
                    .collect();
                let rest = passed - own.iter().copied().collect::<RoaringBitmap>();
                let mut page: Vec<u32> = own.iter().copied().skip(offset).take(most).collect();
                let (offset, most) = (offset.saturating_sub(own.len()), most - page.len());
                page.extend(cut(&self.orders.merchant, &rest, offset, most));
                page
            }
            (_, sort) => {
                let order = self.orders.get(sort).unwrap_or(&self.orders.merchant);
                cut(order, passed, offset, most)
            }
        }
    }

    /// Products of these tiers, one after the other, each in the merchant's order.
    pub(super) fn tiers(&self, tiers: &[RoaringBitmap], offset: usize, most: usize) -> Vec<u32> {
        let (mut page, mut offset) = (Vec::new(), offset);
        for tier in tiers {
            page.extend(cut(&self.orders.merchant, tier, offset, most - page.len()));
            offset = offset.saturating_sub(usize::try_from(tier.len()).unwrap_or(usize::MAX));
        }
        page
    }
}

/// Of the products `these`, in `order`, `most` from `offset` on.
fn cut(order: &Order, these: &RoaringBitmap, offset: usize, most: usize) -> Vec<u32> {
    if most == 0 || these.is_empty() {
        return Vec::new();
    }
    // Walking the whole order is quick where it holds much of it; else what is held is sorted.
    if these.len() > u64::try_from(order.products.len()).unwrap_or(0) / 16 {
        let held = order
            .products
            .iter()
            .copied()
            .filter(|slot| these.contains(*slot));
        return held.skip(offset).take(most).collect();
    }
    let place = |slot: &u32| order.places[at(*slot)];
    first_by(these.iter().collect(), offset, most, place)
}

/// Of `products`, in the order of `key`, `most` from `offset` on: only those are sorted.
pub(super) fn first_by<K: Ord>(
    mut products: Vec<u32>,
    offset: usize,
    most: usize,
    key: impl Fn(&u32) -> K,
) -> Vec<u32> {
    let last = offset.saturating_add(most);
    if last < products.len() {
        products.select_nth_unstable_by_key(last, &key);
        products.truncate(last);
    }
    products.sort_unstable_by_key(&key);
    products.into_iter().skip(offset).take(most).collect()
}

/// The products of any of the chosen values, for each name that counts.
fn chosen<'a>(
    all: &'a super::ByValue,
    wanted: &'a Values,
    counts: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = RoaringBitmap> + 'a {
    let counted = wanted.iter().filter(move |(name, _)| counts(name));
    counted.map(|(name, values)| {
        let known = all.get(name.as_str());
        let each = values.iter().filter_map(|value| known?.get(value.as_str()));
        each.collect()
    })
}
