//! The payment of an order as pages: it is waited for, or it failed.

use super::{OrderPage, confirmation_path, order_page};
use crate::{
    base::{error::AppError, paths::ShopPath, shop::Shop},
    order::{
        emails::prices,
        entity::order,
        payment::{self, Outcome},
    },
    pricing::payment::PaymentStatus,
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;
use serde_json::json;

/// Where the payment of `order` is waited for.
pub fn result_path(order: &order::Model) -> String {
    format!(
        "{}?order={}",
        ShopPath::CheckoutResult.text(),
        order.public_id
    )
}

/// The page that a shopper comes back to from a payment; it leads on as soon as it is known how that
/// ended. What the address says counts for nothing: whoever takes the money is asked.
pub async fn result(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let Some(page) = named(query, context).await? else {
        return Ok(PageAnswer::See(ShopPath::Orders.text().to_owned()));
    };
    if page.order.payment_status != PaymentStatus::Incomplete {
        return Ok(PageAnswer::See(confirmation_path(&page.order)));
    }
    let services = context.state.services();
    match payment::settle(&services, &page.order, &context.origin).await? {
        Some(Outcome::Waiting) => Ok(waiting(page, context)),
        Some(Outcome::Failed) => Ok(PageAnswer::See(failure_path(&page.order))),
        Some(Outcome::Paid) | None => Ok(PageAnswer::See(confirmation_path(&page.order))),
    }
}

/// The page that says that a payment failed; the cart is as it was.
pub async fn failure(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let Some(page) = named(query, context).await? else {
        return Ok(PageAnswer::See(ShopPath::Cart.text().to_owned()));
    };
    let services = context.state.services();
    let outcome = payment::settle(&services, &page.order, &context.origin).await?;
    if outcome != Some(Outcome::Failed) {
        return Ok(PageAnswer::See(result_path(&page.order)));
    }
    let title = context.language.after_sale_texts().payment_failed;
    Ok(PageAnswer::Page(ServedPage::drawn(
        "ORDER_FAILURE",
        title,
        move || view! { <Failure page=page.clone()/> }.into_any(),
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

fn waiting(page: OrderPage, context: &RequestContext) -> PageAnswer {
    let title = context.language.after_sale_texts().payment_waiting;
    let object = json!({
        "type": "CHECKOUT_RESULT",
        "orderId": page.order.id,
        "vendorOrderNumber": page.order.public_id,
        "ticket": page.order.id,
    });
    let served = ServedPage::drawn("CHECKOUT_RESULT", title, move || {
        view! { <Waiting page=page.clone()/> }.into_any()
    });
    PageAnswer::Page(served.page(object))
}

/// With scripts it looks again by itself (`site/js/payment.ts`).
#[component]
fn Waiting(page: OrderPage) -> impl IntoView {
    let language = expect_context::<Language>();
    let a = language.after_sale_texts();
    let prices = prices(&page.document, &expect_context::<Shop>(), language);
    let (id, total) = (page.order.public_id, prices.minor(page.order.total));
    view! {
        <div class="ec-order" data-waits="">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.payment_waiting}</h1></header>
            <p class="lead">{a.payment_waiting_lead(&id, &total)}</p>
            <div class="order__actions">
                <form method="get" action=ShopPath::CheckoutResult.text()>
                    <input type="hidden" name="order" value=id.clone()/>
                    <button class="button" type="submit">{a.look_again}</button>
                </form>
                <form method="post" action="/api/checkout/cancel-payment" data-step="">
                    <input type="hidden" name="order" value=id/>
                    <button class="button button--quiet" type="submit">{a.cancel_payment}</button>
                </form>
            </div>
        </div>
    }
}

#[component]
fn Failure(page: OrderPage) -> impl IntoView {
    let language = expect_context::<Language>();
    let (a, t) = (language.after_sale_texts(), language.texts());
    view! {
        <div class="ec-order">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.payment_failed}</h1></header>
            <p class="lead" role="status">{a.payment_failed_lead}</p>
            <p class="muted">{a.payment_failed_order(&page.order.public_id)}</p>
            <div class="order__actions">
                <a class="button" href=ShopPath::CheckoutPayment.text()>{a.try_again}</a>
                <a class="button button--quiet" href=ShopPath::Cart.text()>{t.cart}</a>
            </div>
        </div>
    }
}
