//! The languages that a shop can speak: those that are built in, those of a folder, and the merchant's words in them.

use super::{check, language::Language, messages, source::Source};
use crate::base::language::LanguageCode;
use std::{
    collections::BTreeMap,
    fmt, fs,
    path::Path,
    sync::{Arc, LazyLock, OnceLock},
};

macro_rules! embedded {
    ($($code:literal)*) => {
        [$(($code, include_str!(concat!("languages/", $code, ".ftl")))),*]
    };
}

/// What is built in.
pub(super) const EMBEDDED: [(&str, &str); 8] = embedded!["de" "en" "es" "fr" "it" "nl" "pl" "pt"];

/// The merchant's own words: Fluent's text by message, by language.
pub type Labels = BTreeMap<LanguageCode, BTreeMap<String, String>>;

/// Every language that a shop can speak, by its code.
#[derive(Clone)]
pub struct Languages(Arc<BTreeMap<LanguageCode, Arc<Spoken>>>);

impl Default for Languages {
    fn default() -> Self {
        Self::embedded()
    }
}

impl PartialEq for Languages {
    fn eq(&self, other: &Self) -> bool {
        let parts = |all: &Self| -> Vec<_> {
            let each = all.0.iter();
            each.map(|(code, spoken)| (*code, spoken.files.texts.clone(), spoken.labels.clone()))
                .collect()
        };
        Arc::ptr_eq(&self.0, &other.0) || parts(self) == parts(other)
    }
}

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// A language, which is made when somebody first reads it.
struct Spoken {
    files: Arc<Files>,
    labels: BTreeMap<String, String>,
    language: OnceLock<Language>,
}

/// The files of one language, the later before the earlier.
struct Files {
    code: LanguageCode,
    texts: Vec<String>,
    /// What says what these do not.
    fallback: Option<Arc<Files>>,
    source: OnceLock<&'static Source>,
}

/// A label that cannot be said.
#[derive(Debug, PartialEq, Eq)]
pub struct WrongLabel {
    /// Its key below `labels`.
    pub key: String,
    /// What the merchant wrote.
    pub text: String,
    /// Why it cannot be said.
    pub why: String,
}

impl Languages {
    /// The languages that are built in.
    pub fn embedded() -> Self {
        static EMBEDDED_LANGUAGES: LazyLock<Languages> = LazyLock::new(|| {
            Languages::of(EMBEDDED.iter().filter_map(|(code, text)| {
                let code = LanguageCode::of(code)?;
                Some((code, vec![(*text).to_owned()]))
            }))
        });
        EMBEDDED_LANGUAGES.clone()
    }

    /// The languages that are built in, with what the files of `folder` add to them and change of them. A file is named by the
    /// code of its language, such as `sv.ftl`; no folder if empty.
    pub fn read(folder: &str) -> Result<Self, String> {
        if folder.is_empty() {
            return Ok(Self::embedded());
        }
        let mut all: BTreeMap<LanguageCode, Vec<String>> = BTreeMap::new();
        for (code, text) in EMBEDDED {
            all.extend(LanguageCode::of(code).map(|code| (code, vec![text.to_owned()])));
        }
        for (code, text) in files(Path::new(folder))? {
            all.entry(code).or_default().push(text);
        }
        Ok(Self::of(all.into_iter()))
    }

    fn of(texts: impl Iterator<Item = (LanguageCode, Vec<String>)>) -> Self {
        let mut left: BTreeMap<LanguageCode, Vec<String>> = texts.collect();
        let mut made: BTreeMap<LanguageCode, Arc<Files>> = BTreeMap::new();
        // What others fall back to comes first: English, then what has no region.
        let mut codes: Vec<LanguageCode> = left.keys().copied().collect();
        codes.sort_by_key(|code| (*code != LanguageCode::EN, code.code().len(), *code));
        for code in codes {
            let fallback = made
                .get(&code.without_region())
                .or_else(|| made.get(&LanguageCode::EN))
                .map(Arc::clone);
            let texts = left.remove(&code).unwrap_or_default();
            let files = Files {
                code,
                texts,
                fallback,
                source: OnceLock::new(),
            };
            made.insert(code, Arc::new(files));
        }
        let spoken = |(code, files)| (code, Arc::new(Spoken::new(files, BTreeMap::new())));
        Self(Arc::new(made.into_iter().map(spoken).collect()))
    }

    /// The languages with the merchant's `labels`; a language whose labels are unchanged is shared, not built again.
    pub fn with_labels(&self, labels: &Labels) -> Result<Self, WrongLabel> {
        if let Some(code) = labels.keys().find(|code| !self.0.contains_key(*code)) {
            return Err(WrongLabel {
                key: code.to_string(),
                text: code.to_string(),
                why: format!("expected one of {}", self.list()),
            });
        }
        let mut all = (*self.0).clone();
        for (code, spoken) in &mut all {
            let labels = labels.get(code).cloned().unwrap_or_default();
            for (id, text) in &labels {
                label(id, text).map_err(|why| WrongLabel {
                    key: format!("{code}.{id}"),
                    text: text.clone(),
                    why,
                })?;
            }
            if labels != spoken.labels {
                *spoken = Arc::new(Spoken::new(Arc::clone(&spoken.files), labels));
            }
        }
        Ok(Self(Arc::new(all)))
    }

