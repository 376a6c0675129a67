//! The page for paths without one.

use crate::text::Language;
use leptos::prelude::*;
use leptos_meta::Title;

/// A real 404, with a way on.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    let t = expect_context::<Language>().texts();
    view! {
        <Title text=t.not_found_title/>
        <section class="card card--narrow">
            <h1>{t.not_found_title}</h1>
            <p class="lead">{t.not_found_lead}</p>
            <a class="button" href="/">{t.back_to_shop}</a>
        </section>
    }
}
