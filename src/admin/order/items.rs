//! What was ordered, as the shopper saw it: it is kept with the order, whatever becomes of the products.

use super::{super::request::AdminRequest, labels, requested_order::RequestedOrder};
use crate::{
    order::{Item, refunds},
    platform::images,
};
use leptos::prelude::*;

/// The items with what became of each, and what they come to.
pub fn all(request: &AdminRequest, found: &RequestedOrder) -> AnyView {
    let document = &found.whole.document;
    let sent = found.whole.sent();
    let refundable = refunds::left(&found.whole.refunds, document);
    let rows = document.items.iter().enumerate().map(|(place, item)| {
        row(
            request,
            found,
            item,
            sent[place],
            item.quantity - refundable[place],
        )
    });
    let sums = sums(found).into_iter().map(|(name, amount)| {
        view! { <tr><th scope="row" colspan="2">{name}</th><td class="amount">{amount}</td></tr> }
    });
    let total = found.money(document.totals.total);
    view! {
        <section class="card" aria-labelledby="items">
            <h2 id="items">"What was ordered"</h2>
            <table class="items">
                <thead><tr><th scope="col"><span class="sr-only">"Picture"</span></th><th scope="col">"What"</th><th scope="col" class="amount">"Price"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
                <tfoot>{sums.collect_view()}
                    <tr class="bill__total"><th scope="row" colspan="2">"Total"</th><td class="amount">{total}</td></tr></tfoot>
            </table>
        </section>
    }
    .into_any()
}

fn row(
    request: &AdminRequest,
    found: &RequestedOrder,
    item: &Item,
    sent: i64,
    refunded: i64,
) -> AnyView {
    let picture = item.image.as_ref().map(|hash| {
        let set = format!("{} 2x", images::url(hash, 160, "webp"));
        view! { <img src=images::url(hash, 80, "webp") srcset=set alt="" width="64" height="80" loading="lazy"/> }
    });
    let options = item.options.iter();
    let options: Vec<String> = options
        .map(|(name, value)| format!("{name}: {}", value.as_str().unwrap_or_default()))
        .chain(item.interval(request.state.shop.config.own_language()))
        .collect();
    let options =
        (!options.is_empty()).then(|| view! { <span class="note">{options.join(" · ")}</span> });
    let sku =
        (!item.sku.is_empty()).then(|| view! { <span class="note">{item.sku.clone()}</span> });
    let mut became = Vec::new();
    if found.whole.state().is_delivered && sent > 0 {
        became.push(match sent == item.quantity {
            true => "sent".to_owned(),
            false => format!("{sent} of {} sent", item.quantity),
        });
    }
    if refunded > 0 {
        became.push(labels::count(refunded, "refunded", "refunded"));
    }
    if item.missing > 0 {
        became.push(format!("{} sold beyond the stock", item.missing));
    }
    if item.restocked > 0 {
        became.push(labels::count(
            item.restocked,
            "back in stock",
            "back in stock",
        ));
    }
    let became =
        (!became.is_empty()).then(|| view! { <span class="note">{became.join(" · ")}</span> });
    let each = (item.quantity > 1).then(|| {
        let each = format!("{} each", found.money(item.price));
        view! { <span class="note">{each}</span> }
    });
    let price = found.money(item.price * item.quantity);
    view! {
        <tr>
            <td class="items__picture">{picture}</td>
            <td><strong>{item.counted(item.quantity)}</strong>{options}{sku}{became}</td>
            <td class="amount">{price}{each}</td>
        </tr>
    }
    .into_any()
}

/// What was taken off and added.
fn sums(found: &RequestedOrder) -> Vec<(String, String)> {
    let document = &found.whole.document;
    let it = &document.totals;
    let coupon = match document.coupon_code.as_deref() {
        Some(code) => format!("Coupon {code}"),
        None => "Coupon".to_owned(),
    };
    let mut sums = vec![
        ("Items".to_owned(), it.items),
        ("Discounts".to_owned(), -it.discounts.total()),
        (coupon, -it.coupon),
        ("Delivery".to_owned(), it.shipping),
        ("Handling".to_owned(), it.handling),
    ];
    sums.extend(it.surcharges.iter().cloned());
    let within = if it.prices_include_tax { "of it " } else { "" };
    let taxes = it.taxes.iter();
    sums.extend(taxes.map(|(name, tax)| (format!("{within}{name}"), *tax)));
    sums.retain(|(_, amount)| *amount != 0);
    let written = |(name, amount): (String, i64)| (name, found.money(amount));
    sums.into_iter().map(written).collect()
}
