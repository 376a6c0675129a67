use crate::text::{Language, notice::Problem};
use leptos::prelude::*;

/// What is wrong with a form as a whole, announced when it appears.
#[component]
pub fn FormError(
    /// The problem.
    #[prop(into)]
    problem: Signal<Option<Problem>>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    view! {
        <p class="problem" role="alert">{move || problem.get().map(|problem| problem.text(t))}</p>
    }
}
