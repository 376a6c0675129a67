//! Fields of the forms of this room.

use super::{honeypot::HIDDEN, input::MAX_TEXT_LENGTH};
use crate::{base::html::in_textarea, text::Language};
use leptos::prelude::*;

/// A line of text.
#[component]
pub fn Line(
    /// Name it is posted under.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// What stands in it.
    value: String,
    /// Type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    /// `autocomplete` token.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it may stay empty.
    #[prop(default = false)]
    may_be_empty: bool,
    /// What is wrong with it.
    problem: Option<&'static str>,
) -> impl IntoView {
    let id = format!("contact-{name}");
    let note = format!("{id}-note");
    let described = problem.map(|_| note.clone());
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input class="field__input" type=kind id=id name=name value=value autocomplete=autocomplete maxlength="254" required=!may_be_empty
                aria-invalid=problem.map(|_| "true") aria-describedby=described/>
            {problem.map(|said| view! { <p class="field__note problem" id=note>{said}</p> })}
        </div>
    }
}

/// The message itself.
#[component]
pub fn Message(
    /// Its label.
    label: &'static str,
    /// What stands in it.
    value: String,
    /// What is wrong with it.
    problem: Option<&'static str>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field__label" for="contact-message">{label}</label>
            <textarea class="field__input" id="contact-message" name="message" rows="7" required maxlength=MAX_TEXT_LENGTH
                aria-invalid=problem.map(|_| "true") aria-describedby=problem.map(|_| "contact-message-note")>{in_textarea(&value)}</textarea>
            {problem.map(|said| view! { <p class="field__note problem" id="contact-message-note">{said}</p> })}
        </div>
    }
}

/// What is sent with every form: its token, and the field that nobody sees.
#[component]
pub fn Trap(
    /// The token of the form.
    token: String,
) -> impl IntoView {
    let c = expect_context::<Language>().contact_texts();
    view! {
        <input type="hidden" name="form" value=token/>
        <div class="sr-only" aria-hidden="true">
            <label for="contact-website">{c.leave_empty}</label>
            <input type="text" id="contact-website" name=HIDDEN tabindex="-1" autocomplete="off"/>
        </div>
    }
}
