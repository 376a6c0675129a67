//! What stands around every page and comes from the catalogue and the visit.

use super::Part;
use crate::{
    base::html::escaped,
    catalog::page::menu::menu,
    request::context::Visit,
    text::{Language, Texts},
};

/// The frame of one answer.
#[derive(Clone)]
pub struct Frame {
    visit: Visit,
    path: String,
    keyword: String,
    /// How many things are in the bag.
    pub bag: i64,
    /// The panel about what was just put there; empty if nothing was.
    pub added: String,
}

impl Frame {
    /// The frame around the page at `path` with `query`; `bag` things are in the bag.
    pub fn new(visit: &Visit, path: &str, query: &str, bag: i64) -> Self {
        let mut asked = form_urlencoded::parse(query.as_bytes());
        let keyword = asked.find(|(name, _)| name == "keyword" || name == "keywords");
        Self {
            visit: visit.clone(),
            path: path.to_owned(),
            keyword: keyword
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default(),
            bag,
            added: String::new(),
        }
    }

    /// The HTML of `part`.
    pub fn html(&self, part: Part) -> String {
        let t = self.visit.language.texts();
        match part {
            Part::Search => search(t, &self.keyword),
            Part::Bag => bag(t, self.bag),
            Part::Added => self.added.clone(),
            Part::Menu => {
                let shelf = self.visit.state.catalog.shelf();
                let (links, language) = (self.visit.state.links(), self.visit.language);
                shelf
                    .written(&format!("menu {}", language.code()), || {
                        menu(&shelf, links, language)
                    })
                    .to_string()
            }
            Part::Footer => self.footer(t),
        }
    }

    fn footer(&self, t: &Texts) -> String {
        let find_order = self.visit.language.selling().find_order;
        let link = |name: &str, href: &str, text: &str| {
            format!(
                "<a class=\"ec-footer__link footer__link--{name}\" href=\"{}\">{}</a>",
                escaped(href),
                escaped(text)
            )
        };
        let mut html = [
            link("home", "/", t.home),
            link("all-products", "/search", t.all_products),
            link("shopping-cart", "/cart", t.bag),
            link("account", "/account", t.account),
            link("track-order", "/account/orders", find_order),
        ]
        .concat();
        for page in self.visit.state.catalog.shelf().pages.iter() {
            let title = page.title(self.visit.language);
            html.push_str(&link(&page.slug, &format!("/pages/{}", page.slug), &title));
        }
        let languages = &self.visit.state.config.languages;
        for language in languages
            .iter()
            .filter(|it| languages.len() > 1 && **it != self.visit.language)
        {
            html.push_str(&self.language(*language));
        }
        html
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

/// The way to the bag, and that `count` things are in it.
pub fn bag(t: &Texts, count: i64) -> String {
    let shown = if count > 0 {
        format!("<span class=\"ec-minicart__counter\" aria-hidden=\"true\">{count}</span>")
    } else {
        String::new()
    };
    let label = match count {
        1 => t.bag_one.to_owned(),
        _ => t.bag_count.replace("{}", &count.to_string()),
    };
    format!(
        "<a class=\"ec-minicart\" href=\"/cart\" aria-label=\"{}\"><span class=\"ec-minicart__icon\" aria-hidden=\"true\"></span>{shown}</a>",
        escaped(&label)
    )
}
