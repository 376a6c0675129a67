//! The steps of the checkout as pages.

mod address;
mod choice;
mod review;
mod saved_addresses;

pub use address::AddressFields;
pub use saved_addresses::addresses as saved_addresses;

use super::Step;
use crate::{
    base::{error::AppError, paths::ShopPath, shop::Shop},
    cart::{self, Cart, form::asked, line_view::LinePicture, settle::Shortages, summary::Summary},
    request::context::RequestContext,
    text::{Language, checkout::CheckoutTexts},
    ui::{
        Slot,
        served::{PageAnswer, ServedPage},
    },
};
use leptos::prelude::*;

/// Most lines that are all shown beside a step on a wide screen (`spec/config.md` 4.7).
const FEW: usize = 4;

/// What every step is drawn from.
#[derive(Clone)]
struct CheckoutContext {
    cart: Cart,
    context: RequestContext,
    /// Whether to say what is missing or wrong.
    checks: bool,
    /// What to say above the step.
    said: Option<&'static str>,
}

impl CheckoutContext {
    /// Whether nothing was said yet of where it goes.
    fn is_at_start(&self) -> bool {
        let row = self.cart.row.as_ref();
        row.is_none_or(|row| cart::store::details(row).shipping.is_empty())
    }
}

/// The page of the step at `path`, if that is one; steps that come too early lead to what is missing.
pub async fn at(
    path: ShopPath,
    query: &str,
    context: &RequestContext,
) -> Result<Option<PageAnswer>, AppError> {
    if path == ShopPath::CheckoutAddressBook {
        return Ok(Some(saved_addresses::page(context).await?));
    }
    let Some(step) = Step::at(path).filter(|step| *step != Step::Cart) else {
        return Ok(None);
    };
    let cart = Cart::of(context).await?;
    let config = &context.state.config;
    let due = Step::due(&cart, config).min(Step::last(config));
    if path == ShopPath::Checkout {
        return Ok(Some(PageAnswer::See(due.path().to_owned())));
    }
    // Files are not delivered.
    if step == Step::Delivery && !cart.needs_delivery() {
        return Ok(Some(PageAnswer::See(
            due.max(Step::Payment).path().to_owned(),
        )));
    }
    if due < step {
        return Ok(Some(PageAnswer::See(due.path().to_owned())));
    }
    let s = context.language.checkout_texts();
    let said = [("total", s.total_changed), ("changed", s.cart_changed)];
    let said = said.into_iter().find(|(name, _)| asked(query, name));
    let checkout_context = CheckoutContext {
        checks: asked(query, "check"),
        said: said.map(|(_, said)| said),
        context: context.clone(),
        cart,
    };
    let title = title(step, s);
    Ok(Some(PageAnswer::Page(ServedPage::drawn(
        step.kind(),
        title,
        move || view! { <StepPage step checkout_context=checkout_context.clone()/> }.into_any(),
    ))))
}

fn title(step: Step, s: &CheckoutTexts) -> &'static str {
    match step {
        Step::Cart | Step::Address => s.address,
        Step::Delivery => s.delivery_title,
        Step::Payment => s.payment_title,
        Step::Review => s.review_title,
    }
}

#[component]
fn StepPage(step: Step, checkout_context: CheckoutContext) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let cart = checkout_context.cart.clone();
    let reviews = checkout_context.context.state.config.review_order;
    let problem = checkout_context
        .said
        .or(checkout_context.checks.then_some(s.please_check));
    let body = match step {
        Step::Cart | Step::Address => view! { <address::AddressStep checkout_context/> }.into_any(),
        Step::Delivery => view! { <choice::DeliveryStep checkout_context/> }.into_any(),
        Step::Payment => view! { <choice::PaymentStep checkout_context/> }.into_any(),
        Step::Review => view! { <review::ReviewStep checkout_context/> }.into_any(),
    };
    view! {
        <Frame step title=title(step, s) cart reviews>
            {problem.map(|said| view! { <p class="problem" role="alert" id="problems">{said}</p> })}
            {body}
        </Frame>
    }
}

