use super::context::PageContext;
use crate::{catalog::snapshot::Node, platform::images::Picture, text::Language};
use leptos::prelude::*;

/// Cards of categories.
#[component]
pub(super) fn CategoryGrid(
    page_context: PageContext,
    ids: Vec<i64>,
    title: &'static str,
) -> impl IntoView {
    let code = expect_context::<Language>().code();
    let card = |(place, node): (usize, &Node)| {
        let name = node.category.name.get(code).to_owned();
        let picture = node.category.image.clone().map(|image| view! {
            <Picture image sizes="(min-width: 62rem) 15rem, 45vw" class="grid-category__picture" alt="" first=place < 2/>
        });
        view! {
            <a class=format!("grid-category__card grid-category--id-{}", node.category.id)
                href=page_context.links.category(node) data-category-id=node.category.id>
                <span class="grid-category__image">{picture}</span>
                <span class="grid-category__title"><span class="grid-category__title-inner">{name}</span></span>
            </a>
        }
    };
    let cards: Vec<_> = page_context
        .snapshot
        .tree
        .each(&ids)
        .enumerate()
        .map(card)
        .collect();
    (!cards.is_empty()).then(|| {
        view! {
            <nav class="grid__categories" aria-label=title>{cards}</nav>
        }
    })
}
