/// Most words of a search that count.
const MOST: usize = 8;

/// What is searched for: every word must be found, as the beginning of a word, in any of its spellings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub(super) Vec<Vec<String>>);

impl Words {
    /// The words of what was typed.
    pub fn typed(text: &str) -> Self {
        let words = text
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let lower = |word: &str| vec![word.chars().take(40).collect::<String>().to_lowercase()];
        Self(words.take(MOST).map(lower).collect())
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As FTS5 is asked: each word quoted, so that nothing in it is an operator.
    pub(super) fn to_fts(&self) -> String {
        let quoted = |word: &String| format!("\"{}\"*", word.replace('"', ""));
        let any = |spellings: &Vec<String>| {
            let all: Vec<String> = spellings.iter().map(quoted).collect();
            format!("({})", all.join(" OR "))
        };
        self.0.iter().map(any).collect::<Vec<_>>().join(" AND ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_is_an_operator() {
        assert_eq!(
            Words::typed("Blue* OR \"mug\"").to_fts(),
            "(\"blue\"*) AND (\"or\"*) AND (\"mug\"*)"
        );
        assert_eq!(
            Words::typed("a-1 ^ : NEAR()").to_fts(),
            "(\"a\"*) AND (\"1\"*) AND (\"near\"*)"
        );
        assert!(Words::typed("… *").is_empty());
    }
}
