//! A question as it is typed.

use crate::{
    base::validate,
    cart::form::{Pairs, text},
    text::contact::ContactTexts,
};

/// Longest subject, in characters.
pub const MAX_SUBJECT_LENGTH: usize = 150;
/// Longest message, in characters.
pub const MAX_TEXT_LENGTH: usize = 6_000;
/// Longest number of an order, in characters.
const MAX_NUMBER_LENGTH: usize = 40;

/// A question as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionInput {
    /// Who asks.
    pub name: String,
    /// Where the answer goes.
    pub email: String,
    /// What it is about, in a line.
    pub subject: String,
    /// The number of the order that it is about, if any.
    pub order: String,
    /// What is asked.
    pub text: String,
    /// The product that it is about, if any.
    pub product: Option<i64>,
}

/// What is wrong with a question; nothing where nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// Of the name.
    pub name: Option<&'static str>,
    /// Of the e-mail address.
    pub email: Option<&'static str>,
    /// Of the subject.
    pub subject: Option<&'static str>,
    /// Of the text.
    pub text: Option<&'static str>,
}

impl Problems {
    /// Returns `true` if there is one.
    pub fn any(&self) -> bool {
        *self != Self::default()
    }
}

impl QuestionInput {
    /// What a form holds, with white space as it is stored.
    pub fn read(form: &Pairs) -> Self {
        Self {
            name: line(text(form, "name")),
            email: text(form, "email").to_owned(),
            subject: line(text(form, "subject")),
            order: line(text(form, "order"))
                .chars()
                .take(MAX_NUMBER_LENGTH)
                .collect(),
            text: written(text(form, "message")),
            product: text(form, "product").parse().ok(),
        }
    }

    /// What is wrong with it.
    pub fn problems(&self, c: &'static ContactTexts) -> Problems {
        let length = |text: &str| text.chars().count();
        let is_subject = (1..=MAX_SUBJECT_LENGTH).contains(&length(&self.subject));
        Problems {
            name: validate::name(&self.name).is_none().then_some(c.wrong_name),
            email: validate::mailbox(&self.email)
                .is_none()
                .then_some(c.wrong_email),
            subject: (!is_subject).then_some(c.wrong_topic),
            text: (!is_written(&self.text)).then_some(c.wrong_text),
        }
    }
}

/// Whether `text` is a message: neither nothing nor too long.
pub fn is_written(text: &str) -> bool {
    (1..=MAX_TEXT_LENGTH).contains(&text.chars().count())
}

/// One line without what cannot be seen.
fn line(text: &str) -> String {
    let is_seen = |letter: &char| letter.is_whitespace() || !letter.is_control();
    let seen: String = text.chars().filter(is_seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines of a message without what cannot be seen, as they are kept.
pub fn written(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_seen = |letter: &char| matches!(letter, '\n' | '\t') || !letter.is_control();
    let seen: String = text.chars().filter(is_seen).collect();
    let lines: Vec<&str> = seen.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn read(pairs: &[(&str, &str)]) -> QuestionInput {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        QuestionInput::read(&pairs.iter().map(owned).collect())
    }

    #[test]
    fn white_space_is_kept_as_it_is_meant() {
        let typed = read(&[
            ("name", " Ada \t L. "),
            ("subject", "A\nmug"),
            ("message", "\r\n One\u{7}  \r\n\r\n  two \r\n"),
        ]);
        assert_eq!(
            (typed.name.as_str(), typed.subject.as_str()),
            ("Ada L.", "A mug")
        );
        assert_eq!(typed.text, "One\n\n  two");
    }

    #[test]
    fn what_is_missing_or_too_long_is_named() {
        let c = Language::english().contact_texts();
        let whole = [
            ("name", "Ada"),
            ("email", "ada@example.com"),
            ("subject", "A mug"),
            ("message", "Is it blue?"),
        ];
        assert!(!read(&whole).problems(c).any());
        let none = read(&[]).problems(c);
        assert!(
            none.name.is_some()
                && none.email.is_some()
                && none.subject.is_some()
                && none.text.is_some()
        );
        let long = "x".repeat(MAX_TEXT_LENGTH + 1);
        let typed = QuestionInput {
            text: long,
            ..read(&whole)
        };
        assert!(typed.problems(c).text.is_some());
    }
}
