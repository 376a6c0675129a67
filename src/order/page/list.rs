use crate::{
    account::sign_in::SignInForm,
    base::{date::DAY, error::AppError, shop::Shop, time_zone::TimeZone, url::encoded},
    cart::form::asked,
    order::{
        emails::prices,
        entity::order,
        status::fulfillment_text,
        store::{self, OrderQuery},
    },
    platform::db::Db,
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;
use serde_json::json;

/// Most orders that a page lists.
const MAX_ROWS: u64 = 200;

#[derive(Clone)]
pub(super) struct Row {
    id: String,
    day: String,
    status: String,
    total: String,
}

#[derive(Clone, Default)]
struct ListQuery {
    /// Number of an order that is not known to be the visitor's.
    number: String,
    words: String,
    from: String,
    to: String,
}

/// A customer's orders; for everybody else the way to find one.
pub(super) async fn page(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let s = context.language.checkout_texts();
    let (unknown, asked) = (asked(query, "unknown"), read(query));
    let is_guest = context.session.is_none();
    let Some(session) = context.session.as_ref().filter(|_| asked.number.is_empty()) else {
        let served = ServedPage::drawn("SIGN_IN", s.orders, move || {
            view! { <FindOrder number=asked.number.clone() is_guest unknown/> }.into_any()
        });
        return Ok(PageAnswer::Page(served));
    };
    let zone = &context.state.config.time_zone;
    let begin = |day: &str| zone.second_of(&format!("{day}T00:00"));
    let order_query = OrderQuery {
        customer: Some(session.customer.id),
        words: asked.words.clone(),
        from: begin(&asked.from),
        to: begin(&asked.to).map(|day| day + DAY),
        most: Some(MAX_ROWS),
    };
    let (db, shop) = (&context.state.db, &context.state.shop);
    let rows = rows(db, &order_query, shop, zone, context.language).await?;
    let mut page = json!({ "type": "ORDERS" });
    for (name, second) in [("from", order_query.from), ("to", order_query.to)] {
        if let Some(second) = second {
            page[name] = json!(second);
        }
    }
    let served = ServedPage::drawn("ORDERS", s.orders, move || {
        view! { <Orders rows=rows.clone() asked=asked.clone()/> }.into_any()
    });
    Ok(PageAnswer::Page(served.page(page)))
}

fn read(query: &str) -> ListQuery {
    let mut asked = ListQuery::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value: String = value.chars().take(100).collect();
        match &*name {
            "number" => asked.number = value.to_uppercase(),
            "keyword" => asked.words = value,
            "from" => asked.from = value,
            "to" => asked.to = value,
            _ => {}
        }
    }
    asked
}

/// The orders that are `order_query`, as they are listed.
pub(super) async fn rows(
    db: &Db,
    order_query: &OrderQuery,
    shop: &Shop,
    zone: &TimeZone,
    language: Language,
) -> Result<Vec<Row>, AppError> {
    let found = store::list(&db.read, order_query).await?;
    Ok(found
        .iter()
        .map(|order| row(order, shop, zone, language))
        .collect())
}

fn row(order: &order::Model, shop: &Shop, zone: &TimeZone, language: Language) -> Row {
    let s = language.checkout_texts();
    let prices = store::document(order).map(|it| prices(&it, shop, language));
    Row {
        id: order.public_id.clone(),
        day: language.whole_day(zone.local(order.placed_at).0),
        status: fulfillment_text(order.fulfillment_status, s).to_owned(),
        total: prices.map(|it| it.minor(order.total)).unwrap_or_default(),
    }
}

/// A line each order.
#[component]
pub(super) fn OrderRows(rows: Vec<Row>) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let rows = rows.into_iter().map(|row| view! {
        <li class="order-row">
            <a class="order-row__id" href=format!("/account/orders/{}", row.id)>{s.order(&row.id)}</a>
            <span>{row.day}</span>
            <span class="tag">{row.status}</span>
            <span class="ec-price-item">{row.total}</span>
        </li>
    });
    view! { <ul class="order-rows">{rows.collect_view()}</ul> }
}

#[component]
fn Orders(rows: Vec<Row>, asked: ListQuery) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, t) = (language.checkout_texts(), language.texts());
    let is_empty = rows.is_empty();
    view! {
        <div class="orders">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{s.orders}</h1></header>
            <form class="orders__search" method="get" action="/account/orders">
                <label>{s.search_orders} <input class="field__input" type="search" name="keyword" value=asked.words/></label>
                <label>{s.from_day} <input class="field__input" type="date" name="from" value=asked.from/></label>
                <label>{s.to_day} <input class="field__input" type="date" name="to" value=asked.to/></label>
                <button class="button button--quiet" type="submit">{s.show}</button>
            </form>
            {is_empty.then(|| view! { <p class="lead">{s.no_orders}</p> <a class="button" href="/">{t.back_to_shop}</a> })}
            <OrderRows rows/>
        </div>
    }
}

#[component]
fn FindOrder(number: String, is_guest: bool, unknown: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, t) = (language.checkout_texts(), language.texts());
    let lead = if number.is_empty() {
        s.find_order_lead.to_owned()
    } else {
        s.see_order_lead(&number)
    };
    let next = if number.is_empty() {
        "/account/orders".to_owned()
    } else {
        format!("/account/orders/{}", encoded(&number))
    };
    view! {
        <div class="orders orders--guest">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{s.orders}</h1></header>
            <section class="card card--narrow" aria-labelledby="orders-find">
                <h2 id="orders-find">{s.find_order}</h2>
                <p>{lead}</p>
                <form class="form" method="post" action="/api/orders/find" data-step="">
                    {unknown.then(|| view! { <p class="problem" role="alert">{s.order_not_found}</p> })}
                    <div class="field">
                        <label class="field__label" for="order-number">{s.order_number}</label>
                        <input class="field__input" id="order-number" name="number" required autocomplete="off" value=number/>
                    </div>
                    <div class="field">
                        <label class="field__label" for="order-email">{t.email}</label>
                        <input class="field__input" id="order-email" name="email" type="email" required autocomplete="email"/>
                    </div>
                    <button class="button button--wide" type="submit">{s.show}</button>
                </form>
            </section>
            {is_guest.then(|| view! {
                <section class="card card--narrow" aria-labelledby="orders-sign-in">
                    <h2 id="orders-sign-in">{t.sign_in}</h2>
                    <SignInForm prefix="orders" next/>
                </section>
            })}
        </div>
    }
}