/// What stands around a step: the way to it, and what is bought.
#[component]
fn Frame(
    step: Step,
    title: &'static str,
    cart: Cart,
    reviews: bool,
    children: Children,
) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let sent_fields = cart.sent_fields();
    let is_last = match reviews {
        true => step == Step::Review,
        false => step == Step::Payment,
    };
    let class = match is_last {
        true => "ec-cart ec-cart--checkout ec-cart--last",
        false => "ec-cart ec-cart--checkout",
    };
    view! {
        <div class=class data-extra-fields=sent_fields>
            <div class="ec-cart__sidebar">
                <div class="ec-cart__sidebar-inner ec-cart-step__body">
                    <Steps step reviews delivers=cart.needs_delivery() s/>
                    <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{title}</h1></header>
                    <Slot name="checkout"/>
                    <Shortages lines=cart.lines.clone() back=step.path()/>
                    {children()}
                </div>
            </div>
            <aside class="ec-cart__body" aria-label=s.summary>
                <div class="ec-cart__body-inner">
                    <Items cart=cart.clone()/>
                    <Summary cart is_checkout=true/>
                    <Slot name="checkout-summary"/>
                </div>
            </aside>
        </div>
    }
}

/// Where the shopper is, and the way back.
#[component]
fn Steps(step: Step, reviews: bool, delivers: bool, s: &'static CheckoutTexts) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let each = [
        (Step::Cart, t.cart),
        (Step::Address, s.address),
        (Step::Delivery, s.shipping),
        (Step::Payment, s.payment),
        (Step::Review, s.summary),
    ];
    let each = each
        .into_iter()
        .filter(|(it, _)| reviews || *it != Step::Review)
        .filter(|(it, _)| delivers || *it != Step::Delivery);
    let each = each.map(|(it, name)| {
        let content = match it.cmp(&step) {
            std::cmp::Ordering::Less => view! { <a href=it.path()>{name}</a> }.into_any(),
            std::cmp::Ordering::Equal => {
                view! { <span aria-current="step">{name}</span> }.into_any()
            }
            std::cmp::Ordering::Greater => view! { <span>{name}</span> }.into_any(),
        };
        view! { <li>{content}</li> }
    });
    view! { <nav aria-label=s.checkout><ol class="checkout-steps">{each.collect_view()}</ol></nav> }
}

#[component]
fn Items(cart: Cart) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, code) = (language.texts(), language.code());
    let prices = expect_context::<Shop>().prices;
    let sold: Vec<_> = cart.sold().cloned().collect();
    let items = sold.into_iter().map(|line| {
        let name = line.product.name.get(code).to_owned();
        let price = prices.minor(line.price * line.quantity);
        let quantity = line.quantity;
        view! {
            <li class="checkout-item">
                <LinePicture line/>
                <span class="checkout-item__name">{quantity} " × " {name}</span>
                <span class="ec-price-item">{price}</span>
            </li>
        }
    });
    let counted = t.products(cart.quantity());
    let class = if cart.lines.len() > FEW {
        "ec-cart__collapsible"
    } else {
        "ec-cart__collapsible ec-cart__collapsible--few"
    };
    view! {
        <details class=class>
            <summary>{counted}</summary>
            <ul class="checkout-items">{items.collect_view()}</ul>
        </details>
    }
}

/// The way on from a step, and which cart it is a step of.
#[component]
fn GoOn(cart: Cart, label: String, form: &'static str) -> impl IntoView {
    let key = cart.row.map(|row| row.public_id);
    view! {
        <input type="hidden" form=form name="key" value=key/>
        <div class="ec-cart__buttons"><div class="form-control form-control--button">
            <button class="button button--wide form-control__button" type="submit" form=form>
                <span class="form-control__loader" hidden></span>
                <span class="form-control__button-text">{label}</span>
            </button>
        </div></div>
    }
}
