//! `GET /products`: tabs, the search, and a page of rows in one form.

use super::{
    super::{form_values::FormValues, product, request::AdminRequest, staff::role::Right},
    Categories, filters,
    paths::{CHANGES, MAX, PATH, STOCK},
    query,
    row::{self, RowStyle},
};
use crate::{
    base::error::AppError,
    catalog::{
        Product,
        listing::{
            filter::Filter,
            page::{self, ListCursor},
        },
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What a page of the list is asked for by.
struct ListQuery {
    filter: Filter,
    after: Option<ListCursor>,
    are_ticked: bool,
}

impl ListQuery {
    /// The address of the same list with `more` behind it.
    fn address(&self, more: &[(&str, String)]) -> String {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(query::pairs(&self.filter))
            .extend_pairs(more)
            .finish();
        match query.as_str() {
            "" => PATH.to_owned(),
            query => format!("{PATH}?{query}"),
        }
    }

    /// The address of this very page, with `more` behind it.
    fn here(&self, more: &[(&str, String)]) -> String {
        let after = self.after.iter().map(|it| ("after", it.text()));
        let all: Vec<(&str, String)> = after.chain(more.iter().cloned()).collect();
        self.address(&all)
    }
}

/// `GET /products`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = FormValues::read(request.query.as_bytes());
    let filter = query::read(&typed);
    let shown = ListQuery {
        after: ListCursor::parse(typed.get("after"), filter.sort),
        filter,
        are_ticked: typed.get("ticked") == "all",
    };
    let db = &shop.db.read;
    let low = i64::from(shop.config.low_stock_at);
    let found = page::page(db, &shown.filter, low, shown.after.as_ref(), MAX).await?;
    let categories = Categories::read(db, shop.config.store_language.code()).await?;
    let next = found.next.as_ref().map(|place| {
        let to = shown.address(&[("after", place.text())]);
        view! { <p><a class="button button--plain" rel="next" href=to>"More products"</a></p> }
    });
    let results = match found.products.is_empty() {
        true => nothing(&request, &shown).into_any(),
        false => view! {
            {ticked(&request, &shown)}
            {form(&request, &found.products, &shown.here(&[]), &FormValues::default(), &BTreeMap::new(), Some(shown.are_ticked))}
        }
        .into_any(),
    };
    let add = request.may(Right::ChangeProducts).then(|| {
        view! { <p><a class="button" href=product::NEW>"Add a product"</a></p> }
    });
    let view = view! {
        {add}
        {filters::tabs(&shown.filter)}
        {filters::form(&shown.filter, &categories)}
        {results}{next}
    };
    Ok(request.page("Products", view))
}

fn nothing(request: &AdminRequest, shown: &ListQuery) -> impl IntoView + use<> {
    if shown.filter.is_narrowed() || shown.after.is_some() {
        return view! { <p>"No product fits this."</p> }.into_any();
    }
    let import = request.may(Right::ChangeContent).then(|| {
        view! { <p><a class="button" href="/import">"Bring products from a file"</a></p> }
    });
    view! { <p>"There are no products yet."</p>{import} }.into_any()
}

/// What can be done with rows that are ticked.
fn ticked(request: &AdminRequest, shown: &ListQuery) -> Option<impl IntoView + use<>> {
    if !request.may(Right::ChangeProducts) {
        return None;
    }
    let (tick, more) = match shown.are_ticked {
        true => ("Tick none", vec![]),
        false => ("Tick all", vec![("ticked", "all".to_owned())]),
    };
    let filter = query::pairs(&shown.filter).into_iter();
    let filter = filter.map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    let inner = view! {
        {filter.collect_view()}
        <span class="note">"Tick products below, then:"</span>
        <a class="button button--plain" href=shown.here(&more) data-tick-all="">{tick}</a>
        <button class="button button--plain" type="submit">"Change the ticked ones"</button>
        <button class="button button--plain" type="submit" name="all" value="yes">"Change all that are found"</button>
        <a class="button button--plain" href=CHANGES>"Changes so far"</a>
    };
    Some(row::with_ticked(inner, shown.here(&[])))
}

/// The rows of `products` in the form that saves them; `back` is where it leads to.
fn form(
    request: &AdminRequest,
    products: &[Product],
    back: &str,
    typed: &FormValues,
    problems: &BTreeMap<String, String>,
    tick: Option<bool>,
) -> impl IntoView + use<> {
    let config = &request.state.shop.config;
    let prices = config.shop().prices;
    let (may_change, may_count) = (
        request.may(Right::ChangeProducts),
        request.may(Right::ChangeStock),
    );
    let look = RowStyle {
        prices: &prices,
        language: config.store_language.code(),
        may_change,
        may_count,
        tick: tick.filter(|_| may_change),
        low: i64::from(config.low_stock_at),
        typed,
        problems,
    };
    let rows = row::rows(products, &look);
    if !may_change && !may_count {
        return rows.into_any();
    }
    let action = if may_change { PATH } else { STOCK };
    let is_typed = (!problems.is_empty()).then_some("");
    let reason = may_count.then(|| {
        view! {
            <div class="field"><label for="reason">"Why stock changes"</label>
                <input id="reason" name="reason" type="text" maxlength="200" value=typed.get("reason").to_owned() autocomplete="off" aria-describedby="reason-note"/>
                <p class="note" id="reason-note">"If you like: it stands in the history. Stock takes 12, and +5 or -1 too."</p></div>
        }
    });
    view! {
        <form method="post" action=action data-guard="" data-typed=is_typed>
            <input type="hidden" name="back" value=back.to_owned()/>
            {rows}
            <div class="save row">{reason}<button class="button" type="submit">"Save the list"</button></div>
        </form>
    }
    .into_any()
}

/// The form again with what was `typed` and what is wrong with it.
pub fn again(
    request: &AdminRequest,
    products: &[Product],
    typed: &FormValues,
    problems: &BTreeMap<String, String>,
) -> Response {
    let count = match problems.len() {
        1 => "Nothing is saved yet: one field wants another look.".to_owned(),
        count => format!("Nothing is saved yet: {count} fields want another look."),
    };
    let back = typed.get("back").to_owned();
    let view = view! {
        <div class="notice" role="alert"><p>{count}</p></div>
        {form(request, products, &back, typed, problems, None)}
        <p><a class="button button--plain" href=own(&back)>"Leave it all as it is"</a></p>
    };
    request.page_with(StatusCode::UNPROCESSABLE_ENTITY, "Products", view)
}

/// Where `back` leads, if that is a list of products.
pub fn own(back: &str) -> String {
    match back.starts_with(PATH) {
        true => back.to_owned(),
        false => PATH.to_owned(),
    }
}
