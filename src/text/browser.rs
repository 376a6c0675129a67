//! The words that a page brings for the account widget.

use super::WidgetTexts;

/// The language of the page.
#[derive(Clone, Copy)]
pub struct Language(&'static WidgetTexts);

impl Language {
    /// The language `code`, with the `words` that the server put into the page, a line each. It stays as long as the page.
    pub fn new(code: String, words: String) -> Self {
        Self(Box::leak(Box::new(WidgetTexts::read(
            code,
            String::leak(words),
        ))))
    }

    /// The texts of the account widget.
    pub fn texts(self) -> &'static WidgetTexts {
        self.0
    }
}

/// A value that a text says.
pub trait Value {
    /// `text` with this value for its `{}`; of several plural forms, the one it is of in `language`.
    fn put_into(self, text: &str, language: &str) -> String;
}

impl Value for &str {
    fn put_into(self, text: &str, _: &str) -> String {
        text.replace("{}", self)
    }
}

impl Value for String {
    fn put_into(self, text: &str, language: &str) -> String {
        self.as_str().put_into(text, language)
    }
}

impl Value for u32 {
    fn put_into(self, text: &str, language: &str) -> String {
        form(text, self, language).replace("{}", &self.to_string())
    }
}

/// The plural form for `number`, where `text` has several: each stands after its category, with tabs between.
fn form<'a>(text: &'a str, number: u32, language: &str) -> &'a str {
    let mut parts = text.split('\t');
    if text.contains('\t') {
        let category = category_of(number, language);
        let _ = parts.find(|part| *part == category);
    }
    parts.next().unwrap_or_default()
}

#[cfg(feature = "hydrate")]
fn category_of(number: u32, language: &str) -> String {
    let languages = js_sys::Array::of1(&language.into());
    let rules = js_sys::Intl::PluralRules::new(&languages, &js_sys::Object::new());
    rules.select(number.into()).into()
}

#[cfg(not(feature = "hydrate"))]
fn category_of(_: u32, _: &str) -> String {
    String::new()
}

macro_rules! widget_texts {
    ($table:ident, $prefix:literal; $($key:ident),*; $($function:ident($argument:ident)),* $(,)?) => {
        /// The texts of one language, as the page brings them.
        #[expect(missing_docs, reason = "each is named for what it says, and the English file shows the sentence")]
        pub struct $table { $(pub $key: &'static str,)* $($function: &'static str,)* language: String }

        #[expect(missing_docs, reason = "each is named for what it says, and the English file shows the sentence")]
        impl $table {
            /// The texts of `language`, one after the other from `words`.
            pub(super) fn read(language: String, words: &'static str) -> Self {
                let mut words = words.split('\n');
                let mut next = || words.next().unwrap_or_default();
                Self { $($key: next(),)* $($function: next(),)* language }
            }

            $(pub fn $function(&self, $argument: impl $crate::text::browser::Value) -> String {
                $argument.put_into(self.$function, &self.language)
            })*
        }
    };
}
pub(super) use widget_texts;
