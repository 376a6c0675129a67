use super::{ShownSubscription, SubscriptionQuery, SubscriptionStatus, path_of};
use crate::{base::paths::ShopPath, text::Language};
use leptos::prelude::*;

/// Every subscription, with what can be done to it.
#[component]
pub(super) fn SubscriptionList(shown: Vec<ShownSubscription>, is_one: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (a, t) = (language.after_sale_texts(), language.texts());
    let is_empty = shown.is_empty();
    let cards = shown.into_iter().map(|one| view! { <Card one/> });
    view! {
        <div class="orders">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.subscriptions}</h1></header>
            {is_empty.then(|| view! { <p class="lead">{a.no_subscriptions}</p> <a class="button" href="/">{t.back_to_shop}</a> })}
            {cards.collect_view()}
            {is_one.then(|| view! { <p><a href=ShopPath::Subscriptions.text()>{a.all_subscriptions}</a></p> })}
        </div>
    }
}

#[component]
fn Card(one: ShownSubscription) -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    let (label, title) = (
        format!("subscription-{}", one.id),
        format!("subscription-{}", one.id),
    );
    let status = one.status.text(a);
    let when = match one.status {
        SubscriptionStatus::Active => a.subscription_next(&one.day),
        SubscriptionStatus::Paused => a.subscription_paused_lead(&one.day),
        SubscriptionStatus::Cancelled => a.subscription_ended(&one.day),
    };
    let address = one.address.clone().into_iter();
    let address = address.map(|line| view! { <span>{line}</span> });
    view! {
        <section class="card" aria-labelledby=label>
            <h2 id=title>{one.terms.clone()}</h2>
            <p class="order__status" role="status"><span class="tag">{status}</span> <span>{when}</span></p>
            {one.trouble.map(|why| view! { <p class="problem">{why} " " {a.subscription_trouble_again}</p> })}
            <p class="address-card__lines">{address.collect_view()}</p>
            <p class="muted">{one.payment.clone()}</p>
            <Ways one/>
        </section>
    }
}

/// What can be done to a subscription, as it stands.
#[component]
fn Ways(one: ShownSubscription) -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    let (action, label) = match one.status {
        SubscriptionStatus::Active => ("/api/subscriptions/pause", a.subscription_pause),
        SubscriptionStatus::Paused => ("/api/subscriptions/resume", a.subscription_resume),
        SubscriptionStatus::Cancelled => return ().into_any(),
    };
    let asked = SubscriptionQuery {
        id: Some(one.id),
        token: one.token.clone(),
    };
    let cancels = path_of(&asked, "cancel");
    view! {
        <div class="order__actions">
            <form method="post" action=action data-step="">
                <Named one/>
                <button class="button button--quiet" type="submit">{label}</button>
            </form>
            <a class="button button--quiet" href=cancels>{a.subscription_cancel}</a>
        </div>
    }
    .into_any()
}

/// The one click more: what ends, and the button that ends it.
#[component]
pub(super) fn CancelPage(one: ShownSubscription) -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    let asked = SubscriptionQuery {
        id: Some(one.id),
        token: one.token.clone(),
    };
    let back = path_of(&asked, "");
    let terms = one.terms.clone();
    view! {
        <div class="orders">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.subscription_cancel_question}</h1></header>
            <p class="lead">{terms}</p>
            <p>{a.subscription_cancel_lead}</p>
            <div class="order__actions">
                <form method="post" action="/api/subscriptions/cancel" data-step="">
                    <Named one/>
                    <button class="button" type="submit">{a.subscription_cancel_now}</button>
                </form>
                <a class="button button--quiet" href=back>{a.subscription_keep}</a>
            </div>
        </div>
    }
}

/// The subscription that a form is about.
#[component]
fn Named(one: ShownSubscription) -> impl IntoView {
    view! {
        <input type="hidden" name="id" value=one.id/>
        {(!one.token.is_empty()).then(|| view! { <input type="hidden" name="token" value=one.token/> })}
    }
}
