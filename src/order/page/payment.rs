//! The payment of an order as pages: it is waited for, or it failed.

use super::{OrderPage, confirmation_path, order_page};
use crate::{
    base::{error::AppError, paths::ShopPath, shop::Shop},
    cart,
    order::{
        emails::prices,
        entity::order,
        payment::{self, PaymentOutcome},
        result_path::result_path,
    },
    pricing::payment::PaymentStatus,
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;
use serde_json::{Value, json};

/// The page that a shopper comes back to from a payment; it leads on as soon as it is known how that
/// ended. What the address says counts for nothing: whoever takes the money is asked.
pub async fn result(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let Some(page) = named(query, context).await? else {
        return Ok(PageAnswer::See(ShopPath::Orders.text().to_owned()));
    };
    let is_placed = page.order.payment_status != PaymentStatus::Incomplete;
    let last = payment::latest_payment(&context.state.db.read, page.order.id).await?;
    // Who paid an order that was placed before is not thanked for it once more.
    let after = match last.as_ref().is_some_and(|it| it.placed) {
        true => order_path(&page.order),
        false => confirmation_path(&page.order),
    };
    if is_placed && !last.is_some_and(|it| it.state.is_open()) {
        return Ok(PageAnswer::See(after));
    }
    let services = context.state.services();
    let Some(standing) = payment::settle(&services, &page.order).await? else {
        return Ok(PageAnswer::See(after));
    };
    let leads = query.split('&').any(|it| it == "pay");
    match standing.outcome {
        PaymentOutcome::Waiting => Ok(waiting(page, standing.go_to, leads, context)),
        PaymentOutcome::Held => Ok(held(page, context)),
        PaymentOutcome::Failed if !is_placed => Ok(PageAnswer::See(failure_path(&page.order))),
        PaymentOutcome::Failed | PaymentOutcome::Paid => Ok(PageAnswer::See(after)),
    }
}

/// Where `order` is seen.
fn order_path(order: &order::Model) -> String {
    format!("{}/{}", ShopPath::Orders.text(), order.public_id)
}

/// The page that says that a payment failed; the cart is as it was.
pub async fn failure(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let Some(page) = named(query, context).await? else {
        return Ok(PageAnswer::See(ShopPath::Cart.text().to_owned()));
    };
    let services = context.state.services();
    let standing = payment::settle(&services, &page.order).await?;
    if standing.is_none_or(|it| it.outcome != PaymentOutcome::Failed) {
        return Ok(PageAnswer::See(result_path(&page.order)));
    }
    let title = context.language.after_sale_texts().payment_failed;
    // Whoever comes by the link of an e-mail, in another browser, has another cart.
    let has_cart = match cart::Owner::of(context) {
        Some(owner) => cart::store::count(&context.state.db.read, &owner).await? > 0,
        None => false,
    };
    Ok(PageAnswer::Page(ServedPage::drawn(
        "ORDER_FAILURE",
        title,
        move || view! { <Failure page=page.clone() has_cart/> }.into_any(),
    )))
}

async fn named(query: &str, context: &RequestContext) -> Result<Option<OrderPage>, AppError> {
    let mut asked = form_urlencoded::parse(query.as_bytes());
    match asked.find(|(name, _)| name == "order") {
        Some((_, id)) => order_page(&id, context).await,
        None => Ok(None),
    }
}

fn failure_path(order: &order::Model) -> String {
    format!(
        "{}?order={}",
        ShopPath::OrderFailure.text(),
        order.public_id
    )
}

/// `go_to` is where it is paid; the page `leads` there at once where the shopper has just ordered by a script.
fn waiting(
    page: OrderPage,
    go_to: Option<String>,
    leads: bool,
    context: &RequestContext,
) -> PageAnswer {
    let title = context.language.after_sale_texts().payment_waiting;
    let object = about(&page.order);
    let served = ServedPage::drawn("CHECKOUT_RESULT", title, move || {
        view! { <Waiting page=page.clone() go_to=go_to.clone() leads/> }.into_any()
    });
    PageAnswer::Page(served.page(object))
}

fn held(page: OrderPage, context: &RequestContext) -> PageAnswer {
    let title = context.language.after_sale_texts().payment_held;
    let object = about(&page.order);
    let served = ServedPage::drawn("CHECKOUT_RESULT", title, move || {
        view! { <Held page=page.clone()/> }.into_any()
    });
    PageAnswer::Page(served.page(object))
}

/// What scripts are told of the page of a payment (`spec/pages.md` 1).
fn about(order: &order::Model) -> Value {
    json!({
        "type": "CHECKOUT_RESULT",
        "orderId": order.id,
        "vendorOrderNumber": order.public_id,
        "ticket": order.id,
    })
}

/// With scripts it looks again by itself (`site/js/payment.ts`).
#[component]
fn Waiting(page: OrderPage, go_to: Option<String>, leads: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let a = language.after_sale_texts();
    let prices = prices(&page.document, &expect_context::<Shop>(), language);
    let (id, total) = (page.order.public_id, prices.minor(page.order.total));
    let again = match go_to.is_some() {
        true => "button button--quiet",
        false => "button",
    };
    view! {
        <div class="ec-order" data-waits="">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.payment_waiting}</h1></header>
            <p class="lead">{a.payment_waiting_lead(&id, &total)}</p>
            <div class="order__actions">
                {go_to.map(|url| view! { <a class="button" href=url data-pays=leads.then_some("")>{a.go_on_to_pay}</a> })}
                <form method="get" action=ShopPath::CheckoutResult.text()>
                    <input type="hidden" name="order" value=id.clone()/>
                    <button class=again type="submit">{a.look_again}</button>
                </form>
                <form method="post" action="/api/checkout/cancel-payment" data-step="">
                    <input type="hidden" name="order" value=id/>
                    <button class="button button--quiet" type="submit">{a.cancel_payment}</button>
                </form>
            </div>
        </div>
    }
}

