use super::{
    SlotSet,
    postings::{Index, Postings, WordPlace, note},
};
use crate::catalog::Product;
use imbl::OrdMap;
use roaring::RoaringBitmap;
use std::{collections::HashMap, ops::Bound};

/// The words of the whole catalogue, as they are compared, with the products that hold them.
///
/// A copy shares what does not change. Words of products that are gone stay in it: whoever asks says which products
/// there are.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary(OrdMap<Box<str>, Postings>);

/// A [`Vocabulary`] in the making: finding a word in it is quicker.
#[derive(Debug, Default)]
pub struct VocabularyBuilder {
    places: HashMap<Box<str>, usize>,
    gathered: Vec<Gathered>,
}

/// [`Postings`] in the making: a list grows at its end without looking for its place.
#[derive(Debug, Default)]
struct Gathered {
    name: Vec<u32>,
    sku: Vec<u32>,
    text: Vec<u32>,
}

/// Products that hold a word, by where they hold it.
#[derive(Debug, Default)]
pub struct Matches {
    /// In the name.
    pub name: RoaringBitmap,
    /// In a SKU.
    pub sku: RoaringBitmap,
    /// Anywhere.
    pub any: RoaringBitmap,
}

impl Vocabulary {
    /// Puts in every word of `product`, which is in `slot`: the last so far.
    pub fn put(&mut self, product: &Product, slot: u32) {
        note(self, product, slot);
    }

    /// Products among `these` with a word that starts with `beginning`.
    pub fn prefix_matches(&self, beginning: &str, these: &RoaringBitmap) -> Matches {
        let among = |place: fn(&Postings) -> &SlotSet| {
            let all: RoaringBitmap = self
                .beginning_with(beginning)
                .map(|(_, held)| place(held))
                .collect();
            all & these
        };
        let (name, sku) = (among(|it| &it.name), among(|it| &it.sku));
        let any = among(|it| &it.text) | &name | &sku;
        Matches { name, sku, any }
    }

    /// Words that start with `beginning`, in order, with their holders.
    pub(super) fn beginning_with(
        &self,
        beginning: &str,
    ) -> impl Iterator<Item = (&str, &Postings)> {
        let words = self.at_or_after(beginning);
        words.take_while(move |(word, _)| word.starts_with(beginning))
    }

    /// Words from `word` on, in order, with their holders.
    pub(super) fn at_or_after<'a>(
        &'a self,
        word: &str,
    ) -> impl Iterator<Item = (&'a str, &'a Postings)> + use<'a> {
        let from = (Bound::Included(word), Bound::Unbounded);
        self.0
            .range::<_, str>(from)
            .map(|(word, held)| (&**word, held))
    }

    /// The holders of exactly `word`.
    pub(super) fn get(&self, word: &str) -> Option<&Postings> {
        self.0.get(word)
    }
}

impl VocabularyBuilder {
    /// Puts in every word of `product`, which is in `slot`: the last so far.
    pub fn put(&mut self, product: &Product, slot: u32) {
        note(self, product, slot);
    }

    /// The vocabulary.
    pub fn build(mut self) -> Vocabulary {
        // In no order: a tree that grows at its end alone is left half empty.
        let words = self.places.into_iter();
        let held = words.map(|(word, place)| {
            (
                word,
                Postings::from(std::mem::take(&mut self.gathered[place])),
            )
        });
        Vocabulary(held.collect())
    }
}

impl Index for Vocabulary {
    fn push(&mut self, word: &str, slot: u32, place: WordPlace) {
        self.0.entry(word.into()).or_default().push(slot, place);
    }
}

impl Index for VocabularyBuilder {
    fn push(&mut self, word: &str, slot: u32, place: WordPlace) {
        let index = match self.places.get(word) {
            Some(index) => *index,
            None => {
                self.places.insert(word.into(), self.gathered.len());
                self.gathered.push(Gathered::default());
                self.gathered.len() - 1
            }
        };
        self.gathered[index].push(slot, place);
    }
}

impl Gathered {
    fn push(&mut self, slot: u32, place: WordPlace) {
        let is_last = |held: &[u32]| held.last() == Some(&slot);
        let is_named = is_last(&self.name) || is_last(&self.sku);
        let held = match place {
            WordPlace::Name => &mut self.name,
            WordPlace::Sku => &mut self.sku,
            WordPlace::Text if is_named => return,
            WordPlace::Text => &mut self.text,
        };
        if !is_last(held) {
            held.push(slot);
        }
    }
}

impl From<Gathered> for Postings {
    fn from(gathered: Gathered) -> Self {
        Self {
            name: gathered.name.into(),
            sku: gathered.sku.into(),
            text: gathered.text.into(),
        }
    }
}
