//! Sort orders of all products, such as by price or by name, kept in memory.

use super::{Card, at};
use crate::catalog::filter::Sort;
use imbl::Vector;
use roaring::RoaringBitmap;
use std::{collections::HashMap, sync::Arc};

/// The place of what is not in an order.
const NOWHERE: u32 = u32::MAX;
/// Orders that come from a key; the others come from these.
const KEYED: [Sort; 4] = [
    Sort::PriceAsc,
    Sort::PriceDesc,
    Sort::AddedTimeDesc,
    Sort::NameAsc,
];

/// Every order of all products; one that nothing moved in is shared between snapshots.
#[derive(Clone, Default)]
pub struct Orders {
    /// The merchant's own.
    pub merchant: Arc<Order>,
    others: HashMap<Sort, Arc<Order>>,
}

/// An order of all products.
#[derive(Clone, Default)]
pub struct Order {
    /// Products in it.
    pub products: Vec<u32>,
    /// Place of each product.
    pub places: Vec<u32>,
}

/// What changed between two snapshots, by slots.
#[derive(Default)]
pub struct Moves {
    /// Slots that hold no product any more.
    pub gone: RoaringBitmap,
    /// Slots that hold one now.
    pub fresh: Vec<u32>,
    /// Slots whose product has another card.
    pub replaced: Vec<u32>,
}

/// Where a product stands in an order: those of one key by what comes next.
type Rank = (Key, i64);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

impl Orders {
    /// The orders of all these.
    pub fn of(cards: &Vector<Card>) -> Self {
        let merchant = Order::sorted(cards, |card, _| rank(Sort::Normal, card, 0));
        let places = &merchant.places;
        let sorted = |sort| Order::sorted(cards, |card, slot| rank(sort, card, places[at(slot)]));
        let mut others: HashMap<Sort, Arc<Order>> = KEYED
            .iter()
            .map(|sort| (*sort, Arc::new(sorted(*sort))))
            .collect();
        if let Some(by_name) = others.get(&Sort::NameAsc) {
            others.insert(Sort::NameDesc, Arc::new(by_name.reversed()));
        }
        Self {
            merchant: Arc::new(merchant),
            others,
        }
    }

    /// The order of that name, if it is one of all products.
    pub fn get(&self, sort: Sort) -> Option<&Order> {
        match sort {
            Sort::Normal => Some(&self.merchant),
            Sort::Relevance => None,
            sort => self.others.get(&sort).map(|order| &**order),
        }
    }

    /// The orders of `cards`, which were those of `before` but for `moves`.
    pub fn after(&self, moves: &Moves, before: &Vector<Card>, cards: &Vector<Card>) -> Self {
        let moved = |sort| {
            OrderChange::of(moves, |slot: &u32| {
                let rank =
                    |cards: &Vector<Card>| cards.get(at(*slot)).map(|card| rank(sort, card, 0));
                rank(before) != rank(cards)
            })
        };
        let merchant = self.merchant.after(&moved(Sort::Normal), cards, |card, _| {
            rank(Sort::Normal, card, 0)
        });
        let mut next = Self {
            merchant: merchant.map_or_else(|| Arc::clone(&self.merchant), Arc::new),
            others: self.others.clone(),
        };
        for sort in KEYED {
            let (places, order) = (&next.merchant.places, self.get(sort));
            let ranked = |card: &Card, slot: u32| rank(sort, card, places[at(slot)]);
            let Some(order) = order.and_then(|it| it.after(&moved(sort), cards, ranked)) else {
                continue;
            };
            if sort == Sort::NameAsc {
                next.others
                    .insert(Sort::NameDesc, Arc::new(order.reversed()));
            }
            next.others.insert(sort, Arc::new(order));
        }
        next
    }
}

/// What moves in one order.
struct OrderChange {
    out: RoaringBitmap,
    into: Vec<u32>,
}

impl OrderChange {
    fn of(moves: &Moves, is_moved: impl Fn(&u32) -> bool) -> Self {
        let replaced: Vec<u32> = moves.replaced.iter().copied().filter(is_moved).collect();
        let mut out = moves.gone.clone();
        out.extend(&replaced);
        Self {
            out,
            into: [moves.fresh.as_slice(), &replaced].concat(),
        }
    }
}

