//! What the search field suggests while a shopper types.

use super::context::PageContext;
use crate::{base::html::escaped, catalog::snapshot::Card, platform::images};

/// Most products suggested.
const MAX_SUGGESTIONS: usize = 6;

/// Links to products whose words begin like `keyword`, as HTML; empty if there are none.
pub fn suggestions(page_context: &PageContext, keyword: &str) -> String {
    let found = page_context.snapshot.find(keyword);
    let best = page_context.snapshot.best(&found, MAX_SUGGESTIONS);
    page_context
        .snapshot
        .each(&best)
        .map(|card| line(page_context, card))
        .collect()
}

fn line(page_context: &PageContext, card: &Card) -> String {
    let shop = page_context
        .services
        .shop
        .shown_in(page_context.language.numbers());
    let picture = card.images().next().map(|image| {
        format!(
            "<img class=\"suggestion__picture{}\" src=\"{}\" alt=\"\" width=\"40\" height=\"50\">",
            image.crop_classes(),
            images::url(&image.hash, 160, "webp")
        )
    });
    format!(
        "<a class=\"suggestion\" href=\"{}\" data-product-id=\"{}\">{}<span class=\"suggestion__name\">{}</span><span class=\"suggestion__price\">{}</span></a>",
        escaped(&page_context.links.product(card)),
        card.id,
        picture.unwrap_or_default(),
        escaped(card.name.get(page_context.language.code())),
        escaped(&shop.prices.minor(card.price)),
    )
}
