//! The menus that the merchant made, in the header and at the foot of every page.

use crate::{
    base::{html::escaped, paths::TEXT_PAGE_PREFIX},
    catalog::{link::Links, snapshot::CatalogSnapshot},
    platform::config::MenuItem,
    text::Language,
};

/// What menus are drawn of.
pub struct MenuSource<'a> {
    /// Categories and pages.
    pub snapshot: &'a CatalogSnapshot,
    /// How the URLs of categories are written.
    pub links: Links,
    /// The language of who looks.
    pub language: Language,
}

/// A link that leads somewhere.
struct Target {
    href: String,
    name: String,
    category: Option<i64>,
}

impl MenuSource<'_> {
    /// The header's menu as HTML: an entry with others below it opens by a click or the Enter key.
    pub fn header(&self, items: &[MenuItem]) -> String {
        let each = items.iter().filter_map(|item| {
            let below = self.below(item, "site-menu__link", "li");
            let inside = if below.is_empty() {
                self.link(item, "site-menu__link")?
            } else {
                format!(
                    "<details class=\"site-menu__group\" name=\"site-menu\"><summary class=\"site-menu__link\">{}</summary><ul class=\"site-menu__below\">{}{}</ul></details>",
                    escaped(&self.name(item)?),
                    self.first_below(item),
                    below
                )
            };
            Some(format!("<li class=\"site-menu__item\">{inside}</li>"))
        });
        let items: String = each.collect();
        format!("<ul class=\"site-menu__items\">{items}</ul>")
    }

    /// The footer's links as HTML: those below an entry stand in a group under its name.
    pub fn footer(&self, items: &[MenuItem]) -> String {
        let each = items.iter().filter_map(|item| {
            let below = self.below(item, "ec-footer__link", "span");
            if below.is_empty() {
                return self.link(item, "ec-footer__link");
            }
            let head = self.link(item, "ec-footer__link");
            let head = match head {
                Some(link) => link,
                None => escaped(&self.name(item)?),
            };
            Some(format!(
                "<span class=\"ec-footer__group\"><strong class=\"ec-footer__name\">{head}</strong>{below}</span>"
            ))
        });
        each.collect()
    }

    /// What is below `item` and leads somewhere, each in an `element`.
    fn below(&self, item: &MenuItem, class: &str, element: &str) -> String {
        let links = item.children.iter();
        links
            .filter_map(|child| self.link(child, class))
            .map(|link| format!("<{element}>{link}</{element}>"))
            .collect()
    }

    /// The link to what opens the entries below it: a click on that leads nowhere.
    fn first_below(&self, item: &MenuItem) -> String {
        let t = self.language.texts();
        let target = self.target(item).map(|it| Target {
            name: t.all_of(&it.name),
            ..it
        });
        target
            .map(|it| format!("<li>{}</li>", it.html("site-menu__link")))
            .unwrap_or_default()
    }

    fn link(&self, item: &MenuItem, class: &str) -> Option<String> {
        self.target(item).map(|it| it.html(class))
    }

    /// What `item` is called, also where it leads nowhere; `None` where its page or category is gone.
    fn name(&self, item: &MenuItem) -> Option<String> {
        let label = item.label.get(self.language.code());
        if label.is_empty() {
            self.target(item).map(|it| it.name)
        } else {
            Some(label.to_owned())
        }
    }

    /// Where `item` leads; `None` where there is no such page or category for shoppers.
    fn target(&self, item: &MenuItem) -> Option<Target> {
        let code = self.language.code();
        let (href, own, category) = if let Some(url) = &item.url {
            (url.clone(), String::new(), None)
        } else if let Some(slug) = &item.page {
            let page = self.snapshot.pages.iter().find(|it| it.slug == *slug)?;
            let href = format!("{TEXT_PAGE_PREFIX}{slug}");
            (href, page.title(self.language), None)
        } else {
            let id = item.category?;
            let node = self.snapshot.tree.get(id)?;
            let name = node.category.name.get(code).to_owned();
            (self.links.category(node), name, Some(id))
        };
        let label = item.label.get(code);
        let name = if label.is_empty() {
            own
        } else {
            label.to_owned()
        };
        Some(Target {
            href,
            name,
            category,
        })
    }
}

impl Target {
    fn html(&self, class: &str) -> String {
        let category = self.category;
        let category = category.map(|id| format!(" data-category-id=\"{id}\""));
        format!(
            "<a class=\"{class}\" href=\"{}\"{}>{}</a>",
            escaped(&self.href),
            category.unwrap_or_default(),
            escaped(&self.name)
        )
    }
}

/// `html` with the links to the page at `url` marked as the present one's; without such a link, those to its path alone.
pub fn marked(html: &str, url: &str) -> String {
    let path = url.split('?').next().unwrap_or(url);
    let mut known = [url, path].into_iter();
    let link = |to: &str| format!(" href=\"{}\"", escaped(to));
    let found = known.find(|to| html.contains(&link(to)));
    found.map_or_else(
        || html.to_owned(),
        |to| {
            let link = link(to);
            html.replace(&link, &format!("{link} aria-current=\"page\""))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_present_page_is_marked_and_no_other() {
        let html = "<a href=\"/a\">A</a><a href=\"/a?x=1&amp;y=2\">B</a><a href=\"/ab\">C</a>";
        let current = |url| {
            let html = marked(html, url);
            let found = html.split("<a ").filter(|it| it.contains("aria-current"));
            found
                .map(|it| it.split(['>', '<']).nth(1).unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(current("/a?x=1&y=2"), ["B"]);
        assert_eq!(current("/a?page=2"), ["A"]);
        assert_eq!(current("/ab"), ["C"]);
        assert!(current("/").is_empty());
    }
}
