//! What search engines, and whoever shows a link to a page, are told of it.

use crate::{
    base::{
        html::{escaped, in_script},
        language::Language,
    },
    platform::{assets::Bundle, config::Config, images},
    request::context::RequestContext,
    storefront_api::boot::{BOOT_ID, Boot},
    ui::served::About,
};
use serde_json::{Value, json};

/// The elements of the head that `about` makes.
pub fn written(about: &About, title: &str, boot: &Boot, context: &RequestContext) -> String {
    let origin = &context.origin;
    let mut head = String::new();
    let mut put = |element: String| head.push_str(&element);
    if !about.description.is_empty() {
        put(format!(
            "<meta name=\"description\" content=\"{}\">",
            escaped(&about.description)
        ));
    }
    if !about.slug.is_empty() {
        put(format!(
            "<meta name=\"slug\" content=\"{}\">",
            escaped(&about.slug)
        ));
    }
    if about.canonical.is_empty() {
        put("<meta name=\"robots\" content=\"noindex\">".to_owned());
        return head;
    }
    let chosen = |language: Language| {
        let path = &about.canonical;
        let mark = if path.contains('?') { '&' } else { '?' };
        if language == context.state.config.store_language {
            format!("{origin}{path}")
        } else {
            format!("{origin}{path}{mark}lang={}", language.code())
        }
    };
    let canonical = chosen(boot.language);
    put(format!(
        "<link rel=\"canonical\" href=\"{}\">",
        escaped(&canonical)
    ));
    for (code, url) in alternates(&context.state.config, chosen) {
        put(format!(
            "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\">",
            escaped(&url)
        ));
    }
    let mut graph = |property: &str, content: &str| {
        head.push_str(&format!(
            "<meta property=\"og:{property}\" content=\"{}\">",
            escaped(content)
        ));
    };
    graph("site_name", &boot.shop.name);
    graph("title", title);
    graph(
        "type",
        if about.is_product {
            "product"
        } else {
            "website"
        },
    );
    graph("url", &canonical);
    if !about.description.is_empty() {
        graph("description", &about.description);
    }
    if let Some(image) = &about.image {
        graph(
            "image",
            &format!("{origin}{}", images::url(&image.hash, 1200, "jpg")),
        );
        graph("image:alt", image.alt.get(boot.language.code()));
    }
    for fact in &about.facts {
        let fact = in_script(&with_origin(fact, origin).to_string());
        head.push_str(&format!(
            "<script type=\"application/ld+json\">{fact}</script>"
        ));
    }
    head
}

/// The whole head; `own` is what the page says of itself, `boot` its data, and its scripts carry
/// `nonce`.
pub fn whole(title: &str, own: &str, boot: &str, nonce: &str, bundle: &Bundle) -> String {
    let url = |name: &str| escaped(&bundle.url(name));
    let script = |url: String| {
        format!(
            "<script nonce=\"{nonce}\" src=\"{}\" defer></script>",
            escaped(&url)
        )
    };
    let own_script = format!(
        "<script nonce=\"{nonce}\" src=\"{}\" data-later=\"{}\" defer></script>",
        url("page.js"),
        url("later.js")
    );
    // What needs the visitor's consent is loaded by `storefront_api/js/consent.ts`.
    let merchants = bundle.scripts.all().into_iter();
    let scripts: String = merchants
        .filter_map(|it| it.needs.is_none().then_some(it.src))
        .map(script)
        .collect();
    format!(
        "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title>{own}\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\"><link rel=\"stylesheet\" href=\"{style}\">\
         <link rel=\"modulepreload\" nonce=\"{nonce}\" href=\"{js}\">\
         <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"\" fetchpriority=\"low\">\
         <script type=\"application/json\" id=\"{BOOT_ID}\">{boot}</script>\
         <script nonce=\"{nonce}\">{bootstrap}</script>{own_script}{scripts}\
         <script type=\"module\" async nonce=\"{nonce}\">{hydration}</script>",
        title = escaped(title),
        icon = url("favicon.svg"),
        style = url("pkg/awning.css"),
        js = url("pkg/awning.js"),
        wasm = url("pkg/awning.wasm"),
        bootstrap = bundle.bootstrap,
        hydration = bundle.hydration_script(),
    )
}

/// The same page in each language; none where there is but one.
fn alternates(config: &Config, at: impl Fn(Language) -> String) -> Vec<(&'static str, String)> {
    if config.languages.len() < 2 {
        return Vec::new();
    }
    let each = config
        .languages
        .iter()
        .map(|language| (language.code(), at(*language)));
    each.chain([("x-default", at(config.store_language))])
        .collect()
}

/// Paths in `fact` as URLs.
fn with_origin(fact: &Value, origin: &str) -> Value {
    match fact {
        Value::String(text) if text.starts_with('/') => json!(format!("{origin}{text}")),
        Value::Array(values) => values
            .iter()
            .map(|value| with_origin(value, origin))
            .collect(),
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| (key.clone(), with_origin(value, origin));
            Value::Object(fields.iter().map(field).collect())
        }
        other => other.clone(),
    }
}
