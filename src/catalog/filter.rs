//! What a list of products is narrowed to: read from a query string, and written back to one.

use crate::base::{date, money::PriceFormat, url::encoded};
use std::collections::BTreeMap;

/// Values of an attribute or option by its name.
pub type Values = BTreeMap<String, Vec<String>>;

/// A narrowed list (`spec/pages.md` 1.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Words to be found.
    pub keyword: String,
    /// Categories to look in; none is all of them.
    pub categories: Vec<i64>,
    /// Whether what stands below those categories counts.
    pub subcategories: bool,
    /// Lowest price, in minor units.
    pub price_from: Option<i64>,
    /// Highest price, in minor units.
    pub price_to: Option<i64>,
    /// Only what can be bought now.
    pub in_stock: bool,
    /// Only what was dearer.
    pub on_sale: bool,
    /// Attribute values; any of each attribute's.
    pub attributes: Values,
    /// Option choices; any of each option's.
    pub options: Values,
    /// Added at this time or later, in UNIX seconds.
    pub created_from: Option<i64>,
    /// Added at this time or before, in UNIX seconds.
    pub created_to: Option<i64>,
    /// Order.
    pub sort: Sort,
    /// Index of the first product listed.
    pub offset: usize,
}

/// Order of a list, named as scripts name it (`spec/js-api.md` 2.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The merchant's.
    #[default]
    Normal,
    /// What fits the words best.
    Relevance,
    /// Newest first.
    AddedTimeDesc,
    /// Oldest first: programs alone ask for it, as for the next two (`spec/rest.md` 3).
    AddedTimeAsc,
    /// Changed last first.
    UpdatedTimeDesc,
    /// Changed last last.
    UpdatedTimeAsc,
    /// Cheapest first.
    PriceAsc,
    /// Dearest first.
    PriceDesc,
    /// A to Z.
    NameAsc,
    /// Z to A.
    NameDesc,
}

impl Sort {
    /// Every order of pages and its name.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Normal, "normal"),
        (Self::Relevance, "relevance"),
        (Self::AddedTimeDesc, "addedTimeDesc"),
        (Self::PriceAsc, "priceAsc"),
        (Self::PriceDesc, "priceDesc"),
        (Self::NameAsc, "nameAsc"),
        (Self::NameDesc, "nameDesc"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(sort, _)| *sort == self)
            .map_or("normal", |(_, name)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(sort, _)| *sort)
    }
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            keyword: String::new(),
            categories: Vec::new(),
            subcategories: true,
            price_from: None,
            price_to: None,
            in_stock: false,
            on_sale: false,
            attributes: Values::new(),
            options: Values::new(),
            created_from: None,
            created_to: None,
            sort: Sort::Normal,
            offset: 0,
        }
    }
}

/// Most values of a filter that count, so that no URL makes much work.
const MAX_VALUES: usize = 40;
/// Most characters of a keyword that count.
const MAX_CHARACTERS: usize = 200;

impl Filter {
    /// The filter that `query` writes, by new names and old; `per_page` turns pages into offsets.
    /// What cannot be read is ignored.
    pub fn read(query: &str, prices: &PriceFormat, per_page: usize) -> Self {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).take(100) {
            filter.take(&name, &value, prices, per_page);
        }
        filter
    }

    /// Takes one parameter of a query in.
    pub fn take(&mut self, name: &str, value: &str, prices: &PriceFormat, per_page: usize) {
        match name {
            "keyword" | "keywords" => {
                self.keyword = value.trim().chars().take(MAX_CHARACTERS).collect();
            }
            "categories" | "category" => {
                let ids = value.split(',').filter_map(|id| id.trim().parse().ok());
                self.categories = ids.filter(|id| *id > 0).take(MAX_VALUES).collect();
            }
            "includeProductsFromSubcategories" => self.subcategories = value != "false",
            "withSubcategory" => self.subcategories = value == "true",
            "priceFrom" => self.price_from = prices.parse(value),
            "priceTo" => self.price_to = prices.parse(value),
            "inventory" => self.in_stock = value == "instock",
            "inStock" => self.in_stock = value == "true",
            "onsale" => self.on_sale = value == "onsale" || value == "true",
            "createdFrom" => self.created_from = date::read(value),
            "createdTo" => self.created_to = date::read(value),
            "sort" => self.sort = Sort::named(value).unwrap_or_default(),
            "offset" => self.offset = value.parse().unwrap_or(0),
            "page" => {
                let page: usize = value.parse().unwrap_or(1);
                self.offset = page.saturating_sub(1).saturating_mul(per_page);
            }
            _ => {
                let prefixed = |prefix| name.strip_prefix(prefix).filter(|rest| !rest.is_empty());
                if let Some(name) = prefixed("attribute_").or(prefixed("field")) {
                    add(&mut self.attributes, name, value);
                } else if let Some(name) = prefixed("option_") {
                    add(&mut self.options, name, value);
                }
            }
        }
    }

    /// The query string that reads as this filter, without its `?`; a list has one writing only.
    pub fn query(&self, prices: &PriceFormat) -> String {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut pair = |name: &str, value: String| {
            if !value.is_empty() {
                pairs.push((name.to_owned(), value));
            }
        };
        let text = |is: bool, text: &str| if is { text.to_owned() } else { String::new() };
        pair("keyword", self.keyword.clone());
        let ids: Vec<String> = self.categories.iter().map(i64::to_string).collect();
        pair("categories", ids.join(","));
        pair(
            "includeProductsFromSubcategories",
            text(!self.subcategories, "false"),
        );
        pair(
            "priceFrom",
            self.price_from
                .map(|price| prices.plain(price))
                .unwrap_or_default(),
        );
        pair(
            "priceTo",
            self.price_to
                .map(|price| prices.plain(price))
                .unwrap_or_default(),
        );
        pair("inventory", text(self.in_stock, "instock"));
        pair("onsale", text(self.on_sale, "onsale"));
        for (prefix, all) in [("attribute_", &self.attributes), ("option_", &self.options)] {
            for (name, values) in all {
                pair(&format!("{prefix}{name}"), format_list(values));
            }
        }
        pair(
            "createdFrom",
            self.created_from
                .map(|time| time.to_string())
                .unwrap_or_default(),
        );
        pair(
            "createdTo",
            self.created_to
                .map(|time| time.to_string())
                .unwrap_or_default(),
        );
        pair("sort", text(self.sort != Sort::Normal, self.sort.name()));
        pair("offset", text(self.offset > 0, &self.offset.to_string()));
        let written =
            |(name, value): &(String, String)| format!("{}={}", encoded(name), encoded(value));
        pairs.iter().map(written).collect::<Vec<_>>().join("&")
    }

    /// Whether it narrows the list, beyond words and the category it stands on.
    pub fn narrows(&self) -> bool {
        let plain = Self {
            keyword: self.keyword.clone(),
            sort: self.sort,
            offset: self.offset,
            ..Self::default()
        };
        *self != plain
    }

    /// The filter from the first product on: its offset is 0.
    pub fn first(&self) -> Self {
        Self {
            offset: 0,
            ..self.clone()
        }
    }
}

