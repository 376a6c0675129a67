//! Which words of the interface an e-mail is made of. Nobody lists them: the e-mail is written once in words that say what
//! they are called.

use super::{kind::EmailKind, sample::Sample};
use crate::{
    base::{error::AppError, language::LanguageCode},
    text::{Labels, Languages, WrongLabel},
};
use std::sync::LazyLock;

/// What stands around the name of a word.
const MARKS: [char; 2] = ['⟦', '⟧'];
/// How numbers and days are written: nobody rewords that here.
const FORMAT: &str = "format_";

/// English in which every text begins with its name. It is made once: what is spoken is never let go.
static NAMED: LazyLock<Languages> = LazyLock::new(|| {
    named().unwrap_or_else(|wrong| {
        tracing::error!(?wrong, "the words of e-mails are not known");
        Languages::embedded()
    })
});

fn named() -> Result<Languages, WrongLabel> {
    let english = Languages::embedded();
    let [open, close] = MARKS;
    let texts = english.messages(LanguageCode::EN).into_iter();
    let texts = texts.filter(|(id, _)| !id.starts_with(FORMAT));
    let texts = texts.map(|(id, text)| {
        let named = format!("{open}{id}{close} {text}");
        (id, named)
    });
    let labels = Labels::from([(LanguageCode::EN, texts.collect())]);
    english.with_labels(&labels)
}

/// The names of the words of `kind`, in the order they are read.
pub fn of(kind: &EmailKind, mut sample: Sample) -> Result<Vec<String>, AppError> {
    sample.code = LanguageCode::EN;
    sample.document.language = LanguageCode::EN;
    sample.config.store_language = LanguageCode::EN;
    let email = (kind.write)(&sample.in_words(&NAMED))?;
    let mut names: Vec<String> = Vec::new();
    for text in [&email.subject, &email.text] {
        for part in text.split(MARKS[0]).skip(1) {
            let Some((name, _)) = part.split_once(MARKS[1]) else {
                continue;
            };
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_can_be_named() {
        named().expect("labels");
    }
}
