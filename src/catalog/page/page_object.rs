//! The `Page` objects of the catalogue's pages (`spec/js-api.md` 2.4), and facts for search engines.

use super::context::PageContext;
use crate::{
    base::translated::Translated,
    catalog::filter::{Filter, Sort},
};
use serde_json::{Map, Value, json};

/// A text in every language of the shop; one language where nothing is translated.
pub fn translations(page_context: &PageContext, text: &Translated) -> Value {
    let config = &page_context.services.config;
    let default = config.store_language.code();
    let translated = text.iter().any(|(code, _)| code != default);
    let mut all = Map::new();
    for language in &config.languages {
        let code = language.code();
        if code == default {
            all.insert(code.to_owned(), json!(text.get(code)));
        } else if translated {
            let own = text
                .iter()
                .find(|(known, _)| *known == code)
                .map_or("", |(_, text)| text);
            all.insert(code.to_owned(), json!(own));
        }
    }
    Value::Object(all)
}

/// The parts of a `Page` that a list has.
pub fn list(page: &mut Map<String, Value>, filter: &Filter, offset: usize, is_search: bool) {
    page.insert("offset".into(), json!(offset));
    let sort = if is_search && filter.sort == Sort::Normal {
        Sort::Relevance
    } else {
        filter.sort
    };
    page.insert("sort".into(), json!(sort.name()));
    if is_search {
        page.insert("keywords".into(), json!(filter.keyword));
    }
    page.insert(
        "filterParams".into(),
        json!({
            "attributes": filter.attributes,
            "options": filter.options,
            "categories": filter.categories,
            "includeProductsFromSubcategories": filter.subcategories,
            "keyword": filter.keyword,
            "inventory": if filter.in_stock { "instock" } else { "" },
        }),
    );
}

/// The shop itself, for its root.
pub fn shop(name: &str) -> [Value; 2] {
    [
        json!({ "@context": "https://schema.org", "@type": "Organization", "name": name, "url": "/" }),
        json!({
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": name,
            "url": "/",
            "potentialAction": {
                "@type": "SearchAction",
                "target": { "@type": "EntryPoint", "urlTemplate": "/search?keyword={keyword}" },
                "query-input": "required name=keyword",
            },
        }),
    ]
}
