//! Which language something is in.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The code of a language: ISO 639, with a region where that matters, such as `de` or `pt-BR`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageCode([u8; MAX_LENGTH]);

/// Length of the longest code, such as `fil-PH`.
const MAX_LENGTH: usize = 6;

impl LanguageCode {
    /// English, which every other language falls back to.
    pub const EN: Self = Self(*b"en\0\0\0\0");

    /// The code that `text` is, in whatever case; `None` if it has not the form of one.
    pub fn of(text: &str) -> Option<Self> {
        let (language, region) = match text.split_once(['-', '_']) {
            Some((language, region)) if region.len() == 2 => (language, region),
            None => (text, ""),
            Some(_) => return None,
        };
        let is_form = matches!(language.len(), 2 | 3);
        let are_letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !is_form || !are_letters(language) || !are_letters(region) {
            return None;
        }
        let mut code = language.to_ascii_lowercase();
        if !region.is_empty() {
            code += "-";
            code += &region.to_ascii_uppercase();
        }
        let mut bytes = [0; MAX_LENGTH];
        bytes[..code.len()].copy_from_slice(code.as_bytes());
        Some(Self(bytes))
    }

    /// The code as text, as `Ecwid.getStorefrontLang()` returns it.
    pub fn code(&self) -> &str {
        let text = std::str::from_utf8(&self.0).unwrap_or_default();
        text.trim_end_matches('\0')
    }

    /// The language without its region: `de` for `de-AT`.
    pub fn without_region(self) -> Self {
        let language = self.code().split('-').next().and_then(Self::of);
        language.unwrap_or(self)
    }

    /// The one of `spoken` that an `Accept-Language` header wants most, by its weights.
    pub fn accepted(header: &str, spoken: &[Self]) -> Option<Self> {
        let mut wanted: Vec<(u16, Self)> = header
            .split(',')
            .filter_map(|item| weighted(item, spoken))
            .collect();
        wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wanted.first().map(|(_, language)| *language)
    }

    /// This language if `spoken` has it, or else one of `spoken` with another region; `None` if there is neither.
    pub fn among(self, spoken: &[Self]) -> Option<Self> {
        let exact = spoken.iter().find(|it| **it == self);
        let akin = |it: &&Self| it.without_region() == self.without_region();
        exact.or_else(|| spoken.iter().find(akin)).copied()
    }
}

fn weighted(item: &str, spoken: &[LanguageCode]) -> Option<(u16, LanguageCode)> {
    let (tag, parameters) = item.split_once(';').unwrap_or((item, "q=1"));
    let quality: f32 = parameters.trim().strip_prefix("q=")?.parse().ok()?;
    let tag = tag.trim();
    // What stands behind a language besides a region, such as a script, is no matter here.
    let code = LanguageCode::of(tag).or_else(|| LanguageCode::of(tag.split('-').next()?));
    let language = code?.among(spoken)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0–1000"
    )]
    let weight = (quality.clamp(0.0, 1.0) * 1000.0) as u16;
    (weight > 0).then_some((weight, language))
}

impl TryFrom<String> for LanguageCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let code = Self::of(&text);
        code.ok_or_else(|| {
            format!("`{text}` is no code of a language, such as \"de\" or \"pt-BR\"")
        })
    }
}

impl From<LanguageCode> for String {
    fn from(language: LanguageCode) -> Self {
        language.code().to_owned()
    }
}

impl fmt::Debug for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> LanguageCode {
        LanguageCode::of(text).expect("a code")
    }

    #[test]
    fn a_code_is_read_in_whatever_case_and_written_in_one() {
        assert_eq!(code("en"), LanguageCode::EN);
        assert_eq!(code("PT-br").code(), "pt-BR");
        assert_eq!(code("fil_ph").code(), "fil-PH");
        assert_eq!(code("pt-BR").without_region(), code("pt"));
        for wrong in ["", "d", "german", "de-", "de-A", "d3", "de-DE-x", "ä"] {
            assert_eq!(LanguageCode::of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn picks_the_language_the_browser_wants_most() {
        let spoken = [code("en"), code("de"), code("pt")];
        let accepted = |header| LanguageCode::accepted(header, &spoken);
        assert_eq!(accepted("fr, de-AT;q=0.8, en;q=0.5"), Some(code("de")));
        assert_eq!(accepted("en-GB,en;q=0.9,de;q=0.8"), Some(code("en")));
        assert_eq!(accepted("zh-Hant-TW, pt-BR;q=0.3"), Some(code("pt")));
        assert_eq!(accepted("de;q=0, fr"), None);
        assert_eq!(accepted(";;;q=x,,"), None);
    }
}