impl Order {
    fn sorted(cards: &Vector<Card>, rank: impl Fn(&Card, u32) -> Rank) -> Self {
        let mut ranked: Vec<(Rank, u32)> = (0..)
            .zip(cards)
            .map(|(slot, card)| (rank(card, slot), slot))
            .collect();
        ranked.sort_unstable();
        Self::from(
            ranked
                .into_iter()
                .map(|(_, slot)| slot)
                .collect::<Vec<u32>>(),
        )
    }

    fn reversed(&self) -> Self {
        let products: Vec<u32> = self.products.iter().rev().copied().collect();
        let mut places = self.places.clone();
        fill(&mut places, &products, 0..products.len());
        Self { products, places }
    }

    /// A copy of the order in which the products of `moved` stand where they belong now; `None` if nothing moved.
    fn after(
        &self,
        moved: &OrderChange,
        cards: &Vector<Card>,
        rank: impl Fn(&Card, u32) -> Rank,
    ) -> Option<Self> {
        if moved.out.is_empty() && moved.into.is_empty() {
            return None;
        }
        let rank = |slot: u32| cards.get(at(slot)).map(|card| rank(card, slot));
        let kept = self.without(&moved.out);
        let mut ranked: Vec<_> = moved.into.iter().map(|slot| (rank(*slot), *slot)).collect();
        ranked.sort_unstable();
        let mut products = Vec::with_capacity(kept.len() + ranked.len());
        let (mut places, mut rest) = (self.places.clone(), kept.as_slice());
        places.resize(cards.len(), NOWHERE);
        for slot in &moved.out {
            places[at(slot)] = NOWHERE;
        }
        for (ranked, slot) in ranked {
            let (before, after) = rest.split_at(rest.partition_point(|it| rank(*it) < ranked));
            products.extend_from_slice(before);
            places[at(slot)] = place(products.len());
            products.push(slot);
            rest = after;
        }
        products.extend_from_slice(rest);
        let changed = changed(&self.products, &products);
        fill(&mut places, &products, changed);
        Some(Self { products, places })
    }

    fn without(&self, out: &RoaringBitmap) -> Vec<u32> {
        let mut gaps: Vec<usize> = out.iter().map(|slot| at(self.places[at(slot)])).collect();
        gaps.sort_unstable();
        let (mut kept, mut from) = (Vec::with_capacity(self.products.len()), 0);
        for gap in gaps {
            kept.extend_from_slice(&self.products[from..gap]);
            from = gap + 1;
        }
        kept.extend_from_slice(&self.products[from..]);
        kept
    }
}

impl From<Vec<u32>> for Order {
    fn from(products: Vec<u32>) -> Self {
        let mut places = vec![NOWHERE; products.len()];
        fill(&mut places, &products, 0..products.len());
        Self { products, places }
    }
}

/// The range of `now` that is not as it was `before`.
fn changed(before: &[u32], now: &[u32]) -> std::ops::Range<usize> {
    let same = |(one, other): &(&u32, &u32)| one == other;
    let first = before.iter().zip(now).take_while(same).count();
    let last = if before.len() == now.len() {
        before[first..]
            .iter()
            .rev()
            .zip(now.iter().rev())
            .take_while(same)
            .count()
    } else {
        0
    };
    first..now.len() - last
}

fn fill(places: &mut [u32], products: &[u32], range: std::ops::Range<usize>) {
    for index in range {
        places[at(products[index])] = place(index);
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NOWHERE)
}

/// The rank of `card`, which is at `place` of the merchant's order.
fn rank(sort: Sort, card: &Card, place: u32) -> Rank {
    let (category, own) = card.merchant_order;
    let place = i64::from(place);
    match sort {
        Sort::PriceAsc => (Key::Number(card.price), place),
        Sort::PriceDesc => (Key::Number(card.price.saturating_neg()), place),
        Sort::AddedTimeDesc => (
            Key::Number(card.created_at.saturating_neg()),
            card.id.saturating_neg(),
        ),
        Sort::NameAsc | Sort::NameDesc => (Key::Text(card.name.get("").to_lowercase()), place),
        _ => (
            // What stands in no category comes last: the greatest number fits too.
            Key::Number((i64::from(category) - (1 << 31)) << 32 | i64::from(own)),
            card.id,
        ),
    }
}
