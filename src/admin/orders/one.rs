//! `GET /orders/{number}`: what is stored of one order.

use super::{super::request::AdminRequest, words};
use crate::{
    base::{date, error::AppError},
    order::{
        Method,
        emails::{self, named},
        store,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /orders/{number}`.
pub async fn page(
    Extension(asked): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let found = store::by_public_id(&shop.db.read, &number.to_uppercase()).await?;
    let Some(order) = found else {
        let view = view! { <p>"There is no such order."</p><p><a href="/orders">"Back to the orders"</a></p> };
        return Ok(asked.page_with(StatusCode::NOT_FOUND, "No such order", view));
    };
    let document = store::document(&order)?;
    let prices = emails::prices(&document, &shop.config.shop(), shop.config.own_language());
    let title = |method: &Option<Method>| method.clone().map(|it| it.title).unwrap_or_default();
    let address =
        |person: &crate::base::person::Person| person.lines(shop.config.own_language()).join("\n");
    let billing = (document.billing != document.shipping).then(|| address(&document.billing));
    let totals = &document.totals;
    let mut facts: Vec<(String, String)> = [
        ("Placed", date::minute(order.placed_at)),
        ("E-mail", order.email.clone()),
        ("Payment", words::payment(order.payment_status).to_owned()),
        (
            "On its way",
            words::fulfillment(order.fulfillment_status).to_owned(),
        ),
        (
            "Withdrawn",
            order.withdrawn_at.map(date::minute).unwrap_or_default(),
        ),
        ("Parcel", order.tracking().text()),
        ("Goes to", address(&document.shipping)),
        ("Bill to", billing.unwrap_or_default()),
        ("Delivery", title(&document.delivery)),
        ("Way to pay", title(&document.payment)),
        ("Coupon", document.coupon_code.clone().unwrap_or_default()),
        ("Said by the customer", document.comments.clone()),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into();
    facts.extend(
        document
            .extra
            .iter()
            .map(|it| (it.title.clone(), it.value.clone())),
    );
    let taxes = totals
        .taxes
        .iter()
        .map(|(name, tax)| (name.clone(), prices.minor(*tax)));
    facts.push(("Delivery costs".to_owned(), prices.minor(totals.shipping)));
    facts.extend(taxes);
    facts.push(("Total".to_owned(), prices.minor(totals.total)));
    facts.retain(|(_, text)| !text.is_empty());
    let fact = |(name, text)| view! { <dt>{name}</dt><dd class="lines">{text}</dd> };
    let items = document.items.iter().map(|item| {
        let price = prices.minor(item.price * item.quantity);
        view! { <tr><td>{named(item)}</td><td>{item.sku.clone()}</td><td>{price}</td></tr> }
    });
    let follow = order.tracking().link().map(|link| {
        view! { <p><a href=link target="_blank" rel="noopener noreferrer">"Follow the parcel"</a></p> }
    });
    let view = view! {
        <div class="scroll" tabindex="0"><table>
            <thead><tr><th scope="col">"What"</th><th scope="col">"SKU"</th><th scope="col">"Price"</th></tr></thead>
            <tbody>{items.collect_view()}</tbody>
        </table></div>
        <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl>
        {follow}
        <p><a class="button button--plain" href="/orders">"Back to the orders"</a></p>
    };
    Ok(asked.page(&format!("Order {}", order.public_id), view))
}
