//! What a change would do to each product, variations included, and then doing it.

use super::{
    super::{
        form_values::FormValues,
        request::{AdminRequest, redirect},
        staff::role::Right,
    },
    Categories,
    bulk::{self, ProductSelection, change_pairs, way_back},
    fields,
    paths::{BULK, PREVIEW, change_path},
    query,
};
use crate::{
    base::{date, error::AppError},
    catalog::{
        Product,
        bulk::{
            self as domain, FEW, Selection,
            change::{Change, ChangeRefusal},
            lines::{self, FactTexts, Line},
        },
        listing::page,
        store,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use nanoid::nanoid;
use std::collections::BTreeMap;

/// How many products of many one page shows.
const SHOWN: usize = 100;

/// What is asked for: the change, and of which products.
struct PreviewQuery {
    change: Change,
    chosen: ProductSelection,
    categories: Categories,
}

/// What `typed` asks for, or the page that says what is wrong with it.
async fn read(
    request: &AdminRequest,
    typed: &FormValues,
) -> Result<Result<PreviewQuery, Response>, AppError> {
    let shop = &request.state.shop;
    let Some(chosen) = ProductSelection::read(typed) else {
        return Ok(Err(bulk::nothing(typed.get("back"))));
    };
    let code = shop.config.store_language.code();
    let categories = Categories::read(&shop.db.read, code).await?;
    let may_count = request.may(Right::ChangeStock);
    Ok(
        match fields::read(typed, &categories, &shop.shop, may_count) {
            Ok(change) => Ok(PreviewQuery {
                change,
                chosen,
                categories,
            }),
            Err(problems) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Err(bulk::form(request, status, typed, &chosen, &problems).await?)
            }
        },
    )
}

/// `GET /products/bulk/preview`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let wanted = match read(&request, &typed).await? {
        Ok(wanted) => wanted,
        Err(answer) => return Ok(answer),
    };
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let low = i64::from(shop.config.low_stock_at);
    let seen_at = typed.number("seen_at").unwrap_or_else(date::now);
    let total = wanted.chosen.count(&request).await?;
    let after = typed.number("after").unwrap_or(0);
    let (ids, is_many) = match &wanted.chosen {
        ProductSelection::Ids(ids) => (ids.clone(), false),
        ProductSelection::Found(filter) if total > FEW => {
            let shown = page::numbers(db, filter, low, after, SHOWN).await?;
            (shown, true)
        }
        ProductSelection::Found(filter) => (page::numbers(db, filter, low, 0, FEW).await?, false),
    };
    let products = store::products(db, &ids).await?;
    let each: Vec<&Product> = ids.iter().filter_map(|id| products.get(id)).collect();
    let names = wanted.categories.names();
    let own = shop.config.shop();
    let language = shop.config.store_language.code();
    let words = FactTexts {
        prices: &own.prices,
        weight: own.weight,
        categories: &names,
        language,
    };
    let rows: Vec<Row> = each
        .iter()
        .map(|product| Row::of(product, &wanted.change, &words))
        .collect();
    let can = rows.iter().filter(|row| row.will_change()).count();
    let kept = hidden(&typed, &wanted, is_many, seen_at, total, &each, language);
    let what = fields::words(&wanted.change, &wanted.categories, &own);
    let button = match (is_many, can) {
        (true, _) => Some(format!("Change {total} products")),
        (false, 0) => None,
        (false, 1) => Some("Change one product".to_owned()),
        (false, can) => Some(format!("Change {can} products")),
    };
    let button = button.map(|name| {
        view! { <div class="save"><button class="button" type="submit">{name}</button></div> }
    });
    let many = is_many.then(|| {
        view! { <p class="notice">{format!("These are {} of {total}. So many are changed step by step; what somebody changes before its turn comes is left out and named.", rows.len())}</p> }
    });
    let next = (is_many && ids.len() == SHOWN).then(|| {
        let last = ids.last().copied().unwrap_or_default();
        let to = further(&typed, seen_at, last);
        view! { <p><a class="button button--plain" rel="next" href=to>"The next ones"</a></p> }
    });
    let again = changing_again(&typed, &wanted.chosen);
    let view = view! {
        <p class="lead">{what.join(" · ")}</p>
        {many}
        <form method="post" action=BULK>
            {kept}
            <ul class="changes">{rows.into_iter().map(Row::view).collect_view()}</ul>
            {button}
        </form>
        {next}
        <p><a class="button button--plain" href=again>"Change it otherwise"</a></p>
        {way_back(typed.get("back"))}
    };
    Ok(request.page("What would change", view))
}

