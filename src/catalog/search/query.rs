use super::fold::each_word;

/// Most words of a search that count.
const MAX_WORDS: usize = 8;

/// What is searched for: every word must be found, as the beginning of a word, in any of its spellings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery(pub(super) Vec<Vec<String>>);

impl SearchQuery {
    /// The words of what was typed.
    pub fn typed(text: &str) -> Self {
        let mut words = Vec::new();
        each_word(text, |word| {
            if words.len() < MAX_WORDS {
                words.push(vec![word.to_owned()]);
            }
        });
        Self(words)
    }

    /// Each word's spellings.
    pub fn each(&self) -> impl Iterator<Item = &[String]> {
        self.0.iter().map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_an_operator() {
        let typed = |text: &str| SearchQuery::typed(text).0.concat();
        assert_eq!(typed("Blue* OR \"mug\""), ["blue", "or", "mug"]);
        assert_eq!(typed("a-1 ^ : NEAR()"), ["a", "1", "near"]);
        assert_eq!(typed("… *"), [""; 0]);
    }
}
