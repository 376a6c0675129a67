//! `GET` and `POST` of a product's form.

use super::{
    draft, fields, lookups, merge,
    merge::{Merged, SentForm, marks},
    paths::path_of,
    show::{FormState, shown as page_of},
    to_form::{Units, shown},
    variation_grid,
};
use crate::{
    admin::{
        flash::AdminFlash,
        form::{act, read},
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError},
    catalog::{
        Product,
        edit::{self, ProductDraft},
        store,
    },
    content::drafts::{self, DraftKind},
    platform::db::retried,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use std::collections::{BTreeMap, HashMap};

/// A product before anything is said of it.
fn blank() -> Product {
    Product {
        enabled: true,
        ..Product::default()
    }
}

/// `GET /products/new`.
pub async fn new_page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let units = Units::of(&request.state.shop.config);
    let values = shown(&blank(), &units);
    let form = FormState::of(marks(&values), values);
    page_of(&request, None, StatusCode::OK, form).await
}

/// `GET /products/{id}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let Some(product) = store::product(&request.state.shop.db.read, id).await? else {
        return Ok(lookups::nothing(&request));
    };
    let units = lookups::units(&request, &product).await?;
    let form = match draft::of(&request, id).await? {
        Some(draft) => {
            let kept = ProductDraft::read(&draft.value)?;
            let units = lookups::units(&request, &kept.product).await?;
            FormState::of(kept.seen, shown(&kept.product, &units))
        }
        None => {
            let values = shown(&product, &units);
            FormState::of(marks(&values), values)
        }
    };
    page_of(&request, Some(&product), StatusCode::OK, form).await
}

/// A form as it was sent, with its pictures taken into the shop, and what of it cannot be read.
pub async fn sent(
    request: &AdminRequest,
    typed: FormValues,
) -> Result<(SentForm, BTreeMap<String, String>), AppError> {
    let typed = typed.with_pictures(&request.state.shop.images).await?;
    let seen = fields::all().filter_map(|field| {
        let mark = typed.find(&format!("seen.{}", field.key))?;
        Some((field.key.to_owned(), mark.to_owned()))
    });
    let seen = seen.collect();
    let all: Vec<_> = fields::all().collect();
    let decimals = request.state.shop.shop.prices.exponent;
    let mut given = read(&all, &typed, decimals);
    given.problems.extend(typed.problems);
    let sent = SentForm {
        values: given.values,
        seen,
        counts: request.may(Right::ChangeStock),
    };
    Ok((sent, given.problems))
}

/// `POST /products/new`.
pub async fn post_new(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let button = typed.find("act").map(str::to_owned);
    let (mut sent, wrong) = sent(&request, typed).await?;
    if let Some(button) = button {
        press(&mut sent, &button, None);
        return again(&request, None, sent, wrong).await;
    }
    let products = lookups::named_products(&request, &sent.values).await?;
    let units = Units::of(&request.state.shop.config);
    let merged = merge::merge(&blank(), &sent, &units, &products);
    let problems = problems(&request, 0, &merged, wrong).await?;
    if !problems.is_empty() {
        return refused(&request, None, sent, problems).await;
    }
    let shop = &request.state.shop;
    let add = || async {
        let tx = shop.db.begin().await?;
        let id = edit::add(&tx, merged.product.clone(), &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(id)
    };
    let id = retried(add).await?;
    Ok(redirect_with_flash(&path_of(id), AdminFlash::ProductAdded))
}

/// `POST /products/{id}`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let Some(now) = store::product(&request.state.shop.db.read, id).await? else {
        return Ok(lookups::nothing(&request));
    };
    let button = typed.find("act").map(str::to_owned);
    let (mut sent, wrong) = sent(&request, typed).await?;
    if let Some(button) = button {
        let units = lookups::units(&request, &now).await?;
        let there = shown(&now, &units);
        press(&mut sent, &button, Some(&there));
        return again(&request, Some(&now), sent, wrong).await;
    }
    let products = lookups::named_products(&request, &sent.values).await?;
    match store_form(&request, id, &sent, &products, wrong).await? {
        SaveOutcome::Stored => Ok(redirect_with_flash(&path_of(id), AdminFlash::Saved)),
        SaveOutcome::Gone => Ok(lookups::nothing(&request)),
        SaveOutcome::Wrong(problems) => refused(&request, Some(&now), sent, problems).await,
        SaveOutcome::Stale(now, merged) => stale(&request, &now, *merged).await,
    }
}

/// What came of a form.
pub enum SaveOutcome {
    /// It is stored, or was so already.
    Stored,
    /// There is no such product.
    Gone,
    /// This is wrong.
    Wrong(BTreeMap<String, String>),
    /// Somebody else changed the same meanwhile: the product as it is, and what would become of it.
    Stale(Box<Product>, Box<Merged>),
}

