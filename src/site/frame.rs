//! What stands around every page and comes from the catalogue and the visit.

use super::{
    FramePart, brand, consent,
    menu::{MenuSource, marked},
};
use crate::{
    base::{html::escaped, paths::ShopPath, url::encoded},
    catalog::page::menu::menu,
    request::context::RequestContext,
    text::{Language, Texts},
};

/// The frame of one answer.
#[derive(Clone)]
pub struct Frame {
    context: RequestContext,
    path: String,
    /// The page as links to it have it.
    here: String,
    keyword: String,
    visit: Visit,
}

/// What of the frame is the visitor's own, as HTML.
#[derive(Clone)]
pub struct Visit {
    /// The way to the cart.
    pub cart: String,
    /// How many favourites there are.
    pub favourites: String,
    /// The panel about what was just put into the cart; empty if nothing was.
    pub added: String,
    /// The question what may be stored.
    pub consent: String,
    /// That staff are signed in as the customer.
    pub staff: String,
}

impl Frame {
    /// The frame around the page at `path` with `query` for this `visit`.
    pub fn new(context: &RequestContext, path: &str, query: &str, visit: Visit) -> Self {
        let mut asked = form_urlencoded::parse(query.as_bytes());
        let at = path.split('/').map(encoded).collect::<Vec<_>>().join("/");
        let here = match query {
            "" => at,
            query => format!("{at}?{query}"),
        };
        let keyword = asked.find(|(name, _)| name == "keyword" || name == "keywords");
        Self {
            context: context.clone(),
            path: path.to_owned(),
            here,
            keyword: keyword
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default(),
            visit,
        }
    }

    /// The HTML of `part`.
    pub fn html(&self, part: FramePart) -> String {
        let t = self.context.language.texts();
        match part {
            FramePart::Brand => brand::logo(&self.context.state.config, self.context.language),
            FramePart::Search => search(t, &self.keyword),
            FramePart::Cart => self.visit.cart.clone(),
            FramePart::Added => self.visit.added.clone(),
            FramePart::Consent => self.visit.consent.clone(),
            FramePart::Staff => self.visit.staff.clone(),
            FramePart::Menu => {
                let snapshot = self.context.state.catalog.snapshot();
                let (links, language) = (self.context.state.links(), self.context.language);
                let settings = self.context.state.settings_version;
                let own = &self.context.state.config.header_menu;
                let key = format!("menu {settings} {}", language.code());
                let written = snapshot.written(&key, || {
                    if own.is_empty() {
                        return menu(&snapshot, links, language);
                    }
                    let source = MenuSource {
                        snapshot: &snapshot,
                        links,
                        language,
                    };
                    source.header(own)
                });
                marked(&written, &self.here)
            }
            FramePart::Footer => marked(&self.footer(t), &self.here),
        }
    }

    fn footer(&self, t: &Texts) -> String {
        let own = &self.context.state.config.footer_menu;
        let mut html = if own.is_empty() {
            self.usual_links(t)
        } else {
            let source = MenuSource {
                snapshot: &self.context.state.catalog.snapshot(),
                links: self.context.state.links(),
                language: self.context.language,
            };
            source.footer(own)
        };
        html.push_str(&link("cookies", consent::PATH, t.consent_settings));
        let config = &self.context.state.config;
        let others = config.languages.iter();
        for code in others.filter(|code| **code != self.context.language.id()) {
            html.push_str(&self.language(config.language(*code)));
        }
        html
    }

    fn usual_links(&self, t: &Texts) -> String {
        let find_order = self.context.language.checkout_texts().find_order;
        let mut html = [
            link("home", "/", t.home),
            link("all-products", "/search", t.all_products),
            link("shopping-cart", "/cart", t.cart),
            link("account", "/account", t.account),
            link("track-order", "/account/orders", find_order),
            self.favourites(t),
        ]
        .concat();
        if self.context.state.config.contact_form {
            let name = self.context.language.contact_texts().title;
            html.push_str(&link("contact", ShopPath::Contact.text(), name));
        }
        for page in self.context.state.catalog.snapshot().pages.iter() {
            let title = page.title(self.context.language);
            html.push_str(&link(&page.slug, &format!("/pages/{}", page.slug), &title));
        }
        html
    }

    fn favourites(&self, t: &Texts) -> String {
        format!(
            "<a class=\"ec-footer__link footer__link--favorites\" href=\"{}\">{}{}</a>",
            ShopPath::Favourites.text(),
            escaped(t.favourites),
            self.visit.favourites
        )
    }

    fn language(&self, language: Language) -> String {
        let code = language.code();
        format!(
            "<a class=\"ec-footer__link footer__link--language\" hreflang=\"{code}\" lang=\"{code}\" rel=\"alternate\" target=\"_self\" href=\"{}?lang={code}\">{}</a>",
            escaped(&self.path),
            language.name()
        )
    }
}

/// A link at the foot of the page.
fn link(name: &str, href: &str, text: &str) -> String {
    format!(
        "<a class=\"ec-footer__link footer__link--{name}\" href=\"{}\">{}</a>",
        escaped(href),
        escaped(text)
    )
}

fn search(t: &Texts, keyword: &str) -> String {
    format!(
        "<form class=\"site-search__form\" role=\"search\" method=\"get\" action=\"/search\">\
         <label class=\"sr-only\" for=\"site-search-field\">{label}</label>\
         <input class=\"site-search__field\" id=\"site-search-field\" type=\"search\" name=\"keyword\" value=\"{keyword}\" \
         placeholder=\"{label}\" autocomplete=\"off\" maxlength=\"200\" enterkeyhint=\"search\">\
         <button class=\"site-search__go\" type=\"submit\" aria-label=\"{go}\"></button></form>\
         <div class=\"site-search__suggestions\" id=\"suggestions\" hidden></div>",
        label = escaped(t.search_products),
        go = escaped(t.search),
        keyword = escaped(keyword),
    )
}
