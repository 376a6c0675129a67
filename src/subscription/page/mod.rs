//! `/account/subscription`: what comes again and again, and the way out of it (`spec/pages.md` 1.5).

mod list;

use super::{
    access::{SubscriptionQuery, visible},
    emails::{self, why},
    entity::{SubscriptionStatus, subscription},
    store,
};
use crate::{
    account::sign_in::SignInForm,
    base::{error::AppError, paths::ShopPath, url::encoded},
    cart::form::asked as has,
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;
use list::{CancelPage, SubscriptionList};

/// A subscription as it is shown.
#[derive(Clone)]
struct ShownSubscription {
    id: i64,
    token: String,
    status: SubscriptionStatus,
    /// What comes, how often, for how much.
    terms: String,
    /// Day of the next order, or on which it ended.
    day: String,
    /// Where it goes, line by line.
    address: Vec<String>,
    payment: String,
    /// Why the last order could not be made.
    trouble: Option<&'static str>,
}

/// Where the subscription `asked` for is shown; `more` is a part of the page, such as `cancel`.
pub fn path_of(asked: &SubscriptionQuery, more: &str) -> String {
    let mut query = Vec::new();
    query.extend(asked.id.map(|id| format!("id={id}")));
    if !asked.token.is_empty() {
        query.push(format!("token={}", encoded(&asked.token)));
    }
    query.extend((!more.is_empty()).then(|| more.to_owned()));
    let path = ShopPath::Subscriptions.text();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

/// The subscriptions of whoever visits, or the one that `query` asks for; for everybody else the ways to
/// theirs.
pub async fn page(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let asked = read(query);
    let rows = visible(&context.state.db, context, &asked).await?;
    let title = context.language.after_sale_texts().subscriptions;
    if rows.is_empty() && context.session.is_none() {
        let next = path_of(&asked, "");
        let served = ServedPage::drawn("SIGN_IN", title, move || {
            view! { <WaysIn next=next.clone()/> }.into_any()
        });
        return Ok(PageAnswer::Page(served));
    }
    let shown = rows.iter().map(|row| shown(row, &asked, context));
    let shown = shown.collect::<Result<Vec<_>, _>>()?;
    let cancels = has(query, "cancel")
        .then(|| shown.first().cloned())
        .flatten();
    let is_one = asked.id.is_some();
    let served = match cancels.filter(|it| it.status != SubscriptionStatus::Cancelled) {
        Some(one) => ServedPage::drawn("ACCOUNT_SUBSCRIPTION", title, move || {
            view! { <CancelPage one=one.clone()/> }.into_any()
        }),
        None => ServedPage::drawn("ACCOUNT_SUBSCRIPTION", title, move || {
            view! { <SubscriptionList shown=shown.clone() is_one/> }.into_any()
        }),
    };
    Ok(PageAnswer::Page(served))
}

/// Whether the visitor has any, for the way to them.
pub async fn has_any(context: &RequestContext) -> Result<bool, AppError> {
    let all = visible(&context.state.db, context, &SubscriptionQuery::default()).await?;
    Ok(!all.is_empty())
}

fn read(query: &str) -> SubscriptionQuery {
    let mut asked = SubscriptionQuery::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "id" => asked.id = value.parse().ok(),
            "token" => asked.token = value.chars().take(100).collect(),
            _ => {}
        }
    }
    asked
}

fn shown(
    row: &subscription::Model,
    asked: &SubscriptionQuery,
    context: &RequestContext,
) -> Result<ShownSubscription, AppError> {
    let document = store::document(row)?;
    let services = context.state.services();
    let payment = document.payment.as_ref();
    let texts = context.language.after_sale_texts();
    Ok(ShownSubscription {
        id: row.id,
        token: asked.token.clone(),
        status: row.status,
        terms: emails::terms(row, &document, &services.config, context.language),
        day: context.language.whole_day(
            services
                .config
                .time_zone
                .local(row.ended_at.unwrap_or(row.next_at))
                .0,
        ),
        address: document.shipping.lines(context.language),
        payment: payment.map(|it| it.title.clone()).unwrap_or_default(),
        trouble: row.trouble.map(|trouble| why(trouble, texts)),
    })
}

#[component]
fn WaysIn(next: String) -> impl IntoView {
    let language = expect_context::<Language>();
    let (a, s, t) = (
        language.after_sale_texts(),
        language.checkout_texts(),
        language.texts(),
    );
    view! {
        <div class="orders orders--guest">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.subscriptions}</h1></header>
            <section class="card card--narrow" aria-labelledby="subscription-find">
                <h2 id="subscription-find">{s.find_order}</h2>
                <p>{a.subscription_find_lead}</p>
                <a class="button button--wide" href=ShopPath::Orders.text()>{s.find_order}</a>
            </section>
            <section class="card card--narrow" aria-labelledby="subscription-sign-in">
                <h2 id="subscription-sign-in">{t.sign_in}</h2>
                <SignInForm prefix="subscription" next/>
            </section>
        </div>
    }
}

/// The way to the subscriptions, for the account page.
#[component]
pub fn SubscriptionsCard() -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    view! {
        <section class="card" aria-labelledby="subscriptions-title">
            <h2 id="subscriptions-title">{a.subscriptions}</h2>
            <p>{a.subscriptions_lead}</p>
            <a class="button button--quiet" href=ShopPath::Subscriptions.text()>{a.all_subscriptions}</a>
        </section>
    }
}
