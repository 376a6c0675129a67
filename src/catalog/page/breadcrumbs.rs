use super::context::PageContext;
use crate::{catalog::snapshot::Node, text::Language};
use leptos::prelude::*;
use serde_json::{Value, json};

/// The way from the root: name and path of each step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail(pub Vec<(String, String)>);

impl Trail {
    /// The way to what is in `category`, or to the category itself.
    pub(super) fn to(page_context: &PageContext, category: Option<&Node>) -> Self {
        let language = page_context.language;
        let step = |node: &Node| {
            (
                node.category.name.get(language.code()).to_owned(),
                page_context.links.category(node),
            )
        };
        let above = category.map(|node| node.above.clone()).unwrap_or_default();
        let home = (language.texts().home.to_owned(), "/".to_owned());
        let steps = std::iter::once(home).chain(page_context.snapshot.tree.each(&above).map(step));
        Self(steps.chain(category.map(step)).collect())
    }

    /// The breadcrumbs with one more step at their end.
    pub fn and(mut self, name: &str, path: &str) -> Self {
        self.0.push((name.to_owned(), path.to_owned()));
        self
    }

    /// As schema.org has it.
    pub fn facts(&self) -> Value {
        let item = |(place, (name, path)): (i32, &(String, String))| json!({ "@type": "ListItem", "position": place, "name": name, "item": path });
        json!({
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": (1..).zip(&self.0).map(item).collect::<Vec<_>>(),
        })
    }
}

/// The way back.
#[component]
pub fn Breadcrumbs(
    /// The way from the root to this page.
    trail: Trail,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let last = trail.0.len().saturating_sub(1);
    let steps = trail
        .0
        .into_iter()
        .enumerate()
        .map(|(index, (name, path))| {
            let class = if index == 0 {
                "breadcrumbs__item breadcrumbs__item--home"
            } else {
                "breadcrumbs__item"
            };
            let step = if index == last {
                view! { <span class="breadcrumbs__link" aria-current="page">{name}</span> }
                    .into_any()
            } else {
                view! { <a class="breadcrumbs__link" href=path>{name}</a> }.into_any()
            };
            view! { <li class=class>{step}</li> }
        });
    view! {
        <nav class="ec-breadcrumbs breadcrumbs" aria-label=t.breadcrumbs>
            <ol class="breadcrumbs__items">{steps.collect_view()}</ol>
        </nav>
    }
}
