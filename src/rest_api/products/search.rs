//! What a search asks for: read as the shop's own search page reads it (`catalog::filter`), and what programs ask besides.

use crate::{
    base::date,
    catalog::{
        filter::{Filter, Sort},
        snapshot::{ApiFilter, CatalogSnapshot, Scope, SearchMatches},
    },
    rest_api::{
        answer::Paging,
        ask::{Ask, Parameters},
        fault::Fault,
    },
};
use std::sync::Arc;

/// Most products that are named by their ids in one request.
const MAX_NAMED: usize = 100;

/// A search for products.
#[derive(Debug)]
pub struct Search {
    /// What it is narrowed to.
    pub filter: Filter,
    /// And further.
    pub further: ApiFilter,
    /// Part of the list.
    pub paging: Paging,
    /// Products by their ids: nothing else counts then.
    pub ids: Option<Vec<i64>>,
    /// The product, or one of its variations, by its SKU: little else counts then.
    pub sku: Option<String>,
}

impl Search {
    /// What `ask` asks for among the products of `snapshot`.
    pub fn of(ask: &Ask, snapshot: &CatalogSnapshot) -> Result<Self, Fault> {
        let parameters = &ask.parameters;
        let shop = &ask.shop;
        let mut filter = Filter::default();
        let mut further = ApiFilter::default();
        for (name, value) in parameters.iter() {
            match name {
                // They mean other things here, or are read below.
                "offset" | "page" | "sort" | "inStock" | "onsale" | "inventory" | "lang"
                | "category" | "categories" => {}
                "priceFrom" | "priceTo" if !value.is_empty() => {
                    if shop.shop.prices.parse(value).is_none() {
                        return Err(Fault::unreadable(format!("{name}: expected a price")));
                    }
                    filter.take(name, value, &shop.shop.prices, 0);
                }
                "withSubcategories" => {
                    filter.take("withSubcategory", value, &shop.shop.prices, 0);
                }
                _ => filter.take(name, value, &shop.shop.prices, 0),
            }
        }
        if parameters.get("category").is_some() && parameters.get("withSubcategories").is_none() {
            filter.subcategories = false;
        }
        put_categories(&mut filter, &mut further, parameters)?;
        (filter.created_from, filter.created_to) = times(parameters, "createdFrom", "createdTo")?;
        (further.updated_from, further.updated_to) = times(parameters, "updatedFrom", "updatedTo")?;
        further.in_stock = match parameters.get("inventory") {
            Some("instock") => Some(true),
            Some("outofstock") => Some(false),
            _ => parameters.flag("inStock")?,
        };
        further.on_sale = match parameters.get("onsale") {
            Some("onsale") => Some(true),
            Some("notonsale") => Some(false),
            _ => parameters.flag("onsale")?,
        };
        if ask.sees_hidden() {
            further.enabled = parameters.flag("enabled")?;
        }
        let paging = Paging::of(ask)?;
        filter.offset = paging.offset;
        filter.sort = sort(parameters, &filter)?;
        Ok(Self {
            filter: snapshot.with_names(filter),
            further,
            paging,
            ids: ids(parameters)?,
            sku: parameters
                .get("sku")
                .filter(|sku| !sku.is_empty())
                .map(str::to_owned),
        })
    }

    /// What was found by its words, if it has any.
    pub fn found(&self, snapshot: &CatalogSnapshot) -> Option<Arc<SearchMatches>> {
        let keyword = self.filter.keyword.trim_matches('"');
        (!keyword.is_empty()).then(|| snapshot.find(keyword))
    }

    /// Where it looks.
    pub fn scope<'a>(&self, found: Option<&'a SearchMatches>) -> Scope<'a> {
        match (found, self.filter.categories.as_slice()) {
            (Some(found), _) => Scope::Found(found),
            // In a category of its own it is listed in the merchant's order of that.
            (None, [id]) if self.filter.sort == Sort::Normal => Scope::Category(*id),
            (None, _) => Scope::Category(0),
        }
    }
}

/// `category=0` and `categories=home` are the store root: what is shown there.
fn put_categories(
    filter: &mut Filter,
    further: &mut ApiFilter,
    parameters: &Parameters,
) -> Result<(), Fault> {
    let asked = parameters.get("categories").or(parameters.get("category"));
    for id in asked.unwrap_or_default().split(',').map(str::trim) {
        match id {
            "" => {}
            "0" | "home" => further.featured = true,
            id => match id.parse() {
                Ok(id) => filter.categories.push(id),
                Err(_) => return Err(Fault::unreadable("categories: expected numbers, or home")),
            },
        }
    }
    filter.categories.truncate(MAX_NAMED);
    Ok(())
}

fn times(
    parameters: &Parameters,
    from: &str,
    to: &str,
) -> Result<(Option<i64>, Option<i64>), Fault> {
    let time = |name: &str| match parameters.get(name) {
        None | Some("") => Ok(None),
        Some(text) => match date::read(text) {
            Some(time) => Ok(Some(time)),
            None => Err(Fault::unreadable(format!(
                "{name}: expected UNIX seconds or yyyy-MM-dd HH:mm:ss Z"
            ))),
        },
    };
    Ok((time(from)?, time(to)?))
}

fn ids(parameters: &Parameters) -> Result<Option<Vec<i64>>, Fault> {
    let Some(list) = parameters.get("productId").filter(|it| !it.is_empty()) else {
        return Ok(None);
    };
    let ids = list.split(',').map(|id| id.trim().parse());
    match ids.collect::<Result<Vec<i64>, _>>() {
        Ok(ids) if ids.len() <= MAX_NAMED => Ok(Some(ids)),
        Ok(_) => Err(Fault::out_of_bounds(format!(
            "productId: at most {MAX_NAMED} at once"
        ))),
        Err(_) => Err(Fault::unreadable("productId: expected numbers")),
    }
}

fn sort(parameters: &Parameters, filter: &Filter) -> Result<Sort, Fault> {
    Ok(match parameters.get("sortBy").unwrap_or("RELEVANCE") {
        "" | "RELEVANCE" if filter.keyword.is_empty() => Sort::Normal,
        "" | "RELEVANCE" => Sort::Relevance,
        "DEFINED_BY_STORE_OWNER" => Sort::Normal,
        "ADDED_TIME_DESC" => Sort::AddedTimeDesc,
        "ADDED_TIME_ASC" => Sort::AddedTimeAsc,
        "NAME_ASC" => Sort::NameAsc,
        "NAME_DESC" => Sort::NameDesc,
        "PRICE_ASC" => Sort::PriceAsc,
        "PRICE_DESC" => Sort::PriceDesc,
        "UPDATED_TIME_ASC" => Sort::UpdatedTimeAsc,
        "UPDATED_TIME_DESC" => Sort::UpdatedTimeDesc,
        _ => {
            let names = "RELEVANCE, DEFINED_BY_STORE_OWNER, or one of ADDED_TIME, NAME, PRICE and UPDATED_TIME with _ASC or _DESC";
            return Err(Fault::unreadable(format!("sortBy: expected {names}")));
        }
    })
}
