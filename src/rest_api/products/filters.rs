//! `GET /products/filters`: what narrows a search further, and how much each leaves (`spec/rest.md` 3).

use super::search::Search;
use crate::{
    base::translated::Translated,
    catalog::snapshot::{CatalogSnapshot, Facet, Facets},
    rest_api::{
        answer::{JsonAnswer, RestResult},
        ask::{Ask, Parameters},
        fault::Fault,
        texts::Style,
    },
};
use axum::{
    Extension, Json,
    extract::rejection::JsonRejection,
    routing::{MethodRouter, get},
};
use serde_json::{Map, Value, json};

/// Values of each filter, if nobody says how many.
const COMMON: usize = 50;

/// The route, for GET and for POST, as a search may be too long for a URL.
pub fn route() -> MethodRouter {
    get(async |Extension(ask): Extension<Ask>| filters(ask).await).post(posted)
}

/// Answers a POST with `{"params": {…}}` as its body; its parameters come before those of the query.
async fn posted(
    Extension(ask): Extension<Ask>,
    body: Result<Json<Value>, JsonRejection>,
) -> RestResult {
    let Json(body) = body.map_err(|wrong| Fault::of(wrong.status().as_u16()))?;
    let parameters = Parameters::of_json(&body["params"]).before(&ask.parameters);
    filters(Ask {
        parameters: parameters.into(),
        ..ask
    })
    .await
}

async fn filters(ask: Ask) -> RestResult {
    let snapshot = ask.catalog().await?;
    let mut search = Search::of(&ask, &snapshot)?;
    let parent = ask.parameters.number("filterParentCategoryId")?;
    if let Some(parent) = parent.filter(|id| *id != 0 && search.filter.categories.is_empty()) {
        search.filter.categories.push(parent);
    }
    let found = search.found(&snapshot);
    let scope = search.scope(found.as_deref());
    let (count, facets) = snapshot.facets(scope, &search.filter, &search.further);
    let most = match ask.parameters.get("filterFacetLimit") {
        Some("all") => usize::MAX,
        _ => ask.parameters.number("filterFacetLimit")?.unwrap_or(COMMON),
    };
    let counted = FacetCount {
        count,
        facets: &facets,
        snapshot: &snapshot,
        style: Style::of(&ask),
        most,
    };
    let mut fields = names(ask.parameters.get("filterFields").unwrap_or_default());
    if fields.is_empty() {
        fields = every(&facets);
    }
    let filters = fields.into_iter().filter_map(|name| {
        let mut filter = counted.filter(&name)?;
        filter["status"] = json!("SUCCESS");
        Some((name, filter))
    });
    let filters: Map<String, Value> = filters.collect();
    Ok(JsonAnswer(
        json!({ "productCount": count, "filters": filters }),
    ))
}

/// Names with commas between; one that belongs to a name stands behind a backslash.
fn names(list: &str) -> Vec<String> {
    let (mut names, mut name, mut letters) = (Vec::new(), String::new(), list.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => name.extend(letters.next()),
            ',' => names.push(std::mem::take(&mut name)),
            letter => name.push(letter),
        }
    }
    names.push(name);
    let trimmed = names.iter().map(|name| name.trim().to_owned());
    trimmed.filter(|name| !name.is_empty()).collect()
}

/// Every filter that there is.
fn every(facets: &Facets) -> Vec<String> {
    let plain = ["price", "inventory", "onsale", "categories"].map(str::to_owned);
    let named = |prefix: &'static str, all: &[Facet]| -> Vec<String> {
        let names = all.iter().map(|facet| format!("{prefix}_{}", facet.name));
        names.collect()
    };
    let attributes = named("attribute", &facets.attributes);
    let options = named("option", &facets.options);
    plain.into_iter().chain(attributes).chain(options).collect()
}

/// What was counted, and how it is written.
struct FacetCount<'a> {
    count: u64,
    facets: &'a Facets,
    snapshot: &'a CatalogSnapshot,
    style: Style,
    most: usize,
}

impl FacetCount<'_> {
    /// The filter `name`; none if nothing is known by that name.
    fn filter(&self, name: &str) -> Option<Value> {
        let facets = self.facets;
        if let Some(name) = name.strip_prefix("attribute_") {
            return Some(self.values(&facets.attributes, name));
        }
        if let Some(name) = name.strip_prefix("option_") {
            return Some(self.values(&facets.options, name));
        }
        match name {
            "price" => {
                let (least, most) = facets.price.unwrap_or_default();
                let amount = |minor| self.style.amount(minor);
                Some(json!({ "minValue": amount(least), "maxValue": amount(most) }))
            }
            "inventory" => Some(self.both(
                "instock",
                "In stock",
                facets.in_stock,
                ("outofstock", "Out of stock"),
            )),
            "onsale" => Some(self.both(
                "onsale",
                "On sale",
                facets.on_sale,
                ("notonsale", "Regular price"),
            )),
            "categories" => Some(self.categories()),
            _ => None,
        }
    }

    /// A yes/no facet: matching products and the remainder.
    fn both(&self, id: &str, title: &str, left: u64, other: (&str, &str)) -> Value {
        let rest = (other.0, other.1, self.count.saturating_sub(left));
        let counted = [(id, title, left), rest];
        let counted = counted.into_iter().filter(|(.., left)| *left > 0);
        let values = counted
            .map(|(id, title, left)| json!({ "id": id, "title": title, "productCount": left }));
        json!({ "values": values.collect::<Vec<_>>() })
    }

    fn categories(&self) -> Value {
        let one = |(id, left): &(i64, u64)| {
            let name = &self.snapshot.tree.get(*id)?.category.name;
            Some(json!({
                "id": id,
                "title": self.style.text(name),
                "titleTranslated": self.style.translated(name),
                "productCount": left,
            }))
        };
        let all = self.facets.categories.iter().filter_map(one);
        json!({ "values": all.take(self.most).collect::<Vec<_>>() })
    }

    fn values(&self, facets: &[Facet], name: &str) -> Value {
        let facet = facets.iter().find(|facet| facet.name == name);
        let values = facet.map(|facet| facet.values.as_slice());
        let one = |(value, left): &(String, u64)| {
            json!({
                "id": value,
                "title": value,
                "titleTranslated": self.style.named(&Translated::default(), value),
                "productCount": left,
            })
        };
        let values = values.unwrap_or_default().iter().take(self.most).map(one);
        json!({ "values": values.collect::<Vec<_>>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_a_name_stands_behind_a_backslash() {
        assert_eq!(
            names(r"price, option_Size\, cm,,attribute_A\\"),
            ["price", "option_Size, cm", "attribute_A\\"]
        );
        assert!(names("").is_empty());
    }
}
