//! `GET /orders/print`: packing slips or invoices of the ticked orders, a sheet each.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    bulk,
};
use crate::{
    base::{error::AppError, time_zone::TimeZone},
    order::{
        Item, OrderDocument,
        emails::named,
        entity::order,
        full_order::FullOrder,
        inbox::list,
        invoice::{self, InvoiceView},
    },
    platform::config::Config,
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

/// `GET /orders/print?ids=…&what=slip`, or `what=invoice`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let shop = &request.state.shop;
    let is_invoice = typed.get("what") == "invoice";
    let title = if is_invoice {
        "Invoices"
    } else {
        "Packing slips"
    };
    let orders = list::by_numbers(&shop.db.read, &bulk::ticked(&typed)).await?;
    if orders.is_empty() {
        return Ok(bulk::nothing_ticked(&request, title, typed.get("back")));
    }
    let (mut sheets, mut without) = (Vec::new(), Vec::new());
    for order in orders {
        let sheet = match is_invoice {
            true => invoice_sheet(&request, &order).await?,
            false => match FullOrder::of(&shop.db.read, order.clone()).await {
                Ok(whole) => Some(slip(&whole, &shop.config)),
                // One that cannot be read hides no other.
                Err(_) => None,
            },
        };
        match sheet {
            Some(sheet) => sheets.push(sheet),
            None => without.push(order.public_id),
        }
    }
    let why = match is_invoice {
        true => "have no invoice: they are not paid, or the settings do not say who sells",
        false => "cannot be read",
    };
    let missing = (!without.is_empty()).then(|| {
        let told = format!("These {why}: {}.", without.join(", "));
        view! { <p class="notice sheet__aside" role="status">{told}</p> }
    });
    let view = view! {
        <p class="sheet__aside"><button class="button" type="button" data-print="">"Print"</button>" "
            <span class="note">"Each begins on a page of its own."</span></p>
        {missing}
        {sheets}
    };
    Ok(request.page(title, view))
}

/// The invoice of `order`, as its buyer sees it.
async fn invoice_sheet(
    request: &AdminRequest,
    order: &order::Model,
) -> Result<Option<AnyView>, AppError> {
    let shop = &request.state.shop;
    let found = invoice::of(&shop.db, &shop.config, order).await?;
    Ok(found.map(|invoice| {
        let language = shop.config.language(invoice.language);
        let (own, seller) = (shop.config.own_language(), shop.config.shop());
        let zone = shop.config.time_zone.clone();
        // It is drawn by what stands around it, as in the shop.
        let sheet = move || {
            provide_context(own);
            provide_context(seller.clone());
            view! { <InvoiceView invoice=invoice.clone() language zone=zone.clone()/> }
        };
        view! { <section class="sheet">{sheet}</section> }.into_any()
    }))
}

/// What goes into the parcel: where to, and what is in it; no prices, for it may be a present. What went in another parcel is
/// left out.
fn slip(whole: &FullOrder, config: &Config) -> AnyView {
    let (order, document) = (&whole.order, &whole.document);
    let to = match document.is_pickup {
        true => &document.billing,
        false => &document.shipping,
    };
    let lines = to.lines(config.own_language()).into_iter();
    let lines = lines
        .map(|line| view! { <span>{line}</span> })
        .collect_view();
    let facts = facts(order, document, &config.time_zone);
    let left = match whole.state().waits_for_parcels() {
        true => whole.left(),
        // Files are in no parcel.
        false => {
            let goods = |item: &Item| if item.digital { 0 } else { item.quantity };
            document.items.iter().map(goods).collect()
        }
    };
    let items = document.items.iter().zip(left);
    let items = items.filter(|(_, left)| *left > 0).map(|(item, left)| {
        let what = named(&Item {
            quantity: left,
            ..item.clone()
        });
        view! { <tr><td class="sheet__box"></td><td>{what}</td><td>{item.sku.clone()}</td></tr> }
    });
    let seller = match config.seller.name.as_str() {
        "" => config.store_name.clone(),
        name => name.to_owned(),
    };
    let view = view! {
        <section class="sheet">
            <p class="sheet__from">{seller}</p>
            <address class="sheet__to">{lines}</address>
            <h2>{format!("Order {}", order.public_id)}</h2>
            <dl class="facts">{facts}</dl>
            <table>
                <thead><tr><th scope="col"><span class="sr-only">"Packed"</span></th><th scope="col">"What"</th><th scope="col">"SKU"</th></tr></thead>
                <tbody>{items.collect_view()}</tbody>
            </table>
        </section>
    };
    view.into_any()
}

fn facts(order: &order::Model, document: &OrderDocument, zone: &TimeZone) -> impl IntoView + use<> {
    let delivery = document.delivery.as_ref().map(|it| it.title.clone());
    let mut facts = vec![
        ("Placed".to_owned(), zone.day(order.placed_at)),
        ("Delivery".to_owned(), delivery.unwrap_or_default()),
        ("Said by the customer".to_owned(), document.comments.clone()),
    ];
    let extra = document.extra.iter().filter(|it| it.is_shown());
    facts.extend(extra.map(|it| (it.title.clone(), it.value.clone())));
    facts.retain(|(_, text)| !text.is_empty());
    let fact = |(title, text)| view! { <dt>{title}</dt><dd>{text}</dd> };
    facts.into_iter().map(fact).collect_view()
}
