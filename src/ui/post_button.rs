use leptos::prelude::*;

/// A button that posts to `action`, with scripts and without.
#[component]
pub fn PostButton(
    /// Where to.
    action: &'static str,
    /// Text on the button.
    label: &'static str,
    /// Whether it stands back behind others.
    #[prop(optional)]
    quiet: bool,
    /// An `id` to post.
    #[prop(optional)]
    id: Option<i64>,
) -> impl IntoView {
    view! {
        <form method="post" action=action>
            {id.map(|id| view! { <input type="hidden" name="id" value=id/> })}
            <button class="button" class:button--quiet=quiet type="submit">{label}</button>
        </form>
    }
}
