//! The languages the interface speaks.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// ISO 639-1 code, as `Ecwid.getStorefrontLang()` returns it.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// The language with this ISO 639-1 code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
        }
    }

    /// The first language of an `Accept-Language` header that we speak, by its weights.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(u16, Self)> = header.split(',').filter_map(weighted).collect();
        wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wanted.first().map(|(_, language)| *language)
    }
}

fn weighted(item: &str) -> Option<(u16, Language)> {
    let (tag, parameters) = item.split_once(';').unwrap_or((item, "q=1"));
    let quality: f32 = parameters.trim().strip_prefix("q=")?.parse().ok()?;
    let primary = tag.trim().split('-').next()?;
    let language = Language::ALL
        .into_iter()
        .find(|language| language.code().eq_ignore_ascii_case(primary))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0–1000"
    )]
    let weight = (quality.clamp(0.0, 1.0) * 1000.0) as u16;
    (weight > 0).then_some((weight, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picks_the_language_the_browser_wants_most() {
        assert_eq!(
            Language::accepted("fr, de-AT;q=0.8, en;q=0.5"),
            Some(Language::De)
        );
        assert_eq!(
            Language::accepted("en-GB,en;q=0.9,de;q=0.8"),
            Some(Language::En)
        );
        assert_eq!(Language::accepted("de;q=0, fr"), None);
        assert_eq!(Language::accepted(";;;q=x,,"), None);
    }
}