    /// The language of this code, if the shop can speak it.
    pub fn find(&self, code: LanguageCode) -> Option<Language> {
        self.0.get(&code).map(|spoken| spoken.language())
    }

    /// The language of this code; if it is not known, the same without its region, else English.
    pub fn get(&self, code: LanguageCode) -> Language {
        let found = self.find(code).or_else(|| self.find(code.without_region()));
        found.unwrap_or_else(|| match self.find(LanguageCode::EN) {
            Some(english) => english,
            None => Language::read(
                LanguageCode::EN,
                Box::leak(Box::new(Source::new(LanguageCode::EN, "", None))),
            ),
        })
    }

    /// Every language, by its code.
    pub fn all(&self) -> impl Iterator<Item = Language> {
        self.0.values().map(|spoken| spoken.language())
    }

    /// The messages of the language `code`, as its files have them: id, and Fluent's text.
    pub fn messages(&self, code: LanguageCode) -> Vec<(String, String)> {
        let spoken = self.0.get(&code).or_else(|| self.0.get(&LanguageCode::EN));
        let texts = spoken.map(|spoken| spoken.files.texts.as_slice());
        let mut messages: Vec<(String, String)> = Vec::new();
        for line in texts
            .unwrap_or_default()
            .iter()
            .flat_map(|text| text.lines())
        {
            let named = line
                .split_once(" =")
                .filter(|(id, _)| !id.starts_with([' ', '#']));
            match (named, messages.last_mut()) {
                (Some((id, text)), _) => {
                    messages.retain(|(known, _)| known != id);
                    messages.push((id.to_owned(), text.trim().to_owned()));
                }
                // A choice by number ends with a bracket, which may stand at the beginning of its line.
                (None, Some((_, text))) if line.starts_with([' ', '}']) => {
                    *text = format!("{text}\n{}", line.trim_end())
                        .trim_start()
                        .to_owned();
                }
                _ => {}
            }
        }
        messages
    }

    /// Whether there is a language of this code.
    pub fn contains(&self, code: LanguageCode) -> bool {
        self.0.contains_key(&code)
    }

    /// The codes of all, for people.
    pub fn list(&self) -> String {
        let codes: Vec<&str> = self.0.keys().map(LanguageCode::code).collect();
        codes.join(", ")
    }
}

impl Spoken {
    fn new(files: Arc<Files>, labels: BTreeMap<String, String>) -> Self {
        Self {
            files,
            labels,
            language: OnceLock::new(),
        }
    }

    fn language(&self) -> Language {
        *self.language.get_or_init(|| {
            let (code, files) = (self.files.code, self.files.source());
            if self.labels.is_empty() {
                return Language::read(code, files);
            }
            let labels = self.labels.iter().map(|(id, text)| entry(id, text));
            let labels: String = labels.collect();
            let source = Source::new(code, &labels, Some(files));
            Language::read(code, Box::leak(Box::new(source)))
        })
    }
}

impl Files {
    fn source(&self) -> &'static Source {
        self.source.get_or_init(|| {
            let mut next = self.fallback.as_ref().map(|files| files.source());
            for text in &self.texts {
                let source = Source::new(self.code, text, next);
                next = Some(Box::leak(Box::new(source)));
            }
            next.unwrap_or_else(|| Box::leak(Box::new(Source::new(self.code, "", None))))
        })
    }
}

/// The languages in the files of `folder`.
fn files(folder: &Path) -> Result<Vec<(LanguageCode, String)>, String> {
    let shown = folder.display();
    let entries = fs::read_dir(folder).map_err(|error| format!("{shown}: {error}"))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| format!("{shown}: {error}"))?.path();
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let shown = path.display();
        let code = path
            .file_stem()
            .and_then(|stem| LanguageCode::of(stem.to_str()?));
        let code = code.ok_or_else(|| {
            format!("{shown}: a file is named by the code of its language, such as sv.ftl")
        })?;
        let text = fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
        let unknown =
            check::checked(&text).map_err(|(line, why)| format!("{shown}:{line}: {why}"))?;
        for (line, id) in unknown {
            // It may be written for another version of the shop.
            tracing::warn!("{shown}:{line}: no message of the shop is called {id}");
        }
        let is_new = !EMBEDDED.iter().any(|(known, _)| *known == code.code());
        if is_new && !text.lines().any(|line| line.starts_with("format_name")) {
            return Err(format!(
                "{shown}: format_name is missing, which is the language's own name"
            ));
        }
        found.push((code, text));
    }
    Ok(found)
}

/// Whether `text` can be said for the message `id`.
fn label(id: &str, text: &str) -> Result<(), String> {
    if messages::find(id).is_none() {
        return Err("no text of the shop is called that".to_owned());
    }
    if text.trim().is_empty() {
        return Err("a text is not empty".to_owned());
    }
    let written = entry(id, text);
    check::checked(&written).map_err(|(_, why)| why)?;
    Ok(())
}

/// The message `id` as a file has it. What is indented cannot begin another one.
fn entry(id: &str, text: &str) -> String {
    format!("{id} = {}\n", text.trim().replace('\n', "\n    "))
}
