use super::{CheckoutContext, GoOn};
use crate::{
    base::{html::in_textarea, person::Person, shop::Shop},
    cart::api::MAX_COMMENT_LENGTH,
    text::Language,
};
use leptos::prelude::*;

/// Pages of text that count for whoever orders.
const TERMS: [&str; 3] = ["terms", "returns", "privacy-policy"];

/// Everything once more, and the button.
#[component]
pub fn ReviewStep(checkout_context: CheckoutContext) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let (cart, code) = (checkout_context.cart.clone(), language.code());
    let config = &checkout_context.context.state.config;
    let place = cart.method().map(|it| config.pickup_place(it, code));
    let place = place.filter(|place| !place.is_empty());
    // Nothing goes to whoever comes: what they typed is whose bill it is.
    let (to, billed) = match cart.is_pickup() {
        true => (None, Some(cart.billed().clone())),
        false => (
            Some(cart.details.shipping.clone()),
            cart.details.billing.clone(),
        ),
    };
    let delivery = cart.method().map(|it| it.title.get(code).to_owned());
    let payment = cart.payment().map(|it| it.title.get(code).to_owned());
    let said = |title: &'static str, lines: Vec<String>, path: &'static str| {
        let lines = lines.into_iter().map(|line| view! { <span>{line}</span> });
        view! {
            <div class="review__part">
                <dt>{title}</dt>
                <dd>{lines.collect_view()} <a href=path>{s.change}</a></dd>
            </div>
        }
    };
    view! {
        <dl class="review">
            {said(s.your_email, vec![cart.details.email.clone()], "/cart")}
            {place.map(|place| said(s.pickup_at, place.lines().map(str::to_owned).collect(), "/checkout/shipping"))}
            {to.map(|person: Person| said(s.shipping_address, person.lines(language), "/checkout/address"))}
            {billed.map(|person: Person| said(s.billing_address, person.lines(language), "/checkout/address"))}
            {said(s.shipping, delivery.into_iter().collect(), "/checkout/shipping")}
            {said(s.payment, payment.into_iter().collect(), "/checkout/payment")}
        </dl>
        <form hidden id="place-form" method="post" action="/api/checkout/place" data-step=""></form>
        <PlaceOrder checkout_context form="place-form"/>
    }
}

/// What else is to be said, what is charged, and the button.
#[component]
pub fn PlaceOrder(checkout_context: CheckoutContext, form: &'static str) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, s) = (language.texts(), language.checkout_texts());
    let cart = checkout_context.cart;
    let prices = expect_context::<Shop>().prices;
    let total = prices.minor(cart.totals.total);
    let subscriptions: Vec<String> = cart
        .subscribed()
        .map(|(line, interval)| {
            let name = line.product.name.get(language.code());
            let price = prices.minor(line.price * line.quantity);
            let often = interval.text(t);
            language
                .after_sale_texts()
                .subscription_notice(name, &often, &price)
        })
        .collect();
    let subscriptions = subscriptions
        .into_iter()
        .map(|text| view! { <p class="ec-cart__recurs">{text}</p> });
    let pages = checkout_context.context.state.catalog.snapshot();
    let terms = TERMS.iter().filter_map(|slug| {
        let page = pages.pages.iter().find(|page| page.slug == *slug)?;
        let title = page.title(language);
        Some(view! { <a href=format!("/pages/{slug}") target="_blank">{title}</a> })
    });
    let terms: Vec<_> = terms.collect();
    let asks = checkout_context.context.state.config.ask_comments;
    let payment = cart
        .payment()
        .map(|it| it.title.get(language.code()).to_owned());
    view! {
        <input type="hidden" form=form name="total" value=cart.totals.total/>
        <input type="hidden" form=form name="currency" value=checkout_context.context.state.config.currency.clone()/>
        {asks.then(|| view! {
            <div class="field">
                <label class="field__label" for="ec-order-comments">{s.comments}</label>
                <textarea class="field__input form-control__textarea" form=form id="ec-order-comments" name="comments" rows="3"
                    maxlength=MAX_COMMENT_LENGTH>{in_textarea(&cart.details.comments)}</textarea>
            </div>
        })}
        {subscriptions.collect_view()}
        {(!terms.is_empty()).then(|| view! { <p class="ec-cart__terms">{terms}</p> })}
        <p class="ec-cart__charge">
            <span>{t.total} " "</span><strong class="ec-price-item">{total.clone()}</strong>
            {payment.map(|payment| view! { <span class="ec-text-muted">{payment}</span> })}
        </p>
        <GoOn cart label=s.place_order(&total) form/>
    }
}
