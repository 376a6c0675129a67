//! A text in the languages the merchant wrote it in.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};
use std::fmt;

/// Ends each code and each text: no database keeps it in one.
const END: char = '\0';

/// Texts by ISO 639-1 code, the merchant's own language first. Written as a JSON object.
///
/// They are one piece of memory, code after text after code: a catalogue holds millions of them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Translated(Box<str>);

impl Translated {
    /// A text in one language.
    pub fn one(language: &str, text: &str) -> Self {
        Self::from_iter([(language, text)])
    }

    /// The text in `language`, or in the first language there is; empty if there is none.
    pub fn get(&self, language: &str) -> &str {
        let exact = self.iter().find(|(code, _)| *code == language);
        exact
            .or_else(|| self.iter().next())
            .map_or("", |(_, text)| text)
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language and text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        pairs(&self.0)
    }

    /// A copy with every text passed through `change`.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        self.iter()
            .map(|(code, text)| (code, change(text)))
            .collect()
    }
}

impl<C: AsRef<str>, T: AsRef<str>> FromIterator<(C, T)> for Translated {
    fn from_iter<I: IntoIterator<Item = (C, T)>>(texts: I) -> Self {
        let mut kept = String::new();
        for (code, text) in texts {
            let (code, text) = (code.as_ref(), text.as_ref());
            let is_known = pairs(&kept).any(|(known, _)| known == code);
            if !is_known && text.contains(|character| character != END) {
                for part in [code, text] {
                    kept.extend(part.split(END));
                    kept.push(END);
                }
            }
        }
        Self(kept.into())
    }
}

fn pairs(all: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut parts = all.split_terminator(END);
    std::iter::from_fn(move || parts.next().zip(parts.next()))
}

impl fmt::Debug for Translated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Serialize for Translated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Translated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl<'de> Visitor<'de> for Texts {
            type Value = Translated;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of language codes and texts, such as {\"en\": \"Mug\"}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Translated, A::Error> {
                let mut texts = Vec::new();
                while let Some(entry) = map.next_entry::<String, String>()? {
                    texts.push(entry);
                }
                Ok(texts.into_iter().collect())
            }
        }
        deserializer.deserialize_map(Texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_the_language_there_is() {
        let text = Translated::from_iter([("en", "Print"), ("de", "Druck"), ("fr", "")]);
        assert_eq!(
            (text.get("de"), text.get("en"), text.get("nl")),
            ("Druck", "Print", "Print")
        );
        assert_eq!(Translated::default().get("en"), "");
        let odd = Translated::from_iter([("", "x"), ("e\0n", "a\0b"), ("de", "\0"), ("en", "c")]);
        assert_eq!(odd.iter().collect::<Vec<_>>(), [("", "x"), ("en", "ab")]);
        let json = serde_json::to_string(&text).expect("JSON");
        assert_eq!(json, r#"{"en":"Print","de":"Druck"}"#);
        assert_eq!(
            serde_json::from_str::<Translated>(&json).expect("read"),
            text
        );
    }
}