fn add(all: &mut Values, name: &str, list: &str) {
    if all.len() >= MAX_VALUES {
        return;
    }
    let values = all.entry(name.to_owned()).or_default();
    for value in parse_list(list) {
        if !values.contains(&value) && values.len() < MAX_VALUES {
            values.push(value);
        }
    }
    values.sort();
    if values.is_empty() {
        all.remove(name);
    }
}

/// A comma list; a value with a comma or quote in it stands in quotes.
fn format_list(values: &[String]) -> String {
    let one = |value: &String| {
        let plain = !value.contains([',', '"']) && value.trim() == value;
        if plain {
            value.clone()
        } else {
            format!("\"{}\"", value.replace('"', "\"\""))
        }
    };
    values.iter().map(one).collect::<Vec<_>>().join(",")
}

fn parse_list(list: &str) -> Vec<String> {
    let (mut values, mut value, mut quoted, mut was_quoted) =
        (Vec::new(), String::new(), false, false);
    let mut characters = list.chars().peekable();
    let mut done = |value: &mut String, was_quoted: &mut bool| {
        let text = std::mem::take(value);
        let text = if std::mem::take(was_quoted) {
            text
        } else {
            text.trim().to_owned()
        };
        if !text.is_empty() {
            values.push(text);
        }
    };
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                value.push('"');
            }
            '"' if quoted || value.trim().is_empty() => {
                quoted = !quoted;
                if quoted {
                    value.clear();
                }
                was_quoted = true;
            }
            ',' if !quoted => done(&mut value, &mut was_quoted),
            _ if was_quoted && !quoted => {}
            other => value.push(other),
        }
    }
    done(&mut value, &mut was_quoted);
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn prices() -> PriceFormat {
        PriceFormat::of("EUR").expect("known")
    }

    fn read(query: &str) -> Filter {
        Filter::read(query, &prices(), 24)
    }

    #[test]
    fn new_and_old_names_mean_the_same() {
        assert_eq!(
            read("keyword=mug&inventory=instock&categories=3"),
            read("keywords=mug&inStock=true&category=3")
        );
        assert_eq!(read("page=3").offset, 48);
        assert_eq!(read("attribute_Paper=Cotton"), read("fieldPaper=Cotton"));
        assert!(!read("withSubcategory=yes").subcategories);
        assert_eq!(
            read("createdFrom=2020-01-30+10%3A00%3A00+%2B0000").created_from,
            Some(1_580_378_400)
        );
        assert_eq!(read("createdTo=2020-01-30").created_to, Some(1_580_342_400));
        assert_eq!(
            (
                read("priceFrom=12.5").price_from,
                read("priceTo=free").price_to
            ),
            (Some(1_250), None)
        );
    }

    #[test]
    fn lists_hold_commas_in_quotes() {
        let filter = read("attribute_Paper=Cotton%2C%20%22Rag%2C%20torn%22%2C&option_Size=A3");
        assert_eq!(filter.attributes["Paper"], ["Cotton", "Rag, torn"]);
        assert_eq!(filter.options["Size"], ["A3"]);
        assert_eq!(parse_list("\"a \"\"b\"\"\", c"), ["a \"b\"", "c"]);
    }

    proptest! {
        #[test]
        fn any_query_reads_and_writes_to_the_same(query in "[a-zA-Z_=&%0-9,\"+ .]{0,120}") {
            let filter = read(&query);
            prop_assert_eq!(read(&filter.query(&prices())), filter);
        }

        #[test]
        fn any_values_survive_their_writing(name in "[^\\p{C}]{1,12}", values in proptest::collection::btree_set("\\PC{0,12}", 0..4)) {
            let mut filter = Filter::default();
            let values: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
            if !values.is_empty() {
                filter.options.insert(name, values);
            }
            prop_assert_eq!(read(&filter.query(&prices())), filter);
        }

        #[test]
        fn no_query_is_a_panic(query in "\\PC{0,200}") {
            let _ = read(&query);
        }
    }
}
