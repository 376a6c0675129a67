//! What search engines read first: `robots.txt` and the sitemap.

use crate::{
    base::{
        html::escaped,
        paths::{SEGMENTS, TEXT_PAGE_PREFIX},
    },
    catalog::snapshot::CatalogSnapshot,
    request::state::AppState,
};
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

/// Most URLs of one file, as the protocol has it.
const PER_FILE: usize = 50_000;
const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `/robots.txt`, `/sitemap.xml` and the files it names.
pub fn routes(state: &AppState) -> Router {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(index))
        .route("/sitemap/{file}", get(file))
        .with_state(state.clone())
}

async fn robots(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let state = state.current();
    let origin = origin(&state, &headers);
    let hidden = SEGMENTS.iter().filter(|(_, is_hidden)| *is_hidden);
    let text = format!(
        "User-agent: *\n{}\nSitemap: {origin}/sitemap.xml\n",
        hidden
            .map(|(segment, _)| disallowed(segment))
            .collect::<String>()
    );
    answer("text/plain; charset=utf-8", text)
}

/// The page and what is below it; a product may have a longer name that begins so.
fn disallowed(segment: &str) -> String {
    let lines = ["$", "?", "/"].map(|end| format!("Disallow: /{segment}{end}\n"));
    lines.concat()
}

async fn index(State(state): State<AppState>, headers: HeaderMap) -> Response {
    let state = state.current();
    let origin = origin(&state, &headers);
    let files = paths(&state, &state.catalog.snapshot())
        .len()
        .div_ceil(PER_FILE);
    let entry = |number: usize| {
        format!(
            "<sitemap><loc>{}/sitemap/{number}.xml</loc></sitemap>",
            escaped(&origin)
        )
    };
    let entries: String = (1..=files).map(entry).collect();
    answer(
        "application/xml; charset=utf-8",
        format!("{XML}<sitemapindex {SPACE}>{entries}</sitemapindex>"),
    )
}

async fn file(
    State(state): State<AppState>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let state = state.current();
    let number = file
        .strip_suffix(".xml")
        .and_then(|number| number.parse::<usize>().ok());
    let paths = paths(&state, &state.catalog.snapshot());
    let part = number.and_then(|number| paths.chunks(PER_FILE).nth(number.checked_sub(1)?));
    let Some(part) = part else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let origin = escaped(&origin(&state, &headers));
    let entry = |path: &String| format!("<url><loc>{origin}{}</loc></url>", escaped(path));
    let entries: String = part.iter().map(entry).collect();
    answer(
        "application/xml; charset=utf-8",
        format!("{XML}<urlset {SPACE}>{entries}</urlset>"),
    )
}

/// Every page that is to be found.
fn paths(state: &AppState, snapshot: &CatalogSnapshot) -> Vec<String> {
    let links = state.links();
    let order = snapshot.tree.in_order();
    let categories = snapshot.tree.each(&order).map(|node| links.category(node));
    let products = snapshot.cards().map(|card| links.product(card));
    let pages = snapshot
        .pages
        .iter()
        .map(|it| format!("{TEXT_PAGE_PREFIX}{}", it.slug));
    std::iter::once("/".to_owned())
        .chain(categories)
        .chain(products)
        .chain(pages)
        .collect()
}

fn origin(state: &AppState, headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    match state.config.public_url.as_str() {
        "" => format!("http://{}", host.unwrap_or("localhost")),
        url => url.to_owned(),
    }
}

fn answer(kind: &'static str, text: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, text).into_response()
}
