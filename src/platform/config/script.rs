//! A script of the merchant's, as the settings name it.

use crate::base::consent::Purpose;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::fmt;

/// `"chat.js"`, or `{ src = "https://…", needs = "analytics" }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Script {
    /// A file, or an https URL.
    pub src: String,
    /// What the visitor must have agreed to before it loads; nothing if none.
    pub needs: Option<Purpose>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    src: String,
    needs: Option<Purpose>,
}

impl From<&str> for Script {
    /// A script that needs nothing.
    fn from(src: &str) -> Self {
        Self {
            src: src.to_owned(),
            needs: None,
        }
    }
}

impl<'de> Deserialize<'de> for Script {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

/// Reads both forms. An untagged enum would say of a wrong one only that it is neither.
struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = Script;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a file, an https URL, or { src = \"…\", needs = \"analytics\" }")
    }

    fn visit_str<E>(self, src: &str) -> Result<Script, E> {
        Ok(src.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Script, A::Error> {
        let Fields { src, needs } = Fields::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Script { src, needs })
    }
}
