//! `/account/confirm`: the address of a new account is proved by a click, and its customer signed in.

use crate::text::Language;
use leptos::prelude::*;

/// The page that the link in the e-mail leads to: it changes nothing by being visited.
#[component]
pub fn ConfirmPage(
    /// What the link holds.
    token: String,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    view! {
        <section class="card card--narrow">
            <h1>{t.confirm_title}</h1>
            <p class="lead">{t.confirm_lead}</p>
            <form class="form" method="post" action="/api/account/confirm">
                <input type="hidden" name="token" value=token/>
                <button class="button button--wide" type="submit">{t.confirm_button}</button>
            </form>
        </section>
    }
}
