use super::{CheckoutContext, GoOn, review::PlaceOrder};
use crate::{
    base::{date, shop::Shop},
    cart::extra::{ExtraFields, Section},
    pricing::{payment::PaymentMethod, shipping::Method},
    text::Language,
};
use leptos::prelude::*;

/// One of several ways, as scripts know it (`spec/dom.md` 2).
#[derive(Clone)]
struct Choice {
    id: String,
    module: &'static str,
    app: String,
    title: String,
    info: String,
    price: Option<String>,
    /// When the order is there.
    time: Option<String>,
    /// What is said where no money moves.
    test: Option<&'static str>,
}

/// How it gets there.
#[component]
pub fn DeliveryStep(checkout_context: CheckoutContext) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let prices = expect_context::<Shop>().prices;
    let calendar = checkout_context.context.state.config.working_calendar();
    let now = date::now();
    let time = |method: &Method| {
        let arrival = calendar.arrival(method.days?, now);
        let p = language.product_texts();
        let days = language.days(arrival.first, arrival.last);
        Some(if method.pickup {
            p.ready(days)
        } else {
            p.arrives(days)
        })
    };
    let config = &checkout_context.context.state.config;
    let told = |method: &Method| {
        let place = config.pickup_place(method, language.code());
        let place = place.lines().collect::<Vec<_>>().join(", ");
        let own = method.description.get(language.code()).to_owned();
        let said = [own, place].into_iter().filter(|it| !it.is_empty());
        said.collect::<Vec<_>>().join(" · ")
    };
    let choices = checkout_context
        .cart
        .methods
        .iter()
        .map(|(method, price)| Choice {
            id: method.id.clone(),
            module: if method.pickup { "Pickup" } else { "Custom" },
            app: String::new(),
            title: method.title.get(language.code()).to_owned(),
            info: told(method),
            price: Some(if *price == 0 {
                s.free.to_owned()
            } else {
                prices.minor(*price)
            }),
            time: time(method),
            test: None,
        });
    let choices: Vec<Choice> = choices.collect();
    let missing = (checkout_context.checks && checkout_context.cart.method().is_none())
        .then_some(s.choose_delivery);
    if choices.is_empty() {
        return view! {
            <p class="lead">{s.no_delivery}</p>
            <a class="button" href="/checkout/address">{s.change}</a>
        }
        .into_any();
    }
    let is_sent = |methods: &[(Method, i64)]| methods.iter().any(|(method, _)| !method.pickup);
    let is_elsewhere = config.shipping.iter().any(|method| !method.pickup)
        && !is_sent(&checkout_context.cart.methods);
    let elsewhere = is_elsewhere.then(|| {
        view! { <p class="lead">{s.no_delivery} " " <a href="/checkout/address">{s.change}</a></p> }
    });
    view! {
        <form hidden id="shipping-form" method="post" action="/api/checkout/shipping" data-step=""></form>
        {elsewhere}
        <div>
            <Choices form="shipping-form" name="delivery" label=s.delivery_title choices chosen=checkout_context.cart.details.delivery.clone() missing/>
            <ExtraFields cart=checkout_context.cart.clone() section=Section::ShippingMethods checks=checkout_context.checks form="shipping-form"/>
            <ExtraFields cart=checkout_context.cart.clone() section=Section::PickupDetails checks=checkout_context.checks form="shipping-form"/>
            <GoOn cart=checkout_context.cart.clone() label=s.go_on.to_owned() form="shipping-form"/>
        </div>
    }
    .into_any()
}

/// How it is paid; where nothing is looked over after it, the order is placed from here.
#[component]
pub fn PaymentStep(checkout_context: CheckoutContext) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let config = &checkout_context.context.state.config;
    let choices = checkout_context.cart.payments.iter().map(|method| Choice {
        id: method.id.clone(),
        module: method.module(),
        app: method.app.clone(),
        title: method.title.get(language.code()).to_owned(),
        info: method.instructions.get(language.code()).to_owned(),
        price: None,
        time: None,
        test: config.is_for_tests(method).then_some(s.payment_test),
    });
    let choices: Vec<Choice> = choices.collect();
    let missing = (checkout_context.checks && checkout_context.cart.payment().is_none())
        .then_some(s.choose_payment);
    if choices.is_empty() {
        return view! {
            <p class="lead">{s.no_payment}</p>
            <a class="button" href="/checkout/shipping">{s.change}</a>
        }
        .into_any();
    }
    let (action, end) = if checkout_context.context.state.config.review_order {
        let end = view! { <GoOn cart=checkout_context.cart.clone() label=s.go_on.to_owned() form="payment-form"/> };
        ("/api/checkout/payment", end.into_any())
    } else {
        let end =
            view! { <PlaceOrder checkout_context=checkout_context.clone() form="payment-form"/> };
        ("/api/checkout/place", end.into_any())
    };
    view! {
        <form hidden id="payment-form" method="post" action=action data-step=""></form>
        <div>
            <Choices form="payment-form" name="payment" label=s.payment_title choices chosen=checkout_context.cart.details.payment.clone() missing/>
            <ExtraFields cart=checkout_context.cart.clone() section=Section::PaymentDetails checks=checkout_context.checks form="payment-form"/>
            {end}
        </div>
    }
    .into_any()
}

#[component]
fn Choices(
    form: &'static str,
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    chosen: String,
    missing: Option<&'static str>,
) -> impl IntoView {
    let each = choices.into_iter().map(|way| {
        let dashed = way.title.split_whitespace().collect::<Vec<_>>().join("-");
        let app = (!way.app.is_empty()).then(|| format!(" ec-radiogroup__item--app_id-{}", way.app));
        let class = format!(
            "ec-radiogroup__item ec-radiogroup__item--{dashed} ec-radiogroup__item--{} ec-radiogroup__item--module-{}{}",
            way.id, way.module, app.unwrap_or_default()
        );
        let is_chosen = way.id == chosen;
        view! {
            <label class=class>
                <input class="form-control__radio" type="radio" form=form name=name value=way.id checked=is_chosen/>
                <span class="ec-radiogroup__title">{way.title}</span>
                {way.price.map(|price| view! { <span class="ec-radiogroup__price ec-price-item">{price}</span> })}
                {way.time.map(|time| view! { <span class="ec-radiogroup__time">{time}</span> })}
                {way.test.map(|said| view! { <span class="ec-radiogroup__test tag">{said}</span> })}
                <span class="ec-radiogroup__info">{(!way.info.is_empty()).then_some(way.info)}</span>
            </label>
        }
    });
    view! {
        <fieldset class="ec-radiogroup" data-again=(name == "payment").then_some("")>
            <legend class="sr-only">{label}</legend>
            {missing.map(|said| view! { <p class="field__note problem">{said}</p> })}
            {each.collect_view()}
        </fieldset>
    }
}
