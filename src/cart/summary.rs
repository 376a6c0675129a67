//! What a cart or an order costs, as it is shown.

use super::Cart;
use crate::{base::shop::Shop, pricing::totals::Totals, text::Language};
use leptos::prelude::*;

/// What is known of delivery.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Nothing: the address is asked for at the checkout.
    AtCheckout,
    /// Nothing: this is the checkout, and there is no address.
    NoAddress,
    /// Where it goes, but not how.
    NotChosen,
    /// What it costs.
    Known,
    /// There is nothing to deliver.
    None,
}

/// What a cart costs, part by part.
#[component]
pub fn Summary(
    /// The cart.
    cart: Cart,
    /// Whether it stands at the checkout, where there is an address sooner or later.
    is_checkout: bool,
) -> impl IntoView {
    let coupon = cart.good_coupon().map(|coupon| coupon.name.clone());
    // Where only one way is left it is chosen, with or without an address, and its price is within the total.
    let delivery = match cart.method() {
        _ if !cart.needs_delivery() => Delivery::None,
        Some(_) => Delivery::Known,
        None if !cart.details.shipping.is_empty() => Delivery::NotChosen,
        None if is_checkout => Delivery::NoAddress,
        None => Delivery::AtCheckout,
    };
    view! { <Amounts totals=cart.totals coupon delivery/> }
}

/// Amounts of a cart or an order, down to the total.
#[component]
pub fn Amounts(
    /// The amounts.
    totals: Totals,
    /// Name of the coupon.
    coupon: Option<String>,
    /// What is known of delivery.
    delivery: Delivery,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, s) = (language.texts(), language.checkout_texts());
    let prices = expect_context::<Shop>().prices;
    let row = |name: &'static str, label: String, value: String| {
        view! {
            <div class=format!("ec-cart-summary__row ec-cart-summary__row--{name}")>
                <dt class="ec-cart-summary__title">{label}</dt>
                <dd class="ec-cart-summary__price ec-price-item">{value}</dd>
            </div>
        }
    };
    let amount = |name: &'static str, label: String, minor: i64| {
        (minor != 0).then(|| row(name, label, prices.minor(minor)))
    };
    let off = totals.discounts.total();
    let coupon = coupon.map(|name| s.coupon_named(&name));
    let shipping = match (delivery, totals.shipping) {
        (Delivery::AtCheckout, _) => s.later.to_owned(),
        (Delivery::NoAddress, _) => s.after_address.to_owned(),
        (Delivery::NotChosen, _) => s.not_chosen.to_owned(),
        (Delivery::Known, 0) => s.free.to_owned(),
        (Delivery::Known | Delivery::None, price) => prices.minor(price),
    };
    let taxes = totals.taxes.iter().map(|(name, tax)| {
        let label = if totals.prices_include_tax {
            s.tax_within(name)
        } else {
            name.clone()
        };
        row("tax", label, prices.minor(*tax))
    });
    let surcharges = totals.surcharges.iter();
    let surcharges =
        surcharges.map(|(name, added)| row("surcharge", name.clone(), prices.minor(*added)));
    let (on_top, within) = if totals.prices_include_tax {
        (None, Some(taxes.collect_view()))
    } else {
        (Some(taxes.collect_view()), None)
    };
    view! {
        <dl class="ec-cart-summary">
            {row("items", s.items.to_owned(), prices.minor(totals.items))}
            {amount("discount", s.discount.to_owned(), -off)}
            {coupon.and_then(|label| amount("coupon", label, -totals.coupon))}
            {(delivery != Delivery::None).then(|| row("shipping", s.shipping.to_owned(), shipping))}
            {amount("handling", s.handling.to_owned(), totals.handling)}
            {surcharges.collect_view()}
            {on_top}
            <div class="ec-cart-summary__row ec-cart-summary__row--total">
                <dt class="ec-cart-summary__title">{t.total}</dt>
                <dd class="ec-cart-summary__total ec-price-item">{prices.minor(totals.total)}</dd>
            </div>
            {within}
        </dl>
    }
}
