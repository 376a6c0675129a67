//! Rows of other products below a product: those that belong to it, and those that were looked at before.

use super::{card::ProductCard, context::PageContext};
use crate::{
    catalog::{link::Links, snapshot::Card},
    text::Language,
};
use leptos::prelude::*;

/// Most products that were looked at before.
const MAX_RECENT: usize = 12;

/// A card, and whether it can be bought.
pub type CardOffer = (Card, bool);

/// The products that the merchant shows beside one.
#[component]
pub fn RelatedProducts(
    /// The products.
    cards: Vec<CardOffer>,
    /// How URLs are written.
    links: Links,
) -> impl IntoView {
    let title = expect_context::<Language>().favourite_texts().related;
    (!cards.is_empty()).then(|| {
        view! {
            <section class="beside" aria-labelledby="related-title">
                <h2 id="related-title">{title}</h2>
                <Cards cards links/>
            </section>
        }
    })
}

/// Where the products that were looked at before will stand, which only the browser knows.
#[component]
pub fn RecentPlace(
    /// Id of the product that is looked at now.
    id: i64,
) -> impl IntoView {
    view! { <section class="beside" id="recent" data-recent=id></section> }
}

/// The row of these products, as HTML, in their order; empty if shoppers see none of them.
pub fn recent(page_context: &PageContext, ids: &[i64]) -> String {
    let snapshot = &page_context.snapshot;
    let cards = ids.iter().filter_map(|id| snapshot.card(*id));
    let cards = cards.map(|card| (card.clone(), snapshot.is_in_stock(card.id)));
    let cards: Vec<CardOffer> = cards.take(MAX_RECENT).collect();
    if cards.is_empty() {
        return String::new();
    }
    let (links, title) = (
        page_context.links,
        page_context.language.favourite_texts().recent,
    );
    page_context.drawn(|| view! { <h2>{title}</h2> <Cards cards links/> }.into_any())
}

#[component]
fn Cards(cards: Vec<CardOffer>, links: Links) -> impl IntoView {
    let cards = cards
        .into_iter()
        .map(|(card, in_stock)| view! { <ProductCard card in_stock links/> });
    view! { <div class="grid__products">{cards.collect_view()}</div> }
}
