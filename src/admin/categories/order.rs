//! Which products stand in a category, and in which order.

use super::{detail, path_of};
use crate::{
    admin::{
        flash::AdminFlash,
        form::by_places,
        form_values::FormValues,
        product,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError},
    catalog::{Category, edit, store},
    platform::db::retried,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Most products that are put in order by hand; those behind stand as they are.
pub const MAX: usize = 200;

/// A product of the list.
pub struct Row {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its SKU.
    pub sku: String,
}

/// What was typed into a list of products.
pub struct Ordered {
    /// Those that were on it.
    pub shown: Vec<i64>,
    /// Those that are to stand in it, in their order.
    pub wanted: Vec<i64>,
    /// What was typed to be added, if anything.
    pub added: String,
}

impl Ordered {
    /// The list that was `typed`.
    pub fn read(typed: &FormValues) -> Self {
        let shown: Vec<i64> = typed
            .all("product")
            .filter_map(|it| it.parse().ok())
            .take(MAX)
            .collect();
        let places: Vec<String> = shown
            .iter()
            .map(|id| typed.get(&format!("place.{id}")).to_owned())
            .collect();
        let rows = shown.iter().zip(&places).enumerate();
        let rows = rows.map(|(index, (id, place))| (index, place.as_str(), *id));
        let mut wanted = by_places(rows.collect());
        wanted.retain(|id| typed.find(&format!("drop.{id}")).is_none());
        Self {
            shown,
            wanted,
            added: typed.get("add").trim().to_owned(),
        }
    }
}

/// The number of the product that was typed to be added: by its SKU, or its number.
pub async fn found(request: &AdminRequest, typed: &str) -> Result<Option<i64>, AppError> {
    let db = &request.state.shop.db.read;
    match store::by_sku(db, typed).await? {
        Some(id) => Ok(Some(id)),
        None => match typed.parse::<i64>() {
            Ok(id) => Ok(store::product(db, id).await?.map(|it| it.id)),
            Err(_) => Ok(None),
        },
    }
}

/// The list of `rows` as a form that posts to `action`.
pub fn list(
    rows: Vec<Row>,
    action: String,
    may: bool,
    problem: Option<String>,
    typed: &str,
) -> AnyView {
    let count = rows.len();
    let each = rows.into_iter().enumerate().map(|(index, row)| {
        let (id, name) = (row.id, row.name);
        let (place, drop) = (format!("place.{id}"), format!("drop.{id}"));
        let spoken = format!("Place: {name}");
        let remove = may.then(|| {
            view! {
                <span class="field--flag"><input id=drop.clone() name=drop.clone() type="checkbox" value="yes"/><label for=drop>"Take out"<span class="sr-only">{format!(": {name}")}</span></label></span>
            }
        });
        view! {
            <li class="tree__row" data-drag="all">
                <input type="hidden" name="product" value=id.to_string()/>
                <span class="tree__name"><a href=product::path_of(id)>{name}</a>" "<span class="note">{row.sku}</span></span>
                <input name=place type="text" inputmode="numeric" data-place="" aria-label=spoken value=(index + 1).to_string() disabled=!may/>
                {remove}
            </li>
        }
    });
    let each = each.collect_view();
    let rest = (count == MAX).then(|| {
        view! { <p class="note">{format!("The first {MAX}. What is behind them stands in the order it was added.")}</p> }
    });
    let nothing = (count == 0)
        .then(|| view! { <p class="note">"Nothing that shoppers see stands here yet."</p> });
    let problem = problem.map(|why| view! { <p class="problem" role="alert">{why}</p> });
    let save = may.then(|| {
        view! {
            <div class="field"><label for="add">"Add a product: its SKU or number"</label><input id="add" name="add" type="text" value=typed.to_owned()/></div>
            {problem}
            <button class="button" type="submit">"Save this order"</button>
        }
    });
    view! {
        <form method="post" action=action data-order="">
            {nothing}<ol class="plain tree">{each}</ol>{rest}{save}
        </form>
    }
    .into_any()
}

/// The products of `category`.
pub async fn card(request: &AdminRequest, category: &Category) -> Result<AnyView, AppError> {
    card_with(request, category, None, "").await
}

async fn card_with(
    request: &AdminRequest,
    category: &Category,
    problem: Option<String>,
    typed: &str,
) -> Result<AnyView, AppError> {
    let shop = &request.state.shop;
    let snapshot = shop.catalog.snapshot();
    let code = shop.config.store_language.code();
    let own = snapshot.tree.get(category.id).map(|node| node.own.clone());
    let own = own.unwrap_or_default();
    let first = &own[..own.len().min(MAX)];
    let rows = snapshot.each(first).map(|card| Row {
        id: card.id,
        name: card.name.get(code).to_owned(),
        sku: card.sku.to_string(),
    });
    let may = request.may(Right::ChangeProducts);
    let action = format!("{}/order", path_of(category.id));
    let list = list(rows.collect(), action, may, problem, typed);
    Ok(view! {
        <section class="card"><h2>"Products, in their order"</h2>
            <p class="note">"This is the order that shoppers see unless they sort otherwise."</p>{list}</section>
    }
    .into_any())
}

/// `POST /categories/{id}/order`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let Some((category, _)) = store::category(&shop.db.read, id).await? else {
        return Ok(detail::nothing(&request));
    };
    let mut ordered = Ordered::read(&typed);
    let added = match ordered.added.as_str() {
        "" => None,
        text => match found(&request, text).await? {
            Some(added) => Some(added),
            None => {
                let why = format!("There is no product of the SKU or number “{text}”.");
                let card = card_with(&request, &category, Some(why), text).await?;
                let name = category
                    .name
                    .get(shop.config.store_language.code())
                    .to_owned();
                let view = view! { {card}<p><a href=path_of(id)>"Back to the category"</a></p> };
                return Ok(request.page_with(StatusCode::UNPROCESSABLE_ENTITY, &name, view));
            }
        },
    };
    if let Some(added) = added.filter(|added| !ordered.wanted.contains(added)) {
        ordered.wanted.push(added);
    }
    let attempt = || async {
        let (tx, now) = (shop.db.begin().await?, date::now());
        let (shown, wanted) = (&ordered.shown, &ordered.wanted);
        let done = edit::fill_category(&tx, id, shown, wanted, &request.actor(), now).await?;
        if done.is_ok() {
            tx.commit().await?;
        }
        Ok(done.is_ok())
    };
    Ok(match retried(attempt).await? {
        true => redirect_with_flash(&path_of(id), AdminFlash::Saved),
        false => detail::nothing(&request),
    })
}
