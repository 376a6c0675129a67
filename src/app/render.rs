//! Rendering pages: one handler for every path that is nothing else.
//!
//! A page that is the same for everybody is drawn once as a document with holes, and kept; an answer
//! fills the holes. Other pages are drawn for their visitor, and go the same way without being kept.

use super::middleware::{compression, security_headers::page_policy};
use crate::{
    account::staff_access,
    app::paths as table,
    base::{error::AppError, html::escaped, paths::ShopPath, url},
    cart::{self, Cart},
    checkout::Step,
    favourites,
    order::payment::provider::origins,
    platform::{
        assets,
        config::Config,
        cookies,
        db::{Db, commit_cache::Moment},
        page_document::{PageTemplate, Values},
    },
    request::{
        answer::redirect,
        context::RequestContext,
        documents::{Edition, Key},
    },
    site::{
        consent,
        draw::{self, PageRequest},
    },
    storefront_api::{boot::Visitor, pages},
    ui::served::{InPlace, PageAnswer, PageContent, ServedPage},
};
use axum::{
    Extension,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use std::sync::Arc;

/// Renders the page at the request's path.
pub async fn page(Extension(context): Extension<RequestContext>, request: Request) -> Response {
    // A hash URL without its hash (`spec/pages.md` 4).
    let hash = request
        .uri()
        .path()
        .strip_prefix('/')
        .filter(|it| it.starts_with("!/"));
    if let Some(path) = hash.and_then(pages::of_hash) {
        return redirect(&path);
    }
    let path = url::decoded(request.uri().path()).unwrap_or_default();
    let asked = PageRequest {
        url: request.uri().path_and_query().map_or("/", |it| it.as_str()),
        path: &path,
        query: request.uri().query().unwrap_or_default(),
    };
    answer(&context, &asked, request.headers())
        .await
        .unwrap_or_else(IntoResponse::into_response)
}

async fn answer(
    context: &RequestContext,
    asked: &PageRequest<'_>,
    headers: &HeaderMap,
) -> Result<Response, AppError> {
    let key = Key::of(context, asked.path, asked.query);
    let edition = Edition::now(context);
    let documents = &context.state.documents;
    let known = key.as_ref().and_then(|key| documents.get(key, &edition));
    if let Some(document) = known {
        let values = values(context, None, context.moment).await?;
        return Ok(sent(&document, values, context, Some(headers), &[]));
    }
    let served = match table::at(asked.path, asked.query, context).await? {
        PageAnswer::Page(served) => served,
        PageAnswer::Moved(to) => return Ok(moved(&to)),
        PageAnswer::See(to) => return Ok(redirect(&to)),
    };
    match (key, &served.content) {
        (Some(key), PageContent::Written(_, lasts)) => {
            let lasts = *lasts;
            let document = draw::for_everybody(served, asked, context).await?;
            let document = documents.keep(key, edition, lasts, document);
            let values = values(context, None, context.moment).await?;
            Ok(sent(&document, values, context, Some(headers), &[]))
        }
        _ => personal(context, asked, served).await,
    }
}

/// Renders the page that a form was answered with in place (`InPlace`), where the form stands.
pub async fn in_place(
    Extension(context): Extension<RequestContext>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let Some(InPlace(served)) = response.extensions_mut().remove() else {
        return response;
    };
    let asked = PageRequest {
        url: &path,
        path: &path,
        query: "",
    };
    personal(&context, &asked, served)
        .await
        .unwrap_or_else(IntoResponse::into_response)
}

/// A page that is drawn for its visitor alone.
async fn personal(
    context: &RequestContext,
    asked: &PageRequest<'_>,
    served: ServedPage,
) -> Result<Response, AppError> {
    let added = match context.flash.as_ref().and_then(|flash| flash.added) {
        Some(added) => cart::panel(added, &Cart::of(context).await?, &context.view()),
        None => String::new(),
    };
    let (is_found, order) = (served.found, served.order.clone());
    // What this very request wrote before is seen too.
    let values = values(context, order.as_deref(), context.state.db.moment()).await?;
    let document = draw::personal(served, asked, context, added).await?;
    let forms = form_targets(asked.path, &context.state.config);
    let mut response = sent(&Arc::new(document), values, context, None, &forms);
    if !is_found {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

/// Where a form on the page at `path` may lead besides the shop: what pays an order leads to whoever takes the money.
fn form_targets(path: &str, config: &Config) -> Vec<String> {
    let step = ShopPath::at(path).and_then(Step::at);
    // One that is placed and not paid is paid from its own page.
    let is_order = path.starts_with("/account/orders/");
    if step != Some(Step::last(config)) && !is_order {
        return Vec::new();
    }
    let providers = config.ways_to_pay().filter_map(|way| way.provider);
    let mut origins: Vec<String> = providers.flat_map(|it| origins(it, config)).collect();
    origins.sort();
    origins.dedup();
    origins
}

/// What fills the holes of this visitor's answer, from what the database says at this `moment`.
async fn values(
    context: &RequestContext,
    order: Option<&serde_json::Value>,
    moment: Option<Moment>,
) -> Result<Values, AppError> {
    let state = &context.state;
    let (count, favourites) = match cart::Owner::of(context) {
        Some(owner) => {
            let ask = carried(&state.db, &owner);
            state.carried.answer(moment, owner.key(), ask).await?
        }
        None => (0, Vec::new()),
    };
    let customer = context.customer();
    let mut values = Values::new()?;
    values.cart = cart::minicart(context.language.texts(), count);
    values.consent = consent::question(context);
    values.staff = staff_access::bar(context);
    if !favourites.is_empty() {
        values.favourites = format!(" ({})", favourites.len());
    }
    values.name = customer
        .as_ref()
        .map(|customer| escaped(customer.label()))
        .unwrap_or_default();
    values.visitor = Visitor {
        customer,
        flash: &context.flash.clone().unwrap_or_default(),
        country: context.country.as_deref(),
        order,
        cart: count,
        favourites: &favourites,
    }
    .fields();
    Ok(values)
}

/// How many things are in the cart of `owner`, and which products they keep.
async fn carried(db: &Db, owner: &cart::Owner) -> Result<(i64, Vec<i64>), AppError> {
    let count = cart::store::count(&db.read, owner).await?;
    Ok((count, favourites::of(&db.read, owner).await?))
}

/// The answer: `document` with `values` in its holes, in gzip where the `headers` of the request allow
/// that and its pieces are worth compressing. Its `forms` lead to these origins besides the shop.
fn sent(
    document: &PageTemplate,
    values: Values,
    context: &RequestContext,
    headers: Option<&HeaderMap>,
    forms: &[String],
) -> Response {
    let config = &context.state.config;
    let is_for_all = config.compress_pages && context.session.is_none();
    let zipped = headers
        .filter(|headers| is_for_all && assets::accepts(headers, "gzip"))
        .and_then(|_| document.gzipped(&values));
    let is_zipped = zipped.is_some();
    let mut response = Response::new(Body::new(
        zipped.unwrap_or_else(|| document.filled(&values)),
    ));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    if is_zipped {
        compression::mark_gzip(headers);
    }
    let snapshot = context.state.catalog.snapshot();
    let policy = page_policy(values.nonce(), config, snapshot.video_hosts(), forms);
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if context.flash.is_some() {
        headers.append(header::SET_COOKIE, cookies::remove_flash(config));
    }
    response
}

/// For good, and for caches too: the old path never comes back.
fn moved(to: &str) -> Response {
    let mut response = Redirect::permanent(to).into_response();
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    response
}
