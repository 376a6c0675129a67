use super::{GoOn, Stage};
use crate::{
    boot::Shop,
    checkout::extra::{ExtraFields, Section},
    payment::PaymentMethod,
    text::Language,
};
use leptos::prelude::*;

/// One of several ways, as scripts know it (`spec/dom.md` 2).
#[derive(Clone)]
struct Way {
    id: String,
    module: &'static str,
    title: String,
    info: String,
    price: Option<String>,
}

/// How it gets there.
#[component]
pub fn DeliveryStep(stage: Stage) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.selling();
    let prices = expect_context::<Shop>().prices;
    let ways = stage.bag.methods.iter().map(|(method, price)| Way {
        id: method.id.clone(),
        module: if method.pickup { "Pickup" } else { "Custom" },
        title: method.title.get(language.code()).to_owned(),
        info: method.description.get(language.code()).to_owned(),
        price: Some(if *price == 0 {
            s.free.to_owned()
        } else {
            prices.minor(*price)
        }),
    });
    let ways: Vec<Way> = ways.collect();
    let missing = (stage.checks && stage.bag.method().is_none()).then_some(s.choose_delivery);
    if ways.is_empty() {
        return view! {
            <p class="lead">{s.no_delivery}</p>
            <a class="button" href="/checkout/address">{s.change}</a>
        }
        .into_any();
    }
    view! {
        <form method="post" action="/api/checkout/shipping" data-step="">
            <Ways name="delivery" label=s.delivery_title ways chosen=stage.bag.details.delivery.clone() missing/>
            <ExtraFields bag=stage.bag.clone() section=Section::ShippingMethods checks=stage.checks/>
            <ExtraFields bag=stage.bag.clone() section=Section::PickupDetails checks=stage.checks/>
            <GoOn bag=stage.bag.clone() label=s.go_on.to_owned()/>
        </form>
    }
    .into_any()
}

/// How it is paid.
#[component]
pub fn PaymentStep(stage: Stage) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.selling();
    let ways = stage.bag.payments.iter().map(|method| Way {
        id: method.id.clone(),
        module: method.module(),
        title: method.title.get(language.code()).to_owned(),
        info: method.instructions.get(language.code()).to_owned(),
        price: None,
    });
    let ways: Vec<Way> = ways.collect();
    let missing = (stage.checks && stage.bag.payment().is_none()).then_some(s.choose_payment);
    if ways.is_empty() {
        return view! {
            <p class="lead">{s.no_payment}</p>
            <a class="button" href="/checkout/shipping">{s.change}</a>
        }
        .into_any();
    }
    view! {
        <form method="post" action="/api/checkout/payment" data-step="">
            <Ways name="payment" label=s.payment_title ways chosen=stage.bag.details.payment.clone() missing/>
            <ExtraFields bag=stage.bag.clone() section=Section::PaymentDetails checks=stage.checks/>
            <GoOn bag=stage.bag.clone() label=s.go_on.to_owned()/>
        </form>
    }
    .into_any()
}

#[component]
fn Ways(
    name: &'static str,
    label: &'static str,
    ways: Vec<Way>,
    chosen: String,
    missing: Option<&'static str>,
) -> impl IntoView {
    let each = ways.into_iter().map(|way| {
        let dashed = way.title.split_whitespace().collect::<Vec<_>>().join("-");
        let class = format!(
            "ec-radiogroup__item ec-radiogroup__item--{dashed} ec-radiogroup__item--{} ec-radiogroup__item--module-{}",
            way.id, way.module
        );
        let is_chosen = way.id == chosen;
        view! {
            <label class=class>
                <input class="form-control__radio" type="radio" name=name value=way.id checked=is_chosen/>
                <span class="ec-radiogroup__title">{way.title}</span>
                {way.price.map(|price| view! { <span class="ec-radiogroup__price ec-price-item">{price}</span> })}
                {(!way.info.is_empty()).then(|| view! { <span class="ec-radiogroup__info">{way.info}</span> })}
            </label>
        }
    });
    view! {
        <fieldset class="ec-radiogroup">
            <legend class="sr-only">{label}</legend>
            {missing.map(|said| view! { <p class="field__note problem">{said}</p> })}
            {each.collect_view()}
        </fieldset>
    }
}
