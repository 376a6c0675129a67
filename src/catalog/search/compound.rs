use super::{SearchQuery, Vocabulary};
use roaring::RoaringBitmap;

/// Shortest word that is looked for within others: of shorter ones, too much happens to hold them.
const MIN_LENGTH: usize = 4;
/// Most words that are taken for one.
const MAX: usize = 64;

impl Vocabulary {
    /// `words` with each that none of `these` products holds replaced by those that hold it within, such as `hammer` by
    /// `klauenhammer`; `None` if one of them has none, or none is unknown. It reads every word there is: for when nothing is found.
    pub fn compounds(&self, words: &SearchQuery, these: &RoaringBitmap) -> Option<SearchQuery> {
        self.replaced(words, these, |word| self.holding(word, these))
    }

    /// Words of `these` products that hold `part`, in order.
    fn holding(&self, part: &str, these: &RoaringBitmap) -> Vec<String> {
        if part.chars().count() < MIN_LENGTH {
            return Vec::new();
        }
        let all = self.at_or_after("");
        let found = all.filter(|(word, held)| {
            word.contains(part) && held.all().iter().any(|it| it.is_any_among(these))
        });
        found.take(MAX).map(|(word, _)| word.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::translated::Translated, catalog::Product};

    #[test]
    fn a_word_is_found_within_others_where_there_is_none_of_its_own() {
        let mut vocabulary = Vocabulary::default();
        for (slot, name) in (0..).zip(["Klauenhammer", "Gummihammer weich", "Ring", "Feder"]) {
            let name = Translated::one("de", name);
            let product = Product {
                name,
                ..Product::default()
            };
            vocabulary.put(&product, slot);
        }
        let all: RoaringBitmap = (0..4).collect();
        let found = |typed: &str| vocabulary.compounds(&SearchQuery::typed(typed), &all);
        let both = vec!["gummihammer".to_owned(), "klauenhammer".to_owned()];
        assert_eq!(found("Hammer"), Some(SearchQuery(vec![both.clone()])));
        let weich = vec!["weich".to_owned()];
        assert_eq!(found("weich hammer"), Some(SearchQuery(vec![weich, both])));
        assert_eq!(found("mer"), None, "too short");
        assert_eq!(found("feder"), None, "there is one");
        assert_eq!(found("hammer zange"), None);
    }
}
