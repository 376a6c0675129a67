//! A text in the languages the merchant wrote it in.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};
use std::fmt;

/// Texts by ISO 639-1 code, in order of the code. Written as a JSON object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translated(Box<[(Box<str>, Box<str>)]>);

impl Translated {
    /// A text in one language.
    pub fn one(language: &str, text: &str) -> Self {
        Self::from_iter([(language, text)])
    }

    /// The text in `language`, or in the first language there is; empty if there is none.
    pub fn get(&self, language: &str) -> &str {
        let exact = self.0.iter().find(|(code, _)| **code == *language);
        exact.or(self.0.first()).map_or("", |(_, text)| text)
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language and text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, text)| (&**code, &**text))
    }

    /// The same with each text changed by `change`.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Self {
        self.iter()
            .map(|(code, text)| (code, change(text)))
            .collect()
    }
}

impl<C: AsRef<str>, T: AsRef<str>> FromIterator<(C, T)> for Translated {
    fn from_iter<I: IntoIterator<Item = (C, T)>>(texts: I) -> Self {
        let mut texts: Vec<(Box<str>, Box<str>)> = texts
            .into_iter()
            .filter(|(_, text)| !text.as_ref().is_empty())
            .map(|(code, text)| (code.as_ref().into(), text.as_ref().into()))
            .collect();
        texts.sort_by(|one, other| one.0.cmp(&other.0));
        texts.dedup_by(|one, other| one.0 == other.0);
        Self(texts.into())
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
            ("Druck", "Print", "Druck")
        );
        assert_eq!(Translated::default().get("en"), "");
        let json = serde_json::to_string(&text).expect("JSON");
        assert_eq!(json, r#"{"de":"Druck","en":"Print"}"#);
        assert_eq!(
            serde_json::from_str::<Translated>(&json).expect("read"),
            text
        );
    }
}
