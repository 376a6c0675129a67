//! `GET /reviews`: those that wait, those that shoppers see, and those that they do not.

use super::paths::PATH;
use crate::{
    admin::{form_values::FormValues, product::path_of, request::AdminRequest, staff::role::Right},
    base::error::AppError,
    catalog::store::{
        self as catalog,
        entity::review::{self, ReviewStatus},
    },
    reviews::store::{self, Query},
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use std::collections::HashMap;

/// Reviews of one page.
const ON_A_PAGE: usize = 30;
/// Reviews on the page of their product.
const FEW: usize = 5;

const TABS: [(&str, &str, ReviewStatus); 3] = [
    ("waiting", "To look at", ReviewStatus::Pending),
    ("published", "Published", ReviewStatus::Published),
    ("rejected", "Rejected", ReviewStatus::Rejected),
];

/// `GET /reviews?tab=…&product=…&before=…`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let tab = TABS.iter().find(|(code, ..)| *code == typed.get("tab"));
    let (tab, _, status) = *tab.unwrap_or(&TABS[0]);
    let product = typed.number("product");
    let query = Query {
        status: Some(status),
        product,
        before: typed.number("before"),
    };
    let db = &request.state.shop.db.read;
    let mut all = store::page(db, &query, ON_A_PAGE + 1).await?;
    let has_more = all.len() > ON_A_PAGE;
    all.truncate(ON_A_PAGE);
    let of = product
        .map(|id| format!("&product={id}"))
        .unwrap_or_default();
    let earlier = all.last().filter(|_| has_more).map(|last| {
        let to = format!("{PATH}?tab={tab}{of}&before={}", last.id);
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier"</a></p> }
    });
    let tabs = TABS.map(|(code, name, _)| {
        let current = (code == tab).then_some("page");
        view! { <li><a href=format!("{PATH}?tab={code}{of}") aria-current=current>{name}</a></li> }
    });
    let nothing = all.is_empty().then(|| {
        let text = match tab {
            "waiting" => "Nothing waits: you have looked at every review.",
            _ => "There are none.",
        };
        view! { <p>{text}</p> }
    });
    let to = match request.query.is_empty() {
        true => PATH.to_owned(),
        false => format!("{PATH}?tab={tab}{of}"),
    };
    let view = view! {
        <nav class="tabs" aria-label="Reviews"><ul>{tabs}</ul></nav>
        {nothing}{table(&request, all, &to).await?}{earlier}
    };
    Ok(request.page("Reviews", view))
}

/// The reviews of the product `id` that wait, or the latest of it, on its page.
pub async fn card(request: &AdminRequest, id: i64) -> Result<Option<AnyView>, AppError> {
    let query = Query {
        product: Some(id),
        ..Query::default()
    };
    let all = store::page(&request.state.shop.db.read, &query, FEW).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let (back, every) = (path_of(id), format!("{PATH}?product={id}"));
    let view = view! {
        <section class="card"><h2>"Reviews"</h2>{table(request, all, &back).await?}
            <p><a href=every>"All reviews of it"</a></p></section>
    };
    Ok(Some(view.into_any()))
}

/// `all` with what can be decided of each; then it is gone on at `to`.
async fn table(
    request: &AdminRequest,
    all: Vec<review::Model>,
    to: &str,
) -> Result<Option<AnyView>, AppError> {
    if all.is_empty() {
        return Ok(None);
    }
    let shop = &request.state.shop;
    let ids: Vec<i64> = all.iter().map(|it| it.product_id).collect();
    let code = shop.config.store_language.code();
    let products = catalog::products(&shop.db.read, &ids).await?.into_iter();
    let names: HashMap<i64, String> = products
        .map(|(id, it)| (id, it.name.get(code).to_owned()))
        .collect();
    let may = request.may(Right::ChangeProducts);
    let rows = all.into_iter().map(|review| {
        let day = shop.config.time_zone.day(review.changed_at);
        one(review, day, &names, may)
    });
    let rows = rows.collect_view();
    let bulk = may.then(|| {
        view! {
            <div class="row"><button class="button" type="submit" name="act" value="publish">"Publish the ticked"</button>
                <button class="button button--plain" type="submit" name="act" value="reject">"Reject the ticked"</button></div>
        }
    });
    let view = view! {
        <form method="post" action=PATH><input type="hidden" name="to" value=to.to_owned()/>
            <ul class="plain reviews">{rows}</ul>{bulk}</form>
    };
    Ok(Some(view.into_any()))
}

fn one(
    review: review::Model,
    day: String,
    names: &HashMap<i64, String>,
    may: bool,
) -> impl IntoView + use<> {
    let id = review.id.to_string();
    let count = usize::try_from(review.stars.clamp(0, 5)).unwrap_or(0);
    let stars = format!("{}{}", "★".repeat(count), "☆".repeat(5 - count));
    let spoken = format!("{count} of 5 stars");
    let product = match names.get(&review.product_id) {
        Some(name) => view! { <a href=path_of(review.product_id)>{name.clone()}</a> }.into_any(),
        None => view! { <span>"a product that is gone"</span> }.into_any(),
    };
    let state = match review.status {
        ReviewStatus::Pending => "to look at",
        ReviewStatus::Published => "published",
        ReviewStatus::Rejected => "rejected",
    };
    let title =
        (!review.title.is_empty()).then(|| view! { <strong>{review.title.clone()}</strong> });
    let about = format!(
        "{} by {}",
        if review.title.is_empty() {
            "Review"
        } else {
            &review.title
        },
        review.name
    );
    let button = |verb: &'static str, label: &'static str, is_so: bool| {
        (may && !is_so).then(|| {
            view! { <button class="button button--small" type="submit" name=verb value=id.clone() aria-label=format!("{label}: {about}")>{label}</button> }
        })
    };
    let publish = button(
        "publish",
        "Publish",
        review.status == ReviewStatus::Published,
    );
    let reject = button("reject", "Reject", review.status == ReviewStatus::Rejected);
    let tick = may.then(|| {
        view! { <input type="checkbox" name="id" value=id.clone() aria-label=format!("Tick: {about}")/> }
    });
    let by = format!("{}, {day}", review.name);
    view! {
        <li class="card review">
            <div class="row">{tick}<span role="img" aria-label=spoken class="stars">{stars}</span><span>{product}</span><span class="tag">{state}</span></div>
            {title}<p class="lines" lang=review.language>{review.text}</p><p class="note">{by}</p>
            <div class="row">{publish}{reject}</div>
        </li>
    }
}
