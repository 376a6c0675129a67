use super::{CatalogSnapshot, list::FilterPart, load::ByValue};
use crate::catalog::{
    filter::{Filter, Sort, Values},
    search::SlotSet,
};
use imbl::OrdMap;
use roaring::RoaringBitmap;

/// Most names of attributes or options offered as filters.
const MAX_NAMES: usize = 12;
/// Most values offered of each.
const MAX_VALUES: usize = 30;

/// What narrows a list further: each value with the number of products it would leave.
#[derive(Debug, Default)]
pub struct Facets {
    /// Lowest and highest price, in minor units.
    pub price: Option<(i64, i64)>,
    /// How many can be bought now.
    pub in_stock: u64,
    /// How many are on sale.
    pub on_sale: u64,
    /// Categories.
    pub categories: Vec<(i64, u64)>,
    /// Attributes.
    pub attributes: Vec<Facet>,
    /// Options.
    pub options: Vec<Facet>,
}

/// An attribute or option that narrows a list.
#[derive(Debug)]
pub struct Facet {
    /// Its name.
    pub name: String,
    /// Its values, those of most products first; chosen ones stay though they leave nothing.
    pub values: Vec<(String, u64)>,
}

impl Facets {
    /// The facets of `base` under `filter`, of which `all` is left.
    pub(super) fn count(
        snapshot: &CatalogSnapshot,
        base: &RoaringBitmap,
        all: &RoaringBitmap,
        filter: &Filter,
    ) -> Self {
        let without = |part: FilterPart<'_>| snapshot.passed(base, filter, Some(part));
        let by_price = if filter.price_from.is_some() || filter.price_to.is_some() {
            without(FilterPart::Price)
        } else {
            all.clone()
        };
        let in_categories = if filter.categories.is_empty() {
            all.clone()
        } else {
            without(FilterPart::Categories)
        };
        // Leaving out what does not narrow the list changes nothing.
        let left = |narrows: bool, part: FilterPart<'_>, these: &RoaringBitmap| {
            if narrows {
                without(part).intersection_len(these)
            } else {
                all.intersection_len(these)
            }
        };
        Self {
            price: prices(snapshot, &by_price),
            in_stock: left(filter.in_stock, FilterPart::InStock, &snapshot.in_stock),
            on_sale: left(filter.on_sale, FilterPart::OnSale, &snapshot.on_sale),
            categories: categories(snapshot, &in_categories),
            attributes: values(
                snapshot,
                &snapshot.attributes,
                &filter.attributes,
                all,
                |name| without(FilterPart::Attribute(name)),
            ),
            options: values(snapshot, &snapshot.options, &filter.options, all, |name| {
                without(FilterPart::Option(name))
            }),
        }
    }
}

fn prices(snapshot: &CatalogSnapshot, products: &RoaringBitmap) -> Option<(i64, i64)> {
    let order = &snapshot.orders.get(Sort::PriceAsc)?.products;
    let price = |index: &u32| snapshot.at(*index).map(|card| card.price);
    let held = |index: &&u32| products.contains(**index);
    let lowest = order.iter().find(held).and_then(price)?;
    let highest = order.iter().rev().find(held).and_then(price)?;
    Some((lowest, highest))
}

fn categories(snapshot: &CatalogSnapshot, products: &RoaringBitmap) -> Vec<(i64, u64)> {
    let counted = snapshot.tree.in_order().into_iter().filter_map(|id| {
        let products = snapshot.tree.get(id)?.all.intersection_len(products);
        (products > 0).then_some((id, products))
    });
    counted.take(MAX_VALUES).collect()
}

fn values(
    snapshot: &CatalogSnapshot,
    all: &ByValue,
    chosen: &Values,
    passed: &RoaringBitmap,
    without: impl Fn(&str) -> RoaringBitmap,
) -> Vec<Facet> {
    let facet = |name: &str, values: &OrdMap<Box<str>, SlotSet>| {
        let chosen = chosen.get(name);
        let others = chosen.map(|_| without(name));
        let among = others.as_ref().unwrap_or(passed);
        // What only products had that are gone is no value any more, even where it is chosen.
        let is_value = |products: &SlotSet| products.is_any_among(&snapshot.all);
        let mut counted: Vec<(String, u64)> = values
            .iter()
            .map(|(value, products)| (value, products, products.count_among(among)))
            .filter(|(value, products, left)| {
                let is_chosen =
                    chosen.is_some_and(|chosen| chosen.iter().any(|it| **it == ***value));
                *left > 0 || is_chosen && is_value(products)
            })
            .map(|(value, _, left)| (value.to_string(), left))
            .collect();
        counted.sort_by_key(|(_, left)| std::cmp::Reverse(*left));
        counted.truncate(MAX_VALUES);
        let is_known = || values.values().any(is_value);
        (counted.len() > 1 || chosen.is_some() && is_known()).then(|| Facet {
            name: name.to_owned(),
            values: counted,
        })
    };
    let facets = all.iter().filter_map(|(name, values)| facet(name, values));
    facets.take(MAX_NAMES).collect()
}
