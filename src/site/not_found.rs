//! The page for paths without one.

use crate::text::Language;
use leptos::prelude::*;

/// A real 404, with a way on.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    view! {
        <section class="card card--narrow">
            <h1>{t.not_found_title}</h1>
            <p class="lead">{t.not_found_lead}</p>
            <a class="button" href="/">{t.back_to_shop}</a>
        </section>
    }
}
