use crate::text::{Language, notice::Problem};
use leptos::{html, prelude::*};

/// A labelled input; its problem stands below it and is tied to it for screen readers.
#[component]
pub fn Field(
    /// `id` of the input.
    #[prop(into)]
    id: String,
    /// Name it is posted under.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// Type of the input.
    kind: &'static str,
    /// `autocomplete` token.
    autocomplete: &'static str,
    /// Value to start from.
    #[prop(into, optional)]
    value: String,
    /// A hint below the input.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Which keys a phone shows for it.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// What is wrong with it.
    #[prop(into, optional)]
    problem: Signal<Option<Problem>>,
    /// The input itself.
    #[prop(optional)]
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let note = format!("{id}-note");
    let described = note.clone();
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input class="field__input" id=id name=name type=kind autocomplete=autocomplete inputmode=inputmode value=value node_ref=node required
                aria-invalid=move || problem.get().is_some().then_some("true")
                aria-describedby=move || (hint.is_some() || problem.get().is_some()).then(|| described.clone())/>
            <div class="field__note" class:problem=move || problem.get().is_some() id=note>
                {move || problem.get().map_or_else(|| hint.unwrap_or_default().to_owned(), |problem| problem.text(t))}
            </div>
        </div>
    }
}
