use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// Most letters of a word that count.
const MAX_LETTERS: usize = 40;

/// Gives `take` each word of `text`, as it is compared: in lower case and without accents.
///
/// It is folded letter by letter, so the beginning of a word folds to the beginning of the folded word. An `ß` is `ss`:
/// both are written, and looked for.
pub fn each_word(text: &str, mut take: impl FnMut(&str)) {
    let (mut word, mut letters) = (String::new(), 0);
    let mut put = |character: char| {
        if character.is_alphanumeric() {
            if letters < MAX_LETTERS {
                word.push(character);
            }
            letters += 1;
        } else if letters > 0 {
            take(&word);
            word.clear();
            letters = 0;
        }
    };
    for character in text.chars() {
        if character.is_ascii() {
            put(character.to_ascii_lowercase());
        } else {
            fold(character, &mut put);
        }
    }
    put(' ');
}

fn fold(character: char, put: &mut impl FnMut(char)) {
    for lower in character.to_lowercase() {
        match lower {
            'ß' => ['s', 's'].into_iter().for_each(&mut *put),
            'ς' => put('σ'),
            _ => decompose_canonical(lower, |part| {
                // What stands on a letter is left out: it does not part words.
                if canonical_combining_class(part) == 0 {
                    put(part);
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_word(text, |word| words.push(word.to_owned()));
        words
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(words("Café CAFE\u{301} cafe"), ["cafe"; 3]);
        assert_eq!(words("Ärger, ÄRGER"), ["arger"; 2]);
        assert_eq!(
            words("Straße STRASSE GROẞ"),
            ["strasse", "strasse", "gross"]
        );
        assert_eq!(words("İstanbul ΟΔΟΣ οδος"), ["istanbul", "οδοσ", "οδοσ"]);
        assert_eq!(
            words("SKU-00012/7 rote–blau"),
            ["sku", "00012", "7", "rote", "blau"]
        );
        assert_eq!(words("… * \" \u{301}"), [""; 0]);
        assert_eq!(words(&"x".repeat(99)), ["x".repeat(MAX_LETTERS)]);
    }

    proptest! {
        #[test]
        fn the_beginning_of_a_word_folds_to_a_beginning(text in "\\PC{1,30}", length in 1_usize..30) {
            let beginning: String = text.chars().take(length).collect();
            let (whole, part) = (words(&text), words(&beginning));
            prop_assert!(part.len() <= whole.len());
            for (whole, part) in whole.iter().zip(&part) {
                prop_assert!(whole.starts_with(part.as_str()));
            }
            for word in &whole {
                prop_assert_eq!(words(word), std::slice::from_ref(word), "folding again changes nothing");
            }
        }
    }
}
