//! `/cart`: what is in the cart, and who wants it (`spec/dom.md` 3).

use super::{
    Cart, ReminderBox, details::Removed, form::asked, line_view::CartLine, summary::Summary,
};
use crate::{
    base::{error::AppError, shop::Shop, validate},
    cart::extra::{ExtraFields, Section},
    catalog,
    pricing::discount::CouponProblem::{TooLittle, Unknown},
    request::context::RequestContext,
    text::{Language, checkout::CheckoutTexts},
    ui::{Placeholder, Slot, served::ServedPage},
};
use leptos::prelude::*;

/// The form that leads on from it.
const FORM: &str = "cart-form";

/// The cart's page; `check` in its query asks to say what is wrong.
pub async fn page(query: &str, context: &RequestContext) -> Result<ServedPage, AppError> {
    let cart = Cart::of(context).await?;
    let removed = match &cart.details.removed {
        Some(removed) => name_of(context, removed).await?,
        None => None,
    };
    let shown = CartView {
        checks: asked(query, "check"),
        asks_agreement: context.state.config.ask_agreement,
        offers_reminder: context.state.config.cart_reminders,
        // One that was typed stays to be taken off, whatever became of it.
        takes_coupons: !context.state.config.coupons.is_empty() || cart.coupon.is_some(),
        cart,
        removed,
    };
    let title = context.language.texts().cart;
    Ok(ServedPage::drawn("CART", title, move || {
        view! { <CartPage shown=shown.clone()/> }.into_any()
    }))
}

#[derive(Clone)]
struct CartView {
    cart: Cart,
    /// Name of what was taken out last.
    removed: Option<String>,
    checks: bool,
    asks_agreement: bool,
    offers_reminder: bool,
    takes_coupons: bool,
}

async fn name_of(context: &RequestContext, removed: &Removed) -> Result<Option<String>, AppError> {
    let product = catalog::store::product(&context.state.db.read, removed.product).await?;
    let sold = product.filter(|product| product.enabled);
    Ok(sold.map(|product| product.name.get(context.language.code()).to_owned()))
}

#[component]
fn CartPage(shown: CartView) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, s) = (language.texts(), language.checkout_texts());
    let CartView {
        cart,
        removed,
        checks,
        asks_agreement,
        offers_reminder,
        takes_coupons,
    } = shown;
    let is_empty = cart.lines.is_empty();
    let undo = removed.map(|name| view! { <Undo name/> });
    let lines = cart.lines.clone();
    let shopping = view! {
        <div class="ec-cart__shopping ec-cart-shopping">
            <div class="ec-cart-shopping__wrap"><a class="ec-link" href="/">{s.keep_shopping}</a></div>
        </div>
    };
    let body = (!is_empty).then(|| {
        view! {
            <div class="ec-cart__body">
                <div class="ec-cart__body-inner">
                    <Summary cart=cart.clone() is_checkout=false/>
                    <Slot name="cart-summary"/>
                    <Saved cart=cart.clone()/>
                    <div class="ec-cart__coupon">{takes_coupons.then(|| view! { <CouponForm cart=cart.clone()/> })}</div>
                    <ToCheckout cart=cart.clone() checks asks_agreement offers_reminder/>
                </div>
            </div>
        }
    });
    view! {
        <div class="ec-cart" data-extra-fields=cart.sent_fields()>
            <div class="ec-cart__sidebar">
                <div class="ec-cart__sidebar-inner">
                    <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{t.cart}</h1></header>
                    <Slot name="cart"/>
                    <div class="ec-cart__head">
                        {undo}
                        {is_empty.then(|| view! { <p class="lead">{t.cart_empty}</p> })}
                    </div>
                    <div class="ec-cart__products">
                        <ul class="ec-cart__products-inner">
                            {lines.into_iter().map(|line| view! { <CartLine line/> }).collect_view()}
                        </ul>
                    </div>
                    {shopping}
                </div>
            </div>
            {body}
        </div>
    }
}

#[component]
fn Undo(name: String) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    view! {
        <div class="ec-cart__undo">
            <form hidden id="undo-form" method="post" action="/api/cart/undo" data-step=""></form>
            <span>{s.was_removed(&name)}</span>
            <button class="button button--quiet" type="submit" form="undo-form">{s.undo}</button>
        </div>
    }
}

