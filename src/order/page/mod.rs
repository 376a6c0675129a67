//! Orders as pages: just placed, all of a customer's, one.

mod detail;
mod list;
mod overview;
mod payment;
mod progress;

pub use overview::{Overview, OverviewCards};
pub use payment::{failure, result};

use super::{
    OrderDocument,
    downloads::{self, Download},
    entity::order,
    invoice, object,
    parcels::{self, Parcel},
    payment::PaymentOutcome,
    place::{is_of, unseen},
    refunds::{self, Refund},
    store,
};
use crate::{
    base::{error::AppError, paths::ShopPath, time_zone::TimeZone, url::encoded},
    cart,
    order::result_path::result_path,
    platform::link_key::LinkKey,
    pricing::payment::PaymentStatus,
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
    document: OrderDocument,
    /// Whether the shopper may still withdraw.
    can_withdraw: bool,
    /// Its parcels.
    parcels: Vec<Parcel>,
    /// What was paid back of it.
    refunds: Vec<Refund>,
    /// Whether there is an invoice.
    has_invoice: bool,
    /// Files that come with it.
    downloads: Vec<Download>,
    /// Products of it that the shopper may review.
    reviewable: Vec<i64>,
    /// Whether the shopper can ask something about it.
    takes_questions: bool,
    /// Whether a guest placed it, who may have an account for it.
    is_guests: bool,
    /// Where its days are counted.
    zone: TimeZone,
    /// How it can be paid online.
    due: PaymentDue,
    /// Whether e-mails of the shop reach people.
    sends_emails: bool,
}

/// How an order can be paid online that is placed and not paid.
#[derive(Clone, Default)]
struct PaymentDue {
    /// Ids and titles of the ways; none, if it is not to be paid.
    ways: Vec<(String, String)>,
    /// Whether that is under way.
    is_open: bool,
    /// Whether it failed the last time.
    is_failed: bool,
}

/// The page of the orders, with `query`.
pub async fn orders(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    list::page(query, context).await
}

/// The page of the order that `query` names, which was just placed.
pub async fn placed(query: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let mut asked = form_urlencoded::parse(query.as_bytes());
    let id = asked.find(|(name, _)| name == "order");
    confirmation(
        &id.map(|(_, id)| id.into_owned()).unwrap_or_default(),
        context,
    )
    .await
}

/// The order `id`, if it is the visitor's.
async fn order_page(id: &str, context: &RequestContext) -> Result<Option<OrderPage>, AppError> {
    let Some(order) = own_order(id, context).await? else {
        return Ok(None);
    };
    let document = store::document(&order)?;
    let (db, config) = (&context.state.db.read, &context.state.config);
    let key = LinkKey::of_shop(&context.state.db).await?;
    Ok(Some(OrderPage {
        has_invoice: invoice::is_due(config, &order)
            || invoice::find(db, order.id).await?.is_some(),
        parcels: parcels::of(db, &order, &document).await?,
        refunds: refunds::of(db, order.id).await?,
        downloads: downloads::all(db, config, &order, &document, &key).await?,
        reviewable: reviewable(&order, &document, context),
        takes_questions: config.contact_form,
        zone: config.time_zone.clone(),
        is_guests: order.customer_id.is_none() && context.session.is_none(),
        can_withdraw: context.state.config.withdrawal && order.withdrawn_at.is_none(),
        due: due(&order, &document, context).await?,
        sends_emails: context.state.mailer.has_server(),
        document,
        order,
    }))
}

async fn due(
    order: &order::Model,
    document: &OrderDocument,
    context: &RequestContext,
) -> Result<PaymentDue, AppError> {
    let ways = super::payment::due_ways(&context.state.config, order, document);
    if ways.is_empty() {
        return Ok(PaymentDue::default());
    }
    let code = context.language.code();
    let last = super::payment::last_known(&context.state.db.read, order).await?;
    let named = ways
        .into_iter()
        .map(|it| (it.id.clone(), it.title.get(code).to_owned()));
    Ok(PaymentDue {
        ways: named.collect(),
        is_open: last == Some(PaymentOutcome::Waiting),
        is_failed: last == Some(PaymentOutcome::Failed),
    })
}

/// The order `id` itself, if it is the visitor's.
pub async fn own_order(
    id: &str,
    context: &RequestContext,
) -> Result<Option<order::Model>, AppError> {
    let found = store::by_public_id(&context.state.db.read, id).await?;
    Ok(found.filter(|order| is_of(order, context)))
}

