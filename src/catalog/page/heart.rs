//! The heart that keeps a product for later, and the question to be told when it is back: forms of `favourites/`.

use crate::{catalog::selection::Offer, text::Language};
use leptos::prelude::*;

/// The form that every heart belongs to.
const FORM: &str = "favourites-form";

/// That form, once on a page with hearts.
#[component]
pub fn HeartsForm() -> impl IntoView {
    view! { <form hidden id=FORM method="post" action="/api/favourites" data-step="" data-stay=""></form> }
}

/// The heart of a product. Pages are the same for everybody, so it does not know whether it is pressed: `js/hearts.ts` does.
#[component]
pub fn Heart(
    /// Id of the product.
    id: i64,
    /// Its name; where its heart has a text beside it, none.
    #[prop(optional)]
    name: Option<String>,
) -> impl IntoView {
    let f = expect_context::<Language>().favourite_texts();
    let label = name.as_ref().map(|name| f.save_one(name));
    let text = name.is_none().then(|| {
        view! { <span class="favourite__no">{f.save}</span> <span class="favourite__yes">{f.saved}</span> }
    });
    view! {
        <button class="favourite" type="submit" form=FORM name="add" value=id aria-label=label>
            <svg class="favourite__heart" viewBox="0 0 24 22" aria-hidden="true" focusable="false">
                <path d="M12 20C5 15 2 11 2 7a5 5 0 0 1 10-1 5 5 0 0 1 10 1c0 4-3 8-10 13z"/>
            </svg>
            {text}
        </button>
    }
}

/// Where nothing of what is chosen is left: to be told when it is back.
#[component]
pub fn BackInStock(
    /// Id of the product.
    id: i64,
    /// Id of the chosen variation.
    variation: Option<i64>,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, f) = (language.texts(), language.favourite_texts());
    view! {
        <section class="back-in-stock" id="back-in-stock" aria-labelledby="back-in-stock-title">
            <h2 class="back-in-stock__title" id="back-in-stock-title">{f.alert_title}</h2>
            <p>{f.alert_lead}</p>
            <form hidden id="back-in-stock-form" method="post" action="/api/stock-alerts" data-step="" data-stay="">
                <input type="hidden" name="product" value=id/>
                <input type="hidden" name="variation" value=variation/>
            </form>
            <label class="field__label" for="back-in-stock-email">{t.email}</label>
            <div class="form-control form-control--row">
                <input class="field__input form-control__text" form="back-in-stock-form" id="back-in-stock-email" name="email" type="email" autocomplete="email"
                    aria-describedby="back-in-stock-hint"/>
                <button class="button button--quiet" type="submit" form="back-in-stock-form">{f.alert_button}</button>
            </div>
            <p class="muted" id="back-in-stock-hint">{f.alert_hint}</p>
        </section>
    }
}

/// The back-in-stock form for the product `id`; `None` unless `offer` is sold out.
pub fn back_in_stock(id: i64, offer: &Offer<'_>) -> Option<AnyView> {
    let variation = offer.variation.map(|it| it.id);
    (offer.stock == Some(0)).then(|| view! { <BackInStock id variation/> }.into_any())
}
