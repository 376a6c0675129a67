//! What the home page is made of: sections, in the order the merchant wants.

use super::menu::is_link;
use crate::{base::translated::Translated, platform::images::Image};
use serde::{Deserialize, Serialize};

/// A section of the home page; `{ type = "…" }` and what belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Section {
    /// What is seen first: words beside up to three pictures.
    Hero {
        /// A few words above the title.
        #[serde(default)]
        eyebrow: Translated,
        /// The title.
        title: Translated,
        /// A sentence or two.
        #[serde(default)]
        text: Translated,
        /// Pictures.
        #[serde(default)]
        pictures: Vec<Image>,
        /// Whether they hang in frames, as on a wall.
        #[serde(default)]
        framed: bool,
        /// Where to go from here.
        link: Option<Link>,
    },
    /// Text in Markdown, beside a picture if there is one.
    Text {
        /// Its title.
        #[serde(default)]
        title: Translated,
        /// Markdown.
        text: Translated,
        /// The picture.
        picture: Option<Image>,
        /// Where to go from here.
        link: Option<Link>,
    },
    /// Short texts side by side.
    Columns {
        /// The title above them.
        title: Translated,
        /// A sentence below that.
        #[serde(default)]
        text: Translated,
        /// The texts.
        columns: Vec<Column>,
    },
    /// A few words that stand out.
    Band {
        /// Its title.
        title: Translated,
        /// A sentence or two.
        #[serde(default)]
        text: Translated,
        /// Where to go from here.
        link: Option<Link>,
    },
    /// What others say.
    Quotes {
        /// The title above them.
        #[serde(default)]
        title: Translated,
        /// What they say, and who they are.
        quotes: Vec<Quote>,
    },
    /// Logos in a row: of whom one works with, or who wrote of the shop.
    Logos {
        /// The title above them.
        #[serde(default)]
        title: Translated,
        /// The logos.
        logos: Vec<Logo>,
    },
    /// What the design settings want of the catalogue at the store root; without them categories, and products that the
    /// merchant chose, or the newest.
    Catalog {
        /// The title above the products.
        #[serde(default)]
        title: Translated,
    },
    /// The categories.
    Categories,
    /// These products.
    Products {
        /// The title above them.
        title: Translated,
        /// Their numbers.
        ids: Vec<i64>,
    },
    /// The newest products.
    Newest {
        /// The title above them.
        #[serde(default)]
        title: Translated,
        /// How many at most.
        #[serde(default = "usual_count")]
        count: usize,
    },
    /// What was dearer before.
    OnSale {
        /// The title above them.
        #[serde(default)]
        title: Translated,
        /// How many at most.
        #[serde(default = "usual_count")]
        count: usize,
    },
    /// The first products of a category.
    Category {
        /// Its number.
        id: i64,
        /// How many at most.
        #[serde(default = "usual_count")]
        count: usize,
    },
}

/// How many products a section shows where nobody says.
fn usual_count() -> usize {
    8
}

/// A way on, on a button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it says.
    pub label: Translated,
    /// A path of the shop, or an https address.
    pub url: String,
}

/// One of several short texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its title.
    pub title: Translated,
    /// A sentence or two.
    pub text: Translated,
}

/// What somebody says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words.
    pub text: Translated,
    /// Whose they are.
    #[serde(default)]
    pub by: String,
}

/// Somebody's logo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The picture; what it shows is whose it is.
    pub picture: Image,
    /// Where it leads: a path of the shop, or an https address.
    #[serde(default)]
    pub url: Option<String>,
}

impl Section {
    /// Whether it holds the title of the page.
    pub fn is_hero(&self) -> bool {
        matches!(self, Self::Hero { .. })
    }

    /// Every address that it leads to.
    fn urls(&self) -> Vec<&str> {
        let link = self.link().map(|link| link.url.as_str());
        let logos: &[Logo] = match self {
            Self::Logos { logos, .. } => logos,
            _ => &[],
        };
        link.into_iter()
            .chain(logos.iter().filter_map(|logo| logo.url.as_deref()))
            .collect()
    }

    /// The way on from here, if there is one.
    pub fn link(&self) -> Option<&Link> {
        match self {
            Self::Hero { link, .. } | Self::Text { link, .. } | Self::Band { link, .. } => {
                link.as_ref()
            }
            _ => None,
        }
    }

    /// What it says of the shop, for search engines.
    pub fn says(&self) -> Option<&Translated> {
        match self {
            Self::Hero { text, .. } | Self::Columns { text, .. } | Self::Band { text, .. } => {
                Some(text).filter(|text| !text.is_empty())
            }
            _ => None,
        }
    }
}

/// Why the home page cannot be made of `sections`, if it cannot.
pub(super) fn wrong(sections: &[Section]) -> Option<(usize, String)> {
    sections.iter().enumerate().find_map(|(index, section)| {
        let url = section.urls().into_iter().find(|url| !is_link(url))?;
        let why = format!("{url:?} is neither a path of the shop nor an https address");
        Some((index, why))
    })
}
