//! `/account/new-email`: where the link to the new address leads, which changes nothing by being visited.

use crate::base::language::Language;
use leptos::prelude::*;

/// The page; `email` is the new address, or none if the link is over.
#[component]
pub fn NewEmailPage(token: String, email: Option<String>) -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    view! {
        <section class="card card--narrow">
            <h1>{a.new_email}</h1>
            {match email {
                Some(email) => view! {
                    <p class="lead">{a.new_email_lead.replace("{}", &email)}</p>
                    <form class="form" method="post" action="/api/account/confirm_email">
                        <input type="hidden" name="token" value=token/>
                        <button class="button button--wide" type="submit">{a.new_email_button}</button>
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
