//! `PlacedOrder`, the argument of `OnOrderPlaced` (`spec/js-api.md` 6.6).

use super::{OrderDocument, entity::order, status::name};
use crate::{
    base::shop::Shop,
    cart::{
        extra::PlacedField,
        object::{number, weight},
    },
};
use serde_json::{Value, json};

/// The order as scripts get it.
pub fn placed(order: &order::Model, document: &OrderDocument, shop: &Shop) -> Value {
    let it = &document.totals;
    let amount = |minor| number(&shop.prices, minor);
    let items: Vec<Value> = document.items.iter().map(item).collect();
    let title = |method: &Option<super::Method>| method.as_ref().map(|it| it.title.clone());
    let mut object = json!({
        "orderNumber": order.id,
        "vendorNumber": order.public_id,
        "date": order.placed_at.to_string(),
        "items": items,
        "productsQuantity": document.quantity(),
        "weight": weight(shop.weight, document.weight()),
        "total": amount(it.total),
        "totalWithoutTax": amount(it.total - it.tax()),
        "subtotal": amount(it.items),
        "subtotalWithoutTax": amount(it.without_tax(it.items, it.items_tax())),
        "tax": amount(it.tax()),
        "couponDiscount": amount(it.coupon),
        "volumeDiscount": amount(it.discounts.volume),
        "customerGroupDiscount": amount(it.discounts.group),
        "discount": amount(it.discounts.total()),
        "shipping": amount(it.shipping),
        "shippingWithoutTax": amount(it.without_tax(it.shipping, it.shipping_tax)),
        "handlingFee": amount(it.handling),
        "handlingFeeWithoutTax": amount(it.without_tax(it.handling, it.handling_tax)),
        "shippingAndHandling": amount(it.shipping + it.handling),
        "billingPerson": document.billing,
        "shippingPerson": document.shipping,
        "affiliateId": document.referer,
        "paymentStatus": name(order.payment_status),
        "fulfillmentStatus": name(order.fulfillment_status),
        "customer": { "name": document.billing.name, "email": order.email },
        "extraFields": document.extra.iter().map(extra).collect::<Vec<_>>(),
    });
    // What there is none of is absent, which is `undefined` to scripts.
    let optional = [
        ("couponName", document.coupon.clone()),
        ("paymentMethod", title(&document.payment)),
        ("shippingMethod", title(&document.delivery)),
        ("shippingCarrierName", title(&document.delivery)),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            object[key] = json!(value);
        }
    }
    object
}

fn extra(field: &PlacedField) -> Value {
    json!({
        "title": field.title, "value": field.value, "type": field.kind,
        "orderDetailsDisplaySection": field.order_details_display_section, "orderBy": field.order_by,
    })
}

fn item(item: &super::Item) -> Value {
    json!({ "quantity": item.quantity, "product": item.object, "options": item.options })
}
