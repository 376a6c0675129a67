//! Where the links in e-mails lead: a page with one button, so that opening it alone changes nothing.

use crate::text::{Language, account::AccountTexts};
use leptos::prelude::*;

/// What the page of a link says and does.
#[derive(Clone, Copy)]
pub struct LinkUse {
    /// Heading.
    pub title: &'static str,
    /// Says what pressing the button does, given the e-mail address.
    pub lead: fn(&AccountTexts, &str) -> String,
    /// Where the button posts the token to.
    pub action: &'static str,
    /// Text of the button.
    pub button: &'static str,
}

/// The page of the link with `token`; `email` is the address that it is about, or nobody's if it is over.
#[component]
pub fn LinkPage(to: LinkUse, token: String, email: Option<String>) -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    view! {
        <section class="card card--narrow">
            <h1>{to.title}</h1>
            {match email {
                Some(email) => view! {
                    <p class="lead">{(to.lead)(a, &email)}</p>
                    <form class="form" method="post" action=to.action>
                        <input type="hidden" name="token" value=token/>
                        <button class="button button--wide" type="submit">{to.button}</button>
                    </form>
                }.into_any(),
                None => view! {
                    <p class="lead">{a.link_over}</p>
                    <a class="button" href="/account">{a.ask_again}</a>
                }.into_any(),
            }}
        </section>
    }
}
