//! Where products and categories are, as a program wants to write it (`spec/rest.md` 3).

use super::{ask::Ask, fault::Fault};
use crate::{
    base::url::encoded,
    catalog::{
        link::Links,
        slug::words,
        snapshot::{Card, Node},
    },
};

/// How URLs are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urls {
    base: String,
    is_clean: bool,
    links: Links,
}

impl Urls {
    /// As `ask` wants them: the shop's own, or those of the page `baseUrl` that shows the shop.
    pub fn of(ask: &Ask) -> Result<Self, Fault> {
        let parameters = &ask.parameters;
        let is_clean = parameters
            .flag("cleanUrls")
            .map_err(|fault| fault.named("CLEAN_URLS_PARAMETER_IS_INVALID"))?;
        let base = match parameters.get("baseUrl") {
            None | Some("") => ask.origin.clone(),
            Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
                url.trim_end_matches('/').to_owned()
            }
            Some(_) => return Err(Fault::unreadable("baseUrl: expected https://…")),
        };
        let own = ask.shop.links();
        let without_ids = parameters.flag("slugsWithoutIds")?;
        Ok(Self {
            base,
            is_clean: is_clean.unwrap_or(true),
            links: Links {
                without_ids: without_ids.unwrap_or(own.without_ids),
            },
        })
    }

    /// Of a product.
    pub fn product(&self, card: &Card) -> String {
        match self.is_clean {
            true => self.base.clone() + &self.links.product(card),
            false => self.hash(card.name.get(""), 'p', card.id),
        }
    }

    /// Of a category.
    pub fn category(&self, node: &Node) -> String {
        let category = &node.category;
        match self.is_clean {
            true => self.base.clone() + &self.links.category(node),
            false => self.hash(category.name.get(""), 'c', category.id),
        }
    }

    /// As in the time of pages with one address (`spec/pages.md` 3.1).
    fn hash(&self, name: &str, letter: char, id: i64) -> String {
        let base = &self.base;
        match words(name) {
            words if words.is_empty() => format!("{base}/#!/{letter}/{id}"),
            words => format!("{base}/#!/{}/{letter}/{id}", encoded(&words)),
        }
    }
}
