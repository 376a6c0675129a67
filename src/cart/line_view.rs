//! A line of the cart as it is shown.

use super::{Line, object, settle::Ways};
use crate::{
    base::shop::Shop, catalog::product::Interval, platform::images::Picture, text::Language,
};
use leptos::prelude::*;

/// Most things of one kind that a drop-down offers.
const MAX_OFFERED: i64 = 20;

/// A line of the cart, with its quantity and the way out.
#[component]
pub fn CartLine(
    /// The line.
    line: Line,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let Shop {
        prices,
        weight: unit,
        ..
    } = expect_context::<Shop>();
    let s = language.checkout_texts();
    let name = line.product.name.get(language.code()).to_owned();
    let trouble = line.trouble(language);
    let short = line.is_short().then(|| line.clone());
    let weight = line
        .product
        .weight
        .map(|grams| unit.shown(grams * line.quantity, prices.decimal));
    let is_sold = line.quantity > 0;
    let removes = format!("remove-{}", line.id);
    let title = if line.path.is_empty() {
        view! { <span class="ec-cart-item__title">{name.clone()}</span> }.into_any()
    } else {
        view! { <a class="ec-cart-item__title" href=line.path.clone() data-product-id=line.product.id>{name.clone()}</a> }
            .into_any()
    };
    view! {
        <li class="ec-cart__item ec-cart-item" data-key=format!("line-{}", line.id) data-product-id=line.product.id>
            <div class="ec-cart-item__wrap">
                <LinePicture line=line.clone()/>
                <div class="ec-cart-item__wrap-primary">
                    {title}
                    <div class="ec-cart-item__sku ec-text-muted">"SKU: " {line.sku.clone()}</div>
                    <LineOptions line=line.clone()/>
                    {weight.map(|weight| view! { <div class="ec-cart-item__weight ec-text-muted">{weight}</div> })}
                    {trouble.map(|said| view! { <p class="problem" role="status">{said}</p> })}
                    {short.map(|line| view! { <Ways line back="/cart"/> })}
                    <div class="ec-cart-item__control">
                        <div class="ec-cart-item__control-inner">
                            <form hidden id=removes.clone() method="post" action="/api/cart/remove" data-step=""><input type="hidden" name="line" value=line.id/></form>
                            <button class="link-button" type="submit" form=removes aria-label=s.remove_it(&name)>"×"</button>
                        </div>
                    </div>
                </div>
                <div class="ec-cart-item__wrap-secondary">
                    <Quantity line=line.clone() name/>
                    {is_sold.then(|| view! {
                        <div class="ec-cart-item__price"><span class="ec-cart-item__price-inner ec-price-item">{prices.minor(line.price * line.quantity)}</span></div>
                    })}
                    {(line.quantity > 1).then(|| view! {
                        <div class="ec-cart-item__each ec-text-muted">{s.each(prices.minor(line.price))}</div>
                    })}
                </div>
            </div>
        </li>
    }
}

/// The picture of what is in a line.
#[component]
pub fn LinePicture(
    /// The line.
    line: Line,
) -> impl IntoView {
    let image = object::image(&line).cloned();
    let picture = image.map(|image| {
        view! { <Picture image sizes="5rem" class="ec-cart-item__image" alt=""/> }
    });
    view! { <a class="ec-cart-item__picture" href=line.path tabindex="-1" aria-hidden="true">{picture}</a> }
}

/// What was chosen, option by option.
#[component]
pub fn LineOptions(
    /// The line.
    line: Line,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let code = language.code();
    let interval = Interval::parse(&line.chosen.subscription);
    let interval = interval.map(|interval| {
        let text = interval.text(language.texts());
        view! { <div class="ec-cart-item__option"><span class="ec-cart-option--value">{text}</span></div> }
    });
    let options = object::options(&line, code).into_iter().map(|(key, value)| {
        let value = value.as_str().unwrap_or_default().to_owned();
        view! {
            <div class="ec-cart-item__option">
                <span class="ec-cart-option--key">{key} ": "</span><span class="ec-cart-option--value">{value}</span>
            </div>
        }
    });
    view! { <div class="ec-cart-item__options ec-text-muted">{interval} {options.collect_view()}</div> }
}

/// How many: as a drop-down and as a number, of which the style sheet shows one.
#[component]
fn Quantity(line: Line, name: String) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let label = s.quantity_of(&name);
    let least = line.product.min_quantity.unwrap_or(1);
    let most = line.product.max_quantity.unwrap_or(i64::MAX);
    let most = most.min(line.left.unwrap_or(i64::MAX));
    let (id, shown) = (line.id, line.quantity.max(1));
    let offered = (least..=most.min(least + MAX_OFFERED - 1)).collect::<Vec<_>>();
    let more = (!offered.contains(&shown)).then_some(shown);
    let offered = offered.into_iter().chain(more).map(|number| {
        view! { <option value=number selected=number == shown>{number}</option> }
    });
    let listed = format!("quantity-{id}");
    let list = view! {
        <div class="form-control form-control--select-inline">
            <select class="form-control__select" form=listed.clone() name="quantity" aria-label=label.clone()>{offered.collect_view()}</select>
            <div class="form-control__select-text" aria-hidden="true">{s.qty(shown)}</div>
        </div>
    };
    let typed = format!("{listed}-typed");
    let field = view! {
        <div class="form-control">
            <input class="field__input form-control__text" form=typed.clone() type="number" name="quantity" value=shown min=least
                max=(most < i64::MAX).then_some(most) inputmode="numeric" aria-label=label/>
        </div>
    };
    view! {
        <QuantityForm line=id form=listed class="ec-cart-item__count--list">{list}</QuantityForm>
        <QuantityForm line=id form=typed class="ec-cart-item__count--number">{field}</QuantityForm>
    }
}

#[component]
fn QuantityForm(line: i64, form: String, class: &'static str, children: Children) -> impl IntoView {
    let update = expect_context::<Language>().checkout_texts().update;
    view! {
        <div class=format!("ec-cart-item__count {class}")>
            <form hidden id=form.clone() method="post" action="/api/cart/quantity" data-step="change"><input type="hidden" name="line" value=line/></form>
            {children()}
            <button class="link-button" type="submit" form=form>{update}</button>
        </div>
    }
}
