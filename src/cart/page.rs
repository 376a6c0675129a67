//! `/cart`: what is in the bag.

use super::store;
use crate::{
    boot::Shop,
    catalog::{self, Product, link::Links},
    error::AppError,
    images::Picture,
    page::served::Served,
    server::visit::Visit,
    text::Language,
    ui::PostButton,
};
use leptos::prelude::*;

/// A line as it is shown.
#[derive(Clone)]
struct Line {
    id: i64,
    product: Product,
    path: String,
    answers: Vec<(String, String)>,
    quantity: i64,
    price: i64,
}

/// The bag's page.
pub async fn page(visit: &Visit) -> Result<Served, AppError> {
    let held = match &visit.cart {
        Some(token) => store::lines(&visit.state.db.read, token).await?,
        None => Vec::new(),
    };
    let (shelf, links) = (visit.state.catalog.shelf(), visit.state.links());
    let mut lines = Vec::new();
    for (line, chosen) in held {
        // What is no longer sold is not in the bag any more.
        let Some(path) = shelf
            .card(line.product_id)
            .map(|card| Links::product(links, card))
        else {
            continue;
        };
        let Some(product) = catalog::store::product(&visit.state.db.read, line.product_id).await?
        else {
            continue;
        };
        let price = chosen
            .price
            .unwrap_or_else(|| chosen.selection().offer(&product).price);
        let answered = product
            .options
            .iter()
            .zip(&chosen.answers)
            .filter(|(_, answer)| !answer.is_empty());
        let code = visit.language.code();
        let answers = answered.map(|(option, answer)| {
            let label = |text: &String| {
                let choice = option.choices.iter().find(|choice| choice.text == *text);
                choice
                    .map_or(text.as_str(), |choice| choice.label(code))
                    .to_owned()
            };
            (
                option.label(code).to_owned(),
                answer.iter().map(label).collect::<Vec<_>>().join(", "),
            )
        });
        let answers = answers.collect();
        lines.push(Line {
            id: line.id,
            product,
            path,
            answers,
            quantity: line.quantity,
            price,
        });
    }
    let title = visit.language.texts().bag;
    Ok(Served::drawn("CART", title, move || {
        view! { <Bag lines=lines.clone()/> }.into_any()
    }))
}

#[component]
fn Bag(lines: Vec<Line>) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let prices = expect_context::<Shop>().prices;
    let total: i64 = lines.iter().map(|line| line.price * line.quantity).sum();
    let is_empty = lines.is_empty();
    view! {
        <div class="ec-cart">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{t.bag}</h1></header>
            {is_empty.then(|| view! {
                <p class="lead">{t.bag_empty}</p>
                <a class="button" href="/">{t.back_to_shop}</a>
            })}
            <ul class="ec-cart__products">
                {lines.into_iter().map(|line| view! { <BagLine line/> }).collect_view()}
            </ul>
            {(!is_empty).then(|| view! {
                <p class="ec-cart__total">{t.total} " " <strong class="ec-cart-summary__total">{prices.minor(total)}</strong></p>
                <p class="muted">{t.checkout_later}</p>
            })}
        </div>
    }
}

#[component]
fn BagLine(line: Line) -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let prices = expect_context::<Shop>().prices;
    let name = line.product.name.get(language.code()).to_owned();
    let picture = line.product.images.first().cloned().map(|image| {
        view! {
            <Picture image sizes="6rem" class="ec-cart-item__image" alt=""/>
        }
    });
    let answers = line.answers.into_iter().map(|(key, value)| view! {
        <div class="ec-cart-item__option">
            <span class="ec-cart-option--key">{key} ": "</span><span class="ec-cart-option--value">{value}</span>
        </div>
    });
    view! {
        <li class="ec-cart__item ec-cart-item">
            <a class="ec-cart-item__picture" href=line.path.clone() tabindex="-1" aria-hidden="true">{picture}</a>
            <div class="ec-cart-item__wrap-primary">
                <a class="ec-cart-item__title" href=line.path>{name}</a>
                <div class="ec-cart-item__options ec-text-muted">{answers.collect_view()}</div>
                <PostButton action="/api/cart/remove" label=t.remove quiet=true id=line.id/>
            </div>
            <div class="ec-cart-item__wrap-secondary">
                <span class="ec-cart-item__count">{t.quantity} ": " {line.quantity}</span>
                <span class="ec-cart-item__price-inner">{prices.minor(line.price * line.quantity)}</span>
            </div>
        </li>
    }
}
