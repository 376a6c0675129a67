//! Stars (`spec/config.md` 4.8).

use crate::{catalog::rating::Rating, text::Language};
use leptos::prelude::*;

/// Stars, their average and how many reviews there are; nothing without a review. The design settings leave one star of
/// five, or take the numbers away.
#[component]
pub fn RatingStars(
    /// What it tells.
    rating: Rating,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let p = language.product_texts();
    rating.tenths().map(|tenths| {
        let number = language.tenths(tenths);
        let label = p.out_of_five(&number);
        view! {
            <span class="rating">
                <Stars halves=(tenths + 2) / 5 label/>
                <span class="rating__number" aria-hidden="true">{number}</span>
                <span class="rating__count">"(" {rating.count} <span class="sr-only">" " {p.reviews}</span> ")"</span>
            </span>
        }
    })
}

/// Five stars, of which so many `halves` are full.
#[component]
pub fn Stars(
    /// Half stars, 0 to 10.
    halves: u32,
    /// What they say.
    label: String,
) -> impl IntoView {
    let class = format!("rating__stars rating__stars--{}", halves.min(10));
    view! { <span class=class role="img" aria-label=label></span> }
}
