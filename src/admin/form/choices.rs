//! What can be chosen from, of the shop and of the world.

use crate::{
    base::{countries::by_name, language::LanguageCode, money::currencies, time_zone::TimeZone},
    request::state::AppState,
};

/// A list of things to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The world's countries.
    Countries,
    /// Its currencies.
    Currencies,
    /// Its time zones.
    TimeZones,
    /// The languages that the interface speaks.
    Languages,
    /// The shop's pages of text, by slug.
    Pages,
    /// The shop's categories, by number.
    Categories,
    /// The shop's categories, by number, and the whole shop, which is 0.
    CategoriesOrAll,
    /// The groups of customers, by name. They stand in the database alone: whoever draws the form reads them.
    Groups,
}

impl Source {
    /// Values and labels, in the order they are shown.
    pub fn options(self, shop: &AppState) -> Vec<(String, String)> {
        let same = |text: &str| (text.to_owned(), text.to_owned());
        match self {
            Self::Countries => by_name(LanguageCode::EN)
                .into_iter()
                .map(|it| (it.code.to_owned(), it.name(LanguageCode::EN).to_owned()))
                .collect(),
            Self::Currencies => currencies().map(same).collect(),
            Self::TimeZones => TimeZone::names().iter().map(|name| same(name)).collect(),
            Self::Languages => {
                let all = shop.config.spoken.all();
                all.map(|it| (it.code().to_owned(), it.name().to_owned()))
                    .collect()
            }
            Self::Pages => {
                let (snapshot, language) = (shop.catalog.snapshot(), shop.config.own_language());
                let all = snapshot.pages.iter();
                all.map(|it| (it.slug.clone(), it.title(language)))
                    .collect()
            }
            Self::Groups => Vec::new(),
            Self::Categories | Self::CategoriesOrAll => {
                let (snapshot, language) = (shop.catalog.snapshot(), shop.config.store_language);
                let order = snapshot.tree.in_order();
                let all = snapshot.tree.each(&order).map(|node| {
                    let name = node.category.name.get(language.code());
                    (node.category.id.to_string(), name.to_owned())
                });
                let whole = (self == Self::CategoriesOrAll).then(Self::whole_shop);
                whole.into_iter().chain(all).collect()
            }
        }
    }

    /// The choice that is no category.
    pub fn whole_shop() -> (String, String) {
        ("0".to_owned(), "The whole shop".to_owned())
    }

    /// Whether its values are numbers.
    pub fn is_of_numbers(self) -> bool {
        matches!(self, Self::Categories | Self::CategoriesOrAll)
    }
}
