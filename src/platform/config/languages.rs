//! What languages the shop can speak.

use super::{Config, ConfigError};
use crate::{
    base::language::LanguageCode,
    text::{Language, Languages, WrongLabel},
};

impl Config {
    /// The languages that the settings make: those built in, those of the folder, the merchant's words in them.
    pub fn languages_to_speak(&self) -> Result<Languages, ConfigError> {
        let folder = &self.languages_directory;
        let languages = Languages::read(folder)
            .map_err(|why| ConfigError::new("languages_directory", folder, why))?;
        Ok(languages.with_labels(&self.labels)?)
    }

    /// The language of this code as the shop speaks it, or what comes nearest to it.
    pub fn language(&self, code: LanguageCode) -> Language {
        self.spoken.get(code)
    }

    /// The shop's own language.
    pub fn own_language(&self) -> Language {
        self.language(self.store_language)
    }

    /// The language that `code` asks for, if shoppers can choose it.
    pub fn offered(&self, code: LanguageCode) -> Option<Language> {
        let is_offered = self.languages.contains(&code);
        is_offered.then(|| self.language(code))
    }
}

/// Whether each language that the settings name can be spoken.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    let shoppers = config.languages.iter().map(|code| ("languages", *code));
    for (key, code) in shoppers.chain([("store_language", config.store_language)]) {
        if !config.spoken.contains(code) {
            let why = format!("expected one of {}", config.spoken.list());
            return Err(ConfigError::new(key, code, why));
        }
    }
    Ok(())
}

impl From<WrongLabel> for ConfigError {
    fn from(wrong: WrongLabel) -> Self {
        Self::new(&format!("labels.{}", wrong.key), wrong.text, wrong.why)
    }
}