/// The address of the next page of products.
fn further(typed: &FormValues, seen_at: i64, after: i64) -> String {
    let rest = typed.without(&["after", "seen_at"]);
    let mut pairs = rest.pairs;
    pairs.push(("seen_at".to_owned(), seen_at.to_string()));
    pairs.push(("after".to_owned(), after.to_string()));
    format!("{PREVIEW}?{}", FormValues::of(pairs).encoded())
}

/// The address of the form with what was typed.
fn changing_again(typed: &FormValues, chosen: &ProductSelection) -> String {
    let mut pairs = chosen.pairs();
    pairs.extend(change_pairs(typed));
    pairs.push(("back".to_owned(), typed.get("back").to_owned()));
    format!("{BULK}?{}", FormValues::of(pairs).encoded())
}

/// What the form sends to be done: the change as it was typed, and what it was shown of.
fn hidden(
    typed: &FormValues,
    wanted: &PreviewQuery,
    is_many: bool,
    seen_at: i64,
    total: usize,
    shown: &[&Product],
    language: &str,
) -> impl IntoView + use<> {
    let mut pairs = change_pairs(typed);
    pairs.push(("form".to_owned(), nanoid!()));
    pairs.push(("back".to_owned(), typed.get("back").to_owned()));
    if is_many {
        pairs.extend(wanted.chosen.pairs());
        pairs.push(("seen_at".to_owned(), seen_at.to_string()));
        pairs.push(("total".to_owned(), total.to_string()));
    } else {
        for product in shown {
            let mark = domain::mark(product, &wanted.change, language);
            pairs.push(("ids".to_owned(), product.id.to_string()));
            pairs.push((format!("mark-{}", product.id), mark));
        }
    }
    let field = |(name, value): (String, String)| {
        view! { <input type="hidden" name=name value=value/> }
    };
    pairs.into_iter().map(field).collect_view()
}

/// A product, and what would become of it.
struct Row {
    id: i64,
    name: String,
    change: Result<Vec<Line>, ChangeRefusal>,
}

impl Row {
    fn of(product: &Product, change: &Change, words: &FactTexts<'_>) -> Self {
        let after = change.of(product, words.language);
        Self {
            id: product.id,
            name: product.name.get(words.language).to_owned(),
            change: after.map(|after| lines::between(product, &after, words)),
        }
    }

    fn will_change(&self) -> bool {
        self.change.as_ref().is_ok_and(|lines| !lines.is_empty())
    }

    fn view(self) -> impl IntoView {
        let to = format!("/products/{}", self.id);
        let what = match self.change {
            Err(why) => view! { <p><strong>{why.text()}</strong></p> }.into_any(),
            Ok(lines) if lines.is_empty() => {
                view! { <p><strong>"It is so already."</strong></p> }.into_any()
            }
            Ok(lines) => {
                let line = |it: Line| {
                    let of = match it.variation.as_str() {
                        "" => it.name,
                        variation => format!("{variation}: {}", it.name.to_lowercase()),
                    };
                    view! { <li>{of}": "<del>{it.before}</del>" → "<ins>{it.after}</ins></li> }
                };
                view! { <ul class="plain">{lines.into_iter().map(line).collect_view()}</ul> }
                    .into_any()
            }
        };
        view! { <li class="card"><p><a href=to>{self.name}</a></p>{what}</li> }
    }
}

/// `POST /products/bulk`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let wanted = match read(&request, &typed).await? {
        Ok(wanted) => wanted,
        Err(answer) => return Ok(answer),
    };
    let form = typed.get("form");
    if form.is_empty() {
        return Err(AppError::BadRequest);
    }
    let selection = match wanted.chosen {
        ProductSelection::Ids(ids) => {
            let mark = |id: &i64| (*id, typed.get(&format!("mark-{id}")).to_owned());
            Selection::These(ids.iter().map(mark).collect::<BTreeMap<_, _>>())
        }
        ProductSelection::Found(filter) => Selection::Found {
            query: query::write(&filter),
            filter,
            seen_at: typed.number("seen_at").ok_or(AppError::BadRequest)?,
            total: typed.get("total").parse().unwrap_or(0),
        },
    };
    let services = request.state.shop.services();
    let actor = request.actor();
    let id = domain::start(&services, &wanted.change, &selection, form, &actor).await?;
    request.state.shop.catalog.note_sale();
    Ok(redirect(&change_path(id)))
}