/// Products of `order` that are still sold, once it is a purchase.
fn reviewable(
    order: &order::Model,
    document: &OrderDocument,
    context: &RequestContext,
) -> Vec<i64> {
    if !order.is_purchase() || !context.state.config.reviews.is_on() {
        return Vec::new();
    }
    let snapshot = context.state.catalog.snapshot();
    let products = document.items.iter().map(|item| item.product);
    products.filter(|id| snapshot.card(*id).is_some()).collect()
}

/// Returns the path of the page after placing `order`: its confirmation, or the page that waits for its payment.
fn placed_path(order: &order::Model) -> String {
    match order.payment_status {
        PaymentStatus::Incomplete => result_path(order),
        _ => confirmation_path(order),
    }
}

/// Returns the path to redirect to instead of showing the cart: the confirmation of an order not shown yet, or, if the cart is
/// empty, the open payment.
pub async fn instead_of_cart(context: &RequestContext) -> Result<Option<String>, AppError> {
    if let Some(order) = unseen(&context.state.db, context).await? {
        return Ok(Some(placed_path(&order)));
    }
    let db = &context.state.db.read;
    let count = match cart::Owner::of(context) {
        Some(owner) => cart::store::count(db, &owner).await?,
        None => 0,
    };
    if count > 0 {
        return Ok(None);
    }
    let order = super::payment::under_way(db, context).await?;
    Ok(order.map(|order| result_path(&order)))
}

/// Returns the path of the confirmation page of `order`.
fn confirmation_path(order: &order::Model) -> String {
    format!(
        "{}?order={}",
        ShopPath::OrderConfirmation.text(),
        order.public_id
    )
}

/// Returns `true` if `order` is incomplete and its online payment is open or failed; `false` if it has no online payment.
async fn is_unpaid(order: &order::Model, context: &RequestContext) -> Result<bool, AppError> {
    Ok(order.payment_status == PaymentStatus::Incomplete
        && super::payment::is_due(&context.state.db.read, order).await?)
}

/// The page that thanks; scripts are told of the order the first time it is seen.
async fn confirmation(id: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let Some(order_page) = order_page(id, context).await? else {
        return Ok(PageAnswer::See(ShopPath::Orders.text().to_owned()));
    };
    if is_unpaid(&order_page.order, context).await? {
        return Ok(PageAnswer::See(result_path(&order_page.order)));
    }
    let first = store::announce(&context.state.db.write, order_page.order.id).await?;
    let order = first.then(|| {
        object::placed(&order_page.order, &order_page.document, &context.state.shop).into()
    });
    let db = &context.state.db.read;
    let paid_online = first && super::payment::is_paid(db, &order_page.order).await?;
    let s = context.language.checkout_texts();
    let title = s.order(&order_page.order.public_id);
    let page = json!({
        "type": "ORDER_CONFIRMATION",
        "orderId": order_page.order.id,
        "orderNumber": order_page.order.id,
        "vendorOrderNumber": order_page.order.public_id,
        "ticket": order_page.order.id,
    });
    let served = ServedPage::drawn("ORDER_CONFIRMATION", title, move || {
        view! { <OrderView order_page=order_page.clone() thanks=true paid_online/> }.into_any()
    });
    Ok(PageAnswer::Page(ServedPage {
        order,
        ..served.page(page)
    }))
}

/// Returns the page of the order `id`; visitors who may not see it are redirected to the form that finds it.
pub async fn one(id: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let Some(order_page) = order_page(id, context).await? else {
        // Whoever comes by the link in an e-mail is asked for what only its reader knows.
        let number = encoded(id);
        let orders = ShopPath::Orders.text();
        return Ok(PageAnswer::See(format!("{orders}?number={number}")));
    };
    if is_unpaid(&order_page.order, context).await? {
        return Ok(PageAnswer::See(result_path(&order_page.order)));
    }
    let s = context.language.checkout_texts();
    let title = s.order(&order_page.order.public_id);
    Ok(PageAnswer::Page(ServedPage::drawn(
        "ORDERS",
        title,
        move || {
            view! { <OrderView order_page=order_page.clone() thanks=false paid_online=false/> }
                .into_any()
        },
    )))
}
