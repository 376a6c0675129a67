//! `GET /products/bulk`: what is to change of the ticked products, or of all that the list's filter finds.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    Categories, changing,
    fields::{FIELDS, Problems},
    list, query,
};
use crate::{
    base::error::AppError,
    catalog::{
        bulk::FEW,
        listing::{filter::Filter, page},
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Which products are asked for.
pub enum ProductSelection {
    /// These.
    Ids(Vec<i64>),
    /// All that a filter finds.
    Found(Filter),
}

impl ProductSelection {
    /// What `typed` asks for; `None` is nothing.
    pub fn read(typed: &FormValues) -> Option<Self> {
        if typed.get("all") == "yes" {
            return Some(Self::Found(query::read(typed)));
        }
        let mut ids: Vec<i64> = typed.all("ids").filter_map(|it| it.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.truncate(FEW);
        (!ids.is_empty()).then_some(Self::Ids(ids))
    }

    /// As a form says it again.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let named = |(name, value): (&str, String)| (name.to_owned(), value);
        match self {
            Self::Ids(ids) => ids
                .iter()
                .map(|id| named(("ids", id.to_string())))
                .collect(),
            Self::Found(filter) => {
                let all = std::iter::once(("all", "yes".to_owned()));
                all.chain(query::pairs(filter)).map(named).collect()
            }
        }
    }

    /// How many products that are by now.
    pub async fn count(&self, request: &AdminRequest) -> Result<usize, AppError> {
        let shop = &request.state.shop;
        let low = i64::from(shop.config.low_stock_at);
        match self {
            Self::Ids(ids) => Ok(ids.len()),
            Self::Found(filter) => page::count(&shop.db.read, filter, low, usize::MAX >> 8).await,
        }
    }
}

/// `GET /products/bulk`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(chosen) = ProductSelection::read(&typed) else {
        return Ok(nothing(typed.get("back")));
    };
    form(&request, StatusCode::OK, &typed, &chosen, &Problems::new()).await
}

/// Leads whoever ticked nothing to the list they come from, where that is said.
pub fn nothing(back: &str) -> Response {
    redirect_with_flash(&list::own(back), AdminFlash::NothingTicked)
}

/// The way back to the list.
pub fn way_back(back: &str) -> impl IntoView + use<> {
    let to = list::own(back);
    view! { <p><a class="button button--plain" href=to>"Back to the products"</a></p> }
}

/// The form, with what was `typed` and what is wrong with it.
pub async fn form(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    chosen: &ProductSelection,
    problems: &Problems,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let code = shop.config.store_language.code();
    let categories = Categories::read(&shop.db.read, code).await?;
    let lead = match chosen.count(request).await? {
        1 => "One product. Tick what is to change; all else stays as it is.".to_owned(),
        count => {
            format!("{count} products. Tick what is to change; all else stays as it is.")
        }
    };
    let mut kept = chosen.pairs();
    kept.push(("back".to_owned(), typed.get("back").to_owned()));
    let form = changing::form(request, typed, problems, &categories, kept);
    let view = view! {
        <p class="lead">{lead}</p>
        <p class="note">"Prices and stock of variations change with those of their product. Prices for larger quantities stay. You see everything before it is done, and can take it back for thirty days."</p>
        {form}
        {way_back(typed.get("back"))}
    };
    Ok(request.page_with(status, "Change many", view))
}

/// What of `typed` says what is to change.
pub fn change_pairs(typed: &FormValues) -> Vec<(String, String)> {
    let is_of_change = |name: &str| {
        let of_field = ["_kind", "_sign", "_value", "_ending", "_name"];
        name == "do" || of_field.iter().any(|end| name.ends_with(end))
    };
    let all = typed.pairs.iter();
    let of_change = all.filter(|(name, value)| {
        is_of_change(name) && (name != "do" || FIELDS.iter().any(|(it, _)| it == value))
    });
    of_change.cloned().collect()
}
