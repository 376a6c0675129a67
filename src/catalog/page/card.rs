//! A product in a list, and the forms that its buttons belong to.

use super::heart::{Heart, HeartsForm};
use super::rating::RatingStars;
use crate::{
    base::{
        color::{Area, Color},
        shop::Shop,
    },
    catalog::{link::Links, slug, snapshot::Card},
    platform::{config::ReviewPolicy, images::Picture},
    text::Language,
};
use leptos::prelude::*;

/// How wide a card is shown.
const SIZES: &str = "(min-width: 62rem) 15rem, (min-width: 40rem) 30vw, 45vw";

/// The form that the buttons of all cards belong to.
const FORM: &str = "cards-form";

/// That form and the one of their hearts, once on a page with cards.
#[component]
pub fn CardsForm() -> impl IntoView {
    view! {
        <form hidden id=FORM method="post" action="/api/cart/add" data-step="" data-stay=""></form>
        <HeartsForm/>
    }
}

/// A product in a list (`spec/dom.md` 3).
#[component]
pub fn ProductCard(
    /// The product.
    card: Card,
    /// Whether it can be bought.
    in_stock: bool,
    /// How URLs are written.
    links: Links,
    /// Whether it is among the first that are seen.
    #[prop(optional)]
    first: bool,
    /// Whether it can be kept for later.
    #[prop(default = true)]
    has_heart: bool,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let prices = expect_context::<Shop>().prices;
    let (id, href) = (card.id, links.product(&card));
    let name = card.name.get(language.code()).to_owned();
    let class = format!("grid-product grid-product--id-{id}");
    let price = prices.minor(card.price);
    let range = (card.price_to > card.price)
        .then(|| view! { <span class="grid-product__price-to">" – " {prices.minor(card.price_to)}</span> });
    let was = card.compare_to.map(|was| view! {
        <s class="grid-product__price-compare"><span class="sr-only">{t.was} " "</span>{prices.minor(was)}</s>
    });
    let subtitle = card.subtitle.get(language.code()).to_owned();
    let subtitle = (!subtitle.is_empty())
        .then(|| view! { <div class="grid-product__subtitle">{subtitle}</div> });
    let sku = (!card.sku.is_empty())
        .then(|| view! { <div class="grid-product__sku">"SKU: " {card.sku.to_string()}</div> });
    let colors = card
        .colors
        .iter()
        .map(|color| view! { <Area color=*color class="swatch"/> });
    let colors = (!card.colors.is_empty())
        .then(|| view! { <div class="grid-product__swatches">{colors.collect_view()}</div> });
    let has_reviews = use_context::<ReviewPolicy>().is_none_or(ReviewPolicy::is_on);
    let rating = card.rating;
    let rating = (has_reviews && rating.count > 0)
        .then(|| view! { <div class="grid-product__rating"><RatingStars rating/></div> });
    let mut images = card.images();
    let picture = images.next().map(|image| {
        view! {
            <Picture image sizes=SIZES class="grid-product__picture" alt=name.clone() first/>
        }
    });
    let other = images.next().map(|image| view! {
        <Picture image sizes=SIZES class="grid-product__picture grid-product__picture--hover" alt=""/>
    });
    view! {
        <div class=class>
            <div class="grid-product__wrap" data-product-id=id>
                <div class="grid-product__wrap-inner">
                    <a class="grid-product__image" href=href.clone() title=name.clone() data-product-id=id tabindex="-1" aria-hidden="true">
                        <div class="grid-product__image-wrap">
                            <Label card=card.clone() in_stock/>
                            {picture}
                            {other}
                        </div>
                    </a>
                    {has_heart.then(|| view! { <Heart id name=name.clone()/> })}
                    <a class="grid-product__title ecwid-productBrowser-productNameLink" href=href.clone() data-product-id=id>
                        <div class="grid-product__title-inner">{name.clone()}</div>
                    </a>
                    {subtitle}
                    {rating}
                    {sku}
                    {colors}
                    <div class="grid-product__price">
                        <div class="grid-product__price-amount">
                            <div class="grid-product__price-value ec-price-item ecwid-productBrowser-price">{price}</div>
                        </div>
                        {range}
                        {was}
                    </div>
                    <BuyNow card=card.clone() in_stock href name/>
                </div>
            </div>
        </div>
    }
}

/// Sold out wins over on sale, and the merchant's own word over none.
#[component]
fn Label(card: Card, in_stock: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let own = card.ribbon.map(|ribbon| {
        let text = ribbon.text.get(language.code()).to_owned();
        (text, ribbon.color.as_deref().and_then(Color::parse))
    });
    let label = match own {
        _ if !in_stock => Some(("Sold-out".to_owned(), t.sold_out.to_owned(), None)),
        Some((text, color)) if !text.is_empty() => Some((slug::words(&text), text, color)),
        _ if card.on_sale => Some(("On-sale".to_owned(), t.on_sale.to_owned(), None)),
        _ => None,
    };
    label.map(|(name, text, color)| {
        let class = match color {
            Some(color) if color.is_light() => "ec-label ec-label--light",
            Some(_) => "ec-label ec-label--dark",
            None => "ec-label",
        };
        view! {
            <div class=format!("grid-product__label grid-product__label--{name}")>
                <div class=class>
                    {color.map(|color| view! { <Area color class="ec-label__color"/> })}
                    <div class="label__text">{text}</div>
                </div>
            </div>
        }
    })
}

/// Puts a product without choices into the cart; others lead to their page.
#[component]
fn BuyNow(card: Card, in_stock: bool, href: String, name: String) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let id = card.id;
    let control = if card.has_options || !in_stock {
        let text = if in_stock { t.choose } else { t.details };
        view! {
            <a class="form-control__button" href=href aria-label=format!("{text}: {name}")>
                <span class="form-control__button-text">{text}</span>
            </a>
        }
        .into_any()
    } else {
        view! {
            <button class="form-control__button" type="submit" form=FORM name="product" value=id aria-label=format!("{}: {name}", t.add_to_cart)>
                <span class="form-control__button-text">{t.add_to_cart}</span>
            </button>
        }
        .into_any()
    };
    view! {
        <div class="grid-product__button grid-product__buy-now">
            <div class="form-control form-control--button" data-product-id=id>{control}</div>
        </div>
    }
}
