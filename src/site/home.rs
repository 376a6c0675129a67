//! What the shop says of itself at its root.

use super::art::Print;
use crate::{base::language::Language, catalog::page::HomeFrame};
use leptos::prelude::*;

/// What stands above and below the catalogue at the store root.
pub const FRAME: HomeFrame = HomeFrame {
    above: || view! { <Hero/> }.into_any(),
    below: || view! { <Made/> }.into_any(),
};

/// The first thing seen.
#[component]
pub fn Hero() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    view! {
        <section class="hero ins-tile" id="tile-hero">
            <div class="hero__text ins-tile__text">
                <p class="eyebrow">{t.hero_eyebrow}</p>
                <h1 class="display">{t.hero_title}</h1>
                <p class="lead">{t.hero_lead}</p>
                <a class="button" href="/search">{t.all_products}</a>
            </div>
            <div class="hero__wall">
                <Print seed=11 tone="print--ember"/>
                <Print seed=29 tone="print--tide"/>
                <Print seed=47 tone="print--moss"/>
            </div>
        </section>
    }
}

/// How prints are made, and for whom.
#[component]
pub fn Made() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    view! {
        <section class="made ins-tile" id="tile-made" aria-labelledby="made-title">
            <h2 id="made-title">{t.made_title}</h2>
            <p class="lead">{t.made_lead}</p>
            <div class="made__grid">
                <article><h3>{t.paper_title}</h3><p>{t.paper_lead}</p></article>
                <article><h3>{t.ink_title}</h3><p>{t.ink_lead}</p></article>
                <article><h3>{t.frame_title}</h3><p>{t.frame_lead}</p></article>
            </div>
        </section>
        <section class="band">
            <h2>{t.member_title}</h2>
            <p class="lead">{t.member_lead}</p>
            <a class="button" href="/account/register">{t.hero_call}</a>
        </section>
    }
}