/// There is money, and the merchant decides what becomes of it.
#[component]
fn Held(page: OrderPage) -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    view! {
        <div class="ec-order">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.payment_held}</h1></header>
            <p class="lead" role="status">{a.payment_held_lead(&page.order.public_id)}</p>
        </div>
    }
}

#[component]
fn Failure(page: OrderPage, has_cart: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (a, t) = (language.after_sale_texts(), language.texts());
    let id = page.order.public_id;
    let said = a.payment_failed_order(&id);
    if !has_cart {
        return view! {
            <div class="ec-order">
                <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.payment_failed}</h1></header>
                <p class="lead" role="status">{a.payment_failed_text(&id)}</p>
                <form class="order__actions" method="post" action="/api/orders/again" data-step="">
                    <input type="hidden" name="order" value=id/>
                    <button class="button" type="submit">{a.put_back}</button>
                </form>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="ec-order">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.payment_failed}</h1></header>
            <p class="lead" role="status">{a.payment_failed_lead}</p>
            <p class="muted">{said}</p>
            <div class="order__actions">
                <a class="button" href=ShopPath::CheckoutPayment.text()>{a.try_again}</a>
                <a class="button button--quiet" href=ShopPath::Cart.text()>{t.cart}</a>
            </div>
        </div>
    }
    .into_any()
}

/// A button for each way by which the order can be paid; one leads on to where it is paid already.
#[component]
pub(super) fn Due(
    id: String,
    total: String,
    ways: Vec<(String, String)>,
    is_open: bool,
    is_failed: bool,
) -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    if is_open {
        let path = format!("{}?order={id}", ShopPath::CheckoutResult.text());
        return view! {
            <section class="card order__due" aria-labelledby="due">
                <h2 id="due">{a.payment_waiting}</h2>
                <a class="button" href=path>{a.go_on_to_pay}</a>
            </section>
        }
        .into_any();
    }
    let each = ways.into_iter().map(|(way, title)| {
        view! {
            <form method="post" action="/api/orders/pay">
                <input type="hidden" name="order" value=id.clone()/>
                <button class="button" type="submit" name="payment" value=way>{a.pay_now(&total, &title)}</button>
            </form>
        }
    });
    view! {
        <section class="card order__due" aria-labelledby="due">
            <h2 id="due">{a.pay_title}</h2>
            {is_failed.then(|| view! { <p class="problem" role="status">{a.pay_again}</p> })}
            {each.collect_view()}
        </section>
    }
    .into_any()
}
