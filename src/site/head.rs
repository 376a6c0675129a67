//! What search engines, and whoever shows a link to a page, are told of it.

use crate::{
    base::{
        html::{escaped, in_script},
        language::LanguageCode,
    },
    platform::{assets::Bundle, config::Config, images},
    request::context::RequestContext,
    storefront_api::boot::{BOOT_ID, Boot},
    text::Language,
    ui::served::About,
};
use serde_json::{Value, json};

/// What a page says of itself, as elements of its head: parts that there is nothing of are empty.
#[derive(Debug, Default)]
pub struct Own {
    /// The description for search engines.
    pub description: String,
    /// Its one URL; empty if it wants to be in no index.
    pub canonical: String,
    /// The links to the page in each language.
    pub alternates: String,
    /// What is shown of a link to it.
    pub graph: String,
    /// Facts, as schema.org has them.
    pub facts: String,
}

impl Own {
    /// What `about` makes of it in `language`; `shop` is the shop's name.
    pub fn of(
        about: &About,
        title: &str,
        shop: &str,
        language: Language,
        context: &RequestContext,
    ) -> Self {
        let (origin, config) = (&context.origin, &context.state.config);
        let mut own = Self::default();
        if !about.description.is_empty() {
            own.description = format!(
                "<meta name=\"description\" content=\"{}\">",
                escaped(&about.description)
            );
        }
        if about.canonical.is_empty() {
            return own;
        }
        own.canonical = in_language(language.id(), about, context);
        let chosen = |language: LanguageCode| in_language(language, about, context);
        for (code, url) in alternates(config, chosen) {
            own.alternates += &format!(
                "<link rel=\"alternate\" hreflang=\"{code}\" href=\"{}\">",
                escaped(&url)
            );
        }
        own.put_graph(about, title, shop, language, context);
        for fact in &about.facts {
            let fact = in_script(&with_origin(fact, origin).to_string());
            own.facts += &format!("<script type=\"application/ld+json\">{fact}</script>");
        }
        own
    }

    fn put_graph(
        &mut self,
        about: &About,
        title: &str,
        shop: &str,
        language: Language,
        context: &RequestContext,
    ) {
        let (origin, config) = (&context.origin, &context.state.config);
        let canonical = self.canonical.clone();
        let mut graph = |property: &str, content: &str| {
            self.graph += &format!(
                "<meta property=\"og:{property}\" content=\"{}\">",
                escaped(content)
            );
        };
        graph("site_name", shop);
        graph("title", title);
        let kind = if about.is_product {
            "product"
        } else {
            "website"
        };
        graph("type", kind);
        graph("url", &canonical);
        graph("locale", language.locale());
        for code in config
            .languages
            .iter()
            .filter(|code| **code != language.id())
        {
            graph("locale:alternate", config.language(*code).locale());
        }
        if !about.description.is_empty() {
            graph("description", &about.description);
        }
        if let Some(image) = &about.image {
            let url = images::url(&image.hash, 1200, "jpg");
            graph("image", &format!("{origin}{url}"));
            graph("image:alt", image.alt.get(language.code()));
        }
    }
}

/// The one URL of the page in `language`.
fn in_language(language: LanguageCode, about: &About, context: &RequestContext) -> String {
    let (origin, path) = (&context.origin, &about.canonical);
    let mark = if path.contains('?') { '&' } else { '?' };
    if language == context.state.config.store_language {
        format!("{origin}{path}")
    } else {
        format!("{origin}{path}{mark}lang={}", language.code())
    }
}

/// The elements of the head that `about` makes.
pub fn written(about: &About, title: &str, boot: &Boot, context: &RequestContext) -> String {
    let own = Own::of(about, title, &boot.shop.name, boot.language, context);
    let slug = match &*about.slug {
        "" => String::new(),
        slug => format!("<meta name=\"slug\" content=\"{}\">", escaped(slug)),
    };
    let canonical = match own.canonical.as_str() {
        "" => "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        url => format!("<link rel=\"canonical\" href=\"{}\">", escaped(url)),
    };
    [
        own.description,
        slug,
        canonical,
        own.alternates,
        own.graph,
        own.facts,
    ]
    .concat()
}

/// The title of a page that calls itself `own`; the store root has no name but the shop's.
pub fn title(own: &str, shop: &str) -> String {
    match own {
        "" => shop.to_owned(),
        own => format!("{own} · {shop}"),
    }
}

/// The whole head; `own` is what the page says of itself, `look` what it looks like, `boot` its data, and its
/// scripts carry `nonce`.
pub fn head(
    title: &str,
    own: &str,
    look: &str,
    boot: &str,
    nonce: &str,
    bundle: &Bundle,
) -> String {
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
         <link rel=\"stylesheet\" href=\"{style}\">{look}\
         <link rel=\"modulepreload\" nonce=\"{nonce}\" href=\"{js}\">\
         <link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"\" fetchpriority=\"low\">\
         <script type=\"application/json\" id=\"{BOOT_ID}\">{boot}</script>\
         <script nonce=\"{nonce}\">{bootstrap}</script>{own_script}{scripts}\
         <script type=\"module\" async nonce=\"{nonce}\">{hydration}</script>",
        title = escaped(title),
        style = url("pkg/awning.css"),
        js = url("pkg/awning.js"),
        wasm = url("pkg/awning.wasm"),
        bootstrap = bundle.bootstrap,
        hydration = bundle.hydration_script(),
    )
}

/// The language codes and URLs of a page, with `x-default` last; empty where the shop has one language.
fn alternates(config: &Config, at: impl Fn(LanguageCode) -> String) -> Vec<(&str, String)> {
    if config.languages.len() < 2 {
        return Vec::new();
    }
    let each = config.languages.iter().map(|code| (code.code(), at(*code)));
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
