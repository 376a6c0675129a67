use crate::{
    cart::form::{Pairs, text},
    text::product::ProductTexts,
};

/// Longest title, in characters.
pub const MAX_TITLE_LENGTH: usize = 120;
/// Longest text, in characters.
pub const MAX_TEXT_LENGTH: usize = 4_000;
/// Longest name, in characters.
pub const MAX_NAME_LENGTH: usize = 60;

/// A review as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewInput {
    /// 1 to 5; `None` if none was chosen.
    pub stars: Option<i64>,
    /// Its title, which may be missing.
    pub title: String,
    /// What it says.
    pub text: String,
    /// What its author wants to be called.
    pub name: String,
}

/// What is wrong with a review; nothing where nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// Of the stars.
    pub stars: Option<&'static str>,
    /// Of the title.
    pub title: Option<&'static str>,
    /// Of the text.
    pub text: Option<&'static str>,
    /// Of the name.
    pub name: Option<&'static str>,
}

impl Problems {
    /// Returns `true` if there is one.
    pub fn any(&self) -> bool {
        *self != Self::default()
    }
}

impl ReviewInput {
    /// What a form holds, with white space as it is stored.
    pub fn read(form: &Pairs) -> Self {
        let stars = text(form, "stars").parse().ok();
        Self {
            stars: stars.filter(|stars| (1..=5).contains(stars)),
            title: line(text(form, "title")),
            text: lines(text(form, "text")),
            name: line(text(form, "name")),
        }
    }

    /// What is wrong with it.
    pub fn problems(&self, p: &'static ProductTexts) -> Problems {
        let length = |text: &str| text.chars().count();
        let is_name = (1..=MAX_NAME_LENGTH).contains(&length(&self.name));
        let is_text = (1..=MAX_TEXT_LENGTH).contains(&length(&self.text));
        Problems {
            stars: self.stars.is_none().then_some(p.wrong_stars),
            title: (length(&self.title) > MAX_TITLE_LENGTH).then_some(p.wrong_title),
            text: (!is_text).then_some(p.wrong_text),
            name: (!is_name).then_some(p.wrong_name),
        }
    }
}

/// One line without what cannot be seen.
fn line(text: &str) -> String {
    let is_seen = |letter: &char| letter.is_whitespace() || !letter.is_control();
    let seen: String = text.chars().filter(is_seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines without what cannot be seen, and no more than one empty one between them.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut kept: Vec<String> = Vec::new();
    for typed in text.split('\n').map(line) {
        let is_second_empty = typed.is_empty() && kept.last().is_none_or(String::is_empty);
        if !is_second_empty {
            kept.push(typed);
        }
    }
    kept.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use proptest::prelude::*;

    fn read(stars: &str, title: &str, text: &str, name: &str) -> ReviewInput {
        let pairs = [
            ("stars", stars),
            ("title", title),
            ("text", text),
            ("name", name),
        ];
        ReviewInput::read(
            &pairs
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
        )
    }

    #[test]
    fn white_space_is_kept_as_it_is_meant() {
        let typed = read(
            "4",
            " A\tgood\nmug ",
            "\r\n One\u{7} \r\n\r\n\r\ntwo ",
            " Ada  L. ",
        );
        assert_eq!(typed.title, "A good mug");
        assert_eq!(typed.text, "One\n\ntwo");
        assert_eq!((typed.name.as_str(), typed.stars), ("Ada L.", Some(4)));
        let hidden = read("4", "A \0 mug", "A\u{b}\0\u{b}!", "Ada");
        assert_eq!(
            (hidden.title.as_str(), hidden.text.as_str()),
            ("A mug", "A !")
        );
    }

    #[test]
    fn what_is_missing_or_too_long_is_named() {
        let p = Language::english().product_texts();
        assert!(!read("5", "", "Good.", "Ada").problems(p).any());
        for stars in ["", "0", "6", "4.5", "five"] {
            assert!(
                read(stars, "", "Good.", "Ada").problems(p).stars.is_some(),
                "{stars}"
            );
        }
        let none = read("5", "", " \n ", "").problems(p);
        assert!(none.text.is_some() && none.name.is_some() && none.title.is_none());
        let long = read(
            "5",
            &"x".repeat(MAX_TITLE_LENGTH + 1),
            &"x".repeat(MAX_TEXT_LENGTH + 1),
            &"x".repeat(MAX_NAME_LENGTH + 1),
        );
        let long = long.problems(p);
        assert!(long.text.is_some() && long.name.is_some() && long.title.is_some());
    }

    proptest! {
        #[test]
        fn nothing_that_moves_the_cursor_is_kept(title in "\\PC{0,40}|[\\x00-\\x20]{0,20}", text in "(\\PC|[\\x00-\\x20]){0,60}") {
            let typed = read("3", &title, &text, "Ada");
            prop_assert!(!typed.title.contains(char::is_control));
            prop_assert!(!typed.text.contains(|letter: char| letter.is_control() && letter != '\n'));
            prop_assert!(!typed.text.contains("\n\n\n"));
            prop_assert_eq!(&read("3", &typed.title, &typed.text, "Ada"), &typed, "it is kept as it was kept");
        }
    }
}