/// Stores what `sent` changes of the product `id`, unless something of it is wrong or was changed meanwhile.
pub async fn store_form(
    request: &AdminRequest,
    id: i64,
    sent: &SentForm,
    products: &HashMap<String, i64>,
    wrong: BTreeMap<String, String>,
) -> Result<SaveOutcome, AppError> {
    let shop = &request.state.shop;
    let attempt = || async {
        let tx = shop.db.begin().await?;
        let Some(now) = store::product_to_change(&tx, id).await? else {
            return Ok(SaveOutcome::Gone);
        };
        let units = lookups::units(request, &now).await?;
        let merged = merge::merge(&now, sent, &units, products);
        let problems = problems(request, id, &merged, wrong.clone()).await?;
        if !problems.is_empty() {
            return Ok(SaveOutcome::Wrong(problems));
        }
        if !merged.stale.is_empty() || !merged.stale_rows.is_empty() {
            return Ok(SaveOutcome::Stale(Box::new(now), Box::new(merged)));
        }
        drafts::end(&tx, DraftKind::Product, &id.to_string()).await?;
        edit::store(&tx, &now, &merged.product, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(SaveOutcome::Stored)
    };
    retried(attempt).await
}

/// Everything that is wrong: what cannot be read first, and an address that somebody else has.
async fn problems(
    request: &AdminRequest,
    id: i64,
    merged: &Merged,
    wrong: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>, AppError> {
    let mut all = wrong;
    for (path, why) in &merged.problems {
        all.entry(path.clone()).or_insert_with(|| why.clone());
    }
    if let Some(slug) = &merged.product.slug {
        let holder = edit::slug_holder(&request.state.shop.db.read, slug, true, id).await?;
        if let Some((is_product, other)) = holder {
            let what = if is_product { "Product" } else { "Category" };
            let why = format!("{what} {other} has this address.");
            all.entry("slug".to_owned()).or_insert(why);
        }
    }
    Ok(all)
}

/// Does what a button within the form says, of which nothing is stored.
fn press(sent: &mut SentForm, button: &str, there: Option<&toml::Table>) {
    match (button.strip_prefix("theirs "), there) {
        (Some(key), Some(there)) => {
            match there.get(key) {
                Some(value) => drop(sent.values.insert(key.to_owned(), value.clone())),
                None => drop(sent.values.remove(key)),
            }
            let mark = super::to_form::mark(key, there.get(key));
            sent.seen.insert(key.to_owned(), mark);
        }
        _ if button == variation_grid::COMBINE => variation_grid::combine(&mut sent.values),
        _ => drop(act(&mut sent.values, button)),
    }
}

/// The form once more, as it is after a button of it.
async fn again(
    request: &AdminRequest,
    product: Option<&Product>,
    sent: SentForm,
    mut wrong: BTreeMap<String, String>,
) -> Result<Response, AppError> {
    // What is not filled in yet is no mistake before it is to be stored.
    wrong.retain(|path, _| path == "images");
    let form = FormState {
        notice: "Not saved yet.",
        problems: wrong,
        is_typed: true,
        ..FormState::of(sent.seen, sent.values)
    };
    page_of(request, product, StatusCode::OK, form).await
}

/// The form of the product `id` once more, with what is wrong.
pub async fn refused_form(
    request: &AdminRequest,
    id: i64,
    sent: SentForm,
    problems: BTreeMap<String, String>,
) -> Result<Response, AppError> {
    let product = store::product(&request.state.shop.db.read, id).await?;
    refused(request, product.as_ref(), sent, problems).await
}

async fn refused(
    request: &AdminRequest,
    product: Option<&Product>,
    sent: SentForm,
    problems: BTreeMap<String, String>,
) -> Result<Response, AppError> {
    let form = FormState {
        notice: "Nothing is saved yet. Please look at this:",
        problems,
        is_typed: true,
        ..FormState::of(sent.seen, sent.values)
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    page_of(request, product, status, form).await
}

async fn stale(
    request: &AdminRequest,
    now: &Product,
    merged: Merged,
) -> Result<Response, AppError> {
    let units = lookups::units(request, now).await?;
    let mut problems = BTreeMap::new();
    for row in merged.stale_rows {
        let why = "It was sold or counted meanwhile. Save once more to set it to what you typed.";
        problems.insert(format!("variations.{row}.stock"), why.to_owned());
    }
    let form = FormState {
        notice: "Somebody else changed the same meanwhile. Look at both; what you typed holds when you save once more.",
        problems,
        is_typed: true,
        theirs: shown(now, &units),
        stale: merged.stale,
        ..FormState::of(merged.seen, merged.values)
    };
    page_of(request, Some(now), StatusCode::CONFLICT, form).await
}
