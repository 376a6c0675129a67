use super::{SearchQuery, Vocabulary};
use roaring::RoaringBitmap;
use std::{cmp::Reverse, collections::BTreeSet};

/// Most spellings tried for one word.
const SPELLINGS: usize = 6;
/// Shortest word that may hold a slip.
const MIN_LENGTH: usize = 3;

impl Vocabulary {
    /// `words` with each that none of `these` products holds replaced by those one edit away that they do; `None` if
    /// one of them has none, or none is unknown.
    pub fn mended(&self, words: &SearchQuery, these: &RoaringBitmap) -> Option<SearchQuery> {
        self.replaced(words, these, |word| self.near(word, these))
    }

    /// `words` with each that none of `these` products holds replaced `by` others; `None` if one of them has none, or none is
    /// unknown.
    pub(super) fn replaced(
        &self,
        words: &SearchQuery,
        these: &RoaringBitmap,
        by: impl Fn(&str) -> Vec<String>,
    ) -> Option<SearchQuery> {
        let mut changed = false;
        let replaced: Option<Vec<_>> = words
            .0
            .iter()
            .map(|spellings| {
                let word = spellings.first()?;
                if self.contains(word, these) {
                    return Some(spellings.clone());
                }
                changed = true;
                Some(by(word)).filter(|others| !others.is_empty())
            })
            .collect();
        replaced.filter(|_| changed).map(SearchQuery)
    }

    fn contains(&self, beginning: &str, these: &RoaringBitmap) -> bool {
        let mut words = self.beginning_with(beginning);
        words.any(|(_, held)| held.all().iter().any(|it| it.is_any_among(these)))
    }

    /// Words one edit from `word`, those that most of `these` hold first.
    fn near(&self, word: &str, these: &RoaringBitmap) -> Vec<String> {
        if word.chars().count() < MIN_LENGTH {
            return Vec::new();
        }
        let counted = self.edits(word).into_iter().filter_map(|near| {
            let holders: RoaringBitmap = self.get(&near)?.all().into_iter().collect();
            let held = holders.intersection_len(these);
            (held > 0).then_some((Reverse(held), near.chars().count(), near))
        });
        let mut near: Vec<_> = counted.collect();
        near.sort();
        near.into_iter()
            .take(SPELLINGS)
            .map(|(.., word)| word)
            .collect()
    }

    /// `word` with a letter put in, left out, replaced, or swapped with its neighbour; of the letters that may be put
    /// in, those that some word goes on with.
    fn edits(&self, word: &str) -> BTreeSet<String> {
        let mut edits = BTreeSet::new();
        let starts = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        for (before, after) in starts.map(|at| word.split_at(at)) {
            let mut rest = after.chars();
            let next = rest.next();
            let rest = rest.as_str();
            if let Some(next) = next {
                edits.insert(format!("{before}{rest}"));
                if let Some(second) = rest.chars().next() {
                    edits.insert(format!(
                        "{before}{second}{next}{}",
                        &rest[second.len_utf8()..]
                    ));
                }
            }
            for letter in self.next_letters(before) {
                edits.insert(format!("{before}{letter}{after}"));
                if next.is_some() {
                    edits.insert(format!("{before}{letter}{rest}"));
                }
            }
        }
        edits.remove(word);
        edits
    }

    /// Letters that words go on with after `beginning`.
    fn next_letters(&self, beginning: &str) -> Vec<char> {
        let mut letters = Vec::new();
        let mut from = format!("{beginning}\0");
        // From letter to letter: what has the same beginning is jumped over.
        while let Some((word, _)) = self.at_or_after(&from).next() {
            let Some(letter) = word
                .strip_prefix(beginning)
                .and_then(|rest| rest.chars().next())
            else {
                break;
            };
            letters.push(letter);
            let Some(following) = (letter..=char::MAX).nth(1) else {
                break;
            };
            from = format!("{beginning}{following}");
        }
        letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::translated::Translated, catalog::Product};
    use proptest::prelude::*;

    /// A word a product, and all of these products.
    fn vocabulary<W: AsRef<str>>(words: &[W]) -> (Vocabulary, RoaringBitmap) {
        let mut vocabulary = Vocabulary::default();
        for (slot, word) in (0..).zip(words) {
            let name = Translated::one("en", word.as_ref());
            vocabulary.put(
                &Product {
                    name,
                    ..Product::default()
                },
                slot,
            );
        }
        (
            vocabulary,
            (0..u32::try_from(words.len()).expect("few")).collect(),
        )
    }

    #[test]
    fn one_slip_is_mended_and_two_are_not() {
        let (vocabulary, all) = vocabulary(&["ember", "tide", "tides", "moss", "cotton"]);
        let mended = |typed: &str| {
            vocabulary
                .mended(&SearchQuery::typed(typed), &all)
                .map(|words| words.0)
        };
        assert_eq!(mended("enber"), Some(vec![vec!["ember".into()]]));
        assert_eq!(
            mended("ebmer coton"),
            Some(vec![vec!["ember".into()], vec!["cotton".into()]])
        );
        assert_eq!(mended("tyde"), Some(vec![vec!["tide".into()]]));
        assert_eq!(
            mended("mosss tid"),
            Some(vec![vec!["moss".into()], vec!["tid".into()]])
        );
        assert_eq!(mended("eenbr"), None);
        assert_eq!(mended("ember"), None);
        assert_eq!(mended("xx"), None);
        let without_ember = all - RoaringBitmap::from([0]);
        assert_eq!(
            vocabulary.mended(&SearchQuery::typed("enber"), &without_ember),
            None,
            "it is gone"
        );
    }

    proptest! {
        /// What is tried is all there is: the same as comparing every word.
        #[test]
        fn near_words_are_those_at_distance_one(known in proptest::collection::vec("[abä]{1,5}", 1..20), typed in "[abc]{3,5}") {
            let (vocabulary, all) = vocabulary(&known);
            let mut known: BTreeSet<String> = known.iter().map(|it| SearchQuery::typed(it).0.concat().concat()).collect();
            known.retain(|word| strsim::osa_distance(word, &typed) == 1);
            let near = vocabulary.near(&typed, &all);
            prop_assert!(near.len() == known.len().min(SPELLINGS));
            prop_assert!(near.iter().all(|word| known.contains(word)));
        }
    }
}
