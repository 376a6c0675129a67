//! The categories in the header, the same for every visitor.

use crate::{
    base::html::escaped,
    catalog::{
        link::Links,
        snapshot::{CatalogSnapshot, Node},
    },
    text::Language,
};

/// The menu as HTML: a category with others below it opens by a click or the Enter key.
pub fn menu(snapshot: &CatalogSnapshot, links: Links, language: Language) -> String {
    let t = language.texts();
    let code = language.code();
    let link = |node: &Node, text: &str| {
        format!(
            "<a class=\"site-menu__link\" href=\"{}\" data-category-id=\"{}\">{}</a>",
            escaped(&links.category(node)),
            node.category.id,
            escaped(text)
        )
    };
    let mut html = String::from("<ul class=\"site-menu__items\">");
    for node in snapshot.tree.each(&snapshot.tree.top) {
        let name = node.category.name.get(code);
        html.push_str("<li class=\"site-menu__item\">");
        if node.children.is_empty() {
            html.push_str(&link(node, name));
        } else {
            html.push_str(&format!(
                "<details class=\"site-menu__group\" name=\"site-menu\"><summary class=\"site-menu__link\">{}</summary><ul class=\"site-menu__below\"><li>{}</li>",
                escaped(name),
                link(node, &t.all_of(name))
            ));
            for child in snapshot.tree.each(&node.children) {
                html.push_str(&format!(
                    "<li>{}</li>",
                    link(child, child.category.name.get(code))
                ));
            }
            html.push_str("</ul></details>");
        }
        html.push_str("</li>");
    }
    html.push_str(&format!(
        "<li class=\"site-menu__item\"><a class=\"site-menu__link\" href=\"/search\">{}</a></li></ul>",
        t.all_products
    ));
    html
}
