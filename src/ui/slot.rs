use leptos::prelude::*;

/// A named place for what the merchant's scripts put on a page (`spec/dom.md` 1.14): nothing of it is seen while it is
/// empty, and what is put there is as wide as the place at most.
#[component]
pub fn Slot(
    /// Its name, which scripts find it by.
    name: &'static str,
) -> impl IntoView {
    view! { <div class="ec-slot" data-slot=name></div> }
}
