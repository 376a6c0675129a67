//! What one text of Fluent says: a language's file, what a folder changes of it, or the merchant's labels.

use crate::base::language::LanguageCode;
use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue,
    concurrent::FluentBundle,
    types::{FluentNumber, FluentNumberOptions},
};
use intl_pluralrules::{PluralRuleType, PluralRules};
use std::borrow::Cow;
use unic_langid::LanguageIdentifier;

/// Stands for a value in a text that the browser fills.
const PLACEHOLDER: &str = "{}";
/// Between the plural forms of such a text, each after its category.
const BETWEEN_FORMS: &str = "\t";

/// The messages of one text, before those of the next.
pub struct Source {
    bundle: FluentBundle<FluentResource>,
    next: Option<&'static Source>,
}

impl Source {
    /// The messages of `text` in `language`; what it does not say, `next` does.
    pub fn new(language: LanguageCode, text: &str, next: Option<&'static Self>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        // The values are names, numbers and links, which need no marks of direction; e-mails and attributes would show them.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) if number.options.currency.is_some() => {
                Some(PLACEHOLDER.to_owned())
            }
            _ => None,
        }));
        // What cannot be read was refused where the text came from.
        let read = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(read);
        Self { bundle, next }
    }

    /// The text of the message `id`, which takes no values.
    pub fn text(&'static self, id: &'static str) -> &'static str {
        match self.format(id, None) {
            Some(Cow::Borrowed(text)) => text,
            // Kept as long as the process, like the table it goes to.
            Some(Cow::Owned(text)) => String::leak(text),
            None => id,
        }
    }

    /// The text of the message `id` with its values.
    pub fn filled<const N: usize>(&self, id: &str, values: [(&str, FluentValue<'_>); N]) -> String {
        let arguments: FluentArgs<'_> = values.into_iter().collect();
        let said = self.format(id, Some(&arguments));
        said.map_or_else(|| id.to_owned(), Cow::into_owned)
    }

    /// The text of the message `id` for the browser: `{}` stands for its value, and where the value decides the plural, each
    /// form stands after its category.
    pub fn for_browser(&'static self, language: LanguageCode, id: &str, argument: &str) -> String {
        let with = |number: f64| {
            // No text of the shop is given a currency: it marks the number that the browser puts in.
            let options = FluentNumberOptions {
                currency: Some(PLACEHOLDER.to_owned()),
                ..FluentNumberOptions::default()
            };
            let number = FluentValue::Number(FluentNumber::new(number, options));
            self.filled(id, [(argument, number)])
        };
        let forms: Vec<(String, String)> = plurals(language)
            .into_iter()
            .map(|(category, number)| (category, with(f64::from(number))))
            .collect();
        match forms.as_slice() {
            [(_, first), others @ ..] if others.iter().any(|(_, form)| form != first) => {
                let both = forms
                    .iter()
                    .flat_map(|(category, form)| [&**category, form]);
                both.collect::<Vec<_>>().join(BETWEEN_FORMS)
            }
            _ => with(0.0),
        }
    }

    pub(super) fn format(
        &self,
        id: &str,
        arguments: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'_, str>> {
        let Some(pattern) = self.bundle.get_message(id).and_then(|it| it.value()) else {
            return self.next?.format(id, arguments);
        };
        let mut errors: Vec<FluentError> = Vec::new();
        Some(self.bundle.format_pattern(pattern, arguments, &mut errors))
    }
}

/// The plural categories of `language`, each with a number that is of it.
fn plurals(language: LanguageCode) -> Vec<(String, u32)> {
    let mut found: Vec<(String, u32)> = Vec::new();
    let Ok(rules) = PluralRules::create(identifier(language), PluralRuleType::CARDINAL) else {
        return found;
    };
    // From above: a small number may have a sentence of its own.
    for number in (0..=200).rev() {
        let category = rules
            .select(number)
            .map(|it| format!("{it:?}").to_lowercase());
        if let Ok(category) = category
            && !found.iter().any(|(known, _)| *known == category)
        {
            found.push((category, number));
        }
    }
    found
}

/// The language that plural rules go by. Portuguese without a region is Portugal's here, and Brazil's there.
fn identifier(language: LanguageCode) -> LanguageIdentifier {
    let code = match language.code() {
        "pt" => "pt-PT",
        code => code,
    };
    code.parse().unwrap_or_default()
}
