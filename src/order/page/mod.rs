//! Orders as pages: just placed, all of a customer's, one.

mod detail;
mod list;
mod overview;

pub use overview::{Overview, OverviewCards};

use super::{Document, entity::order, object, place::is_of, store};
use crate::{
    base::{error::AppError, url::encoded},
    request::context::RequestContext,
    ui::served::{PageAnswer, ServedPage},
};
use detail::OrderView;
use leptos::prelude::*;
use serde_json::json;

/// An order, and what it says.
#[derive(Clone)]
pub struct OrderPage {
    order: order::Model,
    document: Document,
    /// Whether the shopper may still withdraw.
    can_withdraw: bool,
}

/// The page at `path`, if it is one of an order's.
pub async fn at(
    path: &str,
    query: &str,
    context: &RequestContext,
) -> Result<Option<PageAnswer>, AppError> {
    if path == "/account/orders" {
        return Ok(Some(list::page(query, context).await?));
    }
    if path == "/checkout/order-confirmation" {
        let mut asked = form_urlencoded::parse(query.as_bytes());
        let id = asked.find(|(name, _)| name == "order");
        return confirmation(
            &id.map(|(_, id)| id.into_owned()).unwrap_or_default(),
            context,
        )
        .await;
    }
    match path.strip_prefix("/account/orders/") {
        Some(id) => one(id, context).await,
        None => Ok(None),
    }
}

/// The order `id`, if it is the visitor's.
async fn order_page(id: &str, context: &RequestContext) -> Result<Option<OrderPage>, AppError> {
    let found = store::by_public_id(&context.state.db.read, id).await?;
    let Some(order) = found.filter(|order| is_of(order, context)) else {
        return Ok(None);
    };
    Ok(Some(OrderPage {
        document: store::document(&order)?,
        can_withdraw: context.state.config.withdrawal && order.withdrawn_at.is_none(),
        order,
    }))
}

/// Where shoppers see that `order` is placed.
pub fn confirmation_path(order: &order::Model) -> String {
    format!("/checkout/order-confirmation?order={}", order.public_id)
}

/// The page that thanks; scripts are told of the order the first time it is seen.
async fn confirmation(id: &str, context: &RequestContext) -> Result<Option<PageAnswer>, AppError> {
    let Some(order_page) = order_page(id, context).await? else {
        return Ok(Some(PageAnswer::See("/account/orders".to_owned())));
    };
    let first = store::announce(&context.state.db.write, order_page.order.id).await?;
    let order = first.then(|| {
        object::placed(&order_page.order, &order_page.document, &context.state.shop).into()
    });
    let s = context.language.checkout_texts();
    let title = s.order.replace("{}", &order_page.order.public_id);
    let page = json!({
        "type": "ORDER_CONFIRMATION",
        "orderId": order_page.order.id,
        "orderNumber": order_page.order.id,
        "vendorOrderNumber": order_page.order.public_id,
        "ticket": order_page.order.id,
    });
    let served = ServedPage::drawn("ORDER_CONFIRMATION", title, move || {
        view! { <OrderView order_page=order_page.clone() thanks=true/> }.into_any()
    });
    Ok(Some(PageAnswer::Page(ServedPage {
        order,
        ..served.page(page)
    })))
}

async fn one(id: &str, context: &RequestContext) -> Result<Option<PageAnswer>, AppError> {
    let Some(order_page) = order_page(id, context).await? else {
        // Whoever comes by the link in an e-mail is asked for what only its reader knows.
        let number = encoded(id);
        return Ok(Some(PageAnswer::See(format!(
            "/account/orders?number={number}"
        ))));
    };
    let title = context.language.checkout_texts().order;
    let title = title.replace("{}", &order_page.order.public_id);
    Ok(Some(PageAnswer::Page(ServedPage::drawn(
        "ORDERS",
        title,
        move || view! { <OrderView order_page=order_page.clone() thanks=false/> }.into_any(),
    ))))
}
