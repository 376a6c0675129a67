use super::Words;
use std::collections::HashMap;

/// Most spellings tried for one word.
const SPELLINGS: usize = 6;
/// Shortest word that may hold a slip.
const SHORTEST: usize = 3;

/// The words of the whole catalogue, as the index spells them.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Sorted, each with the number of products that hold it.
    words: Vec<(Box<str>, u32)>,
    /// Words by their length in characters: a slip changes that by one at most.
    by_length: HashMap<usize, Vec<u32>>,
}

impl Vocabulary {
    /// The vocabulary of these words and their frequencies.
    pub fn new(mut words: Vec<(Box<str>, u32)>) -> Self {
        words.sort();
        let mut by_length: HashMap<usize, Vec<u32>> = HashMap::new();
        for (index, (word, _)) in (0..).zip(&words) {
            by_length
                .entry(word.chars().count())
                .or_default()
                .push(index);
        }
        Self { words, by_length }
    }

    /// `words` with each unknown one replaced by the known ones that are one edit away; `None` if
    /// one of them has none, or none is unknown.
    pub fn mended(&self, words: &Words) -> Option<Words> {
        let mut changed = false;
        let mended: Option<Vec<_>> = words
            .0
            .iter()
            .map(|spellings| {
                let word = spellings.first()?;
                if self.knows(word) {
                    return Some(spellings.clone());
                }
                changed = true;
                Some(self.near(word)).filter(|near| !near.is_empty())
            })
            .collect();
        mended.filter(|_| changed).map(Words)
    }

    fn knows(&self, beginning: &str) -> bool {
        let at = self.words.partition_point(|(word, _)| **word < *beginning);
        self.words
            .get(at)
            .is_some_and(|(word, _)| word.starts_with(beginning))
    }

    fn near(&self, word: &str) -> Vec<String> {
        let letters = word.chars().count();
        if letters < SHORTEST {
            return Vec::new();
        }
        let lengths = letters - 1..=letters + 1;
        let candidates = lengths
            .filter_map(|length| self.by_length.get(&length))
            .flatten();
        let mut near: Vec<&(Box<str>, u32)> = candidates
            .filter_map(|index| self.words.get(usize::try_from(*index).ok()?))
            // A letter put in, left out, replaced, or swapped with its neighbour.
            .filter(|(known, _)| strsim::osa_distance(word, known) == 1)
            .collect();
        near.sort_by_key(|(_, products)| std::cmp::Reverse(*products));
        near.iter()
            .take(SPELLINGS)
            .map(|(word, _)| word.to_string())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_mended_and_two_are_not() {
        let known = ["ember", "tide", "tides", "moss", "cotton"];
        let vocabulary = Vocabulary::new(known.map(|word| (word.into(), 1)).into());
        let mended = |typed: &str| vocabulary.mended(&Words::typed(typed)).map(|words| words.0);
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
    }
}
