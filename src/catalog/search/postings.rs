use super::{SlotSet, fold::each_word};
use crate::{
    base::{html, translated::Translated},
    catalog::Product,
};

/// Products that hold a word, by where they hold it.
#[derive(Clone, Debug, Default)]
pub struct Postings {
    /// In the name.
    pub name: SlotSet,
    /// In a SKU.
    pub sku: SlotSet,
    /// Only elsewhere.
    pub text: SlotSet,
}

impl Postings {
    /// Notes that the product in `slot`, the last so far, holds the word in `place`.
    pub fn push(&mut self, slot: u32, place: WordPlace) {
        let is_named = [&self.name, &self.sku]
            .iter()
            .any(|it| it.last() == Some(slot));
        match place {
            WordPlace::Name => self.name.push(slot),
            WordPlace::Sku => self.sku.push(slot),
            WordPlace::Text if is_named => {}
            WordPlace::Text => self.text.push(slot),
        }
    }

    /// All three.
    pub fn all(&self) -> [&SlotSet; 3] {
        [&self.name, &self.sku, &self.text]
    }
}

/// Where a product holds a word.
#[derive(Clone, Copy)]
pub enum WordPlace {
    /// In its name.
    Name,
    /// In a SKU.
    Sku,
    /// Elsewhere.
    Text,
}

/// What takes words, known or not.
pub trait Index {
    /// Notes that the product in `slot`, the last so far, holds `word` in `place`.
    fn push(&mut self, word: &str, slot: u32, place: WordPlace);
}

/// Notes every word of `product`, which is in `slot`: the last so far.
pub fn note(index: &mut impl Index, product: &Product, slot: u32) {
    let mut words = |place: WordPlace, text: &str| {
        each_word(text, |word| index.push(word, slot, place));
    };
    for text in texts(&product.name) {
        words(WordPlace::Name, text);
    }
    let variations = product.variations.iter();
    let skus = variations.map(|variation| variation.sku.as_str());
    for sku in std::iter::once(product.sku.as_str()).chain(skus) {
        words(WordPlace::Sku, sku);
    }
    for text in texts(&product.subtitle) {
        words(WordPlace::Text, text);
    }
    for text in texts(&product.description).flat_map(html::texts) {
        words(WordPlace::Text, text);
    }
    for fact in product.attributes.iter().filter(|it| it.shown) {
        words(WordPlace::Text, &fact.value);
    }
}

fn texts(all: &Translated) -> impl Iterator<Item = &str> {
    all.iter().map(|(_, text)| text)
}