/// How much less it costs than its things alone.
#[component]
fn Saved(cart: Cart) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let prices = expect_context::<Shop>().prices;
    let saved = cart.totals.discounts.total() + cart.totals.coupon;
    (saved > 0).then(|| {
        view! {
            <p class="ec-cart__buy-and-save">{s.you_save(prices.minor(saved))}</p>
        }
    })
}

/// A field for a coupon, or the one that was typed.
#[component]
fn CouponForm(cart: Cart) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let said = cart.coupon.as_ref().map(|coupon| match coupon {
        Ok(coupon) => s.coupon_holds(&coupon.name),
        Err(Unknown) => s.coupon_unknown.to_owned(),
        Err(TooLittle) => s.coupon_too_little.to_owned(),
    });
    let (holds, is_open) = (cart.good_coupon().is_some(), said.is_some());
    let said_class = if holds {
        "field__note"
    } else {
        "field__note problem"
    };
    let typed = cart.details.coupon.clone();
    let field = if holds {
        view! {
            <input type="hidden" form="coupon-form" name="coupon" value=""/>
            <button class="button button--quiet" type="submit" form="coupon-form">{s.take_off}</button>
        }
        .into_any()
    } else {
        view! {
            <div class="form-control form-control--row">
                <input class="field__input form-control__text" id="ec-cart-coupon-input" form="coupon-form" name="coupon" value=typed autocomplete="off"
                    maxlength="100" aria-describedby="coupon-note"/>
                <button class="button button--quiet" type="submit" form="coupon-form">{s.coupon_apply}</button>
            </div>
        }
        .into_any()
    };
    view! {
        <form hidden id="coupon-form" method="post" action="/api/cart/coupon" data-step=""><input type="hidden" name="back" value="/cart"/></form>
        <details open=is_open>
            <summary>{s.coupon}</summary>
            <label class="sr-only" for="ec-cart-coupon-input">{s.coupon_code}</label>
            {field}
            <p class=said_class id="coupon-note" role="status">{said}</p>
        </details>
    }
}

/// E-mail, agreement, and on to the first step.
#[component]
fn ToCheckout(
    cart: Cart,
    checks: bool,
    asks_agreement: bool,
    offers_reminder: bool,
) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let wrong_email = checks && validate::mailbox(&cart.details.email).is_none();
    let unagreed = checks && asks_agreement && !cart.details.agreed;
    view! {
        <div class="ec-cart__form">
            <form hidden id=FORM method="post" action="/api/cart/checkout" data-step="" novalidate></form>
            <div class="ec-cart__email ec-cart-email">
                <label class="field__label ec-cart-email__text" for="ec-cart-email-input">{s.your_email}</label>
                <div class="ec-cart-email__input">
                    <div class="form-control">
                        <input class="field__input form-control__text" id="ec-cart-email-input" form=FORM name="email" type="email" autocomplete="email"
                            value=cart.details.email.clone() aria-invalid=wrong_email.then_some("true") aria-describedby="email-note"/>
                        <Placeholder text=s.your_email/>
                    </div>
                </div>
                <p class="field__note" class:problem=wrong_email id="email-note">{if wrong_email { s.wrong_email } else { s.email_lead }}</p>
            </div>
            {offers_reminder.then(|| view! { <ReminderBox cart=cart.clone() form=FORM/> })}
            <ExtraFields cart=cart.clone() section=Section::Email checks form=FORM/>
            <div class="ec-cart__checkout">
                {asks_agreement.then(|| view! { <Agreement agreed=cart.details.agreed unagreed s/> })}
                <div class="ec-cart__buttons"><div><div class="form-control form-control--button">
                    <button class="button button--wide form-control__button" type="submit" form=FORM>
                        <span class="form-control__loader" hidden></span>
                        <span class="form-control__button-text">{s.checkout}</span>
                    </button>
                </div></div></div>
            </div>
        </div>
    }
}

#[component]
fn Agreement(agreed: bool, unagreed: bool, s: &'static CheckoutTexts) -> impl IntoView {
    view! {
        <div class="ec-cart__agreement">
            <label class="check">
                <input type="checkbox" id="form-control__checkbox--agree" form=FORM name="agreed" value="yes" checked=agreed
                    aria-invalid=unagreed.then_some("true") aria-describedby="agree-note"/>
                <span>{s.agree}</span>
            </label>
            <p class="field__note problem" id="agree-note">{unagreed.then_some(s.please_agree)}</p>
        </div>
    }
}
