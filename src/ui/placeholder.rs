use leptos::prelude::*;

/// What style sheets of other shops show in an empty field, which here has its label above it.
#[component]
pub fn Placeholder(
    /// What it says.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <div class="form-control__placeholder" aria-hidden="true"><div class="form-control__placeholder-inner">{text}</div></div>
    }
}
