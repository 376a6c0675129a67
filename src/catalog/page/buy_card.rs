//! A product to buy on any page of the shop (`spec/js-api.md` 8.1): what scripts put into the merchant's markup.

use super::{
    context::PageContext,
    options::{Choosing, OptionField},
    price_notes::{Taxes, taxes_at_home},
    product::ProductQuery,
    product_view::MAX_OF_ONE,
};
use crate::{
    base::{error::AppError, shop::Shop},
    catalog::{Product, store},
    platform::images::Picture,
    text::Language,
};
use leptos::{attr::custom::custom_attribute, prelude::*};

/// How wide the picture is shown.
const SIZES: &str = "(min-width: 40rem) 24rem, 92vw";

/// A product as a buy card offers it.
#[derive(Clone)]
struct BuyCardProduct {
    choosing: Choosing,
    quantity: i64,
    /// Path of its page.
    path: String,
    /// Where it is asked for with other choices.
    live_url: String,
    taxes: (Vec<String>, bool),
}

/// The parts of the `card`-th buy card of a page, which offers the product `id` with the choices of `query`, as HTML: each
/// an element that `data-part` names. Empty if shoppers do not see the product.
pub async fn parts(
    id: i64,
    card: u16,
    query: &str,
    page_context: &PageContext,
) -> Result<String, AppError> {
    let product = store::product(&page_context.services.db.read, id).await?;
    let (Some(product), Some(listed)) = (product, page_context.snapshot.card(id)) else {
        return Ok(String::new());
    };
    let asked = ProductQuery::read(query);
    let config = &page_context.services.config;
    let offered = BuyCardProduct {
        quantity: asked.quantity.unwrap_or(product.min_quantity.unwrap_or(1)),
        path: page_context.links.product(listed),
        live_url: format!("/api/buy-card/{id}/{card}?"),
        taxes: (
            taxes_at_home(config, page_context.language),
            config.prices_include_tax,
        ),
        choosing: Choosing {
            selection: asked.selection(&product),
            form: format!("buy-card-{card}"),
            product,
        },
    };
    Ok(page_context.drawn(|| view! { <Parts offered/> }.into_any()))
}

#[component]
fn Parts(offered: BuyCardProduct) -> impl IntoView {
    let code = expect_context::<Language>().code();
    let product = offered.choosing.product.clone();
    let name = product.name.get(code).to_owned();
    let offer = offered.choosing.selection.offer(&product);
    let chosen = offer.variation.and_then(|it| it.image.as_ref());
    let chosen = chosen.and_then(|hash| product.images.iter().find(|it| it.hash == *hash));
    let picture = chosen.or(product.images.first()).cloned();
    let picture = picture.map(|image| {
        view! { <Picture image sizes=SIZES class="buy-card__picture" alt=name.clone() later=true/> }
    });
    let choosing = offered.choosing.clone();
    let fields = (0..product.options.len())
        .map(|index| view! { <OptionField choosing=choosing.clone() index/> });
    view! {
        <div data-part="picture"><a href=offered.path.clone() tabindex="-1" aria-hidden="true">{picture}</a></div>
        <div data-part="name"><a href=offered.path.clone()>{name}</a></div>
        <Price product=product.clone() price=offer.price was=offer.compare_to/>
        <div data-part="options"><div class="details-product-options">{fields.collect_view()}</div></div>
        <Quantity offered=offered.clone()/>
        <div data-part="addtobag"><AddToCart offered=offered.clone()/></div>
        <div data-part="vatinprice"><Taxes taxes=offered.taxes.0 within=offered.taxes.1/></div>
    }
}

#[component]
fn Price(product: Product, price: i64, was: Option<i64>) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    let content = custom_attribute("content", prices.plain(price));
    let was = was.map(|was| {
        view! { <s class="buy-card__was"><span class="sr-only">{t.was} " "</span>{prices.minor(was)}</s> }
    });
    let sold_out =
        (!product.is_in_stock()).then(|| view! { <span class="problem">{t.sold_out}</span> });
    view! {
        <div data-part="price"><span class="ec-price-item">{prices.minor(price)}</span> " " {was} " " {sold_out}</div>
    }
    .add_any_attr(content)
}

#[component]
fn Quantity(offered: BuyCardProduct) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let Choosing { product, form, .. } = offered.choosing;
    let id = format!("{form}-quantity");
    let least = product.min_quantity.unwrap_or(1);
    let most = product.max_quantity.unwrap_or(MAX_OF_ONE).max(least);
    view! {
        <div data-part="qty">
            <label for=id.clone()>{t.quantity}</label>
            <input class="form-control__text" type="number" form=form id=id name="quantity" min=least max=most
                value=offered.quantity inputmode="numeric" required/>
        </div>
    }
}

/// Into the cart; or to its page, where the shopper names a price, or how often it comes.
#[component]
fn AddToCart(offered: BuyCardProduct) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    let Choosing {
        product,
        selection,
        form,
    } = offered.choosing;
    let offer = selection.offer(&product);
    let sold_out = offer.stock == Some(0);
    let price =
        view! { <span class="buy-card__price ec-price-item">{prices.minor(offer.price)}</span> };
    let control = if product.name_your_price.is_some() || product.subscription.is_some() {
        view! {
            <a class="form-control__button button" href=offered.path>
                <span class="form-control__button-text">{t.choose}</span> {price}
            </a>
        }
        .into_any()
    } else {
        let text = if sold_out { t.sold_out } else { t.add_to_cart };
        view! {
            <form hidden id=form.clone() method="post" action="/api/cart/add" data-step="" data-stay="" data-buy-card=offered.live_url>
                <input type="hidden" name="product" value=product.id/>
            </form>
            <button class="form-control__button button" type="submit" form=form disabled=sold_out>
                <span class="form-control__button-text">{text}</span> {price}
            </button>
        }
        .into_any()
    };
    view! { <div class="form-control form-control--button">{control}</div> }
}
